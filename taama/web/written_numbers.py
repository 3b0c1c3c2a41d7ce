"""Numbers as people write them in French or English, read without a guess. Plain Python."""

import re
from decimal import Decimal


class NoSuchNumber(ValueError):
    """The text is no number."""


class TwoNumbers(ValueError):
    """The text can mean two numbers: 1,234 is over a thousand in English and over one in French."""


SPACES = re.compile(r"[\s\u00a0\u202f'’]")
DIGITS = re.compile(r"(?P<sign>[-−+]?)(?P<digits>[\d.,]*\d)")
EITHER = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
THOUSANDS = re.compile(r"\d{1,3}(?:(?P<mark>[.,])\d{3})(?:(?P=mark)\d{3})*")


def number_written(text: str) -> Decimal:
    """A number as people write it in French or English: `1 234,5`, `1,234.5`, `1234.5`, `1 234`.

    NoSuchNumber if it is none; TwoNumbers where a single mark before three digits leaves it open.
    """
    found = DIGITS.fullmatch(SPACES.sub("", text.strip()))
    if not found:
        raise NoSuchNumber(text)
    digits = found["digits"]
    if EITHER.fullmatch(digits) and not SPACES.search(text.strip()):
        raise TwoNumbers(text)
    value = Decimal(with_point(digits, text))
    return -value if found["sign"] in ("-", "−") else value


def with_point(digits: str, text: str) -> str:
    """Digits with a point before the decimals and no mark between thousands."""
    last = max(digits.rfind(","), digits.rfind("."))
    if last < 0:
        return digits
    mark, whole, decimals = digits[last], digits[:last], digits[last + 1 :]
    if digits.count(mark) > 1:
        return thousands(digits, text)
    return f"{thousands(whole, text) or '0'}.{decimals}"


def thousands(digits: str, text: str) -> str:
    """Digits without their marks between thousands; any other use of marks is refused."""
    if digits and not digits.isdigit() and not THOUSANDS.fullmatch(digits):
        raise NoSuchNumber(text)
    return digits.replace(",", "").replace(".", "")
