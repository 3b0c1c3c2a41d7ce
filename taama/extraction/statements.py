"""What an event word says of what, or that it says nothing: of a figure, of a page, of what did not happen."""

from dataclasses import dataclass, replace

from .antecedents import in_full, object_spoken_of, spoken_of, title_of
from .clause_words import ADVERBS, COUNTED, PRONOUNS
from .clauses import phrase_after, phrase_from
from .events import EventWord
from .statement_words import (
    AGREEMENT,
    BY_NOUN,
    CARRIED_OUT,
    CLOSES,
    COLLECTS,
    DATA,
    DATES_FROM,
    FOR,
    FOR_WHICH_ONE_MEETS,
    GOES_WITH_OBJECT,
    HOUR,
    KEEPS_TO,
    LASTS,
    LEFT_AT_MOST,
    MERELY_COUNTED,
    METADATA,
    MODAL_BEFORE,
    NARRATED_AT_MOST,
    NEGATED,
    NEGATION,
    NOTHING,
    NUMBER_INSIDE,
    NUMBER_WORD,
    OF_MONEY,
    PARTED,
    PARTIES,
    PARTIES_AT_MOST,
    PASSIVE,
    PLANNED,
    PURPOSE,
    SHORT,
    SHORT_FOR_REVIEW,
    SPEAKERS,
    STANDS_FOR,
    TO_OBJECT,
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
        or (before[-2:-1].isdigit() and not any(one.end == start - 1 for one in sentence.times))
        or counts(sentence, end)
    ):
        return Made(start, end, Subject(""))
    span, score = subject_span(sentence, start, end, word, before)
    if not span:
        return None
    if NOTHING.match(sentence.folded, span[0]) or of_a_figure(sentence.folded, *span, start, word.predicate):
        return Made(start, end, Subject(""))
    if word.predicate == "held" and (nominal := of_event_noun(sentence, span)):
        return replace(nominal, end=max(end, nominal.end))
    if word.predicate == "held" and (meant := of_purpose(sentence, start, end, word)):
        return meant
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
    """« la réunion est prévue le 14 juin »: a meeting to be held, an evaluation to be carried out; no other thing."""
    held = "held" if subject.kind == "meeting" else ""
    predicate = held or ("conducted" if subject.words.startswith(CARRIED_OUT) else "")
    if not predicate:
        return None
    return Made(min(start, span[0]), max(end, span[1]), subject, predicate, 0.6, True)


def says_so(sentence: Sentence, start: int, end: int, word: EventWord, before: str, time: ToldTime) -> bool:
    """Whether the word is used as an event: « date de juin », not « la date de »; no announcement for a later day."""
    folded = sentence.folded
    if word.predicate == "dated":
        if word.form == "dates" and not DATES_FROM.match(folded, end):
            return False
        is_name = BY_NOUN.search(before) or folded.startswith(":", end)
        return 0 <= time.start - end <= NARRATED_AT_MOST and not is_name
    if word.needs_modal and not MODAL_BEFORE.search(before):
        return False
    if word.is_noun and word.predicate in {"published", "revised"} and folded.startswith((":", " :"), end):
        return False
    if word.predicate in METADATA and not word.is_noun and is_of_the_page(sentence, start, end, time):
        return False
    if KEEPS_TO.search(before):
        return False
    if word.predicate == "implemented" and BY_NOUN.search(before):
        return False
    if not (time.as_of or time.begin) and word.predicate not in LASTS:
        return False
    if word.predicate == "announced":
        return not FOR.search(folded, end, time.start)
    return word.predicate != "written" or not folded[end:].lstrip().startswith(":")


def is_of_the_page(sentence: Sentence, start: int, end: int, time: ToldTime) -> bool:
    """Whether « Publié le … » says when the page itself appeared: after a rule or a dot, or with the hour."""
    folded = sentence.folded
    if folded.startswith((":", " :"), end) or stands_beside_title(sentence, start, end):
        return True
    return bool(PARTED.search(folded, max(start - 4, 0), start)) or bool(HOUR.match(folded, time.end))


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


