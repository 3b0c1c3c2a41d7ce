"""`taama bench evidence`: documents told and indexed beside loops and regexes; search; how well texts are read."""

import json
import math
import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from pysqlite3 import dbapi2

from . import evidence_quality as quality
from .evidence_databases import databases
from .evidence_documents import corpus, read_corpus
from .evidence_retagging import retag
from .evidence_truth import insist
from .frame import QUIET_LOAD, Engine, Goal, Result, Table, document, measure, python, run_once, written

OURS, LOOPS, ALTERNATION = "taama", "loops and regexes + FTS5", "one alternation and regexes + FTS5"
DOCUMENTS, PASSAGES, QUICKER = 10_000, 100_000, 10
ALTERNATION_SHARE = 0.1
LEAST_RATIOS = {LOOPS: 2.5, ALTERNATION: 20.0}
MOST_P95_MS, MOST_READ_S, MOST_SLOPE = 10.0, 1.0, 1.1
GROWTH = (0.1, 0.3, 1.0)
RETAGGED = 1_000
Show = Callable[[str], None]


def run(*, quick: bool, show: Show) -> Result:
    """Make the documents, check the answers, measure, judge the goals."""
    count, passages = (DOCUMENTS // QUICKER, PASSAGES // QUICKER) if quick else (DOCUMENTS, PASSAGES)
    documents, digest = corpus(bench_folder(), count)
    show(f"{count} documents, {documents.stat().st_size // 1_000_000} MB, SHA-256 {digest}")
    with tempfile.TemporaryDirectory(prefix="taama-bench-") as place:
        folder = Path(place)
        table, scores = compared(documents, count, 3 if quick else 5, folder, show)
        slope = growth(table, count, folder, show)
        reading_s = one_release(documents, folder)
    found = searched(documents, passages, show)
    show("reading the labelled texts …")
    measured = quality.read_all()
    goals = [*speed_goals(table, slope, reading_s), *search_goals(found), retag_goal(documents)]
    goals += quality.goals(measured)
    return result(table, goals, found, scores, list(quality.rows(measured)))


def bench_folder() -> Path:
    """Where documents and databases are kept between runs."""
    return Path(settings.VAR) / "bench"


def compared(
    documents: Path, count: int, rounds: int, folder: Path, show: Show
) -> tuple[Table, dict[str, dict[str, float]]]:
    """All engines in turn; and how well each found what was planted."""
    some, _ = corpus(bench_folder(), int(count * ALTERNATION_SHARE))
    versions = f"SQLite {dbapi2.sqlite_version}"  # type: ignore[attr-defined]  # a C module
    engines = [
        Engine(OURS, python("taama.bench.evidence_ours", str(documents)), versions),
        Engine(LOOPS, python("taama.bench.evidence_rivals", "loops", str(documents)), versions),
        Engine(
            ALTERNATION,
            python("taama.bench.evidence_rivals", "alternation", str(some)),
            versions,
            ALTERNATION_SHARE,
        ),
    ]
    truth = {OURS: documents, LOOPS: documents, ALTERNATION: some}
    scores: dict[str, dict[str, float]] = {}

    def check(engine: Engine, place: Path) -> None:
        scores[engine.name] = insist(engine.name, read_corpus(truth[engine.name]), place)

    return measure(engines, rounds=rounds, folder=folder, check=check, show=show), scores


def growth(table: Table, count: int, folder: Path, show: Show) -> float:
    """The slope of log time to log documents, over a tenth, three tenths and all."""
    points = []
    for share in GROWTH:
        if share == 1:
            cpu = table.median(OURS, "cpu_s")
        else:
            some, _ = corpus(bench_folder(), int(count * share))
            place = folder / f"growth-{share}"
            place.mkdir()
            cpu = run_once(Engine(OURS, python("taama.bench.evidence_ours", str(some))), place).cpu_s
        points.append((math.log(count * share), math.log(cpu)))
        show(f"growth: {int(count * share)} documents, {cpu:.2f} CPU-s")
    return statistics.linear_regression(*zip(*points, strict=True)).slope


def one_release(documents: Path, folder: Path) -> float:
    """Seconds of `taama evidence read` on one text, start-up included: the median of five."""
    text = folder / "release.txt"
    text.write_text(read_corpus(documents)[0]["text"], encoding="utf-8")
    command = python("taama.config.cli", "evidence", "read", str(text), "--json")
    times = []
    for _ in range(5):
        began = time.perf_counter()
        said = subprocess.run(command, check=True, capture_output=True).stdout
        times.append(time.perf_counter() - began)
        assert json.loads(said)["documents"][0]["findings"]
    return statistics.median(times)


def searched(documents: Path, passages: int, show: Show) -> dict[str, dict[str, Any]]:
    """What searches took in each engine; PostgreSQL where its server can be started here."""
    found = {}
    for name, environment in databases(bench_folder() / f"search-{documents.stem}-{passages}"):
        with environment as variables:
            ready = Path(variables["TAAMA_VAR"]) / f"{name}-ready"
            if not ready.exists():
                show(f"{name}: holding {passages} passages …")
                searching("hold", documents, passages, variables)
                ready.touch()
            found[name] = json.loads(searching("ask", documents, passages, variables))
            show(f"{name}: {found[name]}")
    return found


def searching(work: str, documents: Path, passages: int, variables: dict[str, str]) -> bytes:
    """One step of the search workload in a process of its own."""
    command = python("taama.bench.evidence_search", work, str(documents), str(passages))
    return subprocess.run(command, check=True, env=variables, stdout=subprocess.PIPE).stdout


def speed_goals(table: Table, slope: float, reading_s: float) -> list[Goal]:
    """Ratios, growth and one release."""
    slope, reading_s = round(slope, 3), round(reading_s, 2)
    ratios = [
        Goal(f"{name} take at least {least} × our CPU time", round(table.ratio(name), 2), table.ratio(name) >= least)
        for name, least in LEAST_RATIOS.items()
    ]  # fmt: skip
    return [
        *ratios,
        Goal(f"cost grows with bytes: slope at most {MOST_SLOPE}", slope, slope <= MOST_SLOPE),
        Goal(f"one release read in at most {MOST_READ_S} s, start-up included", reading_s, reading_s <= MOST_READ_S),
    ]  # fmt: skip


def search_goals(found: dict[str, dict[str, Any]]) -> list[Goal]:
    """The p95 of a search in each engine; CPU time for SQLite, which is in our process, where the machine is busy."""
    is_busy = os.getloadavg()[0] > QUIET_LOAD
    goals = []
    for name, one in found.items():
        of, p95 = (" of CPU", one["p95_cpu_ms"]) if is_busy and name == "SQLite" else ("", one["p95_ms"])
        sentence = f"{name}: p95 of a search at most {MOST_P95_MS:.0f} ms{of} over {one['passages']} passages"
        goals.append(Goal(sentence, p95, p95 <= MOST_P95_MS))
    return goals


def retag_goal(documents: Path) -> Goal:
    """One changed phrase touches the documents that hold it."""
    done = retag(read_corpus(documents)[:RETAGGED])
    who = f"of {done.documents} documents only the {done.holding} that hold it are tagged anew"
    return Goal(
        f"after “{done.phrase}” changed, {who}",
        done.touched,
        done.touched == done.holding and not done.missed,
    )


def result(
    table: Table,
    goals: list[Goal],
    found: dict[str, dict[str, Any]],
    scores: dict[str, dict[str, float]],
    rows: list[quality.Row],
) -> Result:
    """All of it as one document and one text."""
    made = document("evidence", table, goals) | {"search": found, "planted": scores, "labelled": rows}
    busy = "" if os.getloadavg()[0] <= QUIET_LOAD else " (the machine is busy: these times are too long)"
    lines = [
        written("evidence", table, goals),
        "\nHow much of what was planted each engine found (F1):",
        *(
            f"- {name}: {', '.join(f'{kind} {f1}' for kind, f1 in one.items())}"
            for name, one in scores.items()
        ),
        f"\nSearch, ms of wall time{busy}:",
        *(f"- {name}: {one}" for name, one in found.items()),
        "\nHow well labelled texts are read:\n",
        quality.written(rows),
    ]
    return Result(made, "\n".join(lines), all(goal.holds for goal in goals))
