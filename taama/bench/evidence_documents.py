"""Seeded synthetic documents in French and English, with what is planted in them: the truth engines are held to."""

import datetime as dt
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from taama.extraction.phrases import STRONG, shipped_rows

from .evidence_prose import MONTHS, PLACES, PROSE, Prose

SEED = 2018
LENGTH = 2_400  # characters of a document, at least
FIGURES, CLAIMS, TAGS, DECOYS = 2.5, 1.0, 2, 2
CONTRADICTING = 0.06
PHRASES_AN_OBJECTIVE = 44  # French and English together: 1,012 for the 23
SYLLABLES = (
    "ba",
    "ko",
    "di",
    "sa",
    "ma",
    "tou",
    "fa",
    "ki",
    "lé",
    "ra",
    "né",
    "mou",
    "dia",
    "sé",
    "go",
    "yé",
)
SPACES = (" ", "\u00a0", "\u202f")

Key = tuple[str, str, str]


@dataclass(frozen=True)
class Planted:
    """A figure or claim put into a document: where, the value (empty for a claim), its date."""

    start: int
    end: int
    value: str
    day: str


@dataclass
class Synthetic:
    """A document with the truth about it."""

    number: int
    language: str
    dated: str
    text: str = ""
    figures: list[Planted] = field(default_factory=list)
    claims: list[Planted] = field(default_factory=list)
    objectives: dict[int, list[str]] = field(default_factory=dict)
    contradicts: int | None = None


def phrases() -> list[tuple[int, str, str]]:
    """1,012 phrases (objective, language, phrase): the strongest of the curated ones, in the order of their list."""
    of: dict[tuple[int, str], list[str]] = defaultdict(list)
    for row in shipped_rows():
        if row.weight == STRONG and " " in row.phrase:
            of[row.number, row.language].append(row.phrase)
    half = PHRASES_AN_OBJECTIVE // 2
    return [
        (number, language, phrase)
        for (number, language), found in sorted(of.items())
        for phrase in Random(f"{number}{language}").sample(found, min(half, len(found)))
    ]


