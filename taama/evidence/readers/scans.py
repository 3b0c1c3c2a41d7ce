"""Pages of a PDF that are pictures, or whose text layer is garbage: told apart, rendered, recognised."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from .pictures import Recogniser
from .reading import Unreadable

if TYPE_CHECKING:
    import pypdfium2

MOST_PAGES = 200  # to recognise; each takes seconds
DOTS_AN_INCH, POINTS_AN_INCH = 300, 72
MOST_PIXELS = 20_000_000  # of a rendered page; larger sheets are drawn coarser
FEW_LETTERS = 20
LARGE_SHARE = 0.5  # of the page, for a picture to be a scan and not an illustration
MOST_OBJECTS = 2_000  # looked at to find a picture
ENOUGH = 60  # signs, to judge a text layer
MOST_ODD, FEWEST_VOWELS = 0.2, 0.22  # of all signs; of Latin letters, where French has 0.43 and English 0.38
# Private use, controls, and the sign that stands for what has no sign: fonts without a table of letters give these.
ODD = re.compile(r"[\ue000-\uf8ff\U000f0000-\U0010ffff\ufffd\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\(cid:\d+\)")
BLANK = re.compile(r"\s+")
LATIN = re.compile(r"[a-zA-Z]")
VOWEL = re.compile(r"[aeiouAEIOU]")
HYPHENS = str.maketrans("", "", "\ufffe\x02\u00ad")


def is_garbled(text: str) -> bool:
    """Whether a text layer is no writing: signs without meaning, or letters shuffled so that vowels are rare."""
    signs = BLANK.sub("", text.translate(HYPHENS))
    if len(signs) < ENOUGH:
        return False
    odd = sum(map(len, ODD.findall(signs)))
    latin = len(LATIN.findall(signs))
    few_vowels = latin >= ENOUGH * 2 and len(VOWEL.findall(signs)) < FEWEST_VOWELS * latin
    return odd > MOST_ODD * len(signs) or few_vowels


def is_picture(document: "pypdfium2.PdfDocument", number: int, text: str) -> bool:
    """Whether a page has hardly a letter and a picture, or drawn outlines, that may be one of a text."""
    import pypdfium2

    if sum(map(str.isalnum, text)) >= FEW_LETTERS:
        return False
    try:
        page = document[number]
        found = holds_picture(page)
        page.close()
    except pypdfium2.PdfiumError as error:
        raise Unreadable("broken", f"{number + 1}: {error}") from error
    return found


def holds_picture(page: "pypdfium2.PdfPage") -> bool:
    """A picture over half of the page, or hundreds of outlines, as letters drawn one by one are."""
    import pypdfium2.raw as pdfium

    width, height = page.get_size()
    outlines = 0
    for part in islice(page.get_objects(max_depth=3), MOST_OBJECTS):
        if part.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = part.get_bounds()
            if (right - left) * (top - bottom) >= LARGE_SHARE * width * height:
                return True
        outlines += part.type == pdfium.FPDF_PAGEOBJ_PATH
    return outlines >= 100


def recognise(
    document: "pypdfium2.PdfDocument", pages: list[str], wanted: Sequence[int], recogniser: Recogniser
) -> None:
    """Put the recognised text in the place of what these pages gave."""
    if len(wanted) > MOST_PAGES:
        raise Unreadable("too_large", f"{len(wanted)} scanned pages")
    for number in wanted:
        pages[number] = recogniser.text(picture_of(document, number))


def picture_of(document: "pypdfium2.PdfDocument", number: int) -> bytes:
    """A page drawn in grey, as the simplest of picture files: a recogniser reads it from memory."""
    import pypdfium2

    try:
        page = document[number]
        width, height = page.get_size()
        bitmap = page.render(scale=scale_for(width * height), grayscale=True, draw_annots=False)
        rows = bytes(bitmap.buffer)
        lines = (rows[start : start + bitmap.width] for start in range(0, len(rows), bitmap.stride))
        data = b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + b"".join(lines)
        bitmap.close()
        page.close()
    except pypdfium2.PdfiumError as error:
        raise Unreadable("broken", f"{number + 1}: {error}") from error
    return data


def scale_for(square_points: float) -> float:
    """From points to dots, coarser where the sheet is huge."""
    usual = DOTS_AN_INCH / POINTS_AN_INCH
    return float(min(usual, (MOST_PIXELS / max(square_points, 1.0)) ** 0.5))
