"""What a file is, by its bytes; its name proves nothing."""

import re
from pathlib import Path

from .archives import judged_names
from .reading import Unreadable

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HTML = "text/html"
MARKDOWN = "text/markdown"
PLAIN = "text/plain"

HEAD_BYTES = 4096
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
# Some producers put a line or two before the mark; a text that merely speaks of it stays a text.
PDF_START = re.compile(rb"\A(?:[^\n]{0,200}[\r\n]+){0,4}\s*%PDF-\d")
HTML_START = re.compile(
    rb"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|article|section|main|div|table|p|h[1-6])\b[^<]*>?",
    re.DOTALL | re.IGNORECASE,
)
OTHER_MARKUP = (b"{\\rtf", b"<?xml", b"<!doctype")
MARKDOWN_HEADING = re.compile(rb"^#{1,6} +\S", re.MULTILINE)


def media_type_of(path: Path) -> str:
    """PDF, DOCX, HTML, Markdown or plain text; Unreadable for anything else."""
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    if PDF_START.match(head[:1024]):
        return PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return archive_kind(path)
    if head.startswith(OLD_OFFICE):
        raise Unreadable(old_office_code(path))
    if b"\0" in head and not head.startswith(UTF16_MARKS):
        raise Unreadable("unsupported")
    return text_kind(head)


def archive_kind(path: Path) -> str:
    """DOCX, judged from the archive's directory alone; other archives are not taken."""
    names = judged_names(path)
    if {"[Content_Types].xml", "word/document.xml"} <= names:
        return DOCX
    raise Unreadable("unsupported")


def old_office_code(path: Path) -> str:
    """A protected DOCX hides in the old container; a plain .doc is merely too old."""
    return "encrypted" if ENCRYPTED_PACKAGE in path.read_bytes() else "unsupported"


def text_kind(head: bytes) -> str:
    """HTML, Markdown or plain, from how the text begins."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe").replace(b"\0", b"")
    if HTML_START.match(start):
        return HTML
    if start.lstrip().lower().startswith(OTHER_MARKUP):
        raise Unreadable("unsupported")
    return MARKDOWN if MARKDOWN_HEADING.search(start) else PLAIN
