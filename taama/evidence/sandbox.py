"""Reading a file for the site: in a child process, its failures put into sentences."""

from pathlib import Path

from .child import SHIPPED, WHILE_SOMEONE_WAITS, Limits, read_in_child
from .readers.reading import Reading, Unreadable
from .refusals import ReadingRefused


def read_in_sandbox(
    path: Path, *, limits: Limits = SHIPPED, pictures: Limits = WHILE_SOMEONE_WAITS
) -> Reading:
    """The text of a file; ReadingRefused with a sentence where it cannot be had."""
    try:
        return read_in_child(path, limits, pictures)
    except Unreadable as reason:
        raise ReadingRefused(reason.code, reason.detail) from None
