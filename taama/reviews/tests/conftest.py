"""What the tests of this room share."""

import pytest
from django.utils import translation

from .factories import a_world


@pytest.fixture(autouse=True)
def in_french():
    """Each test begins in the country's language: a page of the one before may have left another."""
    with translation.override("fr"):
        yield


@pytest.fixture
def review(cast):
    """A small review with one of everything."""
    return a_world(cast)
