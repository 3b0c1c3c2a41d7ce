"""`taama bench review`: the sample's review, from live data to PDF, DOCX and HTML, beside the usual stack."""

import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from django.conf import settings

from taama.web.refusals import BadInput

from .frame import Engine, Goal, Result, Table, WrongAnswer, document, measure, python, written
from .reading_back import READERS, figures_missing

OURS, USUAL, LIMIT = "taama", "matplotlib + WeasyPrint + python-docx", "typst alone"
LEAST_RATIO = 3.0
MOST_PEAK_MB = 400.0


def run(*, quick: bool, show: Callable[[str], None]) -> Result:
    """Make the data, check the answers, measure, judge the goals."""
    insist_on_rivals()
    var = sample_database(show)
    with tempfile.TemporaryDirectory(prefix="taama-bench-") as folder:
        model_file = Path(folder) / "model.json"
        subprocess.run([*python("taama.bench.ours"), "model", str(model_file)], check=True, env=with_var(var))
        digest = hashlib.sha256(model_file.read_bytes()).hexdigest()
        show(f"document model: {model_file.stat().st_size // 1024} KB, SHA-256 {digest[:16]}")
        wanted = [line for line in (Path(folder) / "model.figures").read_text().splitlines() if line]
        os.environ["TAAMA_VAR"] = str(var)
        engines = [
            Engine(OURS, python("taama.bench.ours", "files"), "from live data"),
            Engine(USUAL, python("taama.bench.usual_stack", str(model_file)), versions()),
            Engine(LIMIT, python("taama.bench.ours", "typst", str(model_file)), "PDF only, from memory"),
        ]
        table = measure(
            engines,
            rounds=3 if quick else 5,
            folder=Path(folder),
            check=lambda engine, place: check(engine, place, wanted),
            show=show,
        )
    return judged(table)


def judged(table: Table) -> Result:
    """The goals of the workload, judged."""
    ratio, peak_mb = table.ratio(USUAL), table.median(OURS, "peak_mb")
    goals = [
        Goal(
            f"the usual stack takes at least {LEAST_RATIO} × our CPU time",
            round(ratio, 2),
            ratio >= LEAST_RATIO,
        ),
        Goal(f"at most {MOST_PEAK_MB:.0f} MB", round(peak_mb, 1), peak_mb <= MOST_PEAK_MB),
    ]
    holds = all(goal.holds for goal in goals)
    return Result(document("review", table, goals), written("review", table, goals), holds)


def check(engine: Engine, place: Path, wanted: list[str]) -> None:
    """Every figure of the review stands in every file the engine wrote; an engine that lost one has no time."""
    written_files = sorted(path for path in place.iterdir() if path.suffix in READERS)
    if not written_files:
        raise WrongAnswer(f"{engine.name} wrote nothing")
    for path in written_files:
        missing = figures_missing(path, wanted)
        if missing:
            raise WrongAnswer(
                f"{engine.name}: {path.name} lacks {len(missing)} figures, first {missing[0]!r}"
            )


def sample_database(show: Callable[[str], None]) -> Path:
    """The folder of a database with the sample, made once for these shipped files."""
    digest = hashlib.sha256()
    for path in sorted(path for path in settings.SAMPLE.rglob("*") if path.is_file()):
        digest.update(path.read_bytes())
    var = Path(settings.VAR) / "bench" / digest.hexdigest()[:16]
    if not (var / "ready").exists():
        show("making the sample's database …")
        command = [sys.executable, "-m", "taama.config.cli", "demo", "--no-serve"]
        subprocess.run(command, check=True, env=with_var(var), stdout=subprocess.DEVNULL)
        (var / "ready").touch()
    return var


def with_var(var: Path) -> dict[str, str]:
    """The environment of a process that works on that database."""
    environment = {**os.environ, "TAAMA_VAR": str(var)}
    environment.pop("DATABASE_URL", None)
    return environment


def insist_on_rivals() -> None:
    """A sentence where the rivals are not installed."""
    try:
        versions()
    except PackageNotFoundError as error:
        raise BadInput("bench.rivals", f"{error}: make bench") from error


def versions() -> str:
    """The rivals' versions."""
    return ", ".join(f"{name} {version(name)}" for name in ("matplotlib", "weasyprint", "python-docx"))
