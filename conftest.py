"""Fixtures every room may use."""

import os

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
    from tests.shipped import the_compact

    return the_compact()


def pytest_collection_modifyitems(config, items):
    """On PostgreSQL only what touches a database is tried again; the rest was tried beside SQLite."""
    if not os.environ.get("DATABASE_URL"):
        return
    needs = {"db", "transactional_db", "cast", "compact", "live_server", "django_db_setup"}
    plain = {
        one for one in items if not needs & set(one.fixturenames) and not one.get_closest_marker("django_db")
    }
    config.hook.pytest_deselected(items=list(plain))
    items[:] = [one for one in items if one not in plain]
