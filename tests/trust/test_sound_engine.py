"""Taama runs on a sound database engine only: an affected SQLite and a weaker pragma refuse to start."""

import sqlite3
import subprocess
import sys

import pytest
from django.conf import settings as django_settings
from django.core.checks import run_checks
from django.db import connection
from django.db.utils import ConnectionHandler

from taama.config import checks
from taama.config.databases import EXPECTED_READINGS, SQLITE_PRAGMAS, is_sound_sqlite, sqlite
from taama.config.fitness import insist_on_sound_database
from taama.config.terminal import Unfit
from tests.house.plan import ROOT

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("version", [(3, 40, 1), (3, 51, 2), (3, 50, 4), (3, 44, 5), (3, 45, 9), (3, 7, 0)])
def test_an_affected_version_is_not_sound(version):
    assert not is_sound_sqlite(version)


@pytest.mark.parametrize("version", [(3, 51, 3), (3, 53, 4), (3, 50, 7), (3, 44, 6), (4, 0, 0)])
def test_a_mended_version_is_sound(version):
    assert is_sound_sqlite(version)


@pytest.fixture
def engine(tmp_path, monkeypatch):
    """A database of its own, whose settings a test may spoil; what the checks look at."""
    opened = []

    def made(**spoiled):
        pragmas = {**SQLITE_PRAGMAS, **spoiled}
        card = sqlite(tmp_path / f"{len(opened)}.sqlite3")
        card["OPTIONS"]["init_command"] = " ".join(
            f"PRAGMA {name}={value};" for name, value in pragmas.items()
        )
        handler = ConnectionHandler({"default": card})
        opened.append(handler)
        monkeypatch.setattr(checks, "connections", handler)
        return handler

    yield made
    for handler in opened:
        handler.close_all()


def ids(messages):
    return [message.id for message in messages]


def test_a_sound_engine_passes(engine):
    engine()
    assert not checks.sqlite_is_sound()
    assert not checks.pragmas_hold(databases=["default"])


def test_debians_sqlite_is_refused_with_the_reason(engine, monkeypatch):
    engine()
    monkeypatch.setattr(checks.sqlite3, "sqlite_version_info", (3, 40, 1))
    monkeypatch.setattr(checks.sqlite3, "sqlite_version", "3.40.1")

    found = checks.sqlite_is_sound()

    assert ids(found) == ["taama.E001"]
    assert "3.40.1" in found[0].msg
    with pytest.raises(Unfit, match=r"3\.40\.1"):
        insist_on_sound_database()


@pytest.mark.parametrize(
    ("name", "value"),
    [("synchronous", "NORMAL"), ("synchronous", "OFF"), ("journal_mode", "DELETE"), ("secure_delete", "OFF"),
     ("trusted_schema", "ON"), ("foreign_keys", "OFF")],
)  # fmt: skip
def test_a_weaker_pragma_is_refused_with_its_name(engine, name, value):
    engine(**{name: value})

    found = checks.pragmas_hold(databases=["default"])

    assert ids(found) == ["taama.E002"]
    assert name in found[0].msg
    assert "taama.E002" in ids(run_checks(databases=["default"]))
    with pytest.raises(Unfit, match=name):
        insist_on_sound_database()


def test_the_database_check_is_left_out_without_its_database(engine):
    """Why the start must name the database: a plain `check` does not read the pragmas."""
    engine(synchronous="OFF")
    assert "taama.E002" not in ids(run_checks())


def run(tmp_path, code):
    """A process of its own, on a database of its own."""
    environment = {"TAAMA_VAR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "taama.config.settings.demo"}
    command = [sys.executable, "-W", "ignore", "-c", code]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


WITH_PYTHONS_OWN = "import sys; sys.modules['pysqlite3'] = None; "
CHECK = "from django.core.management import execute_from_command_line as run; run(['manage.py', 'check'])"
TAAMA_CHECK = "import sys; from taama.config.cli import main; sys.exit(main(['check']))"


def pythons_own_version():
    """The SQLite that Python brings, past our replacement."""
    code = "import sqlite3; print(*sqlite3.sqlite_version_info)"
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    return tuple(int(part) for part in done.stdout.split())


@pytest.mark.parametrize(("code", "refusal"), [(CHECK, 1), (TAAMA_CHECK, 4)])
def test_pythons_own_sqlite_is_refused_where_it_is_affected(tmp_path, code, refusal):
    if is_sound_sqlite(pythons_own_version()):
        pytest.skip("this Python brings a sound SQLite; the version table above stands for it")

    refused, control = run(tmp_path, WITH_PYTHONS_OWN + code), run(tmp_path, CHECK)

    assert refused.returncode == refusal
    assert "can corrupt its file" in refused.stderr
    assert control.returncode == 0, control.stderr


READ_BACK = (
    "import django; django.setup(); from django.db import connection as c; "
    f"print([c.cursor().execute('PRAGMA ' + name).fetchone()[0] for name in {list(EXPECTED_READINGS)}])"
)


def test_a_shell_gets_the_same_pragmas(tmp_path):
    done = run(tmp_path, READ_BACK)
    assert done.stdout.strip() == str(list(EXPECTED_READINGS.values())), done.stderr


def test_every_connection_of_this_process_is_as_promised():
    if connection.vendor != "sqlite":
        pytest.skip("SQLite's own promise")
    with connection.cursor() as cursor:
        read = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in EXPECTED_READINGS}
    wanted = dict(EXPECTED_READINGS)
    if connection.is_in_memory_db():
        read.pop("journal_mode"), wanted.pop("journal_mode")
    assert read == wanted


def test_the_engine_in_use_is_the_sound_one():
    if connection.vendor == "sqlite":
        assert is_sound_sqlite(sqlite3.sqlite_version_info)
        assert sqlite3.__name__ == "pysqlite3"


def test_pages_never_hold_the_write_lock():
    assert not any(card.get("ATOMIC_REQUESTS") for card in django_settings.DATABASES.values())
