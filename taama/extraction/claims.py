"""Dated statements in a text: what happened to what, when, where. Only sentences that hold a date are looked into."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .clause_words import DAY_WORDS
from .clauses import last_of, phrase_from
from .events import EventWord, events_in
from .folding import fold
from .sentence_breaks import sentence_around
from .statement_words import ROW_OF_EVENT
from .statements import Made, statement
from .subject_spans import Sentence, is_name_of_meeting, with_rank
from .subjects import Known, found, subject_of
from .told import About, ToldClaim, ToldPlace, ToldTime

REACH = 190  # characters between an event and its date
COST_AT_MOST = 200
SHORT_LINE, TITLE_AT_MOST = 70, 110
ORDINAL_WORDS = {
    "premier": "first", "premiere": "first", "first": "first", "second": "second", "seconde": "second",
    "deuxieme": "second", "troisieme": "third", "third": "third", "quatrieme": "fourth", "fourth": "fourth",
}  # fmt: skip
NEXT_IN_LINE = re.compile(
    rf"\b(?:le|la|the|a|un|une)\s({'|'.join(ORDINAL_WORDS)})(?: one)?,?\s(?:le |en |on |in |du |from )?\Z"
)
ASIDE = re.compile(
    rf"(?<= )\((?![^()]*(?:(?:19|20)[0-9]{{2}}|[0-9][/.][0-9]|[0-9](?:er)? (?:{DAY_WORDS})))[^()\n]{{1,60}}\)"
)
OTHER_VERB = re.compile(r"\s(?:a|ont|avait|est|sont|was|were|has|have|had|sera|fut|is|are)\s")
OF_A_TEXT = re.compile(r"[a-z0-9)]\s(?:du|of|de|d')\s?(?:[a-z]+ )?\Z")
OF_A_MEETING = re.compile(
    r"(?:mois|month|session|seance|reunion|meeting|forum|conference|sommet|summit|assemblee|"
    r"conseil des ministres|journal officiel|official gazette|course|"
    r"cours) (?:de|du|of) "
)
OF_A_TIMELINE = re.compile(r"\s*[:|)–-]\s*(?:\|\s*)?")  # « 3 septembre 2014 : adoption de … »
AT_WHICH = re.compile(r",? (?:at which|on which|during which|when|au cours de|lors de|date @ laquelle|jour)")
CITED = re.compile(r"(?:n°|\bno\.? |numero |/)\s?[\w/.-]*,? (?:du|of|dated|en date du)\s(?:[a-z]+ )?\Z")
DATELINE_AFTER = re.compile(r"\s*(?:\([^)]{2,40}\)\s*)?(?:[-:/]|\n|$)")
DATELINE_BEFORE = re.compile(r"(?:^|\n)[#* ]*[^\W\d_][\w' -]{2,25},? (?:le )?(?:[a-z]+ )?\Z")
AS_OF = (" au ", " as of ", " as at ", "(au ", "\nau ", " at ")
FOR_A_YEAR = (" for ", " pour ")
BEFORE = re.compile(r"\b(?:by|before|avant|d'ici)(?: @)?(?: the| la| l')?(?: end of(?: the)?)? ?\Z")
SOME_DAY = re.compile(
    r"(?:end of |fin (?:de )?|late )?(?:l'annee |the year )?(?:[0-9]{4}|[a-z]+ (?:half|semester) (?:of )?[0-9]{4})\Z"
)
FIXED_FOR = (
    "jusqu'au ",
    "fixee au ",
    "fixe au ",
    "prevue au ",
    "prevu au ",
    "reportee au ",
    "reporte au ",
    "remonte au ",
)
NO_EVENT_AFTER = (" not in ", " not on ", " non en ", " non le ")
OF_TEXT = ("du ", "of ", "dated ", "of wednesday ", "du mercredi ")
CONTEXT = 45
YEAR = 4  # characters of a partial date
NOTHING_BETWEEN = 6
LONE_YEARS = re.compile(r"[0-9]{4}\s?[-/]\s?[0-9]{4}\Z")
OPENS_YEARS = (" en ", " in ", " entre ", " between ", " during ")
THIS_YEAR = {"cette annee", "annee en cours", "this year"}
LEADING_WORDS = {
    "it", "was", "is", "were", "c'etait", "etait", "fut",
    "its", "his", "sa", "son", "leur", "lors", "meeting", "session", "reunion", "seance", "at", "occasion", "ordinaire",
    "l'an", "un", "deux", "mille", "vingt", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix",
    "c'est", "le", "on", "en", "in", "ce", "des", "du", "by", "par", "@", "au", "dans", "during", "the",
    "of", "la", "l'", "mois", "month", "journee", "year", "annee", "from", "entre", "between", "courant",
    "depuis", "since", "fin", "debut", "late", "early", "et", "and", "mais", "this", "l'annee", "jusqu'au",
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "date", "ainsi", "puis", "cours", "de", "meme",
    "jour", "also", "deja", "already", "qu'en", "que", "that", "dont", "mid", "mi",
}  # fmt: skip
CLAUSE_MARK = re.compile(r"[,:(]|- | (?:que|that) | qu'")
WORD = re.compile(r"[\w@']+")
HELD_ON = re.compile(
    r"(?![^(]*\s(?:est|sont|a|ont|is|are|was|were|has|have)\s)[^.;:0-9]{0,70}?"
    r"(?:,? (?:le|du|on|ce|des|de|of|from|en|in|les)|[(,])\s?(?:[a-z]+,? )?\Z"
)
LASTING = {"implemented", "extended", "renewed", "held"}
PLACED = re.compile(r"(?:@|\ba|\bau|\ben|\bin|\bat)\s\Z")


def find_claims(
    text: str, about: About, times: Sequence[ToldTime], places: Sequence[ToldPlace]
) -> list[ToldClaim]:
    """Dated statements, in order; at most one for each date."""
    if not times:
        return []
    folded = without_asides(fold(text.replace(" à ", " @ ")))
    plain = folded.replace("@", "a")
    dating = [time for time in times if can_date(time, plain)]
    return [
        told(sentence, made, time, places)
        for sentence in sentences(folded, plain, text, dating)
        for time, made in stated(sentence)
    ]


def without_asides(folded: str) -> str:
    """The text with spaces for what brackets add without a date: « un centre (145 millions) ouvert en 2022 »."""
    return ASIDE.sub(lambda aside: " " * len(aside[0]), folded)


def sentences(folded: str, plain: str, text: str, times: Sequence[ToldTime]) -> Iterator[Sentence]:
    """The sentences that hold these dates."""
    grouped: dict[tuple[int, int], list[ToldTime]] = {}
    begin = end = -1
    for time in times:
        if not begin <= time.start < end:
            begin, end = sentence_around(plain, text, time.start)
        grouped.setdefault((begin, end), []).append(time)
    folded, plain = in_one_line(folded), in_one_line(plain)
    for (start, stop), held in grouped.items():
        yield Sentence(folded, plain, start, stop, held, events_in(plain, start, stop))


def in_one_line(folded: str) -> str:
    """The text with spaces for the ends of its lines: within a sentence they mean nothing."""
    return folded.replace("\n", " ").replace("\t", " ")


def can_date(time: ToldTime, plain: str) -> bool:
    """Whether a date can be one of an event: not the years in a title, not « au 31 juillet », not a dateline."""
    before = plain[max(time.start - CONTEXT, 0) : time.start]
    if LONE_YEARS.match(plain, time.start, time.end):
        return before.endswith(OPENS_YEARS)
    if plain[time.start : time.end] in THIS_YEAR or before.endswith(NO_EVENT_AFTER):
        return False
    if SOME_DAY.match(plain, time.start, time.end) and BEFORE.search(before):
        return False
    if time.begin and time.finish:
        return True
    if len(time.as_of) == YEAR and before.endswith(FOR_A_YEAR):
        return False
    if time.as_of and before.endswith(AS_OF) and not before.endswith(FIXED_FOR):
        return False
    if before.endswith(OF_TEXT) and CITED.search(before):
        return False
    at_line_start = "\n" in before or time.start < CONTEXT
    return not (at_line_start and DATELINE_BEFORE.search(before) and DATELINE_AFTER.match(plain, time.end))


def stated(sentence: Sentence) -> Iterator[tuple[ToldTime, Made]]:
    """Each date with its statement: the nearest event that has a subject, an event only once."""
    options = sorted(option for number in range(len(sentence.times)) for option in costs(sentence, number))
    settled: dict[int, Made] = {}
    used: set[int] = set()
    for _, number, event in options:
        if number not in settled and event not in used:
            made = statement(sentence, *sentence.events[event], sentence.times[number])
            if made:
                settled[number] = made
                used.add(event)
    last: Made | None = None
    for number, time in enumerate(sentence.times):
        made = settled.get(number) or (last and likewise(sentence, last, time)) or implied(sentence, time)
        if made and made.subject.words:
            last = made
            yield time, made


def likewise(sentence: Sentence, made: Made, time: ToldTime) -> Made | None:
    """« a validé le premier rapport en 2020 et le second le 6 mai »: the same event of the next in line."""
    match = NEXT_IN_LINE.search(sentence.plain, made.start, time.start)
    if not match:
        return None
    first, *rest = made.subject.words.split()
    words = " ".join(
        [ORDINAL_WORDS[match[1]], *(rest if first in ORDINAL_WORDS.values() else [first, *rest])]
    )
    return replace(made, start=match.start(1), end=match.end(1), subject=replace(made.subject, words=words))


def costs(sentence: Sentence, number: int) -> Iterator[tuple[int, int, int]]:
    """(cost, number of the date, number of the event) of events that can govern the date."""
    time = sentence.times[number]
    later = bool(sentence.events) and sentence.events[-1][0] >= time.end
    open_clause = later and (leads(sentence, time) or bool(AT_WHICH.match(sentence.folded, time.end)))
    for event, (start, end, word) in enumerate(sentence.events):
        if end <= time.start:
            begin, stop, cost = end, time.start, time.start - end
            possible = cost <= REACH and not belongs_to_a_text(sentence, time, end)
        else:
            begin, stop, cost = time.end, start, start - time.end + 10
            if row := OF_A_TIMELINE.match(sentence.folded, begin):
                begin = min(row.end(), stop)
            possible = (open_clause or start - time.end <= 1) and time.end <= start <= time.end + REACH
        if possible:
            if not is_row(sentence, start, end, word, time):
                cost += weight(sentence, start, word) + between(sentence, begin, stop, is_after=stop == start)
            if cost <= COST_AT_MOST:
                yield cost, number, event


def is_row(sentence: Sentence, start: int, end: int, word: EventWord, time: ToldTime) -> bool:
    """« Collecte : du 3 au 24 juin »: an event with its date in a row of a list."""
    return (
        (word.is_noun or word.may_be_noun)
        and not sentence.folded[sentence.start : start].strip(" -*•")
        and bool(ROW_OF_EVENT.fullmatch(sentence.folded, end, time.start))
    )


def weight(sentence: Sentence, start: int, word: EventWord) -> int:
    """What makes an event less likely to be the statement: a noun, one inside a meeting's name, a mere announcement."""
    return (
        25 * word.is_noun
        + 60 * is_name_of_meeting(sentence.folded, start)
        + 20 * (word.predicate == "announced")
    )


