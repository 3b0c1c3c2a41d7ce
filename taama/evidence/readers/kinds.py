"""What a file is, by its bytes; its name proves nothing."""

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


def media_type_of(path: Path) -> str:
    """PDF, DOCX, HTML, Markdown or plain text; Unreadable for anything else."""
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    if b"%PDF-" in head[:1024]:
        return PDF
    if head.startswith(b"PK"):
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
    start = head.replace(b"\0", b"").lower()
    if b"<html" in start or b"<!doctype html" in start:
        return HTML
    if start.lstrip().startswith((b"{\\rtf", b"<?xml")):
        raise Unreadable("unsupported")
    return MARKDOWN if any(line.startswith(b"#") for line in start.splitlines()) else PLAIN
