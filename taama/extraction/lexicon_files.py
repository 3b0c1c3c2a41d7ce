"""Reading the word lists of the room."""

import csv
from pathlib import Path

FOLDER = Path(__file__).parent / "lexicon"


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a list."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def words(name: str) -> frozenset[str]:
    """The words of a list without columns; lines of # left out."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def groups(name: str) -> dict[str, frozenset[str]]:
    """The words of a list of words and roles, by role."""
    by_role: dict[str, set[str]] = {}
    for row in rows(name):
        by_role.setdefault(row["role"], set()).add(row["words"])
    return {role: frozenset(held) for role, held in by_role.items()}