def between(sentence: Sentence, begin: int, stop: int, *, is_after: bool) -> int:
    """What stands between an event and a date and parts them: other dates, clauses, other verbs."""
    if stop - begin < NOTHING_BETWEEN:
        return 0
    stretch = sentence.folded[begin:stop]
    others = sum(begin <= other.start < stop for other in sentence.times)
    clauses = stretch.count(" que ") + stretch.count(" that ") + stretch.count(" qui ")
    verbs = len(OTHER_VERB.findall(stretch[:-22] if is_after else stretch))
    return 60 * others + 250 * stretch.count(": ") + 20 * clauses + 50 * verbs


def belongs_to_a_text(sentence: Sentence, time: ToldTime, event_end: int) -> bool:
    """Whether « du 6 mai » dates the noun before it (« le rapport du 6 mai ») rather than the event."""
    if time.begin and time.finish:
        return False
    before = sentence.folded[max(event_end, time.start - 25) : time.start]
    return bool(OF_A_TEXT.search(before)) and not OF_A_MEETING.search(before)


def leads(sentence: Sentence, time: ToldTime) -> bool:
    """Whether the date opens its clause (« Le 6 mai 2022, … »), so that it governs what follows."""
    folded = sentence.folded
    mark = last_of(CLAUSE_MARK, folded, sentence.start, time.start)
    words = WORD.findall(folded, mark.end() if mark else sentence.start, time.start)
    return len(words) < 9 and all(word in LEADING_WORDS or word.isdigit() for word in words)


