"""Dated statements in a text: what happened to what, when, where. Only sentences that hold a date are looked into.

The event word that governs a date is found first, then its subject: the phrase before a passive (« le plan a été
adopté »), after an active (« le Mali a adopté le plan »), the complement of a noun (« l’adoption du plan »), the phrase
a participle belongs to (« le plan, adopté »), the second half of an inversion (« se tient à Rabat un dialogue »).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .clauses import (
    DETERMINED,
    PRONOUNS,
    breaks,
    phrase_after,
    phrase_before,
    phrase_from,
    phrase_modified,
    sentence_of,
)
from .events import EventWord, events_in
from .folding import fold
from .subjects import Known, Subject, found, subject_of
from .told import About, ToldClaim, ToldPlace, ToldTime

BEFORE_AT_MOST = 190
AFTER_AT_MOST = 170
ADVERB = r"(?:(?:officiellement|egalement|aussi|solennellement|conjointement|recemment|formally|officially|also|jointly|[a-z]+ment|[a-z]+ly|ensuite|deja|already|pas|not|then|ainsi)\s)?"
HAD = r"(?:a|ont|avait|avaient|aura|auront|aurait|ait|ayant|has|have|had|having|will have)\s"
TO_BE = r"(?:ete|est|sont|fut|furent|sera|seront|serait|seraient|etait|etaient|etre|etant|was|were|been|be|is|are|being)\s"
MODAL = r"(?:devrait|devraient|doit|doivent|devait|pourrait|va|vont|peut|prevu d'|prevoit d'|will|would|should|shall|must|to|is to|are to|expected to|due to)\s"
PASSIVE = re.compile(rf"(?:(?:n'|ne )?(?:{HAD}|{MODAL})?{ADVERB}){TO_BE}{ADVERB}\Z")
REFLEXIVE = re.compile(
    rf"(?:(?:s'est|se sont|s'etait|s'etaient|se sera)\s{ADVERB}|(?:doit |devrait |va )?(?:se |s'))\Z"
)
ACTIVE = re.compile(rf"(?:l'|les |n'|y )?{HAD}(?:pas )?{ADVERB}\Z")
CLITIC = re.compile(r"(?:l'|les )(?:a|ont|avait|avaient)\s\Z")
NEGATED = re.compile(r"\b(?:n'|ne |not |never |jamais |aucune? |pas encore )[^,.;]{0,18}\Z")
PLANNED = re.compile(
    r"\b(?:sera|seront|aura|auront|tiendra|tiendront|will|shall|devrait|devraient|doit|doivent|est prevue?|is scheduled|is planned|"
    r"is expected|are expected|prevue?s?|scheduled|planned|envisagee?|to be|va etre|soumettra|presentera|debutera)\b"
)
MEETING_OF = re.compile(
    r"(?:atelier|reunion|session|ceremonie|rencontre|seminaire|workshop|meeting|ceremony|forum|conference|journee|comite|lettre|"
    r"projet|rapport|processus|process|report|phase|travaux|mission)s?(?: [a-z-]+)? (?:de |d'|for |of )(?:la |l'|the )?\Z"
)
OF_A_TEXT = re.compile(r"(?:du|of|de|d')\s?(?:[a-z]+ )?\Z")
CITED = re.compile(r"(?:n°|\bno\.? |numero |/)\s?[\w/.-]*(?:,)? (?:du|of|dated|en date du)\s(?:[a-z]+ )?\Z")
DATELINE_AFTER = re.compile(r"\s*(?:\([^)]{2,40}\)\s*)?(?:[-:/]|\n|$)")
DATELINE_BEFORE = re.compile(r"(?:^|\n)[#* ]*[^\W\d_][^\W\d_' -]{2,25},? (?:le )?(?:[a-z]+ )?\Z")
COUNTED = re.compile(
    r"(?:plus d|environ |pres d|quelque |au moins |about |around |over |nearly |some |more than |at least |almost |un total|a total|"
    r"total|[0-9]+(?![0-9]*(?:e|er|eme|re|st|nd|rd|th)\b)|"
    r"(?:les |the )?(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|two|three|four|five|seven|eight|nine|ten|plusieurs|several)\b)"
)
AS_OF_BEFORE = re.compile(r"(?<!jusqu')\b(?:au|as of|as at|a la date du)\s(?:the )?\Z")
LONE_YEARS = re.compile(r"[0-9]{4}\s?[-/]\s?[0-9]{4}\Z")
LEADING = re.compile(
    r"[^\w]*(?:(?:c'est|le|on|en|in|ce|des|du|by|par|a|au|dans|during|the|of|la|l'|mois|month|journee|year|annee|from|entre|between|courant|depuis|since|fin|debut|late|early|et|and|mais|this|l'annee|jusqu'au|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday|date du|ainsi|puis|cours de|meme jour|also|puis|deja|already),?\s*)*\Z"
)
DOER = {"visited", "joined"}
BY_NOUN = re.compile(
    r"(?:la|le|l'|une|un|sa|son|cette|the|a|an|its|leur|their|pour|for|de|of|d'|apres|after|before|avant|depuis|since|following|lors de|during)\s?(?:[a-z]+elle |officiel |official )?\Z"
)
LINKED_NEXT = re.compile(r"\s(?:de|du|des|d'|of|officielle|officiel)\b|\s?[,(]?\s?(?:le|en|on|in)\s[0-9a-z]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, with its dates and event words; `folded` has "@" for « à », `plain` has not."""

    folded: str
    plain: str
    start: int
    end: int
    times: Sequence[ToldTime]
    events: Sequence[tuple[int, int, EventWord]]


