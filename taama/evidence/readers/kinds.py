"""What a file is, by its bytes; its name proves nothing."""

import re
from pathlib import Path

from .archives import judged_names, member
from .reading import Unreadable

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
EML = "message/rfc822"
PNG, JPEG, TIFF = "image/png", "image/jpeg", "image/tiff"
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
PICTURES = {
    b"\x89PNG\r\n\x1a\n": PNG,
    b"\xff\xd8\xff": JPEG,
    b"II*\0": TIFF,
    b"MM\0*": TIFF,
}
OFFICE = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX, "ppt/presentation.xml": PPTX}
# A letter begins with heads alone; one that only a mail program writes must be among them.
HEADS = re.compile(rb"\A(?:From [^\n]*\n)?(?:[A-Za-z][A-Za-z-]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*){3,}")
MAILED = re.compile(rb"^(?:Message-ID|Received|MIME-Version|Return-Path):", re.MULTILINE | re.IGNORECASE)
SENT = re.compile(rb"^From:", re.MULTILINE | re.IGNORECASE)
MARKDOWN_HEADING = re.compile(rb"^#{1,6} +\S", re.MULTILINE)


def media_type_of(path: Path) -> str:
    """The kind of document; Unreadable for anything else."""
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    if not head:
        raise Unreadable("empty")
    if PDF_START.match(head[:1024]):
        return PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return archive_kind(path)
    if head.startswith(OLD_OFFICE):
        raise Unreadable(old_office_code(path))
    for mark, kind in PICTURES.items():
        if head.startswith(mark):
            return kind
    if b"\0" in head and not head.startswith(UTF16_MARKS):
        raise Unreadable("unsupported")
    return text_kind(head)


def archive_kind(path: Path) -> str:
    """An office file, judged from the archive's directory alone; other archives are not taken."""
    names = judged_names(path)
    if "[Content_Types].xml" in names:
        for part, kind in OFFICE.items():
            if part in names:
                return kind
    if {"mimetype", "content.xml"} <= names and member(path, "mimetype", names).strip() == ODT.encode():
        return ODT
    raise Unreadable("unsupported")


def old_office_code(path: Path) -> str:
    """A protected office file hides in the old container; a plain .doc is merely too old."""
    return "encrypted" if ENCRYPTED_PACKAGE in path.read_bytes() else "unsupported"


def text_kind(head: bytes) -> str:
    """A letter, HTML, Markdown or plain, from how the text begins."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe").replace(b"\0", b"")
    if HTML_START.match(start):
        return HTML
    if is_letter(start.replace(b"\r\n", b"\n")):
        return EML
    if start.lstrip().lower().startswith(OTHER_MARKUP):
        raise Unreadable("unsupported")
    return MARKDOWN if MARKDOWN_HEADING.search(start) else PLAIN


def is_letter(start: bytes) -> bool:
    """Whether a mail program wrote it."""
    heads = HEADS.match(start)
    return heads is not None and SENT.search(heads[0]) is not None and MAILED.search(heads[0]) is not None