class Writer:
    """Writes one document after the other; remembers what was counted where and when."""

    def __init__(self, count: int) -> None:
        self.dice, self.count = Random(SEED), count
        self.counted: dict[Key, tuple[int, int]] = {}
        self.exact: list[Key] = []
        self.phrases: dict[tuple[int, str], list[str]] = defaultdict(list)
        for number, language, phrase in phrases():
            self.phrases[number, language].append(phrase)

    def documents(self) -> Iterator[Synthetic]:
        """Every document in turn."""
        for number in range(self.count):
            yield self.document(number)

    def document(self, number: int) -> Synthetic:
        """One document: what is planted, shuffled among sentences that say nothing, in paragraphs."""
        dice = self.dice
        made = Synthetic(number, dice.choice(["fr", "en"]), self.day().isoformat())
        prose = PROSE[made.language]
        parts = [self.figure(made, prose) for _ in range(int(FIGURES) + (dice.random() < FIGURES % 1))]
        parts += [self.claim(made, prose) for _ in range(int(CLAIMS))]
        parts += [self.tagged(made, prose) for _ in range(TAGS)]
        parts += [(self.filled(dice.choice(prose.decoys), prose), None) for _ in range(DECOYS)]
        length = sum(len(sentence) for sentence, _ in parts)
        while length < LENGTH:
            sentence = self.filled(dice.choice(prose.filling), prose)
            parts.append((sentence, None))
            length += len(sentence)
        dice.shuffle(parts)
        write_out(made, self.filled(dice.choice(prose.title), prose), parts)
        return made

    def figure(self, made: Synthetic, prose: Prose) -> "Part":
        """A counted number at a place on a day; now and then one that contradicts an earlier document."""
        dice = self.dice
        hedge = dice.choice(list(prose.hedges))
        if self.exact and made.contradicts is None and dice.random() < CONTRADICTING / FIGURES:
            key = dice.choice(self.exact[-50:])
            hedge, value, made.contradicts = "", self.counted[key][0] * 2 + 311, self.counted[key][1]
        else:
            key, value = self.new_key(prose), dice.randrange(1_100, 400_000)
            self.counted[key] = (value, made.number)
            self.exact += [key] if not hedge else []
        noun = next(word for word, code in prose.nouns if code == key[0])
        number = hedge + self.written(value, made.language)
        sentence = self.filled(dice.choice(prose.figures), prose, place=key[1])
        sentence = sentence.replace("{day}", in_words(key[2], made.language))
        start = sentence.index("{number} {noun}")
        text = f"{number} {noun}"
        sentence = sentence.replace("{number} {noun}", text)
        return sentence, ("figures", start, start + len(text), str(value), key[2])

    def new_key(self, prose: Prose) -> Key:
        """Something nobody has counted yet."""
        while True:
            _noun, code = self.dice.choice(prose.nouns)
            key = (code, self.dice.choice(PLACES), self.day().isoformat())
            if key not in self.counted:
                return key

    def claim(self, made: Synthetic, prose: Prose) -> "Part":
        """Something that happened on a day."""
        dice, day = self.dice, self.day().isoformat()
        subject = dice.choice(prose.subjects)
        sentence = self.filled(dice.choice(prose.claims), prose)
        sentence = sentence.replace("{Subject}", subject[0].upper() + subject[1:]).replace(
            "{subject}", subject
        )
        sentence = sentence.replace("{event}", dice.choice(prose.events))
        words = in_words(day, made.language)
        start = sentence.index("{day}")
        return sentence.replace("{day}", words), ("claims", start, start + len(words), "", day)

    def tagged(self, made: Synthetic, prose: Prose) -> "Part":
        """Two phrases of one objective."""
        number = self.dice.randrange(1, 24)
        said = self.dice.sample(self.phrases[number, made.language], 2)
        made.objectives.setdefault(number, []).extend(said)
        sentence = self.filled(self.dice.choice(prose.tags), prose)
        return sentence.replace("{phrase}", said[0]).replace("{other}", said[1]), None

    def filled(self, sentence: str, prose: Prose, place: str = "") -> str:
        """A sentence with its names, things and places; what is planted stays in braces."""
        dice, thing = self.dice, self.dice.choice(prose.things)
        words = {
            "name": f"{self.name()} {self.name()}", "thing": thing, "Thing": thing[0].upper() + thing[1:],
            "doing": dice.choice(prose.doings), "place": place or dice.choice(PLACES),
            "low": str(dice.randrange(10, 60)), "high": str(dice.randrange(10, 99)),
        }  # fmt: skip
        for name, word in words.items():
            sentence = sentence.replace(f"{{{name}}}", word)
        return sentence

    def name(self) -> str:
        """An invented name."""
        return "".join(self.dice.choices(SYLLABLES, k=self.dice.randrange(2, 4))).capitalize()

    def day(self) -> dt.date:
        """Some day of twelve years."""
        return dt.date(2013, 1, 1) + dt.timedelta(days=self.dice.randrange(12 * 365))

    def written(self, value: int, language: str) -> str:
        """A number as the language writes it."""
        return f"{value:,}".replace(",", self.dice.choice(SPACES) if language == "fr" else ",")


Part = tuple[str, tuple[str, int, int, str, str] | None]


def write_out(made: Synthetic, title: str, parts: list[Part]) -> None:
    """Put the sentences into paragraphs and note where what was planted now stands."""
    text = f"{title}\n\n"
    for place, (sentence, planted) in enumerate(parts):
        if planted:
            kind, start, end, value, day = planted
            getattr(made, kind).append(Planted(len(text) + start, len(text) + end, value, day))
        text += sentence + ("\n\n" if place % 2 else " ")
    made.text = text


def in_words(day: str, language: str) -> str:
    """A day as the language writes it."""
    date = dt.date.fromisoformat(day)
    first = "1er" if language == "fr" and date.day == 1 else str(date.day)
    return f"{first} {MONTHS[language][date.month - 1]} {date.year}"


def corpus(folder: Path, count: int) -> tuple[Path, str]:
    """The file of so many documents, one a line, written once; with the digest of its bytes."""
    source = hashlib.sha256(b"".join(path.read_bytes() for path in SOURCES)).hexdigest()[:12]
    path = folder / f"evidence-{count}-{source}.jsonl"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        lines = [json.dumps(asdict(made), ensure_ascii=False) for made in Writer(count).documents()]
        path.write_text("\n".join(lines), encoding="utf-8")
    return path, hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def read_corpus(path: Path) -> list[dict[str, Any]]:
    """The documents as plain values."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


HERE = Path(__file__).parent
SOURCES = (
    HERE / "evidence_documents.py", HERE / "evidence_prose.py",
    *sorted((HERE.parent / "extraction" / "phrases").glob("*.csv")),
)  # fmt: skip
