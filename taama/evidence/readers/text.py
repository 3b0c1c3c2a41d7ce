"""Plain text and Markdown: which encoding, and the text with one kind of line end."""

import codecs
import re
from pathlib import Path

from .reading import Reading, Unreadable

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# Bytes that Western Windows text does not use: where they stand, the encoding is another one.
NOT_WESTERN = frozenset(b"\x81\x8d\x8f\x90\x9d")
MIXED = "utf-8 with cp1252"
# Letters of French, and the signs of print, as UTF-8 has them; Western text would hardly mean « Ã© » or « â€™ ».
UTF8_LETTER = re.compile(rb"[\xc3-\xc5][\x80-\xbf]|\xe2\x80[\x80-\xbf]|\xc2[\xa0\xab\xb0\xbb]")
NO_TEXT_HAS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def read_text(path: Path, media_type: str) -> Reading:
    """The file's text, and as which encoding it was read."""
    text, encoding = decoded(path.read_bytes())
    if not text.strip():
        raise Unreadable("no_text")
    return Reading(one_line_end(text), media_type, encoding=encoding)


def decoded(data: bytes) -> tuple[str, str]:
    """(text, encoding): by its mark, as UTF-8, as Western Windows text, or both mixed; Unreadable where none fits."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return strictly(data, encoding)
    try:
        return strictly(data, "utf-8")
    except Unreadable:
        if b"\0" in data:
            raise
    if is_mixed(data):
        return strictly(data, MIXED)
    if NOT_WESTERN & set(data):
        raise Unreadable("encoding", "cp1252")
    return strictly(data, "cp1252")


def is_mixed(data: bytes) -> bool:
    """Whether letters beyond ASCII stand there in UTF-8 too: parts of two texts pasted together."""
    return UTF8_LETTER.search(data) is not None


def western(error: UnicodeError) -> tuple[str, int]:
    """The one byte that is no UTF-8, read as Western Windows text."""
    if not isinstance(error, UnicodeDecodeError) or error.object[error.start] in NOT_WESTERN:
        raise error
    return error.object[error.start : error.start + 1].decode("cp1252"), error.start + 1


codecs.register_error("western", western)


def strictly(data: bytes, encoding: str) -> tuple[str, str]:
    """Decoded without a single guess, and without control characters that no text has."""
    try:
        text = data.decode("utf-8", "western") if encoding == MIXED else data.decode(encoding)
    except UnicodeError as error:
        raise Unreadable("encoding", encoding) from error
    if NO_TEXT_HAS.search(text):
        raise Unreadable("encoding", encoding)
    return text, encoding


def one_line_end(text: str) -> str:
    """Lines end in one way only, so that offsets mean the same everywhere."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
