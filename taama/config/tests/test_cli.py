"""Parsing, the reader's language, and failures of the machine in words."""

import errno
import stat

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError

from taama.config.cli import parser, reader_language, words
from taama.config.secrets import key_kept_in, required
from taama.config.serving import free_neighbour
from taama.config.terminal import Unfit, prepared, sentence_for
from taama.config.wording import catalogue


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "fr_ML.UTF-8"}, "fr"),
        ({"LANG": "fr_ML.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LC_ALL": "", "LANG": "fr_FR"}, "fr"),
        ({"TAAMA_LANGUAGE": "fr", "LC_ALL": "en_GB.UTF-8"}, "fr"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_readers_language(environment, language):
    assert reader_language(environment) == language


@pytest.mark.parametrize("language", ["fr", "en"])
def test_options_have_the_promised_defaults(language):
    options = parser(language).parse_args(["review", "compile", "a-review", "--to", "out"])
    assert (options.formats, options.language) == (["pdf", "docx", "html"], ["fr", "en"])
    assert parser(language).parse_args(["serve"]).host == "127.0.0.1"


@pytest.mark.parametrize(
    ("text", "found"), [("pdf,docx", ["pdf", "docx"]), ("pdf,", ["pdf"]), ("", [])], ids=repr
)
def test_words_between_commas(text, found):
    assert words(text) == found


@pytest.mark.parametrize(
    ("port", "other"), [(8000, 8001), (65_535, 8000), (99_999, 8000), (80, 8000), (-1, 8000)]
)
def test_the_port_proposed_instead_can_be_used(port, other):
    assert free_neighbour(port) == other


@pytest.mark.parametrize(
    ("number", "french", "english"),
    [
        (errno.ENOSPC, "Le disque est plein", "The disk is full"),
        (errno.EDQUOT, "Le disque est plein", "The disk is full"),
        (errno.EROFS, "/srv/x", "cannot be written: /srv/x"),
        (errno.EACCES, "TAAMA_VAR", "TAAMA_VAR"),
    ],
)
def test_a_failure_of_the_machine_is_a_sentence_in_either_language(number, french, english):
    error = OSError(number, "as the system puts it", "/srv/x")
    assert french in sentence_for(error, catalogue("fr"))
    assert english in sentence_for(error, catalogue("en"))


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (OSError(errno.ENOSPC, "no space"), "The disk is full"),
        (OperationalError("connection refused\nby the server"), "does not answer: connection refused"),
        (ImproperlyConfigured("TAAMA_HOSTS is not set."), "TAAMA_HOSTS is not set."),
    ],
)
def test_what_fails_inside_a_command_makes_the_machine_unfit(failure, said):
    with pytest.raises(Unfit, match=said), prepared("en"):
        raise failure


def test_a_bug_stays_a_bug():
    with pytest.raises(KeyError), prepared("en"):
        raise KeyError("ours")


def test_the_key_is_made_once_for_its_owner_alone(tmp_path):
    path = tmp_path / "deep" / "secret.key"
    key = key_kept_in(path)
    assert len(key) >= 50
    assert key_kept_in(path) == key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_missing_secret_is_named_with_where_it_is_described(monkeypatch):
    monkeypatch.setenv("TAAMA_SECRET_KEY", "")
    with pytest.raises(ImproperlyConfigured, match=r"TAAMA_SECRET_KEY .*docs/settings\.md"):
        required("TAAMA_SECRET_KEY")
