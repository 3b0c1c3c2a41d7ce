"""Reading a file in a child process: whatever is in it, the server goes on."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from .readers.reading import Reading
from .refusals import ReadingRefused

# CPU time runs out with SIGXCPU; a library that cannot get memory often ends by SIGSEGV or SIGABRT.
REASONS = {
    -signal.SIGXCPU: "timeout",
    -signal.SIGKILL: "timeout",
    -signal.SIGABRT: "memory",
    -signal.SIGSEGV: "memory",
}


@dataclass(frozen=True)
class Limits:
    """What reading one file may cost."""

    cpu_seconds: int = 10
    memory_mb: int = 512
    wall_seconds: int = 20
    text_mb: int = 20


def read_in_sandbox(path: Path, *, limits: Limits = Limits()) -> Reading:  # frozen
    """The text of a file; ReadingRefused with a sentence where it cannot be had."""
    command = [
        sys.executable, "-I", "-m", "taama.evidence.readers", str(path.resolve()),
        str(limits.cpu_seconds), str(limits.memory_mb), str(limits.text_mb),
    ]  # fmt: skip
    with tempfile.TemporaryDirectory(prefix="taama-reading-") as empty:
        code, output = run(command, empty, limits.wall_seconds)
    if code != 0 or not output:
        raise ReadingRefused(REASONS.get(code, "broken"), f"exit {code}")
    answer = json.loads(output)
    if "refused" in answer:
        raise ReadingRefused(answer["refused"], answer["detail"])
    return Reading.from_json(answer["reading"])


def run(command: list[str], folder: str, wall_seconds: int) -> tuple[int, bytes]:
    """(exit code, standard output) of a child with a bare environment; its whole group is ended on timeout."""
    child = subprocess.Popen(
        command,
        cwd=folder,
        env={"LANG": "C.UTF-8", "OMP_NUM_THREADS": "1", "HOME": folder},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        output, _errors = child.communicate(timeout=wall_seconds)
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        child.communicate()
        return -signal.SIGKILL, b""
    return child.returncode, output
