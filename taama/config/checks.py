"""Start-up checks: an unsound database engine refuses to start, with the reason."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections

from .databases import EXPECTED_READINGS, is_sound_sqlite


@register(Tags.security)
def sqlite_is_sound(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Refuse an SQLite that can corrupt itself in WAL mode."""
    uses_sqlite = any(c.vendor == "sqlite" for c in connections.all())
    if not uses_sqlite or is_sound_sqlite(sqlite3.sqlite_version_info):
        return []
    return [
        Error(
            f"SQLite {sqlite3.sqlite_version} can corrupt its file in WAL mode; 3.51.3 or newer is needed.",
            hint="Install the locked requirements: they bring a sound build (pysqlite3).",
            id="taama.E001",
        )
    ]


@register(Tags.database)
def pragmas_hold(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Read back the settings that keep acknowledged writes through a power cut."""
    return [
        Error(
            f"SQLite reads back {name}={found!r}, not {wanted!r}; a power cut could lose work.",
            id="taama.E002",
        )
        for alias in databases or []
        if connections[alias].vendor == "sqlite" and not is_in_memory(alias)
        for name, wanted, found in unlike_readings(alias)
    ]


def is_in_memory(alias: str) -> bool:
    """A database in memory has no file to lose, and no write-ahead log."""
    name = str(connections[alias].settings_dict["NAME"])
    return ":memory:" in name or "mode=memory" in name


def unlike_readings(alias: str) -> list[tuple[str, Any, Any]]:
    """The pragmas of this connection that differ from what is promised: (name, wanted, found)."""
    with connections[alias].cursor() as cursor:
        readings = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in EXPECTED_READINGS}
    return [
        (name, wanted, readings[name])
        for name, wanted in EXPECTED_READINGS.items()
        if readings[name] != wanted
    ]
