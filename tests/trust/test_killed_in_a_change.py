"""Killed at any moment: what was acknowledged is there, and every record has its entry."""

import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import uuid

import pytest

from tests.house.plan import ROOT

ROUNDS = 6


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A migrated SQLite database of its own."""
    made = tmp_path_factory.mktemp("killed")
    assert run(made, "manage.py", "migrate", "--verbosity", "0").returncode == 0
    return made


def environment(folder):
    return {"TAAMA_VAR": str(folder), "DJANGO_SETTINGS_MODULE": "taama.config.settings.demo"}


def run(folder, *words):
    command = [sys.executable, *words]
    return subprocess.run(
        command, cwd=ROOT, env=environment(folder), capture_output=True, text=True, check=False
    )


def killed(folder, says, first, after):
    """The codes a writer said before it was killed."""
    command = [sys.executable, "-m", "tests.trust.writer", says, str(first)]
    writer = subprocess.Popen(command, cwd=ROOT, env=environment(folder), stdout=subprocess.PIPE, text=True)
    said = [writer.stdout.readline().strip()]  # it has begun
    time.sleep(after)
    writer.send_signal(signal.SIGKILL)
    rest, _ = writer.communicate(timeout=20)
    return [*said, *rest.split()]


def read(folder, statement):
    connection = sqlite3.connect(folder / "taama.sqlite3")
    try:
        return connection.execute(statement).fetchall()
    finally:
        connection.close()


def codes(folder):
    return {code for (code,) in read(folder, "SELECT code FROM partners_organisation")}


def orphans(folder):
    """Records without an entry, and entries without a record."""
    records = {str(uuid.UUID(pk)) for (pk,) in read(folder, "SELECT id FROM partners_organisation")}
    verb = "partners.organisation.added"
    entries = {pk for (pk,) in read(folder, f"SELECT record_id FROM journal_entry WHERE verb = '{verb}'")}
    return records ^ entries


def test_nothing_acknowledged_is_lost_and_nothing_is_half_written(folder):
    chance, said = random.Random(5), []
    for number in range(ROUNDS):
        said += killed(folder, "after", number * 10_000, chance.uniform(0.05, 0.5))

    assert len(said) > ROUNDS * 3
    assert set(said) <= codes(folder)
    assert not orphans(folder)
    assert read(folder, "PRAGMA integrity_check") == [("ok",)]
    assert not read(folder, "SELECT * FROM journal_openchange")
    assert run(folder, "manage.py", "verify_journal").returncode == 0


def test_a_writer_that_says_it_too_early_loses(folder):
    """The control: acknowledged before the commit, something is lost and seen to be."""
    said = [code for number in range(50, 53) for code in killed(folder, "before", number * 10_000, 0.1)]
    assert set(said) - codes(folder)


def test_a_record_without_its_entry_is_seen(folder, tmp_path):
    """The control: written past the guard, in a copy, it is an orphan."""
    copy = shutil.copytree(folder, tmp_path / "copy")
    connection = sqlite3.connect(copy / "taama.sqlite3")
    columns = "id, code, kind, name, acronym, contact, link, note, source"
    with connection:
        connection.execute("INSERT INTO journal_openchange (id) VALUES ('x')")
        connection.execute(
            f"INSERT INTO partners_organisation ({columns}) VALUES (?, 'raw', 'ministry', '{{}}', '', '', '', '', '')",
            [uuid.UUID(int=7).hex],
        )
        connection.execute("DELETE FROM journal_openchange")
    connection.close()

    assert str(uuid.UUID(int=7)) in orphans(copy)
