"""What kind of document a text is, from its head: a letter, a release, a law, minutes; else a report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import boilerplate_marks as marks
from .lines import lines_of

HEAD_LINES = 30
BY_MEDIA_TYPE = {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "dataset",
    "message/rfc822": "letter",
}
# In the order they are asked: the head of a law may speak of a report, that of a release of a law.
HEADINGS = (
    ("law", r"(?:la )?(?:loi|decret|arrete|ordonnance|law|decree|executive order)\b[^\n]{0,40}n ?[°ºo]"),
    ("release", r"(?:communique|press release|news release|communique de presse)\b"),
    ("minutes", r"(?:compte[- ]rendu|proces[- ]verbal|minutes|releve de (?:decisions|conclusions))\b"),
    ("report", r"(?:rapport|report|examen|bilan|etude|study|evaluation|annual|fiche|fact sheet)\b"),
)
PATTERNS = [(kind, re.compile(rf"[\s\-*#]*{pattern}")) for kind, pattern in HEADINGS]
DATELINE = re.compile(
    r"[\s\-*(]*[a-z][a-z' \-/]{2,30}[,( ]+(?:le )?\d{1,2}(?:er)? [a-z]{3,9}\.? (?:19|20)\d\d\)? ?[-:]"
    r"|[\s\-*(]*[a-z][a-z' \-/]{2,30}[,( ]+[a-z]{3,9}\.? \d{1,2},? (?:19|20)\d\d\)? ?[-:]"
)
BYLINE = re.compile(
    r"[\s\-*]*(?:par|by) [a-z][a-z. \-']{4,40}(?:$|[,|-])|[\s\-*]*(?:publie|posted|published|mis en ligne)e? "
)


def kind_of(text: str, media_type: str = "") -> str:
    """letter, release, report, article, law, dataset, minutes or web_page."""
    if media_type in BY_MEDIA_TYPE:
        return BY_MEDIA_TYPE[media_type]
    lines = [line.folded for line in lines_of(text, len(text))[:HEAD_LINES]]
    if is_letter(lines):
        return "letter"
    for kind, pattern in PATTERNS:
        if any(pattern.match(line) for line in lines[:6] if len(line) <= 160):
            return kind
    if any(DATELINE.match(line) for line in lines[:12]):
        return "release"
    if any(BYLINE.match(line) for line in lines[:12]):
        return "article"
    return "web_page" if media_type == "text/html" else "report"


def is_letter(lines: Sequence[str]) -> bool:
    """Whether an object and a salutation stand there, or a number and a salutation."""
    salutation = any(marks.SALUTATION.match(line) for line in lines)
    return salutation and any(marks.SUBJECT.match(line) or marks.NUMBERED.match(line) for line in lines)
