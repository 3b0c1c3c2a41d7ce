"""What an event word says of what: the subject by the grammar around it.

A phrase before a passive (« le plan a été adopté »), after an active (« le Mali a adopté le plan »), the complement of a
noun (« l’adoption du plan »), the phrase a participle belongs to (« le plan, adopté »), the second half of an inversion
(« se tient à Rabat un dialogue »).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .clauses import (
    ADVERBS,
    COUNTED,
    DETERMINED,
    PRONOUNS,
    next_to,
    phrase_after,
    phrase_before,
    phrase_from,
    phrase_modified,
)
from .events import EventWord
from .subjects import Known, Subject, found, subject_of
from .told import ToldTime

ADVERB = (
    r"(?:(?:egalement|aussi|formally|officially|also|jointly|[a-z]+ment|[a-z]+ly|ensuite|deja|already|pas|not|then|"
    r"ainsi)\s)?"
)
HAD = r"(?:a|ai|ont|avons|avez|avait|avaient|aura|auront|aurait|ait|ayant|has|have|had|having|will have)\s"
TO_BE = r"(?:ete|est|sont|fut|furent|sera|seront|serait|seraient|etait|etaient|etre|etant|was|were|been|be|is|are|being)\s"
MODAL = (
    r"(?:devrait|devraient|doit|doivent|devait|pourrait|va|vont|peut|prevu d'|will|would|should|shall|must|to|is to|"
    r"are to|expected to|due to)\s"
)
BE = set(TO_BE[3:-3].split("|"))
HAVE = set(HAD[3:-3].split("|")) | {"l'a", "l'ont", "n'a", "n'ont", "j'ai", "qu'a", "y", "will"}
ITSELF = {"se", "s'est", "sont", "s'etait", "s'etaient", "sera"}
PASSIVE = re.compile(rf"(?<!\w)(?:(?:n'|ne )?(?:{HAD}|{MODAL})?{ADVERB}){TO_BE}{ADVERB}\Z")
REFLEXIVE = re.compile(
    rf"(?<!\w)(?:(?:s'est|se sont|s'etait|s'etaient|se sera)\s{ADVERB}|(?:doit |devrait |va )?(?:se |s'))\Z"
)
ACTIVE = re.compile(rf"(?<!\w)(?:l'|les |n'|y )?{HAD}(?:pas )?{ADVERB}\Z")
CLITIC = re.compile(r"(?<!\w)(?:l'|les )(?:a|ont|avait|avaient)\s\Z")
NEGATION = re.compile(r"\bn(?:'|e |ot |ever )|jamais|aucun|pas encore")
NEGATED = re.compile(r"\b(?:n'|ne |not |never |jamais |aucune? |pas encore )[^,.;]{0,18}\Z")
PLANNED = re.compile(
    r"\b(?:sera|seront|aura|auront|tiendra|tiendront|will|shall|devrait|devraient|doit|doivent|prevue?s?|scheduled|"
    r"planned|expected|envisagee?|to be|va etre|[a-z]{3,}era|[a-z]{3,}eront|soumettra|ouvrira|paraitra)\b"
)
MEETING_OF = re.compile(
    r"(?:atelier|reunion|session|ceremonie|rencontre|seminaire|workshop|meeting|ceremony|forum|conference|journee|comite|"
    r"lettre|projet|rapport|processus|process|report|phase|travaux|mission)s?(?: [a-z-]+)? (?:de |d'|for |of )"
    r"(?:la |l'|the )?\Z"
)
OF_MONEY = re.compile(
    r"\b(?:transferts?|fonds|envois|montants?|sommes?|milliards?|millions?|remittances|transfers|funds)\b"
)
NUMBER_INSIDE = re.compile(r"(?<![\w/°-])(?<!n° )[0-9]{1,3}(?: [0-9]{3})* [a-z]{4,}")
BY_NOUN = re.compile(
    r"(?:\b(?:la|le|une|un|sa|son|cette|the|an?|its|leur|their|pour|for|de|of|apres|after|before|avant|depuis|since|"
    r"following|during)\s|[ld]')(?:[a-z]+elle |officiel |official )?\Z"
)
OF_NEXT = re.compile(r"\s(?:de|du|des|of)\b|\sd'")
RELATIVE = re.compile(r"(?<=[a-z]),?\s(?:que|qu'|which|that)(?=\s|(?<='))[^,;:]*\Z")
RELATIVE_SUBJECT = re.compile(r",?\s(?:qui|which|that|lequel|laquelle)\s\Z")
FOR = re.compile(r"\b(?:pour|for)\b")
MODAL_BEFORE = re.compile(
    r"(?<!\w)(?:va|vont|doit|doivent|devrait|devraient|devait|pourra|pourrait|will|shall|would|should|must|is to|are to|"
    r"plans to|intends to|expects to|is due to|prevoit de|compte)\s(?:se |s'|also |then )?\Z"
)
# « Publié le … », "Updated:", "Sent:" are of the page or the message itself.
METADATA = {"published", "revised", "transmitted", "issued", "signed", "created"}
TOLD_OF_ONESELF = re.compile(r"(?:he|she|i|je|j'ai|my \w+|his \w+|her \w+)(?:\s|\Z)")
SHORT = 75
GOES_WITH_OBJECT = {"appointed", "visited", "became", "joined"}
NUMERALS = {
    "deux",
    "trois",
    "quatre",
    "cinq",
    "two",
    "three",
    "four",
    "five",
    "plusieurs",
    "several",
    "others",
    "autres",
}
LASTS = {"ended", "renewed", "extended", "completed"}
POSSESSIVE = re.compile(r"\b(?:son|sa|its|leur|their)\s\Z")
IS_NEXT = re.compile(
    r"(?: technique| officielle| politique| finale| formal| final)?\s(?:est|a ete|sera|aura|interviendra|is|was|will|has)\s"
)
MODIFIERS_AT_MOST = 5
LEFT_AT_MOST = 15
STANDS_FOR = ("celui ", "celle ", "ceux ", "celles ")
DOER = {"visited", "joined", "became", "arrived"}
WITHOUT_OBJECT = {"written", "transmitted", "signed"}
NARRATED_AT_MOST = 16
SHORT_FOR_REVIEW = {
    f"{rank} {noun}" for rank in ("first", "second", "third") for noun in ("review", "report")
}


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
    """An event with its subject: where they stand, what they say. Without words it says that nothing is claimed."""

    start: int
    end: int
    subject: Subject
    predicate: str = ""
    score: float = 0.0
    is_planned: bool = False


def statement(sentence: Sentence, start: int, end: int, word: EventWord, time: ToldTime) -> Made | None:
    """The event with its subject; None where the word says nothing of the kind, no words where it is no claim."""
    before = sentence.folded[max(start - 60, sentence.start) : start]
    if not says_so(sentence, start, end, word, before, time):
        return None
    if (
        (NEGATION.search(before) and NEGATED.search(before))
        or (word.is_noun and before[-2:-1].isdigit())
        or counts(sentence, end)
    ):
        return Made(start, end, Subject(""))
    span, score = subject_span(sentence, start, end, word, before)
    if not span:
        return None
    if of_a_figure(sentence.folded, *span, start, word.predicate):
        return Made(start, end, Subject(""))
    if word.predicate == "held" and (nominal := of_event_noun(sentence, span)):
        return replace(nominal, end=max(end, nominal.end))
    subject = resolved(sentence, span, word, end)
    if not subject.words or (
        word.predicate == "issued" and word.form.startswith("pris") and subject.kind != "text"
    ):
        return None
    if word.predicate == "published" and sentence.end - time.end < LEFT_AT_MOST and not subject.is_known:
        return Made(start, end, Subject(""))  # « Publié le … », beside the title
    planned = bool(PLANNED.search(sentence.folded, max(start - 30, sentence.start), end))
    sure = round(score + (0.1 if subject.is_known else -0.1), 2)
    return Made(min(start, span[0]), max(end, span[1]), subject, word.predicate, sure, planned)


def says_so(sentence: Sentence, start: int, end: int, word: EventWord, before: str, time: ToldTime) -> bool:
    """Whether the word is used as an event: « date de juin », not « la date de »; no announcement for a later day."""
    folded = sentence.folded
    if word.predicate == "dated":
        is_name = BY_NOUN.search(before) or folded.startswith(":", end)
        return 0 <= time.start - end <= NARRATED_AT_MOST and not is_name
    if word.needs_modal and not MODAL_BEFORE.search(before):
        return False
    if word.predicate in METADATA and (
        folded.startswith((":", " :"), end) or stands_beside_title(sentence, start, end)
    ):
        return False
    if word.predicate == "implemented" and BY_NOUN.search(before):
        return False
    if not (time.as_of or time.begin) and word.predicate not in LASTS:
        return False
    if word.predicate == "announced":
        return not FOR.search(folded, end, time.start)
    return word.predicate != "written" or not folded[end:].lstrip().startswith(":")


def stands_beside_title(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a participle opens a short line of its own: « Publié le 6 mars 2024 »."""
    return sentence.end - sentence.start < SHORT and not sentence.folded[sentence.start : start].strip(
        ' -*•()"'
    )


