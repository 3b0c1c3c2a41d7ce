"""Where the subject of an event word stands, by the grammar around it.

A phrase before a passive (« le plan a été adopté »), after an active (« le Mali a adopté le plan »), the complement of
a noun (« l’adoption du plan »), the phrase a participle belongs to (« le plan, adopté »), the second half of an
inversion (« se tient à Rabat un dialogue »).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .clause_words import COUNTED, DETERMINED, STANDS_ALONE
from .clauses import next_to, phrase_after, phrase_before, phrase_from, phrase_modified
from .events import EventWord
from .statement_words import (
    ACTIVE,
    ARTICLE_BEFORE,
    BARE_OBJECT,
    BE,
    BEFORE_TIME,
    BY_NOUN,
    CLITIC,
    DOER,
    FEMININE,
    FROM_TIME_TO_OBJECT,
    GATHERS,
    HAVE,
    IMPERSONAL,
    IS_NEXT,
    ITSELF,
    MASCULINE,
    MEETING_OF,
    MODAL_BEFORE,
    MODIFIERS_AT_MOST,
    NEAR,
    OF_NEXT,
    PASSIVE,
    POSSESSIVE,
    REFLEXIVE,
    RELATIVE,
    RELATIVE_SUBJECT,
    ROW_OF_EVENT,
    THINGS,
    TOLD_OF_ONESELF,
    WHOSE,
    WITHOUT_OBJECT,
)
from .subjects import Known, found
from .told import ToldTime


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, with its dates and event words; `folded` has "@" for « à », `plain` has not."""

    folded: str
    plain: str
    start: int
    end: int
    times: Sequence[ToldTime]
    events: Sequence[tuple[int, int, EventWord]]


Place = tuple[int, int] | None


def subject_span(
    sentence: Sentence, start: int, end: int, word: EventWord, before: str
) -> tuple[Place, float]:
    """Where the subject stands, and how sure that is; `before` is what stands before the word."""
    if opens(sentence, start, end, word):
        return leading_participle(sentence, start, end), 0.55
    if is_noun(word, sentence.folded, before, end):
        own = POSSESSIVE.search(before) and leading_participle(sentence, start, end)
        return own or complement(sentence, start, end), 0.65
    near = set(before[-NEAR:].split())
    if near & BE and (passive := PASSIVE.search(before)):
        return of_passive(sentence, start - len(before), before, passive), 0.8
    if (near & ITSELF or before.endswith("s'")) and (reflexive := REFLEXIVE.search(before)):
        verb = start - len(before) + reflexive.start()
        return inverted(sentence, verb, end), 0.8
    if (near & HAVE or "l'a " in before[-6:]) and (active := ACTIVE.search(before[-NEAR:])):
        verb = start - len(before[-NEAR:]) + active.start()
        return of_active(sentence, verb, end, word, CLITIC.search(before)), 0.75
    return of_bare_form(sentence, start, end, word, before), 0.65 if has_object(sentence, end) else 0.7


def opens(sentence: Sentence, start: int, end: int, word: EventWord) -> bool:
    """Whether the form opens its sentence and has neither complement nor object: « Adopté en 2018, … »."""
    if word.needs_modal or sentence.folded[sentence.start : start].strip(' -*•"«'):
        return False
    return not OF_NEXT.match(sentence.folded, end) and not has_object(sentence, end)


def of_passive(sentence: Sentence, base: int, before: str, passive: re.Match[str]) -> Place:
    """The phrase before « a été », or the one a relative clause or "to be" belongs to."""
    verb = base + passive.start()
    if passive[0].startswith("to be"):
        return nearest_to(sentence, verb)
    return of_relative_subject(sentence, verb) or phrase_before(sentence.folded, sentence.start, verb)


def of_relative_subject(sentence: Sentence, verb: int) -> Place:
    """« le Forum, qui se tiendra »: what « qui » stands for."""
    link = RELATIVE_SUBJECT.search(sentence.folded, max(verb - 12, sentence.start), verb)
    return nearest_to(sentence, link.start()) if link else None


