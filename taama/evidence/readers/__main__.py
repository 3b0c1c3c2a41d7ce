"""The child process: limits first, then one file, then one JSON document on standard output."""

import json
import sys
from pathlib import Path
from typing import Any

from taama.evidence.confinement import leave_the_network, limit

from .docx import read_docx
from .eml import read_eml
from .html import read_html
from .kinds import DOCX, EML, HTML, JPEG, ODT, PDF, PNG, PPTX, TIFF, XLSX, media_type_of
from .odt import read_odt
from .pdf import read_pdf
from .pictures import Recogniser, read_picture
from .pptx import read_pptx
from .reading import Reading, Unreadable
from .text import read_text
from .xlsx import read_xlsx

MOST_LINES = 100_000  # each may become a passage
READERS = {
    DOCX: read_docx,
    ODT: read_odt,
    XLSX: read_xlsx,
    PPTX: read_pptx,
    EML: read_eml,
    HTML: read_html,
}


def main(path: str, cpu_seconds: str, memory_mb: str, text_mb: str, recogniser: str = "") -> int:
    """Read one file under limits; the answer is either a reading or a refusal.

    `recogniser` is the program that reads pictures, "" where they are not to be read."""
    isolated = leave_the_network()
    limit(int(cpu_seconds), int(memory_mb))
    try:
        reading = read(Path(path), Recogniser(recogniser) if recogniser else None)
        insist_on_measure(reading.text, int(text_mb))
        answer = in_json(reading=reading.as_json(), isolated=isolated)
    except Unreadable as reason:
        answer = in_json(refused=reason.code, detail=reason.detail[:200], isolated=isolated)
    except (MemoryError, RecursionError, ImportError) as error:  # a library that finds no room to be loaded
        answer = in_json(refused="memory", detail=repr(error)[:200], isolated=isolated)
    sys.stdout.buffer.write(answer)
    return 0


def in_json(**answer: Any) -> bytes:
    """The answer as it goes to the parent."""
    return json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace")


def read(path: Path, recogniser: Recogniser | None = None) -> Reading:
    """The reading, by what the bytes are."""
    media_type = media_type_of(path)
    if media_type == PDF:
        return read_pdf(path, recogniser)
    if media_type in {PNG, JPEG, TIFF}:
        return read_picture(path, media_type, recogniser)
    reader = READERS.get(media_type)
    return reader(path) if reader else read_text(path, media_type)


def insist_on_measure(text: str, text_mb: int) -> None:
    """Refuse more text than a page could show or a database should be given at once."""
    if len(text) > text_mb * 2**20 or text.count("\n") > MOST_LINES:
        raise Unreadable("too_large")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
