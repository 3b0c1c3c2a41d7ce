"""The child process: limits first, then one workbook, then one JSON document on standard output."""

import json
import sys
from pathlib import Path

from taama.evidence.readers.reading import Unreadable

from .confinement import confine
from .sheets import book_of


def main(path: str, cpu_seconds: str, memory_mb: str) -> int:
    """Read one file under limits; the answer is either a workbook or a refusal."""
    confine(int(cpu_seconds), int(memory_mb))
    try:
        answer = book_of(Path(path))
    except Unreadable as reason:
        answer = {"refused": reason.code}
    except (MemoryError, RecursionError):
        answer = {"refused": "memory"}
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace"))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
