"""`taama evidence suggest`: what it says, and that a second run finds nothing new."""

import argparse

import pytest

from taama.config.suggest_command import run
from taama.suggestions.models import Suggestion
from taama.suggestions.tests.factories import document

pytestmark = pytest.mark.django_db
TEXT = "Au 31 juillet 2024, l’agence inventée a recensé 12 300 personnes déplacées à Ségou."


def test_it_goes_through_what_is_new_and_says_what_it_found(capsys):
    document(TEXT)

    assert run(argparse.Namespace(all=False)) == 0
    waiting = Suggestion.objects.waiting().count()
    assert run(argparse.Namespace(all=False)) == 0

    first, second = capsys.readouterr().out.splitlines()
    assert waiting > 0
    assert first.startswith(f"{waiting} suggestions")
    assert second.startswith("0 suggestions")


def test_all_of_them_again_doubles_nothing():
    document(TEXT)
    run(argparse.Namespace(all=False))
    before = Suggestion.objects.count()

    run(argparse.Namespace(all=True))

    assert Suggestion.objects.count() == before
