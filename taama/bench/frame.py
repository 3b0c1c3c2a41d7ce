"""How engines are compared: equal answers first, then interleaved rounds in fresh processes, then ratios."""

import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from taama.web.refusals import Refused

QUIET_LOAD = 1.5


class WrongAnswer(Refused):
    """An engine's output differs from the truth: it has no time."""

    def __init__(self, sentence: str) -> None:
        super().__init__("bench.wrong_answer", sentence)


@dataclass(frozen=True)
class Engine:
    """One way to do the work: a command for a fresh process, run in a folder of its own.

    `share` is the part of the work it is given; its time is counted as if it had done all, and marked (x).
    """

    name: str
    command: tuple[str, ...]
    versions: str = ""
    share: float = 1.0


@dataclass(frozen=True)
class Run:
    """One finished process: CPU-seconds (user + system, children too), wall seconds, peak megabytes."""

    cpu_s: float
    wall_s: float
    peak_mb: float


@dataclass(frozen=True)
class Goal:
    """A promise as a ratio or a size, the figure found, and whether it holds."""

    goal: str
    figure: float
    holds: bool


@dataclass(frozen=True)
class Result:
    """What one workload found."""

    document: dict[str, Any]
    text: str
    holds: bool


@dataclass
class Table:
    """The rounds of every engine; the first engine is ours."""

    engines: Sequence[Engine]
    runs: dict[str, list[Run]] = field(default_factory=dict)
    load_before: float = 0.0

    def median(self, name: str, what: str) -> float:
        """The median of one engine's figure over the rounds."""
        return float(statistics.median(getattr(run, what) for run in self.runs[name]))

    def ratio(self, name: str) -> float:
        """How many times our CPU time an engine takes: the median of the ratios of each round."""
        ours = self.runs[self.engines[0].name]
        pairs = zip(self.runs[name], ours, strict=True)
        return statistics.median(theirs.cpu_s / own.cpu_s for theirs, own in pairs)

    def rows(self) -> list[dict[str, Any]]:
        """One row an engine, as the JSON document has it."""
        return [
            {
                "engine": engine.name,
                "cpu_s": round(self.median(engine.name, "cpu_s"), 3),
                "wall_s": round(self.median(engine.name, "wall_s"), 3),
                "peak_mb": round(self.median(engine.name, "peak_mb"), 1),
                "ratio": round(self.ratio(engine.name), 2),
            }
            for engine in self.engines
        ]


def measure(
    engines: Sequence[Engine],
    *,
    rounds: int,
    folder: Path,
    check: Callable[[Engine, Path], None],
    show: Callable[[str], None],
) -> Table:
    """Run each engine once and judge its answer, then A B C A B C … in fresh processes."""
    table = Table(engines, {engine.name: [] for engine in engines}, os.getloadavg()[0])
    for engine in engines:
        place = fresh(folder / engine.name)
        run_once(engine, place)
        check(engine, place)
        show(f"{engine.name}: answer right")
    for number in range(rounds):
        for engine in engines:
            table.runs[engine.name].append(run_once(engine, fresh(folder / engine.name)))
        show(f"round {number + 1} of {rounds}")
    return table


def fresh(folder: Path) -> Path:
    """An empty folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        path.unlink()
    return folder


def run_once(engine: Engine, folder: Path) -> Run:
    """One process from start to end, by the operating system's own accounting."""
    began = time.perf_counter()
    process = subprocess.Popen([*engine.command, str(folder)], stdout=subprocess.DEVNULL)
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise WrongAnswer(f"{engine.name} ended with code {process.returncode}")
    wall = time.perf_counter() - began
    cpu = usage.ru_utime + usage.ru_stime
    return Run(cpu / engine.share, wall / engine.share, usage.ru_maxrss / 1024)


def document(name: str, table: Table, goals: Sequence[Goal]) -> dict[str, Any]:
    """The one JSON document of a workload."""
    return {
        "name": name,
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, "
        f"load {table.load_before:.1f}",
        "rounds": min(len(runs) for runs in table.runs.values()),
        "engines": table.rows(),
        "goals": [asdict(goal) for goal in goals],
    }


def written(name: str, table: Table, goals: Sequence[Goal]) -> str:
    """The same as a Markdown table for people, the rows where we lose included."""
    lines = [f"## {name}", "", "| engine | CPU-s | wall s | peak MB | × ours |", "|---|---|---|---|---|"]
    for row, engine in zip(table.rows(), table.engines, strict=True):
        wall = row["wall_s"] if table.load_before <= QUIET_LOAD else "–"
        about = f" ({engine.versions})" if engine.versions else ""
        about += f" (x: from {engine.share:.0%} of the work)" if engine.share < 1 else ""
        lines.append(
            f"| {row['engine']}{about} | {row['cpu_s']} | {wall} | {row['peak_mb']} | {row['ratio']} |"
        )
    if table.load_before > QUIET_LOAD:
        lines += ["", f"No wall time: the machine was busy at the start (load {table.load_before:.1f})."]
    lines += [
        "",
        *(f"- {'holds' if goal.holds else 'MISSED'}: {goal.goal} — {goal.figure}" for goal in goals),
    ]
    return "\n".join(lines)


def python(module: str, *words: str) -> tuple[str, ...]:
    """A command that runs a module of ours in a fresh interpreter."""
    return (sys.executable, "-m", module, *words)
