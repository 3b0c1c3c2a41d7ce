"""What a careful programmer writes first: `evidence_rivals loops|alternation CORPUS FOLDER`.

Tags by 1,012 `in` tests or by one big alternation; figures and claims by regular expressions made for exactly these
sentences; passages into FTS5 as they are. No part of it is slow on purpose.
"""

import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from pysqlite3 import dbapi2 as sqlite3

from .evidence_documents import phrases, read_corpus
from .evidence_prose import MONTHS

MONTH_NUMBERS = {
    name.lower(): place for names in MONTHS.values() for place, name in enumerate(names, start=1)
}
DAY = rf"(?P<day>\d{{1,2}})(?:er)? (?P<month>{'|'.join(MONTH_NUMBERS)}) (?P<year>(?:19|20)\d\d)"
HEDGE = r"(?:(?:plus de|moins de|près de|environ|au moins|au plus|more than|less than|nearly|about|at least|at most) )?"
NUMBER = r"\d{1,3}(?:[ \u00a0\u202f,.]\d{3})+|\d+(?:[.,]\d+)?(?: millions?| milliards?| billion)?"
NOUN = (
    "personnes déplacées internes|réfugiés|ménages|migrants de retour|élèves|internally displaced persons|refugees|"
    "households|returnees|pupils|personnes|migrants|persons|people"
)
DATES = re.compile(DAY, re.IGNORECASE)
FIGURES = re.compile(rf"(?<![\w/.-]){HEDGE}(?P<number>{NUMBER}) (?P<noun>{NOUN})\b", re.IGNORECASE)
EVENTS = re.compile(r"\b(?:adopté|validé|signé|publié|lancé|adopted|validated|signed|published|launched)e?\b")
SENTENCES = re.compile(r"[^.!?\n]+(?:[.!?](?! )[^.!?\n]+)*[.!?]?")
Answer = dict[str, object]


def main(tagging: str, corpus: Path, folder: Path) -> None:
    """Do the whole work and write down what was found."""
    documents = read_corpus(corpus)
    tags = TAGGING[tagging]()
    answers = [answer(made["number"], made["text"], tags) for made in documents]
    index([(made["number"], made["text"]) for made in documents], folder / "index.sqlite3")
    (folder / "answers.jsonl").write_text("\n".join(json.dumps(one) for one in answers))


def answer(number: int, text: str, tags: Callable[[str], set[int]]) -> Answer:
    """All that is asked of one document."""
    figures, claims = [], []
    for sentence in SENTENCES.finditer(text):
        at, words = sentence.start(), sentence[0]
        days = [(match.start(), match.end(), iso(match)) for match in DATES.finditer(words)]
        if not days:
            continue
        for match in FIGURES.finditer(words):
            value = re.sub(r"\D", "", match["number"])
            figures.append([at + match.start(), at + match.end(), value, days[0][2]])
        if EVENTS.search(words):
            claims += [[at + start, at + end, day] for start, end, day in days[:1]]
    return {"number": number, "objectives": sorted(tags(text)), "figures": figures, "claims": claims}


def iso(match: re.Match[str]) -> str:
    """A day as ISO writes it."""
    return f"{match['year']}-{MONTH_NUMBERS[match['month'].lower()]:02}-{int(match['day']):02}"


def by_loops() -> Callable[[str], set[int]]:
    """One `in` after the other."""
    curated = [(number, phrase.lower()) for number, _language, phrase in phrases()]

    def tags(text: str) -> set[int]:
        folded = text.lower()
        return {number for number, phrase in curated if phrase in folded}

    return tags


def by_alternation() -> Callable[[str], set[int]]:
    """One pattern of all phrases, the longest first."""
    of: dict[str, set[int]] = {}
    for number, _language, phrase in phrases():
        of.setdefault(phrase.lower(), set()).add(number)
    pattern = re.compile("|".join(map(re.escape, sorted(of, key=len, reverse=True))))

    def tags(text: str) -> set[int]:
        return {number for match in pattern.finditer(text.lower()) for number in of[match[0]]}

    return tags


def paragraphs(text: str) -> Iterator[str]:
    """Passages parted by empty lines."""
    return (part for part in text.split("\n\n") if part.strip())


def index(documents: list[tuple[int, str]], path: Path) -> None:
    """Every passage into FTS5."""
    database = sqlite3.connect(path)  # type: ignore[attr-defined]  # a C module without types
    database.execute("PRAGMA journal_mode=WAL")
    database.execute(
        "CREATE VIRTUAL TABLE words USING fts5(document UNINDEXED, text, tokenize='unicode61 remove_diacritics 2')"
    )
    rows = [(number, passage) for number, text in documents for passage in paragraphs(text)]
    database.executemany("INSERT INTO words(document, text) VALUES (?, ?)", rows)
    database.commit()
    database.close()


TAGGING = {"loops": by_loops, "alternation": by_alternation}


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
