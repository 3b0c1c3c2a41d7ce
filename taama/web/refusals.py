"""What is said when something is not allowed now, or was badly given: a code for tests, a sentence for people."""

from dataclasses import dataclass


class Refused(Exception):
    """A sentence for the person; never a bug. `code` is for tests, `sentence` may be lazy-translated."""

    def __init__(self, code: str, sentence: object) -> None:
        super().__init__(code)
        self.code = code
        self.sentence = sentence

    def __str__(self) -> str:
        return str(self.sentence)


class NotAllowedNow(Refused):
    """A rule forbids this step in the present state."""


class BadInput(Refused):
    """What was given cannot be used; the sentence says what, where and how to mend it."""


@dataclass(frozen=True)
class Place:
    """Where in a file: `file`, `line` (from 1), `column` name."""

    file: str
    line: int | None = None
    column: str = ""

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part)
