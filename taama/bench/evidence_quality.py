"""How well the hand-labelled texts are read: precision, recall and F1 per kind and language, five words beside."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from taama.evidence.gold.labels import Labelled, labelled_documents
from taama.evidence.gold.scoring import Measured, Score, Summary, measure, summary
from taama.extraction.baseline import five_words
from taama.extraction.lexicon import shipped_lexicon
from taama.extraction.reading import tell
from taama.extraction.told import About, ToldObjective

from .frame import Goal

LANGUAGES = {"fr": "French", "en": "English", "": "both"}
KINDS = ("findings", "claims", "objectives", "names", "boilerplate")
LEAST_F1 = {"findings": 0.90, "claims": 0.80, "objectives": 0.80}
MOST_FALSE = 0.5
Row = dict[str, object]


def read_all() -> list[Measured]:
    """Every labelled document, read and measured."""
    lexicon = shipped_lexicon()
    return [
        measure(one, tell(one.text, About(one.language, one.date, one.country), lexicon))
        for one in labelled_documents()
    ]


def rows(measured: Iterable[Measured]) -> Iterator[Row]:
    """One row a language and kind; the five words beside the objectives."""
    every = list(measured)
    for language, name in LANGUAGES.items():
        mine = [one for one in every if not language or one.document.language == language]
        scores = summary(mine).scores
        for kind in KINDS:
            yield row(name, kind, len(mine), scores[kind])
        yield row(name, "objectives, five words", len(mine), baseline(mine).scores["objectives"])


def row(language: str, kind: str, documents: int, score: Score) -> Row:
    """One row of the table."""
    return {
        "language": language,
        "kind": kind,
        "documents": documents,
        "precision": round(score.precision, 3),
        "recall": round(score.recall, 3),
        "f1": round(score.f1, 3),
    }


def baseline(measured: Iterable[Measured]) -> Summary:
    """The same documents with the objectives five words each would suggest."""
    return summary(
        [replace(one, told=replace(one.told, objectives=by_words(one.document))) for one in measured]
    )


def by_words(document: Labelled) -> tuple[ToldObjective, ...]:
    """What the five words say."""
    return tuple(ToldObjective(number, 0.5, ()) for number in five_words(document.text))


def goals(measured: Iterable[Measured]) -> list[Goal]:
    """The F1 promised for each kind, and how many false findings a document may have."""
    found = summary(list(measured))
    f1 = {kind: round(found.scores[kind].f1, 3) for kind in LEAST_F1}
    false = round(found.false_findings_per_document, 2)
    return [
        *(Goal(f"labelled texts: F1 of {kind} at least {least}", f1[kind], f1[kind] >= least)
          for kind, least in LEAST_F1.items()),
        Goal(f"labelled texts: at most {MOST_FALSE} false findings a document", false, false <= MOST_FALSE),
    ]  # fmt: skip


def written(found: Iterable[Row]) -> str:
    """The rows as a Markdown table."""
    lines = ["| language | kind | documents | precision | recall | F1 |", "|---|---|---|---|---|---|"]
    return "\n".join([*lines, *(f"| {' | '.join(str(value) for value in one.values())} |" for one in found)])
