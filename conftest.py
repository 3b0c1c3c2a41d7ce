"""Fixtures every room may use."""

import pytest
from django.utils import translation

from tests.cast import Cast, call_the_cast


@pytest.fixture
def cast(db: None) -> Cast:
    """The people every test knows."""
    return call_the_cast()


@pytest.fixture(autouse=True)
def own_files(tmp_path, settings):
    """Held and compiled files go to a folder of the test's own."""
    settings.VAR = tmp_path
    settings.HELD_FILES = tmp_path / "held"
    settings.COMPILED_FILES = tmp_path / "compiled"


@pytest.fixture(autouse=True)
def french_first():
    """A page asked for in English leaves its language behind in the thread; each test begins in French."""
    with translation.override("fr"):
        yield


@pytest.fixture
def compact(db):
    """The Compact, the goals and Mali's policy, as shipped."""
    from taama.compact.changes import load_compact
    from tests.cast import STAGE

    return load_compact(by=STAGE)
