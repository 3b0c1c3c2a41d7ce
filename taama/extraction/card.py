"""What a document says of itself: its day, number, title, publisher and language, from its head and its foot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from . import boilerplate_marks as marks
from .languages import language_of
from .lines import Line, lines_of
from .own_day import (
    COLUMN,
    DATELINE,
    FOOT_LINES,
    HEAD_LINES,
    LONGEST_TITLE,
    PUBLISHED,
    SENTENCE,
    after,
    columns,
    date_of,
    datelines,
    days_alone,
    is_heading,
)
from .told import Span

LAW = re.compile(
    r"[\s\-*#]*(?:loi|decret|arrete|ordonnance|decision|circulaire|instruction|law|decree|order|"
    r"resolution)\b[^\n]{0,40}?(?=n ?[°ºo])"
)
NUMBER = re.compile(
    r"(?:[A-Z]{2,5} )?[Nn]\s?[°ºo]\s*\.?:?\s*[\dA-Z][\w.]*(?:\s?[-–/_]\s?[\w.&]+)+|"
    r"N\s?[°º]\s*:?\s*\d{2,}\b|\d{3,6} ?/[A-Z][\w/.\-]+|"
    r"(?i:(?:n(?:otre|os|/)?[ /.]?|our |"
    r"your )?r[ée]f(?:[ée]rence)?s?)\.?\s*(?:n[°ºo]\s*)?:?\s*(?P<after>\w[\w.]*(?:(?:\s?/\s?|[-–_.])[\w&]+)+)"
)
SYMBOL = re.compile(
    r"(?<!\w)[A-Z]{2,5}[- ]?20\d\d[-/]\d{2,5}(?!\w)|"
    r"(?<!\w)[A-Z]{1,5}(?:/[A-Z]{1,6}(?:\.\d+)?)*(?:/\d+(?:\.\d+)?){1,3}(?:/(?:Add|Rev|L)\.\d+)?(?!\w)"
)
WIDE = re.compile(r"\t|\s{2,}")
KICKER = re.compile(
    r"[\s\-*#]*(?:communique(?: de presse)?|press release|news release|note d'information|"
    r"note aux medias|media advisory|actualites?|news|"
    r"news - (?:local|global|regional)|article|local|rapport|report|lettre|letter|compte[- ]rendu|"
    r"discours|speech|tribune|editorial|dossier|"
    r"flash|breve|story|histoire|a la une|fiche|briefing|statement|declaration|date|confidentiel|"
    r"confidential|version (?:finale|francaise)|final|"
    r"(?:fact sheet|briefing note|vacancy notice|terms of reference|termes de reference|"
    r"bordereau d'envoi|practice|pratique|"
    r"programme provisoire|provisional programme|rapport de mission|minutes|compte rendu|aide-memoire|"
    r"note verbale|note de service|"
    r"avis de recrutement|transcript|transcription)(?: ?[-:] ?[^\n]{0,40})?|"
    r"fiche etablie pour[^\n]*|fact sheet written[^\n]*)[ :.*]*$"
)
OWNER = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d\d(?:\s*-\s*(?:19|20)\d\d)?)?[\s,.:\-]*"
)
SOURCE = re.compile(
    r"[\s\-*(]*(?:source|publie par|published by|editeur|publisher|issued by|emis par)s? ?: ?"
)
LEADING = re.compile(r"\A[#*_\s>\-]+")
ISSUER = re.compile(
    r"[\s\-*#]*(?:ministere|ministry|primature|presidence|gouvernement|government|organisation|"
    r"organization|reseau|network|agence|"
    r"agency|conseil|haut|union|united nations|nations unies|bureau|direction|commission|institut|"
    r"croix|association|ambassade|embassy|"
    r"oim|iom|hcr|unhcr|onu|un network|un migration|un women|pnud|undp|unicef|ocha|ohchr|unfpa|"
    r"onudc|unodc|cedeao|ecowas)\b"
)
AGENCY = re.compile(r"\(([A-Z][\w.\-]{1,20}(?: [\w.\-]+)?)\)")


@dataclass(frozen=True, slots=True)
class Card:
    """Each "" where the document does not say it; `date` is partial ISO."""

    language: str = ""
    date: str = ""
    reference: str = ""
    title: str = ""
    publisher: str = ""


def card_of(
    text: str, boilerplate: Sequence[Span], media_type: str = "", title: str = "", country: str = ""
) -> Card:
    """The card of a text; `title` is the file's own, taken where the text shows none."""
    lines = lines_of(text, len(text))
    own = [line for line in lines if not lies_in(line, boilerplate)]
    top = lines[:HEAD_LINES]
    return Card(
        language=language_of(" ".join(text[line.start : line.end] for line in own[:HEAD_LINES]))
        or language_of(text),
        date=date_of(text, lines),
        reference=next(references(text, top, own), ""),
        title=title_in(text, own) or plain(title),
        publisher=next(publishers(text, lines), ""),
    )


def lies_in(line: Line, spans: Sequence[Span]) -> bool:
    """Whether a line is part of one of the stretches."""
    return any(span.start <= line.start < span.end for span in spans)


