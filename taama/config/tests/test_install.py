"""What the installer says before anything is installed."""

import os
import shutil
import subprocess
from collections import namedtuple

import pytest

from taama.config import install

Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def calls(monkeypatch, tmp_path):
    """An installation of nothing: every process that would be started is noted, and succeeds."""
    started = []
    monkeypatch.setattr(subprocess, "call", lambda words: started.append(words) or 0)
    monkeypatch.setattr(install, "ROOT", tmp_path)
    monkeypatch.setattr(install, "VENV", tmp_path / ".venv")
    (tmp_path / ".venv").mkdir()
    for name in ("pyproject.toml", *install.LOCKS.values()):
        (tmp_path / name).touch()
    return started


def disk(monkeypatch, free_mb):
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(10**12, 0, free_mb * 2**20))


def test_an_old_python_is_told_so_in_two_languages(monkeypatch, capsys, calls):
    monkeypatch.setattr("sys.version_info", (3, 9, 2))
    assert install.main("core") == 1
    french, english = capsys.readouterr().err.strip().splitlines()
    assert "Python 3.11 ou plus récent est nécessaire (trouvé : 3.9)" in french
    assert "Python 3.11 or newer is needed (found 3.9)" in english
    assert calls == []


def test_a_full_disk_is_told_so_before_anything_starts(monkeypatch, capsys, calls):
    disk(monkeypatch, free_mb=120)
    assert install.main("core") == 1
    french, english = capsys.readouterr().err.strip().splitlines()
    assert french.startswith("Il faut 900 Mo libres")
    assert english == "900 MB must be free on this disk; 120 are left."
    assert calls == []


def test_a_set_is_installed_by_hash_and_once(monkeypatch, calls):
    disk(monkeypatch, free_mb=9000)
    assert install.main("core") == 0
    by_hash = [words for words in calls if "--require-hashes" in words]
    assert [words[-1].endswith("requirements.lock") for words in by_hash] == [True]
    calls.clear()
    assert install.main("core") == 0
    assert calls == []


def test_a_changed_lock_is_installed_again(monkeypatch, calls):
    disk(monkeypatch, free_mb=9000)
    install.main("core")
    calls.clear()
    stamp = (install.VENV / "installed-core").stat().st_mtime
    os.utime(install.ROOT / "requirements.lock", (stamp + 5, stamp + 5))
    install.main("core")
    assert calls


def test_a_registry_out_of_reach_is_told_so_and_tried_again_next_time(monkeypatch, capsys, calls):
    disk(monkeypatch, free_mb=9000)
    monkeypatch.setattr(subprocess, "call", lambda words: int("install" in words))
    assert install.main("core") == 1
    assert "Can the package registry be reached?" in capsys.readouterr().err
    assert not (install.VENV / "installed-core").exists()


def test_a_system_without_venv_is_told_what_to_install(monkeypatch, capsys, calls):
    disk(monkeypatch, free_mb=9000)
    monkeypatch.setattr(subprocess, "call", lambda words: int("venv" in words))
    assert install.main("core") == 1
    assert "apt install python3-venv" in capsys.readouterr().err


@pytest.mark.parametrize(("ci", "code"), [("", 0), ("true", 1)])
def test_an_absent_browser_stops_nobody_but_the_machine_that_must_try_it(monkeypatch, capsys, ci, code):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setenv("CI", ci)
    assert install.browser() == code
    assert "apt install chromium" in capsys.readouterr().err


@pytest.mark.parametrize(("ci", "code"), [("", 0), ("true", 1)])
def test_an_absent_recogniser_is_told_in_the_same_way(monkeypatch, capsys, ci, code):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setenv("CI", ci)
    assert install.recogniser() == code
    assert "apt install tesseract-ocr tesseract-ocr-fra" in capsys.readouterr().err


@pytest.mark.parametrize(("languages", "there"), [("eng\nfra\nosd\n", True), ("eng\nosd\n", False)])
def test_a_recogniser_without_french_is_not_enough(monkeypatch, languages, there):
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/tesseract")
    answer = subprocess.CompletedProcess([], 0, stdout=f"List of available languages:\n{languages}")
    monkeypatch.setattr(subprocess, "run", lambda *words, **options: answer)
    assert install.reads_french_and_english() is there
