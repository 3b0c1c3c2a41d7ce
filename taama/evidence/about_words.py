"""What a passage's document is, as words beside its stems: so the index itself narrows a search down. Plain Python.

No stem can be one of them: they begin with a sign that stems never hold and that both engines keep within a word.
A day is found by its month; who asks for days looks at them besides.
"""

from collections.abc import Iterator
from hashlib import blake2b

SIGN = "¤"
LANGUAGE, PUBLISHER, PLACE, WITHIN, ONLY = (SIGN + letter for letter in "gplde")
LEVELS = (3, 4, 6)  # digits of a decade, a year, a month
FIRST_YEAR, LAST_YEAR = 1900, 2099  # dates beyond count as these
LONGEST_DATE = 8


def about_words(*, language: str, publisher: str, place: str, published_on: str) -> str:
    """The words of one document."""
    named = ((LANGUAGE, language), (PUBLISHER, publisher), (PLACE, place))
    return " ".join([*(named_word(kind, value) for kind, value in named if value), *day_words(published_on)])


def named_word(kind: str, value: str) -> str:
    """The word of a language, a publisher or a place, whatever signs its name holds."""
    return kind + blake2b(value.encode(errors="surrogatepass"), digest_size=6).hexdigest()


def day_words(published_on: str) -> Iterator[str]:
    """The decade, the year and the month of a date, as far as it is known; a year alone also as such."""
    if published_on:
        day = digits(published_on)
        yield from (WITHIN + day[:level] for level in LEVELS if level <= len(day))
        if len(day) < LEVELS[-1]:
            yield ONLY + day


def digits(date: str) -> str:
    """A date without its hyphens, its year within what is told apart."""
    year, rest = date[:4], date[4:].replace("-", "")
    return f"{min(max(int(year), FIRST_YEAR), LAST_YEAR)}{rest}"


def words_between(since: str, until: str) -> tuple[str, ...]:
    """The words one of which every document dated from one date up to another has; "" leaves an end open."""
    low = digits(since or str(FIRST_YEAR)).ljust(LONGEST_DATE, "0")
    high = digits(until or str(LAST_YEAR)).ljust(LONGEST_DATE, "9")
    decades = range(FIRST_YEAR // 10, LAST_YEAR // 10 + 1)
    return tuple(word for decade in decades for word in words_within(str(decade), low, high))


def words_within(stretch: str, low: str, high: str) -> Iterator[str]:
    """The words for what of a decade, year or month lies between two days."""
    first, last = stretch.ljust(LONGEST_DATE, "0"), stretch.ljust(LONGEST_DATE, "9")
    if last < low or high < first:
        return
    if (low <= first and last <= high) or len(stretch) == LEVELS[-1]:
        yield WITHIN + stretch
        return
    if len(stretch) == len("2022"):
        yield ONLY + stretch
    for part in parts_of(stretch):
        yield from words_within(part, low, high)


def parts_of(stretch: str) -> Iterator[str]:
    """The years of a decade, the months of a year."""
    if len(stretch) == LEVELS[0]:
        return (f"{stretch}{year}" for year in range(10))
    return (f"{stretch}{month:02}" for month in range(1, 13))
