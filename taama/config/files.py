"""The files a person names on the command line: folders stand for all that is in them."""

from collections.abc import Iterable, Iterator
from pathlib import Path


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, and those in the folders named however deep, in order; hidden ones are left alone."""
    for path in paths:
        if path.is_dir():
            yield from (
                file for file in sorted(path.rglob("*")) if file.is_file() and not is_hidden(file, path)
            )
        else:
            yield path


def is_hidden(file: Path, folder: Path) -> bool:
    """Whether a name on the way to it begins with a dot, as those of programs do."""
    return any(part.startswith(".") for part in file.relative_to(folder).parts)
