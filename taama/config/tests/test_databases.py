"""Which database the environment names."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from taama.config.databases import SQLITE_PRAGMAS, database_from_environment, postgresql


def test_nothing_named_is_sqlite_in_the_folder(monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    found = database_from_environment(Path("/somewhere"))
    assert found["NAME"] == "/somewhere/taama.sqlite3"
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    for name, value in SQLITE_PRAGMAS.items():
        assert f"PRAGMA {name}={value};" in found["OPTIONS"]["init_command"]


def test_an_address_is_postgresql(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://taama:secret@db.example:5433/reviews")
    found = database_from_environment(Path("/somewhere"))
    assert found["ENGINE"] == "django.db.backends.postgresql"
    named = [found[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")]
    assert named == ["reviews", "taama", "secret", "db.example", "5433"]


def test_signs_of_an_address_are_read_back():
    found = postgresql("postgres://a%40b:p%3A%2Fw@localhost/n%20m")
    assert [found["USER"], found["PASSWORD"], found["NAME"]] == ["a@b", "p:/w", "n m"]
    assert found["PORT"] == ""


def test_a_socket_folder_is_a_host():
    assert postgresql("postgresql:///taama?host=/run/postgresql")["HOST"] == "/run/postgresql"


@pytest.mark.parametrize(
    "url", ["mysql://localhost/taama", "taama", "postgresql://localhost", "postgresql://localhost/"]
)
def test_another_address_is_refused_with_an_example(url):
    with pytest.raises(ImproperlyConfigured, match="postgresql://user:password@host:5432/name"):
        postgresql(url)