def of_event_noun(sentence: Sentence, span: tuple[int, int]) -> Made | None:
    """« La validation du mécanisme a eu lieu »: the event is the validation."""
    for start, end, word in sentence.events:
        if (
            word.is_noun
            and span[0] <= start <= span[0] + 4
            and not is_name_of_meeting(sentence.folded, start)
        ):
            inner = phrase_after(sentence.folded, end, span[1], of_noun=True)
            if inner:
                subject = subject_of(sentence.plain[inner[0] : inner[1]])
                return Made(start, span[1], subject, word.predicate, 0.8) if subject.words else None
    return None


def counts(sentence: Sentence, end: int) -> bool:
    """Whether a number follows that is no date, so that the statement is of a figure (« a accueilli 200 migrants »)."""
    adverbs = ADVERBS.match(sentence.folded, end)
    at = adverbs.end() if adverbs else end
    return bool(COUNTED.match(sentence.folded, at)) and not any(time.start == at for time in sentence.times)


def of_a_figure(folded: str, begin: int, end: int, event: int, predicate: str) -> bool:
    """Whether the subject is a number of something, or money sent and received."""
    if COUNTED.match(folded, begin) or NUMBER_INSIDE.search(folded, begin, end):
        return True
    if predicate not in {"received", "transmitted"}:
        return False
    return bool(OF_MONEY.search(folded, begin, end) or OF_MONEY.search(folded, max(event - 12, begin), event))