def of_bare_form(sentence: Sentence, start: int, end: int, word: EventWord, before: str) -> Place:
    """The subject of a form without auxiliary: a finite verb, or a participle next to its phrase."""
    folded, lo, hi = sentence.folded, sentence.start, sentence.end
    is_told = has_object(sentence, end)
    hears = word.is_transitive or word.form.startswith("situe")
    if not is_told and hears and (relative := of_relative(sentence, start)):
        return relative
    modal = MODAL_BEFORE.search(before) if word.needs_modal or word.is_noun else None
    verb = start - len(before) + modal.start() if modal else start
    if not (word.is_transitive or word.form.startswith("date")) or word.predicate in DOER:
        return inverted(sentence, verb, end)
    if modal:
        return phrase_after(folded, end, hi) or phrase_before(folded, lo, verb)
    if is_told:
        return told_by(sentence, start, phrase_after(folded, end, hi))
    if word.form.endswith("ed") and (thing := BARE_OBJECT.match(folded, end, hi)):
        return told_by(sentence, start, phrase_from(folded, thing.start() + 1, hi))
    if word.predicate != "dated" and (later := past_times(sentence, end)):
        return told_by(sentence, start, later)
    modified = agreeing(sentence, start, word, phrase_modified(folded, lo, start))
    if modified and not ARTICLE_BEFORE.search(folded, max(modified[0] - 5, lo), modified[0] + 5):
        modified = nearest_known(sentence, start) or modified
    return modified if modified or word.predicate == "dated" else phrase_after(folded, end, hi)


def past_times(sentence: Sentence, end: int) -> Place:
    """“validated on 6 May 2022 in Bamako its report”: an object with only a time and a place before it."""
    time = next((time for time in sentence.times if 0 <= time.start - end < NEAR), None)
    gap = FROM_TIME_TO_OBJECT.match(sentence.folded, time.end) if time else None
    if not time or not gap or not BEFORE_TIME.fullmatch(sentence.folded, end, time.start):
        return None
    is_object = DETERMINED.match(sentence.folded, gap.end(), sentence.end)
    return phrase_from(sentence.folded, gap.end(), sentence.end) if is_object else None


def agreeing(sentence: Sentence, start: int, word: EventWord, span: Place) -> Place:
    """The phrase a participle belongs to, unless one nearer fits better: « …, adopté à Marrakech »."""
    if not span or sentence.folded[start - 2 : start] != ", " or is_a_thing(sentence, span, word.form):
        return span
    begin = max(sentence.start, span[0])
    hits = found(sentence.plain[begin : start - 2])
    for place, stop, known in reversed(hits):
        is_near = sentence.plain[begin + stop : start].count(" ") <= MODIFIERS_AT_MOST
        if known.is_phrase and known.kind in THINGS and is_near and fits(sentence, begin + place, word.form):
            return phrase_from(sentence.folded, begin + with_rank(hits, place), start)
    return span


def is_a_thing(sentence: Sentence, span: tuple[int, int], form: str) -> bool:
    """Whether a phrase begins with a known text, meeting or place of the gender of the participle."""
    hits = found(sentence.plain[slice(*span)])
    for at, _, known in hits:
        if known.kind not in {"ordinal", "adjective"}:
            is_thing = known.is_phrase and known.kind in THINGS
            return is_thing and fits(sentence, span[0] + at, form)
    return False


def fits(sentence: Sentence, at: int, form: str) -> bool:
    """Whether the article before a noun is of the gender of a participle; where unsure, yes."""
    wrong = MASCULINE if form.endswith(("ee", "ees")) else FEMININE if form.endswith("e") else None
    return wrong is None or not wrong.search(sentence.plain, max(at - 10, 0), at)


def of_active(
    sentence: Sentence, verb: int, end: int, word: EventWord, clitic: re.Match[str] | None
) -> Place:
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


def told_by(sentence: Sentence, verb: int, span: Place) -> Place:
    """The object, unless so many people did it, or one tells of oneself: that is a figure or a story, no event."""
    doer = phrase_before(sentence.folded, sentence.start, verb)
    if doer and sentence.folded.startswith(GATHERS, verb) and is_meeting(sentence, doer):
        return doer
    if doer and COUNTED.match(sentence.folded, doer[0]) and not (span and is_a_thing(sentence, span, "")):
        return doer
    return None if doer and TOLD_OF_ONESELF.match(sentence.folded, *doer) else span


