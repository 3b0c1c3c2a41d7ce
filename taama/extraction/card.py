"""What a document says of itself: its day, number, title, publisher and language, from its head and its foot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from . import boilerplate_marks as marks
from .boilerplate import Line, lines_of
from .dates import find_times
from .languages import language_of
from .told import About, Span

LONGEST_BYLINE = 140
HEAD_LINES, FOOT_LINES = 40, 12
LONGEST_TITLE = 250
SENTENCE = re.compile(r"[.;]\s*$")

# Where a document's own day stands, folded, the surest first; the day itself begins at the end of the match.
PUBLISHED = re.compile(
    r"[\s\-*|#]*(?:article |communique |actualite |news |mis a jour |par [^|\n]{2,60})?(?:(?:publie|"
    r"poste|mis en ligne|diffuse|paru|edite|"
    r"cree|ecrit)e? (?:le )?|broadcast(?: on)? |(?:last |derniere )?(?:updated?|mise a jour)(?: on|"
    r" le)? ?:? ?|(?:posted|published|released|issued)(?: on| date)? ?:? ?|"
    r"date(?: (?:de publication|of publication|published|du "
    r"document))? ?: ?|sent ?: ?)(?:par [^,|\n]{2,60},? (?:le )?|by [^,|\n]{2,60},? (?:on )?)?:? ?"
)
DATELINE = re.compile(
    r"[\s\-*(\xab\"#]*[a-z][a-z'. \-]{1,40}(?:[,/] ?(?:[a-z][a-z' \-]{2,30}))?\s*"
    r"(?:\([^)\n]{2,40}\))?\s*[,:\-(]?\s*(?:le |on |this |ce |du )?"
)
MADE_AT = re.compile(
    r"[\s\-*]*(?:fait|done|signe|signed|adopte|etabli)e?s? (?:a|at|in|"
    r"au) [a-z][a-z' \-]{1,40},? (?:le |on )?(?:the )?"
)
AFTER_DAY = re.compile(r"\s*(?:(?:,|a|at|-)?\s*\d{1,2}\s?[h:]\s?\d{0,2}(?: ?gmt)?)?\s*(?:[-|\x95\xb7.,)]|$)")
ENDS_DATELINE = re.compile(r"\s*(?:\([^)\n]{2,60}\))?\s*(?:[-:|/)(.,]|$)")
OF_THE_DAY = re.compile(r".{0,160}\b(?:du|of|dated|en date du) (?:the )?$")
WEEKDAY = re.compile(
    r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\w+day|mon|tue|wed|thu|fri|sat|"
    r"sun),? ?)?(?:the )?"
)
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
COLUMN = re.compile(r"\t|\s{3,}")
WIDE = re.compile(r"\t|\s{2,}")
SEGMENT = re.compile(r"\s[-|\x95\xb7]\s|\t|\s{3,}|\.\s")

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
CONNECTING = {"de", "du", "des", "la", "le", "les", "sur", "of", "on", "et", "and", "this", "ce"}
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


def date_of(text: str, lines: Sequence[Line]) -> str:
    """The document's own day: where it is said to be published, from where it is dated, where it was made."""
    top, foot = lines[:HEAD_LINES], lines[-FOOT_LINES:]
    for found in (
        after(PUBLISHED, text, lines), datelines(text, top), days_alone(text, [*top[:20], *foot]),
        in_segments(text, top[:8]),
        after(MADE_AT, text, foot), of_the_day(text, top[:8]), months_alone(text, top[:6]),
    ):  # fmt: skip
        day = next(found, "")
        if day:
            return day
    return ""


def day_at(text: str, line: Line, at: int, *, may_last: bool = False) -> tuple[str, int]:
    """(the day written at this place of the line, where it ends); ("", 0) where none begins there.

    What lasted for days, where that may be, has its last one."""
    start = line.start + at
    week = WEEKDAY.match(line.folded, at)
    starts = {start, line.start + week.end()} if week else {start}
    for time in find_times(text, About(), start, line.end)[:1]:
        day = time.as_of or (time.finish if may_last else "")
        if time.start in starts and day:
            return day, time.end - line.start
    return "", 0


