"""How wide words are in Noto Sans, in thousandths of its size, and where a label breaks."""

import unicodedata

# From the font's own table, for the characters from space to tilde.
ADVANCES = (
    260, 269, 408, 646, 572, 831, 732, 225, 300, 300, 551, 572, 268, 322, 268, 372, 572, 572, 572,
    572, 572, 572, 572, 572, 572, 572, 268, 268, 572, 572, 572, 434, 899, 639, 650, 632, 730, 556,
    519, 728, 741, 339, 273, 619, 524, 907, 760, 781, 605, 781, 622, 549, 556, 731, 600, 930, 586,
    566, 572, 329, 372, 329, 572, 444, 281, 561, 615, 480, 615, 564, 344, 615, 618, 258, 258, 534,
    258, 935, 618, 605, 615, 615, 413, 479, 361, 618, 508, 786, 529, 510, 470, 380, 551, 380, 572,
)  # fmt: skip
OTHER = 600
NARROW_SPACE = 170
BOLD = 1.07


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of one line of words."""
    thousandths = sum(advance(character) for character in text)
    return thousandths * size / 1000 * (BOLD if bold else 1)


def advance(character: str) -> int:
    """Advance width of a character; an accented one is as wide as its letter."""
    if character == "\u202f":
        return NARROW_SPACE
    place = ord(unicodedata.normalize("NFKD", character)[0]) - 32
    return ADVANCES[place] if 0 <= place < len(ADVANCES) else OTHER


def wrapped(text: str, size: float, width: float, lines: int = 2) -> tuple[str, ...]:
    """The words over at most so many lines; what does not fit ends in an ellipsis."""
    rows = broken(text, size, width)
    if len(rows) <= lines:
        return tuple(rows)
    return (*rows[: lines - 1], shortened(" ".join(rows[lines - 1 :]), size, width))


def broken(text: str, size: float, width: float) -> list[str]:
    """The words, line by line; a no-break space does not break."""
    rows: list[str] = []
    for word in text.split(" "):
        longer = f"{rows[-1]} {word}" if rows else word
        if rows and text_width(longer, size) <= width:
            rows[-1] = longer
        else:
            rows.append(word)
    return rows


def shortened(text: str, size: float, width: float) -> str:
    """The words up to the width, then an ellipsis."""
    if text_width(text, size) <= width:
        return text
    while text and text_width(f"{text}…", size) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"