def plain(words: str) -> str:
    """On one line, marks of headings and emphasis left out."""
    return " ".join(LEADING.sub("", words).split()).strip("*_# ")


def references(text: str, top: Sequence[Line], own: Sequence[Line]) -> Iterator[str]:
    """The document's own number: at the head, at the beginning of a line or column; never one that a sentence cites."""
    for line in top:
        is_row = line.folded.count("\t") > 1
        if len(line.folded) > LONGEST_TITLE or is_row or marks.SALUTATION.match(line.folded):
            continue
        words = text[line.start : line.end]
        law = LAW.match(line.folded)
        for at in (*columns(line), *((law.end(),) if law and is_heading(words, line, own) else ())):
            found = NUMBER.match(words, len(words[:at]) + len(words[at:]) - len(words[at:].lstrip("-*# ")))
            if found and not marks.PHONE.match(line.folded):
                yield " ".join((found["after"] or found[0]).split()).strip(" .")
    for line in top[:15]:
        words = text[line.start : line.end].strip("*_# ")
        found = SYMBOL.fullmatch(words) or SYMBOL.fullmatch(WIDE.split(words)[-1])
        if found:
            yield found[0]


def title_in(text: str, own: Sequence[Line]) -> str:
    """A letter's object, else the first heading: a line of the document's own that is no sentence, number or day."""
    for place, line in enumerate(own[:HEAD_LINES]):
        subject = marks.SUBJECT.match(line.folded)
        if subject:
            return plain(with_next_lines(text, own, place, subject.end()))
    for line in own[:8]:
        words = text[line.start : line.end]
        if words.startswith("# "):
            return plain(words)
    for line in own[:6]:
        words = plain(text[line.start : line.end])
        if len(words) > LONGEST_TITLE or SENTENCE.search(words):
            continue
        if len(words) > 8 and not is_no_title(text, line):
            return words
    return ""


def with_next_lines(text: str, own: Sequence[Line], place: int, said: int) -> str:
    """The object of a letter, which may go on over the next line."""
    words = text[own[place].start + said : own[place].end]
    for before, line in zip(own[place:], own[place + 1 : place + 3], strict=False):
        begins_low = text[line.start].islower()
        if text[before.end : line.start].count("\n") > 1 or not begins_low:
            break
        words += " " + text[line.start : line.end]
    return words.strip().rstrip(".")


def is_no_title(text: str, line: Line) -> bool:
    """A label such as « Communiqué de presse », a day, a number, a salutation."""
    folded = line.folded.strip("#* ")
    return bool(
        KICKER.match(line.folded)
        or marks.SALUTATION.match(folded)
        or marks.NUMBERED.match(folded)
        or next(days_alone(text, [line]), "")
        or next(datelines(text, [line]), "")
        or next(after(PUBLISHED, text, [line]), "")
        or SOURCE.match(folded)
        or (len(folded) <= 60 and ISSUER.match(folded) and len(folded.split()) <= 4)
    )


def publishers(text: str, lines: Sequence[Line]) -> Iterator[str]:
    """Who issued it: the ministry of the letterhead, « Source : », a short name at the top, an agency, the owner."""
    top = lines[:HEAD_LINES]
    yield from ministries(text, top[:12])
    yield from (said for line in (*top, *lines[-FOOT_LINES:]) if (said := rest_of(SOURCE, text, line)))
    for line in top[:4]:
        is_name = (
            len(line.folded) <= 60
            and len(line.folded.split()) <= 8
            and not line.folded.endswith((".", ":", ","))
        )
        if is_name and ISSUER.match(line.folded):
            yield plain(text[line.start : line.end])
    for line in top[:15]:
        agency = AGENCY.search(text, line.start, min(line.end, line.start + 60))
        if agency and DATELINE.match(line.folded) and agency[1].isupper():
            yield agency[1]
    yield from (said for line in lines[-FOOT_LINES:] if (said := rest_of(OWNER, text, line)))


def ministries(text: str, lines: Sequence[Line]) -> Iterator[str]:
    """The ministry or service of a letterhead, its name joined where it goes over several lines."""
    for place, line in enumerate(lines):
        folded = COLUMN.split(line.folded)[0]
        if (
            not folded.lstrip("#*- ").startswith(("ministere", "ministry", "primature", "presidence"))
            or len(folded) > 120
        ):
            continue
        parts = [first_column(text, line)]
        for more in lines[place + 1 : place + 4]:
            column = first_column(text, more)
            if not (column.isupper() and parts[0].isupper()) or not marks.GOES_ON.match(more.folded):
                break
            parts.append(column)
        yield plain(" ".join(parts))


def first_column(text: str, line: Line) -> str:
    """The left column of a line."""
    return COLUMN.split(text[line.start : line.end])[0].strip()


def rest_of(pattern: re.Pattern[str], text: str, line: Line) -> str:
    """A name after a mark, up to the first stop."""
    match = pattern.match(line.folded) if len(line.folded) <= 200 else None
    if match is None:
        return ""
    name = re.split(r"[.|(\t]|\s{3,}|\s[-–—]\s", text[line.start + match.end() : line.end])[0]
    words = name.strip(" ,;:)")
    return words if 1 < len(words) <= 90 and "http" not in words and any(map(str.isalpha, words)) else ""