@dataclass(frozen=True, slots=True)
class Made:
    """An event with its subject: where they stand, what they say."""

    start: int
    end: int
    subject: Subject
    predicate: str
    score: float
    is_planned: bool = False


def find_claims(
    text: str, about: About, times: Sequence[ToldTime], places: Sequence[ToldPlace]
) -> list[ToldClaim]:
    """Dated statements, in order; at most one for each date."""
    if not times:
        return []
    folded, plain = fold(text.replace(" à ", " @ ")), fold(text)
    starts = breaks(folded, text)
    return [
        claim
        for sentence in sentences(folded, plain, starts, times)
        for time in sentence.times
        if (claim := claim_of(sentence, time, places))
    ]


def sentences(
    folded: str, plain: str, starts: Sequence[int], times: Sequence[ToldTime]
) -> Iterator[Sentence]:
    """The sentences that hold a date."""
    grouped: dict[tuple[int, int], list[ToldTime]] = {}
    for time in times:
        if can_date(time, folded):
            grouped.setdefault(sentence_of(starts, time.start), []).append(time)
    for (start, end), held in grouped.items():
        yield Sentence(folded, plain, start, end, held, events_in(plain, start, end))


def can_date(time: ToldTime, folded: str) -> bool:
    """Whether a date can be one of an event: not the years in a title, not « au 31 juillet », not a dateline."""
    before = folded[max(time.start - 45, 0) : time.start]
    if LONE_YEARS.match(folded, time.start, time.end):
        return bool(re.search(r"\b(?:en|in|entre|between|during)\s\Z", before))
    if time.as_of and AS_OF_BEFORE.search(before):
        return False
    if CITED.search(before):
        return False
    is_dateline = DATELINE_BEFORE.search(before) and DATELINE_AFTER.match(folded, time.end)
    return not is_dateline


def claim_of(sentence: Sentence, time: ToldTime, places: Sequence[ToldPlace]) -> ToldClaim | None:
    """The statement a date belongs to."""
    made = governing(sentence, time) or implied(sentence, time)
    if not made or not made.subject.words:
        return None
    start, end = min(made.start, time.start), max(made.end, time.end)
    return ToldClaim(
        start,
        end,
        made.subject.words,
        made.predicate,
        time,
        place_near(sentence, start, end, places),
        made.score,
        made.is_planned,
    )


def governing(sentence: Sentence, time: ToldTime) -> Made | None:
    """The nearest event that can govern the date and has a subject."""
    ranked = sorted(costs(sentence, time), key=lambda one: one[0])
    for _, start, end, word in ranked:
        made = statement(sentence, start, end, word, time)
        if made:
            return made
    return None


def costs(sentence: Sentence, time: ToldTime) -> Iterator[tuple[int, int, int, EventWord]]:
    """(cost, start, end, event) of those within reach and with no other date in between."""
    for start, end, word in sentence.events:
        if start < time.end and end > time.start:
            continue
        if end <= time.start:
            between, cost = (end, time.start), time.start - end
            if cost > BEFORE_AT_MOST or belongs_to_a_text(sentence, time, end):
                continue
        else:
            between, cost = (time.end, start), start - time.end + 10
            if cost > AFTER_AT_MOST or not leads(sentence, time):
                continue
        if any(between[0] <= other.start < between[1] for other in sentence.times):
            cost += 60
        yield cost + weight(sentence, start, end, word, between), start, end, word


def weight(sentence: Sentence, start: int, end: int, word: EventWord, between: tuple[int, int]) -> int:
    """What makes an event less likely to govern: a noun, one inside a meeting's name, a clause in between."""
    folded = sentence.folded
    cost = 25 if word.is_noun else 0
    if is_name_of_meeting(folded, start):
        cost += 60
    stretch = folded[between[0] : between[1]]
    cost += 20 * stretch.count(" que ") + 20 * stretch.count(" that ") + 15 * stretch.count(" qui ")
    return cost