def subject_span(
    sentence: Sentence, start: int, end: int, word: EventWord, before: str
) -> tuple[tuple[int, int] | None, float]:
    """Where the subject stands, and how sure that is."""
    folded, lo, hi, base = sentence.folded, sentence.start, sentence.end, start - len(before)
    leads_sentence = not folded[lo:start].strip(' -*•"«') and not OF_NEXT.match(folded, end)
    if leads_sentence and not word.needs_modal and not has_object(sentence, end):
        return leading_participle(sentence, start, end), 0.55
    if is_noun(word, folded, before, end):
        own = POSSESSIVE.search(before) and leading_participle(sentence, start, end)
        return own or complement(sentence, start, end), 0.65
    near = set(before[-34:].split())
    passive = PASSIVE.search(before) if near & BE else None
    reflexive = REFLEXIVE.search(before) if not passive and (near & ITSELF or before.endswith("s'")) else None
    auxiliary = passive or reflexive
    if auxiliary and (relative := RELATIVE_SUBJECT.search(before[: auxiliary.start()])):
        return nearest_to(sentence, base + relative.start()), 0.7
    if passive:
        if passive[0].startswith("to be"):
            return nearest_to(sentence, base + passive.start()), 0.7
        return phrase_before(folded, lo, base + passive.start()), 0.8
    if reflexive:
        return inverted(sentence, base + reflexive.start(), end), 0.8
    if active := ACTIVE.search(before[-34:]) if near & HAVE or "l'a " in before[-6:] else None:
        base = start - len(before[-34:])
        return of_active(sentence, base + active.start(), end, word, CLITIC.search(before)), 0.75
    if word.form.startswith("situe") and (relative := of_relative(sentence, start)):
        return relative, 0.7
    modal = MODAL_BEFORE.search(before) if word.needs_modal else None
    if not (word.is_transitive or word.form.startswith("date")) or word.predicate in DOER:
        return inverted(sentence, base + modal.start() if modal else start, end), 0.7
    if modal:
        return phrase_after(folded, end, hi) or phrase_before(folded, lo, base + modal.start()), 0.7
    if has_object(sentence, end):
        return told_by(sentence, start, phrase_after(folded, end, hi)), 0.65
    if word.predicate == "dated":
        return phrase_modified(folded, lo, start), 0.7
    if not folded[lo:start].strip(' -*•"«'):
        return leading_participle(sentence, start, end), 0.55
    return phrase_modified(folded, lo, start) or phrase_after(folded, end, hi), 0.7


