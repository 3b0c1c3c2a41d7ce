"""The formats a report can be had in, and one door to them."""

from collections.abc import Callable
from dataclasses import dataclass

from .docx import docx
from .html import html
from .model import Report
from .pdf import pdf


@dataclass(frozen=True)
class Format:
    """A file format: the ending of its name, its media type, its writer."""

    ending: str
    media_type: str
    writer: Callable[[Report], bytes]


def html_file(report: Report) -> bytes:
    """The page as the bytes of a file."""
    return html(report).encode()


FORMATS = {
    "pdf": Format(".pdf", "application/pdf", pdf),
    "docx": Format(".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", docx),
    "html": Format(".html", "text/html; charset=utf-8", html_file),
}


class NoSuchFormat(ValueError):
    """A report cannot be had in this format; the text names those it can."""


def write(report: Report, format: str) -> bytes:
    """The report in a format of FORMATS."""
    if format not in FORMATS:
        raise NoSuchFormat(f"“{format}” is none of: {', '.join(FORMATS)}")
    return FORMATS[format].writer(report)
