"""One answer that is asked for, by a key that pages and workbooks carry. Plain Python."""

import re
import uuid
from dataclasses import dataclass

KEY = re.compile(r"(?P<request>[0-9a-f]{32})(?::(?P<area>[A-Za-z0-9]*))(?::(?P<part>[\w=|+-]*))")


class NoSuchCell(ValueError):
    """The text is no key."""


@dataclass(frozen=True, order=True)
class Cell:
    """Of which request, for which area (code; none: the whole country), for which part (none: the total)."""

    request: uuid.UUID
    area: str = ""
    part: str = ""

    @property
    def key(self) -> str:
        """As pages and workbooks write it."""
        return f"{self.request.hex}:{self.area}:{self.part}"


def cell_of(key: str) -> Cell:
    """The cell a key names; NoSuchCell if it is none."""
    found = KEY.fullmatch(key)
    if not found:
        raise NoSuchCell(key)
    return Cell(uuid.UUID(found["request"]), found["area"], found["part"])
