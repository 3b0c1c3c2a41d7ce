"""A compilation as files: written whole or not at all, the same bytes each time."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

from taama.web.paper.formats import FORMATS, write

from .models import Compilation
from .queries import report_of

__all__ = ["FORMATS", "file_name", "kept_file", "write_files"]


def write_files(compilation: Compilation, folder: Path, formats: Iterable[str]) -> list[Path]:
    """The compilation in these formats in this folder; a file is replaced only by a whole one."""
    folder.mkdir(parents=True, exist_ok=True)
    return [write_file(compilation, folder, format_name) for format_name in formats]


def write_file(compilation: Compilation, folder: Path, format_name: str) -> Path:
    """One file, written beside its place and then moved there."""
    content = write(report_of(compilation), format_name)
    target = folder / file_name(compilation, format_name)
    handle, part = tempfile.mkstemp(dir=folder, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(part).chmod(0o644)
        Path(part).replace(target)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise
    return target


def file_name(compilation: Compilation, format_name: str) -> str:
    """Such as `mali-voluntary-review-fr.pdf`."""
    return f"{compilation.review.slug}-{compilation.language}{FORMATS[format_name].ending}"


def kept_file(compilation: Compilation, format_name: str) -> Path:
    """The file as it is handed out: written the first time it is asked for, under the hash of its content."""
    folder = Path(settings.COMPILED_FILES) / compilation.digest[:16]
    target = folder / file_name(compilation, format_name)
    return target if target.exists() else write_files(compilation, folder, [format_name])[0]
