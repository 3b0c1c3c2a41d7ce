"""Why a file cannot be read, and how to mend it: sentences that are at hand before Django is."""

import gettext
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"


def gettext_noop(sentence: str) -> str:
    """Marks a sentence for the catalogues."""
    return sentence


REASONS = {
    "empty": gettext_noop("This file is empty."),
    "missing": gettext_noop("There is no such file."),
    "closed": gettext_noop("This file cannot be opened: see whether you may read it."),
    "too_large": gettext_noop(
        "This file holds too much text to be read at once. Split it and add the parts."
    ),
    "unsupported": gettext_noop(
        "This kind of file cannot be read. Give a text, HTML, PDF, Word (.docx), OpenDocument (.odt), Excel (.xlsx), "
        "PowerPoint (.pptx) or mail (.eml) file, or a picture (PNG, JPEG, TIFF)."
    ),
    "encrypted": gettext_noop("This file is protected by a password. Save it without one and add it again."),
    "broken": gettext_noop(
        "This file is damaged or incomplete. Ask for it again, or open it and save it anew."
    ),
    "bomb": gettext_noop(
        "This file unfolds to far more than it should and was not opened. Save its text anew."
    ),
    "no_text": gettext_noop(
        "No text was found in this file; it may be a scan. Add a version that holds text."
    ),
    "scan": gettext_noop(
        "This file is a picture of its text. To have it read, install Tesseract with French and English "
        "(on Debian: apt install tesseract-ocr tesseract-ocr-fra); or add a version that holds text."
    ),
    "garbled": gettext_noop(
        "The text inside this file is made of signs without meaning. To have its pages read as pictures, install "
        "Tesseract (on Debian: apt install tesseract-ocr tesseract-ocr-fra); or add a version that holds text."
    ),
    "encoding": gettext_noop(
        "The characters of this file cannot be told. Save it as UTF-8 text and add it again."
    ),
    "timeout": gettext_noop("Reading this file took too long and was stopped. Save it anew, or split it."),
    "memory": gettext_noop(
        "Reading this file took too much memory and was stopped. Save it anew, or split it."
    ),
}


def in_words(reason: str, language: str) -> str:
    """The sentence for a reason in the reader's language."""
    catalogue = gettext.translation("django", LOCALE, languages=[language], fallback=True)
    return catalogue.gettext(REASONS[reason])