def is_name_of_meeting(folded: str, start: int) -> bool:
    """Whether the event word only says what a meeting is for (« atelier de validation »)."""
    return bool(MEETING_OF.search(folded[max(start - 45, 0) : start]))


def belongs_to_a_text(sentence: Sentence, time: ToldTime, event_end: int) -> bool:
    """Whether « du 6 mai » dates the noun before it (« le rapport du 6 mai ») rather than the event."""
    if time.begin and time.finish:
        return False
    before = sentence.folded[max(event_end, time.start - 25) : time.start]
    return (
        bool(OF_A_TEXT.search(before))
        and bool(before.strip().partition(" ")[2].strip())
        and "mois" not in before
    )


def leads(sentence: Sentence, time: ToldTime) -> bool:
    """Whether the date opens its clause (« Le 6 mai 2022, … »), so that it governs what follows."""
    clause = max(
        sentence.folded.rfind(mark, sentence.start, time.start)
        for mark in (",", ":", "(", " que ", " that ", "- ")
    )
    start = max(sentence.start, clause + 1)
    words = sentence.folded[start : time.start].removeprefix("que ").removeprefix("that ").removeprefix("qu'")
    return bool(LEADING.match(words)) and len(words) < 60


def statement(sentence: Sentence, start: int, end: int, word: EventWord, time: ToldTime) -> Made | None:
    """The event with its subject, by the grammar around it; None where it says nothing of the kind."""
    before = sentence.folded[max(start - 60, sentence.start) : start]
    if word.predicate == "dated" and not 0 <= time.start - end <= 16:
        return None
    if NEGATED.search(before):
        return None
    span, score = subject_span(sentence, start, end, word, before, time)
    if not span:
        return None
    subject = resolved(sentence, span, word)
    if not subject.words or COUNTED.match(sentence.folded, span[0]):
        return None
    stretch = sentence.folded[max(start - 30, sentence.start) : end]
    planned = bool(PLANNED.search(stretch))
    bonus = 0.1 if subject.is_known else -0.1
    return Made(
        min(start, span[0]), max(end, span[1]), subject, word.predicate, round(score + bonus, 2), planned
    )


def subject_span(
    sentence: Sentence, start: int, end: int, word: EventWord, before: str, time: ToldTime
) -> tuple[tuple[int, int] | None, float]:
    """Where the subject stands, and how sure that is."""
    folded, lo, hi = sentence.folded, sentence.start, sentence.end
    if is_noun(word, folded, before, end):
        return complement(sentence, start, end, time), 0.65
    if passive := PASSIVE.search(before):
        return phrase_before(folded, lo, start - len(before) + passive.start()), 0.8
    if reflexive := REFLEXIVE.search(before):
        return inverted(sentence, start - len(before) + reflexive.start(), end), 0.8
    if active := ACTIVE.search(before):
        verb = start - len(before) + active.start()
        if not word.is_transitive or word.predicate in DOER:
            return inverted(sentence, verb, end), 0.75
        if CLITIC.search(before):
            return (verb, verb + 2), 0.5
        return phrase_after(folded, end, hi) or written(sentence, verb, word), 0.75
    if not word.is_transitive or word.predicate in DOER:
        return inverted(sentence, start, end), 0.7
    if directly_after(folded, end, hi):
        return phrase_after(folded, end, hi), 0.65
    return phrase_modified(folded, lo, start) or phrase_after(folded, end, hi), 0.7


def is_noun(word: EventWord, folded: str, before: str, end: int) -> bool:
    """Whether the form is used as a noun: listed so, or between a determiner and its complement."""
    return word.is_noun or bool(
        BY_NOUN.search(before) and re.match(r"\s(?:de|du|des|d'|of)\b", folded[end : end + 6])
    )


def complement(sentence: Sentence, start: int, end: int, time: ToldTime) -> tuple[int, int] | None:
    """What an event noun is of: « la validation de la deuxième revue »; a meeting's name is its own subject."""
    if is_name_of_meeting(sentence.folded, start):
        return None
    return phrase_after(sentence.folded, end, sentence.end, of_noun=True)


def inverted(sentence: Sentence, verb: int, end: int) -> tuple[int, int] | None:
    """The subject before the verb, or after it (« se tient à Rabat un dialogue »)."""
    return phrase_before(sentence.folded, sentence.start, verb) or phrase_after(
        sentence.folded, end, sentence.end
    )


