"""Numbers as French and English texts write them: in digits, with magnitudes, in letters."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from .folding import fold
from .numerals import numerals_in
from .told import Span


class WrittenNumber(NamedTuple):
    """A number in a text.

    `value` has its magnitude multiplied out. `decimal` is the other reading of a lone mark before three digits:
    « 45.037 » counts forty-five thousand persons, and as a share is forty-five per cent and a bit.
    `is_bare`: digits only, as a year is written; `is_rough`: « une centaine ». `magnitude` is 1 where no word of
    magnitude follows.
    """

    start: int
    end: int
    value: Decimal
    decimal: Decimal
    is_bare: bool = False
    in_letters: bool = False
    magnitude: int = 1
    is_rough: bool = False


MAGNITUDES = {
    "mille": 10**3, "millier": 10**3, "milliers": 10**3, "thousand": 10**3, "k": 10**3,
    "million": 10**6, "millions": 10**6, "m": 10**6, "mio": 10**6, "mn": 10**6,
    "milliard": 10**9, "milliards": 10**9, "billion": 10**9, "billions": 10**9,
    "md": 10**9, "mds": 10**9, "mrd": 10**9, "mrds": 10**9, "bn": 10**9,
}  # fmt: skip
# "m" alone is a metre, "k" a letter, "md" part of a number plate: they multiply only before a currency or close
# behind its sign.
SHORT = re.compile(
    r" ?(?:m|k|mds?|mrds?)(?= ?(?:de )?(?:\$|\x80|us\$|usd\b|eur\b|euros?\b|fcfa\b|xof\b|f cfa\b|dollars?\b))"
)
SHORT_AFTER_SIGN = re.compile(r" ?(?:m|k)\b")
MAGNITUDE = re.compile(r"\s?(?:mille|milliers?|thousand|millions?|mio|mn|milliards?|billions?|bn)\b")
SIGN_BEFORE = re.compile(r"(?:[$\x80]|\b(?:usd|eur|xof)) ?$")
AND_A_HALF = re.compile(r" (?:et demie?|and a half)\b")
AND_LESS = re.compile(r" (?:et )?([0-9]{1,3}(?: [0-9]{3})*)(?![0-9.,])(?:\s(millions?|mille|thousand)\b)?")

RUN = re.compile(r"[0-9](?:[0-9 .,']*[0-9])?")
ONE = re.compile(
    r"[0-9]{1,3}(?:([ .,'])[0-9]{3})(?:\1[0-9]{3})*(?![0-9])(?:[.,][0-9]{1,2}(?![0-9]))?|[0-9]+(?:[.,][0-9]+)?"
)
PAIRS = re.compile(r"(?<![0-9])[0-9]{2}(?:[ .][0-9]{2}){3}(?![0-9])")
LONE_MARK = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
GLUED_CURRENCY = re.compile(r"(?:^|[^a-z])(?:usd|eur|xof|fcfa|cfaf)$")
LONGEST = 13
IN_WORDS = re.compile(r"[ \n]?\(([0-9]{1,3}(?:[ .,]?[0-9]{3})*)\)")


def find_numbers(text: str, at: int = 0, end: int | None = None, language: str = "fr") -> list[WrittenNumber]:
    """Numbers of the text in order; parts of telephone numbers, references, clock times and codes left out."""
    folded = fold(text)
    return numbers_in(folded, at, len(folded) if end is None else end, language)


def numbers_in(
    folded: str,
    at: int,
    end: int,
    language: str,
    taken: Sequence[Span] = (),
    words: Iterable[str] | None = None,
) -> list[WrittenNumber]:
    """Numbers of a folded text, in order, none inside another; digits wholly within what is taken are passed over."""
    digits = list(in_digits(folded, at, end, language, taken))
    letters = [
        WrittenNumber(one.start, one.end, one.value, one.value, True, True, one.magnitude, one.is_rough)
        for one in numerals_in(folded, at, end, words)
    ]
    return merged(folded, digits, letters) if letters else digits


def in_digits(
    folded: str, at: int, end: int, language: str, taken: Sequence[Span]
) -> Iterator[WrittenNumber]:
    """Numbers written in digits, with the magnitude behind them."""
    done = at
    spans = iter(taken)
    span = next(spans, None)
    for run in RUN.finditer(folded, at, end):
        start, stop = run.span()
        while span and span.end <= start:
            span = next(spans, None)
        if span and span.start <= start and stop <= span.end:
            continue
        if stop - start > 10 and PAIRS.search(folded, start, stop):
            continue
        if start and folded[start - 1] == "+":
            continue
        for number in numbers_of_run(folded, start, stop, language):
            if number.start >= done:
                done = number.end
                yield number


def numbers_of_run(folded: str, start: int, stop: int, language: str) -> list[WrittenNumber]:
    """The numbers in a run of digits, spaces and marks, if they stand alone."""
    if folded[start:stop].isdigit():
        return [with_magnitude(folded, start, stop, language)] if stands_alone(folded, start, stop) else []
    return [
        with_magnitude(folded, begin, finish, language)
        for begin, finish in spans_of(folded, start, stop)
        if stands_alone(folded, begin, finish)
    ]


def spans_of(folded: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Where the single numbers of a run stand."""
    return [one.span() for one in ONE.finditer(folded, start, stop)]


def stands_alone(folded: str, start: int, stop: int) -> bool:
    """Whether no letter, slash or mark ties the digits to a reference, a clock time or a code."""
    return (
        is_free_before(folded, start) and is_free_after(folded, stop) and is_plain_start(folded, start, stop)
    )


def is_plain_start(folded: str, start: int, stop: int) -> bool:
    """Whether it is not a code: codes begin with a nought and run longer than numbers."""
    if folded[start] == "0" and stop - start > 1 and folded[start + 1] not in ".,":
        return False
    return stop - start < LONGEST or not folded[start:stop].isdigit()