def of_purpose(sentence: Sentence, start: int, end: int, word: EventWord) -> Made | None:
    """« un atelier pour valider le rapport »: validated; "met to draft the plan": held, on the plan."""
    for begin, stop, aim in sentence.events:
        if begin < end or not PURPOSE.search(sentence.folded, max(begin - 14, end), begin):
            continue
        span = phrase_after(sentence.folded, stop, sentence.end)
        subject = subject_of(sentence.plain[span[0] : span[1]]) if span else Subject("")
        if not span or not subject.is_known:
            return None
        if aim.predicate in FOR_WHICH_ONE_MEETS:
            return Made(start, span[1], subject, aim.predicate, 0.7)
        return None if word.is_transitive else Made(start, span[1], subject, "held", 0.6)
    return None


def counts(sentence: Sentence, end: int) -> bool:
    """Whether a number follows that is no date, so that the statement is of a figure (« a accueilli 200 migrants »)."""
    adverbs = ADVERBS.match(sentence.folded, end)
    at = adverbs.end() if adverbs else end
    return bool(COUNTED.match(sentence.folded, at)) and not any(time.start == at for time in sentence.times)


def of_a_figure(folded: str, begin: int, end: int, event: int, predicate: str) -> bool:
    """Whether the subject is a number of something, or money sent and received."""
    if predicate in MERELY_COUNTED and NUMBER_WORD.match(folded, begin):
        return True
    if COUNTED.match(folded, begin) or NUMBER_INSIDE.search(folded, begin, end):
        return True
    if predicate not in {"received", "transmitted"}:
        return False
    return bool(OF_MONEY.search(folded, begin, end) or OF_MONEY.search(folded, max(event - 12, begin), event))


def resolved(sentence: Sentence, span: tuple[int, int], word: EventWord, end: int) -> Subject:
    """The subject in normal words; of a pronoun, what was spoken of before; of a bare noun, its full name."""
    phrase = sentence.plain[span[0] : span[1]].strip()
    if word.form.startswith(COLLECTS) and phrase.startswith((*COLLECTS, *DATA)):
        return Subject("data collection", "", True)
    if phrase in {"l'", "le"}:
        return object_spoken_of(sentence)
    if phrase == word.form and sentence.end - sentence.start < CLOSES:
        return title_of(sentence)
    if phrase in SPEAKERS:
        return Subject("")
    if phrase in PRONOUNS or phrase == word.form or phrase.startswith(STANDS_FOR):
        return spoken_of(sentence, phrase)
    subject = in_full(sentence, span, subject_of(phrase))
    if subject.words in SHORT_FOR_REVIEW and (
        "volontaire" in sentence.plain or "voluntary" in sentence.plain
    ):
        return replace(subject, words=f"{subject.words.split()[0]} voluntary review")
    if word.predicate == "written" and subject.kind != "text":
        return replace(subject, words=f"{subject.words} letter")
    if AGREEMENT.search(subject.words):
        return with_parties(sentence, subject, span[1])
    return with_object(sentence, subject, end) if word.predicate in GOES_WITH_OBJECT else subject


def with_parties(sentence: Sentence, subject: Subject, end: int) -> Subject:
    """An agreement with the country it is made with."""
    link = PARTIES.match(sentence.plain, end)
    if not link:
        return subject
    named = found(sentence.plain[link.end() : link.end() + PARTIES_AT_MOST])
    countries = [known.english for _, _, known in named if known.kind in {"country", "name"}]
    others = [name for name in countries if name != "Mali" and name not in subject.words][:1]
    return replace(subject, words=" ".join([subject.words, *others]))


def with_object(sentence: Sentence, subject: Subject, end: int) -> Subject:
    """Who was appointed, with the office; who visited, with the place."""
    link = TO_OBJECT.match(sentence.folded, end)
    object_span = phrase_from(sentence.folded, link.end() if link else end, sentence.end)
    words = subject_of(sentence.plain[object_span[0] : object_span[1]]).words if object_span else ""
    return subject if words == subject.words else replace(subject, words=f"{subject.words} {words}".strip())
