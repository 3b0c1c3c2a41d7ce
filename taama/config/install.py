"""Make .venv and install a locked set into it: run by the system's own Python, before anything is installed."""

from __future__ import annotations  # an old Python must get far enough to say that it is too old

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
OLDEST = (3, 11)
NEEDED_MB = {"core": 900, "test": 1200, "bench": 1400}
LOCKS = {"core": "requirements.lock", "test": "requirements-test.lock", "bench": "requirements-bench.lock"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main(name: str) -> int:
    """Install the set `name`; each failure is one sentence, in French and English."""
    if sys.version_info < OLDEST:
        found = ".".join(str(part) for part in sys.version_info[:2])
        return stop(
            "Python 3.11 ou plus récent est nécessaire (trouvé : {0}). Essayez : make PYTHON=python3.11".format(
                found
            ),
            f"Python 3.11 or newer is needed (found {found}). Try: make PYTHON=python3.11",
        )
    stamp = VENV / f"installed-{name}"
    lock = ROOT / LOCKS[name]
    if not is_fresh(stamp, lock):
        refusal = disk_refusal(name) or make_venv() or install(lock)
        if refusal:
            return stop(*refusal)
        stamp.touch()
    return browser() or recogniser() if name == "test" else 0


def is_fresh(stamp: Path, lock: Path) -> bool:
    """Whether the set was installed after its lock and project file last changed."""
    sources = (lock, ROOT / "pyproject.toml")
    return stamp.exists() and all(stamp.stat().st_mtime >= source.stat().st_mtime for source in sources)


def disk_refusal(name: str) -> tuple[str, str] | None:
    """Two sentences where the disk is too full, else nothing."""
    free = shutil.disk_usage(str(ROOT)).free // 2**20
    if free >= NEEDED_MB[name]:
        return None
    return (
        f"Il faut {NEEDED_MB[name]} Mo libres sur ce disque ; il en reste {free}.",
        f"{NEEDED_MB[name]} MB must be free on this disk; {free} are left.",
    )


def make_venv() -> tuple[str, str] | None:
    """Make .venv with pip in it, and uv, which installs ten times faster."""
    python = str(VENV / "bin" / "python")
    if not Path(python).exists() and subprocess.call([sys.executable, "-m", "venv", str(VENV)]):
        return (
            "L’environnement Python n’a pas pu être créé. Sous Debian : apt install python3-venv",
            "The Python environment could not be made. On Debian: apt install python3-venv",
        )
    if not (VENV / "bin" / "uv").exists() and subprocess.call(
        [python, "-m", "pip", "install", "-q", "uv>=0.9"]
    ):
        return unreachable()
    return None


def install(lock: Path) -> tuple[str, str] | None:
    """Install every package of the lock by its hash, then the project itself."""
    python = str(VENV / "bin" / "python")
    # The reading child may not write bytecode: what it imports is compiled here, once.
    uv = [str(VENV / "bin" / "uv"), "pip", "install", "--quiet", "--compile-bytecode", "--python", python]
    project = ["--no-deps", "--editable", str(ROOT)]
    if subprocess.call([*uv, "--require-hashes", "--requirement", str(lock)]) or subprocess.call(
        uv + project
    ):
        return unreachable()
    return None


def unreachable() -> tuple[str, str]:
    """The one reason left when an installer has failed and said why above."""
    return (
        "L’installation a échoué : voir le message ci-dessus. Le dépôt de paquets est-il joignable ?",
        "Installing failed: see the message above. Can the package registry be reached?",
    )


def browser() -> int:
    """Bring Chromium where that is allowed; under CI its absence is a failure, elsewhere a sentence."""
    return bring(
        is_there=lambda: any(shutil.which(name) for name in BROWSERS),
        packages=["chromium"],
        sentences=(
            "Chromium est absent : les essais dans le navigateur seront sautés (apt install chromium).",
            "Chromium is absent: the browser tests will be skipped (apt install chromium).",
        ),
    )


def recogniser() -> int:
    """Likewise Tesseract with French and English, which reads scanned documents."""
    return bring(
        is_there=reads_french_and_english,
        packages=["tesseract-ocr", "tesseract-ocr-fra", "tesseract-ocr-eng"],
        sentences=(
            "Tesseract est absent : les essais de lecture des documents numérisés seront sautés "
            "(apt install tesseract-ocr tesseract-ocr-fra).",
            "Tesseract is absent: the tests that read scanned documents will be skipped "
            "(apt install tesseract-ocr tesseract-ocr-fra).",
        ),
    )


def reads_french_and_english() -> bool:
    """Whether Tesseract and both its languages are installed."""
    program = shutil.which("tesseract")
    if program is None:
        return False
    said = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False)
    return {"fra", "eng"} <= set(said.stdout.split())


def bring(is_there: Callable[[], bool], packages: list[str], sentences: tuple[str, str]) -> int:
    """Install system packages where that is allowed; else say what will be missing, which fails under CI."""
    if is_there():
        return 0
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.call(["apt-get", "update", "-qq"])
        subprocess.call(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages])
    if is_there():
        return 0
    return stop(*sentences) if os.environ.get("CI") == "true" else say(*sentences)


def say(french: str, english: str) -> int:
    """Both sentences; zero, for going on."""
    sys.stderr.write(f"{french}\n{english}\n")
    return 0


def stop(french: str, english: str) -> int:
    """Both sentences; one, for stopping."""
    say(french, english)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
