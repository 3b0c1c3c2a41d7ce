"""A child process for each file: limited, without network; whatever it does the parent goes on. Plain Python."""

import json
import logging
import os
import selectors
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from .readers.reading import Reading, Unreadable

log = logging.getLogger(__name__)

# CPU time runs out with SIGXCPU or SIGKILL; a library that cannot get memory often ends by another signal.
REASONS = {
    -signal.SIGXCPU: "timeout",
    -signal.SIGKILL: "timeout",
    -signal.SIGABRT: "memory",
    -signal.SIGSEGV: "memory",
    -signal.SIGBUS: "memory",
    -signal.SIGILL: "memory",
    -signal.SIGTRAP: "memory",
}
PICTURED = {"scan", "garbled"}  # what a program that reads pictures can mend
BLOCK = 65_536


@dataclass(frozen=True)
class Limits:
    """What reading one file may cost."""

    cpu_seconds: int = 10
    memory_mb: int = 512
    wall_seconds: int = 20
    file_mb: int = 64
    text_mb: int = 20
    output_mb: int = 50


SHIPPED = Limits()
# Recognising a page takes two or three seconds: a page of the site may wait for some, a command for many.
WHILE_SOMEONE_WAITS = Limits(cpu_seconds=30, memory_mb=1024, wall_seconds=30)
PATIENT = Limits(cpu_seconds=60, memory_mb=1024, wall_seconds=600)


class Overrun(Exception):
    """A child that was ended; the reason in one word."""


def read_in_child(path: Path, limits: Limits = SHIPPED, pictures: Limits = WHILE_SOMEONE_WAITS) -> Reading:
    """The text of a file, its scanned pages recognised where this machine can; Unreadable where it cannot be had."""
    if path.stat().st_size > limits.file_mb * 2**20:
        raise Unreadable("too_large", f"{path.stat().st_size} bytes")
    recogniser = shutil.which("tesseract")
    try:
        reading = read_once(path, limits)
    except Unreadable as reason:
        if reason.code not in PICTURED or recogniser is None:
            raise
        return read_once(path, pictures, recogniser)
    if reading.unread and recogniser is not None:
        return with_scanned_pages(path, reading, pictures, recogniser)
    return reading


def with_scanned_pages(path: Path, reading: Reading, limits: Limits, recogniser: str) -> Reading:
    """The same file with its scanned pages too; as it was where they cannot be recognised in time."""
    try:
        return read_once(path, limits, recogniser)
    except Unreadable as reason:
        log.warning("the scanned pages of a document stay unread: %s %s", reason.code, reason.detail)
        return reading


def read_once(path: Path, limits: Limits, recogniser: str = "") -> Reading:
    """What one child made of the file."""
    command = [
        sys.executable, "-I", "-B", "-m", "taama.evidence.readers", str(path.resolve()),
        str(limits.cpu_seconds), str(limits.memory_mb), str(limits.text_mb), recogniser,
    ]  # fmt: skip
    with tempfile.TemporaryDirectory(prefix="taama-reading-") as empty:
        try:
            code, output = run(command, empty, limits)
        except Overrun as reason:
            raise Unreadable(str(reason), "ended from outside") from None
    return reading_from(code, output)


def reading_from(code: int, output: bytes) -> Reading:
    """What the child answered; a child that died without an answer refuses by its exit code."""
    if code != 0 or not output:
        log.warning("reading a document ended with code %s", code)
        raise Unreadable(REASONS.get(code, "broken"), f"exit {code}")
    answer = json.loads(output)
    if not answer["isolated"]:
        log.warning("a document was read without a network of its own: this system does not permit one")
    if "refused" in answer:
        raise Unreadable(answer["refused"], answer["detail"])
    return Reading.from_json(answer["reading"])


def run(command: list[str], folder: str, limits: Limits) -> tuple[int, bytes]:
    """(exit code, standard output) of a child with a bare environment; its whole group ends if it overruns."""
    child = subprocess.Popen(
        command,
        cwd=folder,
        env={
            "LANG": "C.UTF-8",
            "OMP_NUM_THREADS": "1",
            "OMP_THREAD_LIMIT": "1",
            "HOME": folder,
            "TMPDIR": folder,
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return answer_of(child, limits)
    finally:
        end_group(child)


def answer_of(child: subprocess.Popen[bytes], limits: Limits) -> tuple[int, bytes]:
    """(exit code, standard output), if it comes in time and in measure."""
    assert child.stdout is not None
    until = time.monotonic() + limits.wall_seconds
    answer = bytearray()
    with selectors.DefaultSelector() as waiting, child.stdout as stream:
        waiting.register(stream, selectors.EVENT_READ)
        while waiting.select(max(0.0, until - time.monotonic())):
            block = os.read(stream.fileno(), BLOCK)
            answer += block
            if not block:
                return exit_code(child, until), bytes(answer)
            if len(answer) > limits.output_mb * 2**20:
                raise Overrun("too_large")
    raise Overrun("timeout")


def exit_code(child: subprocess.Popen[bytes], until: float) -> int:
    """How the child ended, once it said all it had to say."""
    try:
        return child.wait(max(0.0, until - time.monotonic()))
    except subprocess.TimeoutExpired:
        raise Overrun("timeout") from None


def end_group(child: subprocess.Popen[bytes]) -> None:
    """End a child that still runs, with all it started."""
    if child.poll() is None:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()
