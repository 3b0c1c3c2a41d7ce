"""`manage.py add_person`: the first administrator of a server."""

import io
import sys

import pytest
from django.core.management import CommandError, call_command

from taama.accounts.models import User
from taama.accounts.roles import Role
from tests.cast import organisation

pytestmark = pytest.mark.django_db
ARGUMENTS = ["--email=First@example.org", "--name=First", "--role=administrator", "--organisation=ministry"]


def typed(monkeypatch, phrase):
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{phrase}\n"))


def test_the_first_administrator_is_added_with_the_role(monkeypatch):
    organisation("ministry", "ministry")
    typed(monkeypatch, "une phrase assez longue")

    call_command("add_person", *ARGUMENTS, stdout=io.StringIO())

    person = User.objects.get()
    assert person.email == "first@example.org"
    assert person.has_role(Role.ADMINISTRATOR)
    assert person.check_password("une phrase assez longue")


@pytest.mark.parametrize(
    ("phrase", "code", "said"),
    [("court", "ministry", "15"), ("une phrase assez longue", "nowhere", "nowhere")],
)
def test_a_mistake_is_one_sentence_and_adds_nobody(monkeypatch, phrase, code, said):
    organisation("ministry", "ministry")
    typed(monkeypatch, phrase)

    with pytest.raises(CommandError, match=said):
        call_command("add_person", *ARGUMENTS[:-1], f"--organisation={code}")

    assert not User.objects.exists()