def implied(sentence: Sentence, time: ToldTime) -> Made | None:
    """« un atelier, le 6 mai 2022 à Bamako »: a meeting with a date was held; a report with one is dated."""
    folded = sentence.folded
    if any(end <= time.start and not is_name_of_meeting(folded, start) for start, end, _ in sentence.events):
        return None
    if time.begin and time.finish and sentence.end - sentence.start < SHORT_LINE:
        return of_title(sentence)
    row = OF_A_TIMELINE.match(folded, time.end)
    if row and not folded[sentence.start : time.start].strip(" |-*"):
        return of_row(sentence, row.end())
    lo = max(sentence.start, time.start - 130)
    hits = found(sentence.plain[lo : time.start])
    for start, end, known in reversed([hit for hit in hits if hit[2].is_phrase]):
        predicate = implied_by(known, folded[lo + end : time.start], time)
        span = phrase_from(folded, lo + with_rank(hits, start), time.start) if predicate else None
        if span:
            return Made(*span, subject_of(sentence.plain[span[0] : span[1]]), predicate, 0.5)
    return None


def of_row(sentence: Sentence, start: int) -> Made | None:
    """« 15 août 2019 | Atelier d’élaboration du plan »: the meeting a row of a timeline begins with."""
    begin, _, known = next(iter(found(sentence.plain[start : sentence.end])), (9, 0, None))
    if begin > 3 or not known or known.kind != "meeting":
        return None
    span = phrase_from(sentence.folded, start + begin, sentence.end)
    return Made(*span, subject_of(sentence.plain[span[0] : span[1]]), "held", 0.5) if span else None