def is_meeting(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Whether a phrase begins with the name of a meeting."""
    first = next((known for _, _, known in found(sentence.plain[slice(*span)]) if known.is_phrase), None)
    return first is not None and first.kind == "meeting"


def has_object(sentence: Sentence, end: int) -> bool:
    """Whether an object follows at once; « cette année » is none."""
    article = DETERMINED.match(sentence.folded, end + 1, sentence.end)
    if not article or sentence.folded.startswith(("its doors", "ses portes"), article.start()):
        return False
    return not any(end < time.start <= article.end() for time in sentence.times)


def leading_participle(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """« Mis en place en 2019, les bureaux … »: the phrase after the comma; else what was spoken of before."""
    comma = sentence.folded.find(", ", end, sentence.end)
    article = STANDS_ALONE.match(sentence.folded, comma + 2, sentence.end) if comma >= 0 else None
    later = phrase_from(sentence.folded, comma + 2, sentence.end) if article else None
    return later or (start, end)


def of_relative(sentence: Sentence, verb: int) -> Place:
    """« le rapport, que la lettre situe en juin 2020 »: what the relative clause belongs to."""
    link = RELATIVE.search(sentence.folded, max(sentence.start, verb - 70), verb)
    return nearest_to(sentence, link.start()) if link else None


def nearest_to(sentence: Sentence, end: int) -> Place:
    """The phrase a relative clause belongs to: the known one right before it, else that of the last article."""
    return nearest_known(sentence, end) or next_to(sentence.folded, sentence.start, end)


def nearest_known(sentence: Sentence, end: int) -> Place:
    """The known phrase that ends right before an offset, but for a few words that go with it."""
    begin = max(sentence.start, end - 110)
    hits = found(sentence.plain[begin:end])
    for start, stop, known in reversed(hits):
        if known.is_phrase and sentence.plain[begin + stop : end].count(" ") <= MODIFIERS_AT_MOST:
            return phrase_from(sentence.folded, begin + with_rank(hits, start), end)
    return None


def is_noun(word: EventWord, folded: str, before: str, end: int) -> bool:
    """Whether the form is used as a noun: listed so, or between a determiner and its complement."""
    if word.is_noun:
        return not MODAL_BEFORE.search(before)
    return word.may_be_noun and bool(BY_NOUN.search(before) and OF_NEXT.match(folded, end))


def complement(sentence: Sentence, start: int, end: int) -> Place:
    """What an event noun is of: « la validation de la deuxième revue »; a meeting's name is its own subject."""
    if is_name_of_meeting(sentence.folded, start):
        return None
    if whose := WHOSE.search(sentence.folded, max(start - 12, sentence.start), start):
        return nearest_to(sentence, whose.start())
    later = phrase_after(sentence.folded, end, sentence.end, of_noun=True)
    alone = IS_NEXT.match(sentence.folded, end) or ROW_OF_EVENT.match(sentence.folded, end)
    return later or ((start, end) if alone else None)


def is_name_of_meeting(folded: str, start: int) -> bool:
    """Whether the event word only says what a meeting is for (« atelier de validation »)."""
    return bool(MEETING_OF.search(folded[max(start - 45, 0) : start]))


def inverted(sentence: Sentence, verb: int, end: int) -> Place:
    """The subject before the verb, or after it (« se tient à Rabat un dialogue »)."""
    found_before = of_relative_subject(sentence, verb) or phrase_before(sentence.folded, sentence.start, verb)
    if found_before and sentence.folded[slice(*found_before)] in IMPERSONAL:
        return phrase_after(sentence.folded, end, sentence.end) or found_before
    return found_before or phrase_after(sentence.folded, end, sentence.end)


def with_rank(hits: Sequence[tuple[int, int, Known]], start: int) -> int:
    """Where the ordinal before a phrase begins, else the phrase."""
    return next((begin for begin, end, known in hits if known.kind == "ordinal" and end == start - 1), start)
