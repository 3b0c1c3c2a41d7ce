"""What an event word says of what, or that it says nothing: of a figure, of a page, of what did not happen."""

import re
from dataclasses import dataclass, replace

from .clause_words import ADVERBS, COUNTED, DETERMINED, PRONOUNS
from .clauses import next_to, phrase_after, phrase_from
from .events import EventWord
from .statement_words import (
    BY_NOUN,
    DEADLINED,
    FOR,
    GOES_WITH_OBJECT,
    LASTS,
    LEFT_AT_MOST,
    METADATA,
    MODAL_BEFORE,
    NARRATED_AT_MOST,
    NEGATED,
    NEGATION,
    NUMBER_INSIDE,
    OF_MONEY,
    PASSIVE,
    PLANNED,
    SHORT,
    SHORT_FOR_REVIEW,
    STANDS_FOR,
)
from .subject_spans import Sentence, is_name_of_meeting, subject_span
from .subjects import Subject, found, subject_of
from .told import ToldTime


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
    if DEADLINED.match(sentence.folded, span[0]) or of_a_figure(
        sentence.folded, *span, start, word.predicate
    ):
        return Made(start, end, Subject(""))
    if word.predicate == "held" and (nominal := of_event_noun(sentence, span)):
        return replace(nominal, end=max(end, nominal.end))
    subject = resolved(sentence, span, word, end)
    if not subject.words or (
        word.predicate == "issued" and word.form.startswith("pris") and subject.kind != "text"
    ):
        return None
    is_bare = word.predicate == "published" and not subject.is_known and not PASSIVE.search(before)
    if is_bare and sentence.end - time.end < LEFT_AT_MOST:
        return Made(start, end, Subject(""))  # « Publié le … », beside the title
    planned = bool(PLANNED.search(sentence.folded, max(start - 30, sentence.start), end))
    if word.predicate == "scheduled":
        return fixed_for(span, start, end, subject)
    sure = round(score + (0.1 if subject.is_known else -0.1), 2)
    return Made(min(start, span[0]), max(end, span[1]), subject, word.predicate, sure, planned)


def fixed_for(span: tuple[int, int], start: int, end: int, subject: Subject) -> Made | None:
    """« la réunion est prévue le 14 juin »: a meeting to be held; other things are planned by their own noun."""
    if subject.kind != "meeting":
        return None
    return Made(min(start, span[0]), max(end, span[1]), subject, "held", 0.6, True)


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