def is_free_before(folded: str, start: int) -> bool:
    """Whether nothing before the digits makes them part of something longer."""
    if start == 0:
        return True
    before = folded[start - 1]
    if before == " ":
        return True
    if before in "(\n\t$\x80~<>|:=\x96\x97\xab\"'*":
        return not (before == ":" and start > 1 and folded[start - 2].isdigit())
    if before == "-":
        return start < 2 or folded[start - 2] in " \n\t" or folded[start - 2].isdigit()
    if before.isalpha():
        return GLUED_CURRENCY.search(folded, start - 5, start) is not None
    return not before.isalnum() and before not in "/+_#.,\xb0\\@&"


def is_free_after(folded: str, stop: int) -> bool:
    """Whether nothing behind the digits makes them part of something longer."""
    after = folded[stop : stop + 2]
    mark, then = after[:1], after[1:]
    if mark in " \n":  # nor anything at the end of the text
        return True
    if mark.isalpha():
        return bool(
            MAGNITUDE.match(folded, stop) or SHORT.match(folded, stop) or is_money_before_letter(folded, stop)
        )
    if mark in ".,:":
        return not then.isdigit()
    if mark == "-":
        return not (then.isalpha() or then == "0")
    return mark not in "/_@\\\xb0\xba"


MONEY_LETTERS = re.compile(r"(?:fcfa|f cfa|cfa|usd|eur|xof|f)\b")


def is_money_before_letter(folded: str, stop: int) -> bool:
    """Whether the letters glued to the digits are a currency, or a magnitude behind its sign."""
    return bool(MONEY_LETTERS.match(folded, stop) or (SHORT_AFTER_SIGN.match(folded, stop)))


def with_magnitude(folded: str, start: int, stop: int, language: str) -> WrittenNumber:
    """The number at this place, its magnitude taken in."""
    digits = folded[start:stop]
    found = magnitude_at(folded, start, stop)
    if not found:
        if digits.isdigit():
            value = Decimal(digits)
            return WrittenNumber(start, stop, value, value, is_bare=True)
        return WrittenNumber(start, stop, thousands_first(digits), decimal_first(digits))
    end, factor = found
    # "1,059 million" is over a billion; « 1,059 milliard » is not, and English has no « milliard ».
    is_english = language == "en" and "," in digits
    value = (thousands_first(digits) if is_english else decimal_first(digits)) * factor
    more = AND_A_HALF.match(folded, end)
    if more:
        end, value = more.end(), value + factor // 2
    less = AND_LESS.match(folded, end)
    if less:
        end, value = less.end(), value + smaller(less)
    value = Decimal(int(value)) if value == int(value) else value
    return WrittenNumber(start, end, value, value, magnitude=factor)


def magnitude_at(folded: str, start: int, stop: int) -> tuple[int, int] | None:
    """Where the magnitude ends and what it is."""
    near = folded[stop : stop + 2].lstrip()[:1]
    if not near or near not in "mtbk":
        return None
    found = MAGNITUDE.match(folded, stop) or SHORT.match(folded, stop)
    if not found and SIGN_BEFORE.search(folded, start - 5, start):
        found = SHORT_AFTER_SIGN.match(folded, stop)
    return (found.end(), MAGNITUDES[found[0].strip()]) if found else None


def smaller(less: re.Match[str]) -> Decimal:
    """« 992 millions » behind « 2 milliards »."""
    return Decimal(less[1].replace(" ", "")) * MAGNITUDES.get(less[2] or "", 1)


@lru_cache(4096)
def thousands_first(digits: str) -> Decimal:
    """The value where a lone mark before three digits parts thousands."""
    if LONE_MARK.fullmatch(digits):
        return Decimal(digits.replace(",", "").replace(".", ""))
    return decimal_first(digits)


@lru_cache(4096)
def decimal_first(digits: str) -> Decimal:
    """The value where a lone mark begins the decimals."""
    digits = digits.replace(" ", "").replace("'", "")
    last = max(digits.rfind(","), digits.rfind("."))
    if last < 0:
        return Decimal(digits)
    if digits.count(digits[last]) > 1:
        return Decimal(digits.replace(",", "").replace(".", ""))
    return Decimal(digits[:last].replace(",", "").replace(".", "") + "." + digits[last + 1 :])


def merged(folded: str, digits: list[WrittenNumber], letters: list[WrittenNumber]) -> list[WrittenNumber]:
    """Both in order, none inside another: « cinquante (50) » is one number, « 12 mille » is another."""
    spelled = {number.start: number for number in letters}
    both = sorted(
        [
            *(with_letters(folded, number, spelled) for number in digits),
            *(with_digits(folded, number) for number in letters),
        ]
    )
    kept: list[WrittenNumber] = []
    for number in both:
        if not kept or number.start >= kept[-1].end:
            kept.append(number)
    return kept


def with_letters(folded: str, number: WrittenNumber, spelled: dict[int, WrittenNumber]) -> WrittenNumber:
    """The digits with the same number in letters behind them: « 3 (trois) »."""
    opening = folded.find("(", number.end, number.end + 2)
    again = spelled.get(opening + 1) if opening >= 0 else None
    if again and again.value == number.value and folded[again.end : again.end + 1] == ")":
        return number._replace(end=again.end + 1)
    return number


def with_digits(folded: str, number: WrittenNumber) -> WrittenNumber:
    """The numeral with the same number in digits behind it: « trois (03) »."""
    again = IN_WORDS.match(folded, number.end)
    if again and thousands_first(again[1]) == number.value:
        return number._replace(end=again.end(), in_letters=False)
    return number
