"""The child process: limits first, then one file, then one JSON document on standard output."""

import ctypes
import json
import resource
import sys
from pathlib import Path

from .docx import read_docx
from .html import read_html
from .kinds import DOCX, HTML, PDF, media_type_of
from .pdf import read_pdf
from .reading import Reading, Unreadable
from .text import read_text

NEW_USER_AND_NETWORK = 0x10000000 | 0x40000000


def main(path: str, cpu_seconds: str, memory_mb: str, text_mb: str) -> int:
    """Read one file under limits; the answer is either a reading or a refusal."""
    isolated = leave_the_network()
    limit(int(cpu_seconds), int(memory_mb))
    try:
        reading = read(Path(path))
        if len(reading.text) > int(text_mb) * 2**20:
            raise Unreadable("too_large")
        answer = {"reading": reading.as_json(), "isolated": isolated}
    except Unreadable as reason:
        answer = {"refused": reason.code, "detail": reason.detail[:200]}
    except (MemoryError, RecursionError):
        answer = {"refused": "memory", "detail": ""}
    json.dump(answer, sys.stdout)
    return 0


def read(path: Path) -> Reading:
    """The reading, by what the bytes are."""
    media_type = media_type_of(path)
    readers = {PDF: read_pdf, DOCX: read_docx, HTML: read_html}
    return readers[media_type](path) if media_type in readers else read_text(path, media_type)


def limit(cpu_seconds: int, memory_mb: int) -> None:
    """No more time or memory than given; no file written, no core dumped."""
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory_mb * 2**20, memory_mb * 2**20))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))


def leave_the_network() -> bool:
    """Move to a network of one's own where the system lets us; true if it did."""
    try:
        libc = ctypes.CDLL(None)
        return bool(libc.unshare(NEW_USER_AND_NETWORK) == 0)
    except (OSError, AttributeError):
        return False


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
