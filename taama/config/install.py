"""Make .venv and install a locked set into it: run by the system's own Python, before anything is installed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
OLDEST = (3, 11)
NEEDED_MB = {"core": 900, "test": 1200, "bench": 1400}
LOCKS = {"core": "requirements.lock", "test": "requirements-test.lock", "bench": "requirements-bench.lock"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main(name):  # type: ignore[no-untyped-def]  # must be readable by a Python too old for annotations to matter
    """Install the set `name`; each failure is one sentence, in French and English."""
    if sys.version_info < OLDEST:
        found = ".".join(str(part) for part in sys.version_info[:2])
        return stop(
            "Python 3.11 ou plus récent est nécessaire (trouvé : {0}). Essayez : make PYTHON=python3.11".format(found),
            "Python 3.11 or newer is needed (found {0}). Try: make PYTHON=python3.11".format(found),
        )
    stamp = VENV / "installed-{0}".format(name)
    lock = ROOT / LOCKS[name]
    if not is_fresh(stamp, lock):
        refusal = disk_refusal(name) or make_venv() or install(lock)
        if refusal:
            return stop(*refusal)
        stamp.touch()
    return browser() if name == "test" else 0


def is_fresh(stamp, lock):  # type: ignore[no-untyped-def]
    """Whether the set was installed after its lock and project file last changed."""
    sources = (lock, ROOT / "pyproject.toml")
    return stamp.exists() and all(stamp.stat().st_mtime >= source.stat().st_mtime for source in sources)


def disk_refusal(name):  # type: ignore[no-untyped-def]
    """Two sentences where the disk is too full, else nothing."""
    free = shutil.disk_usage(str(ROOT)).free // 2**20
    if free >= NEEDED_MB[name]:
        return None
    return (
        "Il faut {0} Mo libres sur ce disque ; il en reste {1}.".format(NEEDED_MB[name], free),
        "{0} MB must be free on this disk; {1} are left.".format(NEEDED_MB[name], free),
    )


def make_venv():  # type: ignore[no-untyped-def]
    """Make .venv with pip in it, and uv, which installs ten times faster."""
    python = str(VENV / "bin" / "python")
    if not Path(python).exists() and subprocess.call([sys.executable, "-m", "venv", str(VENV)]):
        return (
            "L’environnement Python n’a pas pu être créé. Sous Debian : apt install python3-venv",
            "The Python environment could not be made. On Debian: apt install python3-venv",
        )
    if not (VENV / "bin" / "uv").exists() and subprocess.call([python, "-m", "pip", "install", "-q", "uv>=0.9"]):
        return unreachable()
    return None


def install(lock):  # type: ignore[no-untyped-def]
    """Install every package of the lock by its hash, then the project itself."""
    uv = [str(VENV / "bin" / "uv"), "pip", "install", "--quiet", "--python", str(VENV / "bin" / "python")]
    project = ["--no-deps", "--editable", str(ROOT)]
    if subprocess.call([*uv, "--require-hashes", "--requirement", str(lock)]) or subprocess.call(uv + project):
        return unreachable()
    return None


def unreachable():  # type: ignore[no-untyped-def]
    """The one reason left when an installer has failed and said why above."""
    return (
        "L’installation a échoué : voir le message ci-dessus. Le dépôt de paquets est-il joignable ?",
        "Installing failed: see the message above. Can the package registry be reached?",
    )


def browser():  # type: ignore[no-untyped-def]
    """Bring Chromium where that is allowed; under CI its absence is a failure, elsewhere a sentence."""
    if any(shutil.which(name) for name in BROWSERS):
        return 0
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.call(["apt-get", "update", "-qq"])
        subprocess.call(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"])
    if any(shutil.which(name) for name in BROWSERS):
        return 0
    sentences = (
        "Chromium est absent : les essais dans le navigateur seront sautés (apt install chromium).",
        "Chromium is absent: the browser tests will be skipped (apt install chromium).",
    )
    return stop(*sentences) if os.environ.get("CI") == "true" else say(*sentences)


def say(french, english):  # type: ignore[no-untyped-def]
    """Both sentences; zero, for going on."""
    sys.stderr.write("{0}\n{1}\n".format(french, english))
    return 0


def stop(french, english):  # type: ignore[no-untyped-def]
    """Both sentences; one, for stopping."""
    say(french, english)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
