"""Held copies: files named by their hash, written whole or not at all."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.files import File
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from taama.web.refusals import BadInput

BLOCK = 1024 * 1024


@dataclass(frozen=True)
class IncomingFile:
    """A file as it came, copied beside its later place."""

    path: Path
    name: str
    sha256: str
    size: int

    @property
    def held_name(self) -> str:
        """Its name among the held copies."""
        return f"{self.sha256[:2]}/{self.sha256}"


def size_of(upload: Path | UploadedFile[bytes]) -> int:
    """Bytes, as the file system or the upload says."""
    return upload.stat().st_size if isinstance(upload, Path) else upload.size or 0


def insist_on_size(size: int) -> None:
    """Refuse what is too large or empty, before a byte is read."""
    limit = settings.EVIDENCE_MAX_BYTES
    if size > limit:
        raise BadInput("document.too_large", sentence_too_large(size))
    if size == 0:
        raise BadInput("document.empty", _("This file is empty."))


def sentence_too_large(size: int) -> str:
    """What is said to someone whose file is too large."""
    sentence = _("This file is too large: %(size)s MB. A document may have %(limit)s MB at most.")
    return sentence % {"size": -(-size // 10**6), "limit": settings.EVIDENCE_MAX_BYTES // 10**6}


def not_let_in() -> str:
    """What is said of a file whose upload was stopped at the limit: how large it is, nobody knows."""
    sentence = _("This file is too large. A document may have %(limit)s MB at most.")
    return sentence % {"limit": settings.EVIDENCE_MAX_BYTES // 10**6}


@contextmanager
def incoming(upload: Path | UploadedFile[bytes]) -> Iterator[IncomingFile]:
    """The file copied, hashed and safe on disk; gone at the end unless it was put in its place."""
    if isinstance(upload, Path) and not upload.is_file():
        raise BadInput("document.missing", _("There is no file “%(name)s”.") % {"name": upload.name})
    insist_on_size(size_of(upload))
    waiting = settings.HELD_FILES / "incoming"
    waiting.mkdir(parents=True, exist_ok=True)
    name = Path(upload.name or "").name
    with tempfile.TemporaryDirectory(dir=waiting) as folder:
        path = Path(folder) / f"file{Path(name).suffix.lower()[:10]}"
        sha256, size = copy(upload, path)
        yield IncomingFile(path, name, sha256, size)


def copy(upload: Path | UploadedFile[bytes], path: Path) -> tuple[str, int]:
    """Copy to `path`, down to the disk; hash and size. What grows past the limit on the way is refused."""
    digest, size = hashlib.sha256(), 0
    with opened(upload) as source, path.open("xb") as target:
        while block := source.read(BLOCK):
            size += len(block)
            insist_on_size(size)
            digest.update(block)
            target.write(block)
        target.flush()
        os.fsync(target.fileno())
    return digest.hexdigest(), size


@contextmanager
def opened(upload: Path | UploadedFile[bytes]) -> Iterator[File]:  # type: ignore[type-arg]
    """The bytes, from the start."""
    if isinstance(upload, Path):
        with upload.open("rb") as stream:
            yield File(stream)
    else:
        upload.seek(0)
        yield upload


def put_in_place(file: IncomingFile) -> None:
    """Give a waiting file its name among the held copies: one step, whole or not at all."""
    place = held_path(file.held_name)
    place.parent.mkdir(parents=True, exist_ok=True)
    file.path.replace(place)
    folder = os.open(place.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def held_path(held_name: str) -> Path:
    """Where a held copy lies."""
    return Path(settings.HELD_FILES / held_name)


def sha256_of(path: Path) -> str:
    """The hash of a file's bytes."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