def of_title(sentence: Sentence) -> Made | None:
    """« Cotonou, du 8 au 10 novembre 2022 » in a line of its own: the meeting of the line before, or of its own."""
    for lo in (sentence.start, max(sentence.start - TITLE_AT_MOST, 0)):
        stretch = sentence.plain[lo : sentence.end]
        for start, _, known in found(stretch):
            if known.is_phrase and known.kind == "meeting":
                span = phrase_from(sentence.folded, lo + start, sentence.end)
                if span:
                    return Made(*span, subject_of(sentence.plain[span[0] : span[1]]), "held", 0.5)
    return None


def implied_by(known: Known, gap: str, time: ToldTime) -> str:
    """What a date right after a noun says happened, "" if nothing."""
    if known.kind == "meeting" and len(time.as_of or time.begin) > 4 and HELD_ON.match(gap):
        return "held"
    return "dated" if known.english == "voluntary review" and re.fullmatch(r"[^,.;]{0,40}\(", gap) else ""


def told(sentence: Sentence, made: Made, time: ToldTime, places: Sequence[ToldPlace]) -> ToldClaim:
    """The statement with its stretch of text and its place."""
    start, end = min(made.start, time.start), max(made.end, time.end)
    if time.begin and not time.finish and made.predicate not in LASTING:
        time = replace(time, as_of=time.begin, begin="")  # « créé depuis 2014 » happened then
    place = place_near(sentence, start, end, places)
    return ToldClaim(start, end, made.subject.words, made.predicate, time, place, made.score, made.is_planned)


def place_near(sentence: Sentence, start: int, end: int, places: Sequence[ToldPlace]) -> ToldPlace | None:
    """The place the sentence names with « à » or "in", the nearest to the statement."""
    said = [
        place
        for place in places
        if sentence.start <= place.start < sentence.end
        and PLACED.search(sentence.folded[max(place.start - 6, 0) : place.start])
    ]
    return min(said, key=lambda place: max(start - place.end, place.start - end, 0), default=None)
