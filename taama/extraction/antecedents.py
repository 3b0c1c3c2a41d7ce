"""What a pronoun, a bare « le centre » or a participle alone stands for: what the text spoke of before."""

import re
from collections.abc import Iterator
from functools import lru_cache

from .clause_words import DETERMINED, FINITE
from .clauses import last_of, next_to, phrase_after, phrase_from
from .statement_words import FEMININE, MASCULINE, THINGS
from .subject_spans import Sentence
from .subjects import Known, Subject, found, subject_of

REACH = 420  # characters a pronoun reaches back
FULL_NAME_REACH = 4000
LOOKED_AT = 8  # earlier mentions of a bare noun
MODIFIERS = 40  # characters of modifiers before an English noun
ENDS_A_NAME = re.compile(r"  |[.:]\s")
NAME_AT_MOST = 60
DEFINITE = re.compile(r"(?:l'|le |la |les |ce |cet |cette |ces |the |this |these |ledit |ladite )")
ACTORS = {
    "minister", "ministry", "government", "council", "commission", "delegation", "president", "director", "head",
    "director general", "secretary-general", "ambassador", "representative", "expert", "agent", "prime minister",
    "state", "country", "mayor", "governor", "prefect", "actor", "person", "team", "participant", "spokesperson",
    "authority", "agency", "association", "coordinator", "chief of mission", "chief",
}  # fmt: skip
CLOSING = re.compile(
    r"(?:declaration|recommandations?|recommendations?|resolutions?|communique|conclusions|motion|appel|appeal|"
    r"outcome document|final statement)\b"
)
SENTENCE_ENDS = (". ", "? ", "! ", "  ", ": ", "; ")


def spoken_of(sentence: Sentence, pronoun: str = "") -> Subject:
    """The thing the sentence before opens with; else its first known phrase, or that of an earlier one."""
    before = sentence.plain[max(sentence.start - REACH, 0) : sentence.start].rstrip()
    stretches = list(backwards(before))
    if stretches and (topic := thing_opening(before, *stretches[0], pronoun)):
        return topic
    for begin, end in stretches:
        heads = [begin + start for start, _, known in found(before[begin:end]) if known.is_phrase]
        agreeing = [head for head in heads if agrees(before, head, pronoun)]
        if heads and (span := phrase_from(before, (agreeing or heads)[0], end)):
            return subject_of(before[span[0] : span[1]])
    return topic_of(before, *stretches[0]) if stretches else Subject("")


def thing_opening(before: str, begin: int, end: int, pronoun: str) -> Subject | None:
    """The phrase a sentence opens with, unless it names who acts."""
    at = begin + len(before[begin:end]) - len(before[begin:end].lstrip())
    article = DETERMINED.match(before, at, end)
    span = phrase_from(before, at, end) if article else None
    if not article or not span or not agrees(before, article.end(), pronoun):
        return None
    hits = found(before[span[0] : span[1]])
    first = next((known for _, _, known in hits if known.kind in {"noun", *THINGS}), None)
    return subject_of(before[span[0] : span[1]]) if first and first.english not in ACTORS else None


def agrees(before: str, at: int, pronoun: str) -> bool:
    """Whether the article before a noun is of the gender of « il » or « elle »; where unsure, yes."""
    wrong = {"il": FEMININE, "ils": FEMININE, "elle": MASCULINE, "elles": MASCULINE}.get(pronoun)
    return wrong is None or not wrong.search(before, max(at - 10, 0), at)


def backwards(before: str) -> Iterator[tuple[int, int]]:
    """The sentences before, the last first."""
    end = len(before)
    while end > 0:
        begin = max(before.rfind(mark, 0, end - 1) for mark in SENTENCE_ENDS) + 1
        if before[begin:end].strip():
            yield begin, end
        end = begin


def topic_of(before: str, begin: int, end: int) -> Subject:
    """The phrase a sentence opens with, else that of its last article."""
    opening = re.compile(r"\s*").match(before, begin)
    at = opening.end() if opening else begin
    is_determined = DETERMINED.match(before, at)
    span = phrase_from(before, at, end) if is_determined else next_to(before, begin, end)
    return subject_of(before[span[0] : span[1]]) if span else Subject("")


def object_spoken_of(sentence: Sentence) -> Subject:
    """What « l’ » stands for: the object of the verb of the sentence before."""
    before = sentence.folded[max(sentence.start - REACH, 0) : sentence.start].rstrip()
    begin, end = next(backwards(before), (0, 0))
    verb = last_of(FINITE, before, begin, end)
    span = phrase_after(before, verb.end(), end) if verb else None
    return subject_of(before[span[0] : span[1]].replace("@", "a")) if span else spoken_of(sentence)


def title_of(sentence: Sentence) -> Subject:
    """What « Adoptée à Bamako, le 6 mai 2022 » closes: the declaration or recommendations the text itself is."""
    if found_at := CLOSING.search(sentence.plain, 0, sentence.start):
        return subject_of(found_at[0])
    return spoken_of(sentence)


def in_full(sentence: Sentence, span: tuple[int, int], subject: Subject) -> Subject:
    """« Le centre »: the centre named in full before, if one is."""
    phrase = sentence.plain[span[0] : span[1]].strip()
    article = DEFINITE.match(phrase)
    word = phrase[article.end() :] if article else ""
    if not word or " " in word or len(word) < 4 or not (subject.is_known or is_a_noun(word)):
        return subject
    return named_before(sentence.plain[max(span[0] - FULL_NAME_REACH, 0) : span[0]], word) or subject


def is_a_noun(word: str) -> bool:
    """Whether our lists know the word."""
    return any(known.kind == "noun" for _, _, known in found(word))


@lru_cache(maxsize=64)
def named_before(before: str, word: str) -> Subject | None:
    """The last mention of the noun that says more than the noun."""
    at = len(before)
    for _ in range(LOOKED_AT):
        at = before.rfind(word, 0, at)
        if at < 0:
            return None
        subject = mention(before, at, word)
        if subject.is_known and len(subject.words.split()) > 1:
            return subject
    return None


def mention(before: str, at: int, word: str) -> Subject:
    """The phrase that holds the noun, with what stands before it in a known name."""
    begin = max(at - MODIFIERS, 0)
    hits: list[tuple[int, int, Known]] = found(before[begin : at + len(word) + MODIFIERS])
    start = next(
        (begin + one for one, end, known in hits if known.is_phrase and begin + one <= at < begin + end), at
    )
    mark = ENDS_A_NAME.search(before, start, start + NAME_AT_MOST)
    span = phrase_from(before, start, mark.start() if mark else min(start + NAME_AT_MOST, len(before)))
    return subject_of(before[span[0] : span[1]]) if span else Subject("")
