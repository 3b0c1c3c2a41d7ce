"""Whether an engine's answers meet what was planted: an engine below the least F1 has no time."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .frame import WrongAnswer

LEAST_F1 = (
    0.85  # the same for all: the rivals’ patterns were made for these very sentences, our rules were not
)
KINDS = ("objectives", "figures", "claims")


@dataclass
class Counts:
    """How much was said, how much of it is right, how much was planted and how much of that found."""

    right: int = 0
    said: int = 0
    found: int = 0
    planted: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        precision = self.right / self.said if self.said else 1.0
        recall = self.found / self.planted if self.planted else 1.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def insist(name: str, documents: Iterable[dict[str, Any]], folder: Path) -> dict[str, float]:
    """The F1 of each kind; WrongAnswer where one is too low or a document was left out."""
    answers = {one["number"]: one for one in read_answers(folder / "answers.jsonl")}
    counts = {kind: Counts() for kind in KINDS}
    for made in documents:
        if made["number"] not in answers:
            raise WrongAnswer(f"{name}: document {made['number']} has no answer")
        answer = answers[made["number"]]
        add_objectives(counts["objectives"], answer["objectives"], made["objectives"])
        for kind in ("figures", "claims"):
            add_spans(counts[kind], answer[kind], made[kind])
    scores = {kind: round(found.f1, 3) for kind, found in counts.items()}
    low = [f"{kind} {score}" for kind, score in scores.items() if score < LEAST_F1]
    if low:
        raise WrongAnswer(f"{name}: F1 under {LEAST_F1}: {', '.join(low)}")
    return scores


def read_answers(path: Path) -> list[dict[str, Any]]:
    """One answer a document."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def add_objectives(counts: Counts, said: Iterable[int], planted: dict[str, Any]) -> None:
    """Objectives of one document."""
    told, wanted = set(said), {int(number) for number in planted}
    counts.said += len(told)
    counts.planted += len(wanted)
    counts.right += len(told & wanted)
    counts.found += len(told & wanted)


def add_spans(counts: Counts, said: list[list[Any]], planted: list[dict[str, Any]]) -> None:
    """Figures (with their value) or claims of one document: right where they overlap and name the same day."""
    counts.said += len(said)
    counts.planted += len(planted)
    counts.right += sum(any(agrees(one, truth) for truth in planted) for one in said)
    counts.found += sum(any(agrees(one, truth) for one in said) for truth in planted)


def agrees(said: list[Any], truth: dict[str, Any]) -> bool:
    """Whether one answer is one planted thing."""
    start, end, *value, day = said
    overlaps = int(start) < truth["end"] and truth["start"] < int(end)
    return overlaps and day == truth["day"] and (not value or value == [truth["value"]])
