"""What files tell, for a person at a terminal: a few lines a file, the words of the text themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from taama.evidence.reasons import in_words
from taama.extraction.told import Span, Told, ToldClaim, ToldFigure, ToldPlace, ToldTime

from .told_file import FileTold
from .told_json import by_score, number
from .wording import catalogue

if TYPE_CHECKING:
    from taama.suggestions.rules import ToldConflict

LONGEST_QUOTE = 100
HEDGES = {
    "exactly": "",
    "more_than": "> ",
    "less_than": "< ",
    "at_least": "≥ ",
    "at_most": "≤ ",
    "nearly": "≲ ",
    "about": "≈ ",
    "between": "",
}


def lines(found: Sequence[FileTold], conflicts: Sequence[ToldConflict], language: str) -> Iterator[str]:
    """The whole summary."""
    _ = catalogue(language)
    for one in found:
        yield one.file
        if one.told is None:
            yield f"  {in_words(one.refused, language)}"
        else:
            yield from of_file(one, one.told, _)
        yield ""
    if conflicts:
        yield _("Conflicts: %(count)s") % {"count": len(conflicts)}
    for conflict in conflicts:
        yield f"  {conflict.subject}"
        for said in conflict.between:
            yield f"    {said.says} · {said.document} [{said.start}:{said.end}]"


def of_file(one: FileTold, told: Told, _: Callable[[str], str]) -> Iterator[str]:
    """One file that was read."""
    card = one.card
    if card is not None:
        head = (card.title, card.publisher, card.date, card.reference, card.language)
        yield "  " + " · ".join(part for part in head if part)
    if told.objectives:
        numbers = ", ".join(str(objective.number) for objective in by_score(told.objectives))
        yield "  " + _("Objectives: %(numbers)s") % {"numbers": numbers}
    yield from section(_("Findings"), [finding(one.text, figure) for figure in told.figures])
    yield from section(_("Dated statements"), [claim(one.text, said) for said in told.claims])
    names = sorted({name.name for name in told.names})
    if names:
        yield "  " + _("Names: %(names)s") % {"names": ", ".join(names)}


def section(title: str, said: Sequence[str]) -> Iterator[str]:
    """A heading and its lines; nothing where there are none."""
    if said:
        yield f"  {title} ({len(said)})"
        yield from (f"    {line}" for line in said)


def finding(text: str, figure: ToldFigure) -> str:
    """« plus de 18 000 migrants » → > 18000 persons, Mali, 2019/2022."""
    upper = f"–{number(figure.value_to)}" if figure.value_to is not None else ""
    value = f"{HEDGES[figure.qualifier]}{number(figure.value)}{upper} {figure.unit}"
    return joined(quote(text, figure), value, place(figure.place), time(figure.time), percent(figure.score))


def claim(text: str, said: ToldClaim) -> str:
    """« a été validé le 6 mai 2022 » → first voluntary report: validated, 2022-05-06."""
    event = f"{said.subject}: {said.predicate}"
    return joined(quote(text, said), event, place(said.place), time(said.time), percent(said.score))


def joined(words: str, *parts: str) -> str:
    """The words and what they mean."""
    return f"“{words}” → " + ", ".join(part for part in parts if part)


def quote(text: str, span: Span) -> str:
    """The words themselves, on one line, cut where they are long."""
    words = " ".join(text[span.start : span.end].split())
    return words if len(words) <= LONGEST_QUOTE else words[: LONGEST_QUOTE - 1] + "…"


def place(one: ToldPlace | None) -> str:
    """Its name."""
    return one.name if one else ""


def time(one: ToldTime | None) -> str:
    """A date, or a period with a stroke between its ends."""
    if one is None:
        return ""
    return one.as_of or f"{one.begin}/{one.finish}"


def percent(score: float) -> str:
    """How sure the machine is."""
    return f"{score:.0%}"
