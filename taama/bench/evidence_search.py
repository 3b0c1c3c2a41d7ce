"""Search over many passages, for a process of its own: `evidence_search hold|ask CORPUS PASSAGES`."""

import datetime as dt
import hashlib
import json
import re
import statistics
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import django

from .evidence_documents import read_corpus
from .evidence_prose import PLACES

if TYPE_CHECKING:  # records can be imported only once Django is ready
    from taama.evidence.search import Asked

BATCH = 200
PUBLISHERS = 40
CITED = 50  # every so many-th passage is cited
SEARCHES, ROUNDS = 300, 5
KINDS = ("word", "words", "phrase", "dated", "published", "cited", "placed")


def hold(corpus: Path, passages: int) -> None:
    """Fill the database with documents until it holds so many passages."""
    from django.core.management import call_command

    from taama.evidence.models import Passage

    call_command("migrate", verbosity=0, interactive=False)
    documents = read_corpus(corpus)
    for first in range(0, len(documents), BATCH):
        held = Passage.objects.count()
        if held >= passages:
            break
        hold_some(documents[first : first + BATCH], passages - held)
    analyse()


def hold_some(documents: list[dict[str, Any]], most: int) -> None:
    """Some documents with their passages, index and citations, in one change."""
    from taama.evidence.models import Citation, Document, Passage, Reading
    from taama.evidence.passage_index import index_passages
    from taama.journal.actors import Program
    from taama.journal.changes import open_change, record

    with open_change():
        held = Document.objects.bulk_create(record_of(made) for made in documents)
        readings = Reading.objects.bulk_create(
            Reading(document=document, reader="bench", text=made["text"])
            for document, made in zip(held, documents, strict=True)
        )
        for document, reading in zip(held, readings, strict=True):
            passages = Passage.objects.bulk_create(islice(cut_of(reading), max(most, 0)))
            most -= len(passages)
            index_passages(document, reading.text, passages)
            Citation.objects.bulk_create(
                Citation(code=str(one.pk), passage=one, start=one.start, end=one.end)
                for one in passages
                if one.pk.int % CITED == 0
            )
        record("evidence.documents.invented", held[0], by=Program("bench"))


def record_of(made: dict[str, Any]) -> Any:
    """A document as a record."""
    from taama.evidence.models import Document

    number = made["number"]
    return Document(
        slug=f"invented-{number}", title=made["text"].split("\n")[0], publisher=f"Publisher {number % PUBLISHERS}",
        kind="report", published_on=made["dated"], language=made["language"], place=PLACES[number % len(PLACES)],
        file=str(number), original_name="invented.txt", sha256=hashlib.sha256(str(number).encode()).hexdigest(),
        size=len(made["text"]), media_type="text/plain", received_at=dt.datetime.now(tz=dt.UTC),
    )  # fmt: skip


def cut_of(reading: Any) -> Iterator[Any]:
    """The passages of a reading."""
    from taama.evidence.models import Passage
    from taama.evidence.passages import cut

    for position, span in enumerate(cut(reading.text), start=1):
        yield Passage(reading=reading, position=position, start=span.start, end=span.end)


def analyse() -> None:
    """Let the engine count what it holds, as it does by itself in time."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def ask(corpus: Path, passages: int) -> None:
    """Time the searches and print what they took; one that finds none of its own words is wrong."""
    from django.core.management import call_command

    from taama.evidence.models import Passage

    call_command("migrate", verbosity=0, interactive=False)  # a database kept from an earlier version
    asked = searches(read_corpus(corpus))
    times = {kind: [taken(one, kind) for one in found] for kind, found in asked.items()}
    every = [one for found in times.values() for one in found]
    answer = {
        "passages": Passage.objects.count(),
        "searches": len(every),
        "p50_ms": in_ms(statistics.median(wall for wall, _cpu in every)),
        "p95_ms": p95(wall for wall, _cpu in every),
        "p95_cpu_ms": p95(cpu for _wall, cpu in every),
        "p95_ms_by_kind": {kind: p95(wall for wall, _cpu in found) for kind, found in times.items()},
    }
    print(json.dumps(answer))


def p95(seconds: Iterable[float]) -> float:
    """What nineteen of twenty do not exceed, in milliseconds."""
    return in_ms(statistics.quantiles(seconds, n=20)[-1])


def in_ms(seconds: float) -> float:
    """Milliseconds, two places."""
    return round(seconds * 1000, 2)


def taken(asked: "Asked", kind: str) -> tuple[float, float]:
    """Seconds from the words to the first page of passages, by the clock and of CPU: medians of some rounds."""
    from taama.evidence.search import search

    walls, cpus = [], []
    for _ in range(ROUNDS):
        wall, cpu = time.perf_counter(), time.process_time()
        hits = search(asked).hits()
        cpus.append(time.process_time() - cpu)
        walls.append(time.perf_counter() - wall)
    if kind in ("word", "phrase") and not hits:
        raise SystemExit(f"“{asked.words}” was not found")
    return statistics.median(walls), statistics.median(cpus)


def searches(documents: list[dict[str, Any]]) -> dict[str, list["Asked"]]:
    """What is asked, by kind: words as frequent as they stand in the texts, so mostly common ones."""
    from taama.evidence.search import Asked

    dice = Random(SEARCHES)
    asked: dict[str, list[Asked]] = {kind: [] for kind in KINDS}
    for place in range(SEARCHES):
        kind = KINDS[place % len(KINDS)]
        words = words_of(dice.choice(documents[: len(documents) // 2])["text"], dice)
        asked[kind].append(
            {
                "word": Asked(words=dice.choice(words)),
                "words": Asked(words=" ".join(dice.sample(words, 2))),
                "phrase": Asked(words=f"“{words[0]} {words[1]}”"),
                "dated": Asked(words=words[0], since="2016", until="2018-06", language="fr"),
                "published": Asked(words=words[0], publisher=f"Publisher {place % PUBLISHERS}"),
                "cited": Asked(words=words[0], status="cited"),
                "placed": Asked(words=f"{words[0]} {words[1]}", place=dice.choice(PLACES)),
            }[kind]
        )
    return asked


def words_of(text: str, dice: Random) -> list[str]:
    """A run of long words of one passage, the first two side by side."""
    runs = [run for line in text.split("\n\n")[1:] for run in LONG_WORDS.findall(line)]
    return str(dice.choice(runs)).split()


LONG_WORDS = re.compile(r"[^\W\d_]{5,} [^\W\d_]{5,}")


if __name__ == "__main__":
    django.setup()
    {"hold": hold, "ask": ask}[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))
