"""Read `conflicts.toml`: pairs of labelled passages that disagree, only seem to, or spell one name in two ways."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from taama.evidence.gold.agreement import overlap
from taama.evidence.gold.labels import HERE, Labelled, WrongLabel, places_of
from taama.evidence.gold.scoring import Pair, Place
from taama.extraction.told import Span

VERDICTS = ("conflict", "none", "alias")


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two places (document, start, end), and whether what stands there can both be true."""

    one: Place
    other: Place
    subject: str
    verdict: str
    why: str

    @property
    def places(self) -> Pair:
        """Both places, as scores want them."""
        return self.one, self.other


def labelled_pairs(documents: Iterable[Labelled], path: Path = HERE / "conflicts.toml") -> list[LabelledPair]:
    """The pairs whose documents are both among those given; WrongLabel if a passage has no label."""
    by_key = {document.key: document for document in documents}
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["pairs"]
    return [pair_of(row, by_key) for row in rows if keys_of(row) <= by_key.keys()]


def keys_of(row: Mapping[str, Any]) -> set[str]:
    """The documents of a pair."""
    return {row["one"]["document"], row["other"]["document"]}


def pair_of(row: Mapping[str, Any], documents: Mapping[str, Labelled]) -> LabelledPair:
    """A pair with its offsets."""
    if row["verdict"] not in VERDICTS:
        raise WrongLabel(f"conflicts.toml: “{row['subject']}” has no such verdict: {row['verdict']}")
    one, other = (place_of(row[side], row["verdict"], documents) for side in ("one", "other"))
    return LabelledPair(one, other, row["subject"], row["verdict"], row["why"])


def place_of(side: Mapping[str, Any], verdict: str, documents: Mapping[str, Labelled]) -> Place:
    """Where the quote lies on a label of its document."""
    document = documents[side["document"]]
    labels = names_of(document) if verdict == "alias" else (*document.findings, *document.claims)
    for span in places_of(side["quote"], document.text):
        if any(overlap(span, label) for label in labels):
            return document.key, span.start, span.end
    raise WrongLabel(f"conflicts.toml: “{side['quote']}” lies on no label of {document.key}")


def names_of(document: Labelled) -> list[Span]:
    """All mentions of names."""
    return [mention for name in document.names for mention in name.mentions]


def places_with(pairs: Iterable[LabelledPair], *verdicts: str) -> list[Pair]:
    """The places of the pairs with one of the verdicts: what `conflicts_score` asks for."""
    return [pair.places for pair in pairs if pair.verdict in verdicts]
