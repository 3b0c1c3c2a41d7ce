"""The child process: limits first, then one workbook, then one JSON document on standard output."""

import ctypes
import json
import resource
import sys
from pathlib import Path

from taama.evidence.readers.reading import Unreadable

from .sheets import book_of

NEW_NETWORK, NEW_USER = 0x40000000, 0x10000000


def main(path: str, cpu_seconds: str, memory_mb: str) -> int:
    """Read one file under limits; the answer is either a workbook or a refusal."""
    confine(int(cpu_seconds), int(memory_mb))
    try:
        answer = {"book": book_of(Path(path))}
    except Unreadable as reason:
        answer = {"refused": {"reason": reason.code, "detail": reason.detail[:200]}}
    except (MemoryError, RecursionError) as error:
        answer = {"refused": {"reason": "memory", "detail": repr(error)[:200]}}
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace"))
    return 0


def confine(cpu_seconds: int, memory_mb: int) -> None:
    """No network where the system lets us leave it; no more time or memory than given; no file written."""
    try:
        unshare = ctypes.CDLL(None).unshare
        _left = unshare(NEW_NETWORK) == 0 or unshare(NEW_USER | NEW_NETWORK) == 0
    except (OSError, AttributeError):  # not Linux
        pass
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory_mb * 2**20, memory_mb * 2**20))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