def written(sentence: Sentence, verb: int, word: EventWord) -> tuple[int, int] | None:
    """Who acted, where nothing says on what: "the Minister wrote to the Network"."""
    if word.predicate not in {"written", "transmitted", "signed"}:
        return None
    return phrase_before(sentence.folded, sentence.start, verb)


def directly_after(folded: str, end: int, hi: int) -> bool:
    """Whether an object follows at once, so that the form is a verb and no participle."""
    return bool(DETERMINED.match(folded, end + 1, hi))


def resolved(sentence: Sentence, span: tuple[int, int], word: EventWord) -> Subject:
    """The subject in normal words; of a pronoun, what the sentence before speaks of first."""
    phrase = sentence.plain[span[0] : span[1]].strip()
    if phrase in PRONOUNS:
        return spoken_of(sentence)
    subject = subject_of(phrase)
    if subject.words in SHORT_FOR_REVIEW and VOLUNTARY.search(sentence.plain):
        return replace(subject, words=f"{subject.words.split()[0]} voluntary review")
    if word.predicate == "appointed":
        return with_office(sentence, subject, word, span)
    return replace(subject, words=f"{subject.words} letter") if word.predicate == "written" else subject


SHORT_FOR_REVIEW = {
    f"{rank} {noun}" for rank in ("first", "second", "third") for noun in ("review", "report", "exercise")
}
VOLUNTARY = re.compile(r"volontaire|voluntary")


def with_office(sentence: Sentence, subject: Subject, word: EventWord, span: tuple[int, int]) -> Subject:
    """Who was appointed, with the office."""
    at = sentence.plain.find(word.form, span[1], sentence.end)
    office = phrase_from(sentence.folded, at + len(word.form), sentence.end) if at >= 0 else None
    words = subject_of(sentence.plain[office[0] : office[1]]).words if office else ""
    return replace(subject, words=f"{subject.words} {words}".strip())


def spoken_of(sentence: Sentence) -> Subject:
    """What the text spoke of before this sentence: the first known phrase of the sentence before."""
    before = sentence.plain[max(sentence.start - 420, 0) : sentence.start].rstrip()
    last = max(before.rfind(". "), before.rfind("\n"), 0)
    for start, _, known in found(before[last:]):
        if known.is_phrase:
            span = phrase_from(before, last + start, len(before))
            return subject_of(before[span[0] : span[1]]) if span else Subject("")
    return Subject("")


def implied(sentence: Sentence, time: ToldTime) -> Made | None:
    """« un atelier de validation, le 6 mai 2022 à Bamako »: a meeting with a date was held; a report with one is dated."""
    if any(
        end <= time.start and not is_name_of_meeting(sentence.folded, start)
        for start, end, _ in sentence.events
    ):
        return None
    lo = max(sentence.start, time.start - 130)
    hits = found(sentence.plain[lo : time.start])
    for start, end, known in reversed([hit for hit in hits if hit[2].is_phrase]):
        predicate = implied_by(known.kind, known.english, sentence.folded[lo + end : time.start])
        begin = lo + with_rank(hits, start)
        span = phrase_from(sentence.folded, begin, time.start) if predicate else None
        if span:
            return Made(span[0], span[1], subject_of(sentence.plain[span[0] : span[1]]), predicate, 0.5)
    return None


def with_rank(hits: Sequence[tuple[int, int, Known]], start: int) -> int:
    """Where the ordinal before a phrase begins, else the phrase."""
    return next((begin for begin, end, known in hits if known.kind == "ordinal" and end == start - 1), start)


HELD_ON = re.compile(r"[^.;:]{0,70}?(?:,? (?:le|du|on|ce|des|de|of|from|en|in)|[(,])\s?(?:[a-z]+,? )?\Z")


def implied_by(kind: str, english: str, gap: str) -> str:
    """What a date right after a noun says happened, "" if nothing."""
    if kind == "meeting" and HELD_ON.match(gap):
        return "held"
    return "dated" if english == "voluntary review" and re.fullmatch(r"[^,.;]{0,40}\(", gap) else ""


def place_near(sentence: Sentence, start: int, end: int, places: Sequence[ToldPlace]) -> ToldPlace | None:
    """The place the statement names, towns and regions before countries; else one elsewhere in the sentence."""
    inside = [place for place in places if sentence.start <= place.start < sentence.end]
    said = [
        place
        for place in inside
        if re.search(
            r"(?:@|\ba|\bau|\ben|\bin|\bat)\s\Z", sentence.folded[max(place.start - 6, 0) : place.start]
        )
    ]
    return min(said, key=lambda place: max(start - place.end, place.start - end, 0), default=None)