def after(pattern: re.Pattern[str], text: str, lines: Sequence[Line]) -> Iterator[str]:
    """Days that follow words such as « Publié le »."""
    for line in lines:
        match = pattern.match(line.folded) if len(line.folded) <= LONGEST_TITLE else None
        if match:
            day, _end = day_at(text, line, match.end())
            yield day


def in_segments(text: str, lines: Sequence[Line]) -> Iterator[str]:
    """« Par la rédaction – 14 février 2023 à 10h32 », "Observer | Friday, 28 October 2022": a day between signs."""
    for line in lines:
        if len(line.folded) > LONGEST_BYLINE:
            continue
        starts = [0, *(gap.end() for gap in SEGMENT.finditer(line.folded))]
        for at in starts[1:]:
            said = PUBLISHED.match(line.folded, at)
            day, end = day_at(text, line, said.end() if said else at)
            is_byline = len(day) == 10 or (len(day) == 7 and end == len(line.folded))
            if is_byline and AFTER_DAY.match(line.folded, end):
                yield day


def datelines(text: str, lines: Sequence[Line]) -> Iterator[str]:
    """« Bamako, le 26 novembre 2021 »; "Bamako, 6 May 2022 – …", with a town before the day and a stop after it."""
    for line in lines:
        for column in columns(line):
            found = next(
                (place for place, sign in enumerate(line.folded[column : column + 70]) if sign.isdigit()), -1
            )
            for at in sorted(begins_of_day(line, column, found)) if found > 1 else ():
                town = text[line.start + column : line.start + at]
                before = DATELINE.fullmatch(line.folded, column, at) is not None and is_town(town)
                day, end = day_at(text, line, at, may_last=True) if before else ("", 0)
                if len(day) == 10 and ENDS_DATELINE.match(line.folded, end):
                    yield day
                    break


def is_town(words: str) -> bool:
    """Whether it is written as names of places are: a capital to each word but the small ones, the first one none."""
    names = [word for word in re.split(r"[^\w’']+", words) if word]
    known = [word for word in names if word.lower() not in CONNECTING]
    return (
        bool(known) and names[0] == known[0] and len(known) <= 6 and all(word[0].isupper() for word in known)
    )


def columns(line: Line) -> list[int]:
    """Where the columns of a line begin: a letterhead may have two."""
    return [0, *(gap.end() for gap in COLUMN.finditer(line.folded))]


def begins_of_day(line: Line, column: int, digit: int) -> set[int]:
    """Where the day may begin: at its number, at the weekday or the month before it."""
    at = column + digit
    words = line.folded[column:at].rstrip(" ,").rsplit(" ", 1)
    return {at, column + len(line.folded[column:at].rstrip(" ,")) - len(words[-1])}


def days_alone(text: str, lines: Sequence[Line]) -> Iterator[str]:
    """A line that is nothing but a day."""
    for line in lines:
        if len(line.folded) <= 40:
            at = len(line.folded) - len(line.folded.lstrip("-*#|( "))
            day, end = day_at(text, line, at)
            if len(day) == 10 and len(line.folded[end:].strip(" .)*|-")) <= len("12:30 gmt"):
                yield day


def of_the_day(text: str, lines: Sequence[Line]) -> Iterator[str]:
    """« Décret n° … du 9 octobre 2014 », « Compte rendu du 3 mai 2022 », in a heading."""
    for line in lines:
        words = text[line.start : line.end]
        if len(words) > LONGEST_TITLE or not is_heading(words, line, lines):
            continue
        for time in find_times(text, About(), line.start, line.end):
            if len(time.as_of) == 10 and OF_THE_DAY.fullmatch(line.folded, 0, time.start - line.start):
                yield time.as_of


def months_alone(text: str, lines: Sequence[Line]) -> Iterator[str]:
    """« Mai 2022 », "2021", as on the cover of a report."""
    for line in lines:
        if len(line.folded) <= 24:
            for time in find_times(text, About(), line.start, line.end):
                if time.end - time.start >= len(line.folded) - 2 and not text[line.start].islower():
                    yield time.as_of


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


def is_heading(words: str, line: Line, own: Sequence[Line]) -> bool:
    """Whether a law's number stands in the document's own title, and not in a list of laws."""
    return (line in own[:1] and not SENTENCE.search(words)) or (line in own[:8] and words.isupper())


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