def told_by(sentence: Sentence, verb: int, span: tuple[int, int] | None) -> tuple[int, int] | None:
    """The object, unless so many people did it, or one tells of oneself: that is a figure or a story, no event."""
    doer = phrase_before(sentence.folded, sentence.start, verb)
    if doer and COUNTED.match(sentence.folded, doer[0]):
        return doer
    return None if doer and TOLD_OF_ONESELF.match(sentence.folded, *doer) else span


def has_object(sentence: Sentence, end: int) -> bool:
    """Whether an object follows at once; « cette année » is none."""
    article = DETERMINED.match(sentence.folded, end + 1, sentence.end)
    if not article or sentence.folded.startswith(("its doors", "ses portes"), article.start()):
        return False
    return not any(end < time.start <= article.end() for time in sentence.times)


def leading_participle(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """« Mis en place en 2019, les bureaux … »: the phrase after the comma; else what was spoken of before."""
    comma = sentence.folded.find(", ", end, sentence.end)
    article = DETERMINED.match(sentence.folded, comma + 2, sentence.end) if comma >= 0 else None
    later = phrase_from(sentence.folded, comma + 2, sentence.end) if article else None
    return later or (start, end)


def of_active(
    sentence: Sentence, verb: int, end: int, word: EventWord, clitic: re.Match[str] | None
) -> tuple[int, int] | None:
    """The object of an active verb; of one without object, who acts; of a pronoun, the pronoun."""
    if not word.is_transitive or word.predicate in DOER:
        return inverted(sentence, verb, end)
    if clitic:
        return verb + clitic[0].index("l"), verb + 2
    if sentence.folded.startswith((" its doors", " ses portes", " her doors", " leurs portes"), end):
        return phrase_before(sentence.folded, sentence.start, verb)
    later = phrase_after(sentence.folded, end, sentence.end) or of_relative(sentence, verb)
    if later or word.predicate not in WITHOUT_OBJECT:
        return told_by(sentence, verb, later)
    return phrase_before(sentence.folded, sentence.start, verb)


def of_relative(sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """« le rapport, que la lettre situe en juin 2020 »: what the relative clause belongs to."""
    link = RELATIVE.search(sentence.folded, max(sentence.start, verb - 70), verb)
    return nearest_to(sentence, link.start()) if link else None


def nearest_to(sentence: Sentence, end: int) -> tuple[int, int] | None:
    """The phrase a relative clause belongs to: the known one right before it, else that of the last article."""
    begin = max(sentence.start, end - 110)
    hits = found(sentence.plain[begin:end])
    for start, stop, known in reversed(hits):
        if known.is_phrase and sentence.plain[begin + stop : end].count(" ") <= MODIFIERS_AT_MOST:
            return phrase_from(sentence.folded, begin + with_rank(hits, start), end)
    return next_to(sentence.folded, sentence.start, end)


def is_noun(word: EventWord, folded: str, before: str, end: int) -> bool:
    """Whether the form is used as a noun: listed so, or between a determiner and its complement."""
    return word.is_noun or (word.may_be_noun and bool(BY_NOUN.search(before) and OF_NEXT.match(folded, end)))


def complement(sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """What an event noun is of: « la validation de la deuxième revue »; a meeting's name is its own subject."""
    if is_name_of_meeting(sentence.folded, start):
        return None
    later = phrase_after(sentence.folded, end, sentence.end, of_noun=True)
    return later or ((start, end) if IS_NEXT.match(sentence.folded, end) else None)


def is_name_of_meeting(folded: str, start: int) -> bool:
    """Whether the event word only says what a meeting is for (« atelier de validation »)."""
    return bool(MEETING_OF.search(folded[max(start - 45, 0) : start]))


def inverted(sentence: Sentence, verb: int, end: int) -> tuple[int, int] | None:
    """The subject before the verb, or after it (« se tient à Rabat un dialogue »)."""
    found_before = phrase_before(sentence.folded, sentence.start, verb)
    return found_before or phrase_after(sentence.folded, end, sentence.end)


def resolved(sentence: Sentence, span: tuple[int, int], word: EventWord, end: int) -> Subject:
    """The subject in normal words; of a pronoun, what the sentence before speaks of first."""
    phrase = sentence.plain[span[0] : span[1]].strip()
    if phrase in PRONOUNS or phrase == word.form or phrase.startswith(STANDS_FOR):
        return spoken_of(sentence, is_object=phrase in {"l'", "le"})
    subject = subject_of(phrase)
    if subject.words in SHORT_FOR_REVIEW and (
        "volontaire" in sentence.plain or "voluntary" in sentence.plain
    ):
        return replace(subject, words=f"{subject.words.split()[0]} voluntary review")
    if word.predicate == "written" and subject.kind != "text":
        return replace(subject, words=f"{subject.words} letter")
    return with_object(sentence, subject, end) if word.predicate in GOES_WITH_OBJECT else subject


def with_object(sentence: Sentence, subject: Subject, end: int) -> Subject:
    """Who was appointed, with the office; who visited, with the place."""
    object_span = phrase_from(sentence.folded, end, sentence.end)
    words = subject_of(sentence.plain[object_span[0] : object_span[1]]).words if object_span else ""
    return subject if words == subject.words else replace(subject, words=f"{subject.words} {words}".strip())


def spoken_of(sentence: Sentence, *, is_object: bool = False) -> Subject:
    """What the text spoke of before: the first known phrase of the sentence before, else that of an article in it."""
    before = sentence.plain[max(sentence.start - 420, 0) : sentence.start].rstrip()
    last = max(before.rfind(mark, 0, len(before) - 1) for mark in (". ", "  ", ": ")) + 1
    heads = [start for start, _, known in found(before[last:]) if known.is_phrase]
    if is_object and not heads:
        return Subject("")
    if heads:
        span = phrase_from(before, last + heads[0], len(before))
    else:
        opening = re.compile(r"\s*").match(before, last)
        at = opening.end() if opening else last
        span = (
            phrase_from(before, at, len(before))
            if DETERMINED.match(before, at)
            else next_to(before, last, len(before))
        )
    return subject_of(before[span[0] : span[1]]) if span else Subject("")


def with_rank(hits: Sequence[tuple[int, int, Known]], start: int) -> int:
    """Where the ordinal before a phrase begins, else the phrase."""
    return next((begin for begin, end, known in hits if known.kind == "ordinal" and end == start - 1), start)
