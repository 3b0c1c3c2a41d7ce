"""Whatever a document points at is there."""

import re

from .plan import HOUSE, ROOT, shown, told

DOCUMENTS = [
    *ROOT.glob("*.md"),
    *(ROOT / "docs").rglob("*.md"),
    *HOUSE.glob("*/README.md"),
    *ROOT.glob("sample/*/README.md"),
]
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)")
PATH = re.compile(r"`((?:taama|tests|docs|sample)/[\w./*-]+)`")


def stands(place, pointer):
    """Whether what a document points at exists; a star stands for any name."""
    if "*" in pointer:
        return any(place.glob(pointer))
    return (place / pointer).exists()


def lost_pointers(document, text):
    """Sentences about links and paths that lead nowhere."""
    for pointer in LINK.findall(text):
        if not stands(document.parent, pointer):
            yield f"{shown(document)} links to {pointer}, which is not there: mend the link."
    for pointer in PATH.findall(text):
        if not stands(ROOT, pointer):
            yield f"{shown(document)} names {pointer}, which is not there: say where it went."


def test_every_pointer_leads_somewhere():
    faults = [
        fault
        for document in DOCUMENTS
        for fault in lost_pointers(document, document.read_text(encoding="utf-8"))
    ]
    assert not faults, told(faults)


def test_a_lost_pointer_is_told():
    text = "see [here](nowhere.md), `taama/attic/rules.py` and `tests/*/nothing.py`"
    assert len(list(lost_pointers(ROOT / "README.md", text))) == 3


def test_a_good_pointer_passes():
    text = "see [settings](docs/settings.md), `taama/web/audience.py`, `taama/*/README.md`, [x](https://example.org)"
    assert not list(lost_pointers(ROOT / "README.md", text))
