"""One file of `taama evidence read`, before it is said in JSON or in lines."""

from __future__ import annotations

from dataclasses import dataclass

from taama.extraction.card import Card
from taama.extraction.told import Told


@dataclass(frozen=True)
class FileTold:
    """One file: what it says of itself and what it tells, or why it could not be read."""

    file: str
    sha256: str | None
    text: str = ""
    card: Card | None = None
    told: Told | None = None
    refused: str = ""
