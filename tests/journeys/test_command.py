"""The `taama` command as typed: sentences, exit codes, and never a traceback."""

import shutil
import socket
import sqlite3

import pytest

from taama.config.cli import MISUSED, REFUSED, UNFIT

from .conftest import run_taama

pytestmark = pytest.mark.journey

REVIEW = "mali-voluntary-review"


@pytest.fixture(scope="module")
def shared_copy(demo_folder, tmp_path_factory):
    """A copy of the demonstration's files, for commands that spoil nothing."""
    return shutil.copytree(demo_folder, tmp_path_factory.mktemp("copy") / "var")


@pytest.fixture
def own_copy(demo_folder, tmp_path):
    """A copy of the demonstration's files, to be spoiled."""
    return shutil.copytree(demo_folder, tmp_path / "var")


def typed(folder, *words, code=0, language="en"):
    """What the command said; the exit code is as promised, and there is no traceback."""
    done = run_taama(folder, *words, check=False, language=language)
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    return done


def refusal(folder, *words, code=REFUSED, language="en"):
    """The one line on standard error."""
    lines = typed(folder, *words, code=code, language=language).stderr.strip().splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("taama: ")
    return lines[0]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["Exit codes", "3 a measured goal was missed", "hold these files", "COMMAND"]),
        ("fr", ["Codes de sortie", "COMMANDE", "exemple du Mali"]),
    ],
)
def test_help_is_in_the_readers_language(tmp_path, language, words):
    text = "".join(
        typed(tmp_path, *command, language=language).stdout
        for command in (["--help"], ["evidence", "--help"])
    )
    assert [word for word in words if " ".join(word.split()) not in " ".join(text.split())] == []
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize("words", [["nonsense"], [], ["load", "moon"], ["review", "compile", REVIEW]])
def test_what_is_typed_wrongly_is_told_with_the_usage(tmp_path, words):
    assert typed(tmp_path, *words, code=MISUSED).stderr.startswith("usage: taama")


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["load", "sample", "nowhere"], ["nowhere", "mali"]),
        (["load", "sample"], ["taama load sample mali"]),
        (["review", "compile", "no-such", "--to", "x"], ["no-such", REVIEW]),
        (["review", "compile", REVIEW, "--to", "x", "--formats", "odt"], ["odt", "pdf, docx, html"]),
        (["review", "compile", REVIEW, "--to", "x", "--language", "xx"], ["xx", "fr, en"]),
        (["review", "compile", REVIEW, "--to", "/dev/null/x"], ["/dev/null/x", "--to"]),
        (["evidence", "add", "no-such.pdf", "--publisher", "Us"], ["no-such.pdf"]),
        (["bench", "no-such"], ["no-such"]),
    ],
)
def test_an_unknown_word_is_refused_with_what_there_is(shared_copy, words, named):
    line = refusal(shared_copy, *words)
    assert [word for word in named if word not in line] == []


def test_a_refusal_speaks_french_to_a_french_reader(shared_copy):
    line = refusal(shared_copy, "load", "sample", "nowhere", language="fr")
    assert "Il n’y a pas d’exemple « nowhere »" in line.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("command", ["demo", "serve"])
def test_a_taken_port_is_a_sentence_with_another_port(shared_copy, command):
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        line = refusal(shared_copy, command, "--port", str(port), code=UNFIT)
    assert f"Port {port} is taken" in line
    assert "--port" in line


def test_a_port_that_cannot_be_is_a_sentence(shared_copy):
    assert "--port 8000" in refusal(shared_copy, "serve", "--port", "99999", code=UNFIT)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path, language):
    file = tmp_path / "a-file"
    file.write_text("not a folder")
    line = refusal(file / "var", "check", code=UNFIT, language=language)
    assert "TAAMA_VAR" in line
    assert ("cannot be written" in line) == (language == "en")


def test_check_holds_and_then_names_the_held_file_that_was_altered(own_copy):
    assert "Held files: 71, all as received." in typed(own_copy, "check").stdout
    held = sorted(path for path in (own_copy / "held").rglob("*") if path.is_file())[0]
    before = held.read_bytes()
    held.chmod(0o600)
    held.write_bytes(before + b" ")
    assert "Held files missing or altered: " in refusal(own_copy, "check", code=UNFIT)
    held.unlink()
    assert "Held files missing or altered: " in refusal(own_copy, "check", code=UNFIT)
    held.write_bytes(before)
    assert "all as received" in typed(own_copy, "check").stdout


def test_check_holds_and_then_names_the_entry_that_was_rewritten(own_copy):
    assert "the chain holds" in typed(own_copy, "check").stdout
    with sqlite3.connect(own_copy / "taama.sqlite3") as database:
        database.execute('DROP TRIGGER "guard_journal_entry_update"')
        database.execute("UPDATE journal_entry SET actor = 'somebody:else' WHERE seq = 5")
    database.close()
    line = refusal(own_copy, "check", code=UNFIT)
    assert "5" in line


def test_of_a_good_and_a_bad_file_the_good_one_is_kept(own_copy, tmp_path):
    good, bad = tmp_path / "good.txt", tmp_path / "bad.pdf"
    good.write_text("La cité comptait 312 lits en juin 2024. Ce relevé est inventé pour un essai.")
    bad.write_bytes(b"%PDF-1.7 and then nothing")
    add = ["evidence", "add", str(bad), str(good), "--publisher", "Us", "--kind", "article"]
    done = typed(own_copy, *add, code=REFUSED)
    assert done.stderr.startswith("taama: bad.pdf: ")
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stdout.startswith("good.txt: held as")
    assert "Held files: 72" in typed(own_copy, "check").stdout


def test_a_review_is_compiled_to_one_format_in_one_language(shared_copy, tmp_path):
    folder = tmp_path / "out" / "deeper"
    compile_pdf = ["review", "compile", REVIEW, "--to", str(folder), "--formats", "pdf", "--language", "en"]
    said = typed(shared_copy, *compile_pdf).stdout.strip()
    (file,) = folder.iterdir()
    assert said == str(file)
    assert file.suffix == ".pdf"
    first = file.read_bytes()
    assert first.startswith(b"%PDF")
    typed(shared_copy, *compile_pdf)
    assert file.read_bytes() == first


def test_the_compact_loads_into_nothing_and_a_second_time_changes_nothing(tmp_path):
    first = typed(tmp_path / "var", "load", "compact").stdout
    second = typed(tmp_path / "var", "load", "compact").stdout
    assert not first.startswith("0 added")
    assert second.startswith("0 added, 0 changed, ")


def test_a_second_demonstration_loses_and_repeats_nothing(own_copy):
    before = typed(own_copy, "check").stdout
    said = typed(own_copy, "demo", "--no-serve").stdout
    assert f"{REVIEW}-fr.pdf" in said
    assert typed(own_copy, "check").stdout == before
