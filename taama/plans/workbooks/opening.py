"""A workbook read in a child process, its failures put into sentences, and kept until somebody confirms it."""

import json
import sys
import tempfile
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from taama.evidence.child import REASONS, Limits, Overrun, run
from taama.web.refusals import BadInput

LIMITS = Limits(cpu_seconds=10, memory_mb=512, wall_seconds=20, file_mb=10, output_mb=20)
A_DAY_S = 24 * 3600
SENTENCES = {
    "kind": _("This is no Excel workbook (.xlsx). Save the plan as “Excel workbook” and upload it again."),
    "encrypted": _("This workbook is protected by a password. Save it without one and upload it again."),
    "bomb": _("This workbook unfolds to far more than a plan holds, so it was not opened."),
    "too_large": _(
        "This workbook is larger than a plan can be: at most 10 MB and 5,000 filled rows a sheet."
    ),
    "timeout": _("Reading this workbook took too long. Copy the plan into a new workbook and upload that."),
    "memory": _("This workbook needs too much memory. Copy the plan into a new workbook and upload that."),
    "broken": _("This workbook cannot be opened. Open it in Excel, save it anew and upload it again."),
}


@dataclass(frozen=True)
class Cell:
    """One cell: its text, and what kind of thing it is ("" for text)."""

    text: str = ""
    kind: str = ""


@dataclass(frozen=True)
class Sheet:
    """One sheet: its filled rows by number from 0."""

    name: str
    is_hidden: bool
    rows: Mapping[int, list[Cell]]

    @property
    def width(self) -> int:
        """How many columns hold anything."""
        return max((len(cells) for cells in self.rows.values()), default=0)


@dataclass(frozen=True)
class Book:
    """A workbook as it was uploaded."""

    file: str
    sheets: list[Sheet]
    has_macros: bool = False


def keep_upload(upload: "UploadedFile[Any]", owner: str) -> uuid.UUID:
    """Read an uploaded workbook and keep what stands in it for a day, for its owner; BadInput if it cannot be read."""
    if (upload.size or 0) > LIMITS.file_mb * 2**20:
        raise unreadable("too_large")
    with tempfile.TemporaryDirectory(prefix="taama-workbook-") as folder:
        path = Path(folder) / "workbook"
        with path.open("wb") as file:
            for chunk in upload.chunks():
                file.write(chunk)
        answer = answer_of(path)
    token = uuid.uuid4()
    forget_old()
    kept = {"file": Path(upload.name or "").name[:120], "owner": owner, "book": answer}
    place_of(token).write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
    return token


def answer_of(path: Path) -> dict[str, Any]:
    """What a child that has nothing but this file makes of it."""
    command = [
        sys.executable, "-I", "-B", "-m", "taama.plans.workbooks", str(path.resolve()),
        str(LIMITS.cpu_seconds), str(LIMITS.memory_mb),
    ]  # fmt: skip
    with tempfile.TemporaryDirectory(prefix="taama-reading-") as empty:
        try:
            code, output = run(command, empty, LIMITS)
        except Overrun as reason:
            raise unreadable(str(reason)) from None
    if code != 0 or not output:
        raise unreadable(REASONS.get(code, "broken"))
    answer: dict[str, Any] = json.loads(output)
    if "refused" in answer:
        raise unreadable(answer["refused"])
    return answer


def unreadable(reason: str) -> BadInput:
    """Why a workbook cannot be read, as a sentence."""
    return BadInput(f"plans.workbook.{reason}", SENTENCES.get(reason, SENTENCES["broken"]))


def kept_upload(token: uuid.UUID, owner: str) -> Book | None:
    """The workbook kept under a token, if it is this person's and not yet forgotten."""
    path = place_of(token)
    if not path.exists():
        return None
    kept = json.loads(path.read_text(encoding="utf-8"))
    if kept["owner"] != owner:
        return None
    sheets = [
        Sheet(
            one["name"], one["hidden"], {row: [cell(value) for value in cells] for row, cells in one["rows"]}
        )
        for one in kept["book"]["sheets"]
    ]
    return Book(kept["file"], sheets, kept["book"]["macros"])


def cell(value: Any) -> Cell:
    """A cell from what the child said of it."""
    return Cell(value) if isinstance(value, str) else Cell(value[1], value[0])


def place_of(token: uuid.UUID) -> Path:
    """Where an upload is kept meanwhile."""
    folder = Path(settings.VAR) / "uploads"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{token}.json"


def forget_old() -> None:
    """Throw away uploads nobody confirmed within a day."""
    for path in place_of(uuid.uuid4()).parent.glob("*.json"):
        if time.time() - path.stat().st_mtime > A_DAY_S:
            path.unlink(missing_ok=True)
