"""`python -m taama.evidence.gold --language fr --odd`: scores, and line by line what is missed and what is false.

`--from 51` asks for the blind documents alone: scores, no faults.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence

from taama.evidence.gold.labels import Labelled, LabelledClaim, LabelledFinding, labelled_documents
from taama.evidence.gold.scoring import Measured, Score, Summary, measure, summary
from taama.extraction.lexicon import Lexicon, shipped_lexicon
from taama.extraction.reading import tell
from taama.extraction.told import About, Span, ToldClaim, ToldFigure, ToldTime


def main(arguments: Sequence[str]) -> None:
    """Measure the documents asked for and print."""
    asked = parsed(arguments)
    documents = [one for one in labelled_documents(asked.language) if is_asked(one, asked)]
    lexicon = shipped_lexicon()
    measured = [read(one, lexicon) for one in documents]
    for one in measured:
        sys.stdout.writelines(f"{line}\n" for line in faults(one) if one.document.is_for_development)
    sys.stdout.writelines(f"{line}\n" for line in table(summary(measured)))


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """The options of the command."""
    parser = argparse.ArgumentParser(prog="python -m taama.evidence.gold")
    parser.add_argument("--language", choices=("fr", "en"), default="")
    half = parser.add_mutually_exclusive_group()
    half.add_argument("--odd", action="store_true", help="only documents for development")
    half.add_argument("--even", action="store_true", help="only documents held out: scores, no faults")
    parser.add_argument(
        "--from", type=int, default=1, dest="first", help="only documents from this number on"
    )
    parser.add_argument("--to", type=int, default=999, dest="last", help="only documents up to this number")
    return parser.parse_args(arguments)


def is_asked(document: Labelled, asked: argparse.Namespace) -> bool:
    """Whether the document belongs to the half and the numbers asked for."""
    half = document.is_for_development if asked.odd else not (asked.even and document.is_for_development)
    return half and asked.first <= document.number <= asked.last


def read(document: Labelled, lexicon: Lexicon) -> Measured:
    """The machine's reading of a document, measured."""
    about = About(language=document.language, dated=document.date, country=document.country)
    return measure(document, tell(document.text, about, lexicon))


def faults(one: Measured) -> Iterator[str]:
    """What is missed and what is false in one document, a line each."""
    document = one.document
    yield f"── {document.key} {document.title[:80]}"
    for label in one.findings.missed:
        yield f"   missed finding  {quote(document, label)}  {said_of_label(label)}"
    for figure in one.findings.false:
        yield f"   FALSE finding   {quote(document, figure)}  {said_of_figure(figure)}"
    for missed in one.claims.missed:
        yield f"   missed claim    {quote(document, missed)}  {said_of_claim_label(missed)}"
    for claim in one.claims.false:
        yield f"   FALSE claim     {quote(document, claim)}  {said_of_claim(claim)}"
    yield from wrong_objectives(one)


def wrong_objectives(one: Measured) -> Iterator[str]:
    """Objectives missed and false, with the words that misled."""
    asked, text = set(one.document.objectives), one.document.text
    told = {objective.number: objective for objective in one.told.objectives}
    for number in sorted(asked - told.keys()):
        yield f"   missed objective {number}"
    for number in sorted(told.keys() - asked):
        why = ", ".join(text[span.start : span.end] for span in told[number].why)
        yield f"   FALSE objective {number}  because of: {why}"


def quote(document: Labelled, span: Span) -> str:
    """The words with their offsets."""
    return f"{span.start}:{span.end} “{' '.join(document.text[span.start : span.end].split())}”"


def said_of_label(label: LabelledFinding) -> str:
    """The label in short."""
    upper = f"–{label.value_to}" if label.value_to is not None else ""
    return f"{label.qualifier} {label.value}{upper} {label.unit}"


def said_of_figure(figure: ToldFigure) -> str:
    """The figure in short."""
    upper = f"–{figure.value_to}" if figure.value_to is not None else ""
    return f"{figure.qualifier} {figure.value}{upper} {figure.unit} ({figure.what})"


def said_of_claim_label(label: LabelledClaim) -> str:
    """The label in short."""
    return f"{label.subject} · {label.predicate} · {label.as_of or f'{label.begin}/{label.finish}'}"


def said_of_claim(claim: ToldClaim) -> str:
    """The claim in short."""
    return f"{claim.subject} · {claim.predicate} · {said_of_time(claim.time)}"


def said_of_time(time: ToldTime) -> str:
    """The time in short."""
    return time.as_of or f"{time.begin}/{time.finish}"


def table(scores: Summary) -> Iterator[str]:
    """The scores, a line each."""
    yield f"{scores.documents} documents".ljust(20) + "precision  recall  F1"
    for name, score in scores.scores.items():
        yield f"{name:<20}{row(score)}"
    yield f"{'objectives, macro':<20}{scores.objectives_macro_f1:25.3f}"
    yield f"false findings per document: {scores.false_findings_per_document:.2f}"
    for name, score in scores.fields.items():
        yield f"  {name} right: {score.precision:.3f} of {score.said}"


def row(score: Score) -> str:
    """Precision, recall, F1 and what they count."""
    return (
        f"{score.precision:9.3f}{score.recall:8.3f}{score.f1:8.3f}   "
        f"({score.right} of {score.said} right, {score.found} of {score.asked} found)"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
