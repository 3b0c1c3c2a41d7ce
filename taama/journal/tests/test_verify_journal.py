"""`manage.py verify_journal`: whole, and with its control, tampered."""

import io

import pytest
from django.core.management import CommandError, call_command

from .tampering import drop_guards, raw

pytestmark = pytest.mark.django_db


def verify():
    out = io.StringIO()
    call_command("verify_journal", stdout=out)
    return out.getvalue()


def test_a_whole_journal_is_told_in_one_line(cast):
    said = verify()

    assert said.count("\n") == 1
    assert " 10 " in said


def test_an_empty_journal_holds(db):
    assert " 0 " in verify()


@pytest.mark.parametrize(
    ("tamper", "bad"),
    [
        ("UPDATE journal_entry SET verb = 'x' WHERE seq = 3", "3"),
        ("DELETE FROM journal_entry WHERE seq = 4", "4"),
        ("DELETE FROM journal_entry WHERE seq > 8", "9"),
        ("DELETE FROM journal_entry", "1"),
        ("UPDATE journal_head SET seq = 9", "11"),
        ("UPDATE journal_entry SET at = '2020-01-01 00:00:00' WHERE seq = 5", "5"),
    ],
)
def test_a_tampered_journal_names_its_first_bad_entry(cast, tamper, bad):
    drop_guards()
    raw(tamper)

    with pytest.raises(CommandError, match=rf"\b{bad}\b"):
        verify()
