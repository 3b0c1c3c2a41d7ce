"""A small country with one of everything."""

import datetime as dt

import pytest
from django.utils import timezone

from taama.reviews.tests.factories import a_world


@pytest.fixture
def world(cast):
    """One objective (21), two sources that disagree, an activity, an indicator, a review."""
    return a_world(cast)


@pytest.fixture
def today(monkeypatch):
    """A day that stays: Tuesday 24 November 2026."""
    day = dt.date(2026, 11, 24)
    monkeypatch.setattr(timezone, "localdate", lambda *_moment: day)
    return day
