"""A small country with one of everything."""

import pytest

from taama.reviews.tests.factories import a_world


@pytest.fixture
def world(cast):
    """One objective (21), two sources that disagree, an activity, an indicator, a review."""
    return a_world(cast)
