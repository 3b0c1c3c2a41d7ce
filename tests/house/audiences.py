"""Every address with its audience: `python -m tests.house.audiences` writes docs/who-may-what.md."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from .plan import ROOT

DOCUMENT = ROOT / "docs" / "who-may-what.md"
HEAD = """# Who may open what

Written from the routes by `python -m tests.house.audiences`; a test fails where it differs. French addresses stand as
they are, English ones begin with `/en`. What one may do on a page is decided again by the room's `access.py`, record by
record. “public” is anybody, “signed_in” anybody who signed in, the rest are roles.
"""


@dataclass(frozen=True)
class Route:
    """An address, its name, and the view behind it."""

    address: str
    name: str
    view: Any

    @property
    def room(self) -> str:
        """The part of the house, or the package, that answers."""
        module = getattr(self.view, "view_class", self.view).__module__
        return module.split(".")[1] if module.startswith("taama.") else module.split(".")[0]


def routes(patterns: Any = None) -> list[Route]:
    """All routes below these patterns, the whole house if none are given; addresses as the French page has them."""
    from django.urls import get_resolver
    from django.utils.translation import override

    with override("fr"):
        return list(walk(get_resolver().url_patterns if patterns is None else patterns, "/", ""))


def walk(patterns: Any, before: str, namespace: str) -> Iterator[Route]:
    """The routes of these patterns and of those inside them."""
    for pattern in patterns:
        address = before + str(pattern.pattern).lstrip("^").replace("$", "")
        if hasattr(pattern, "url_patterns"):
            inner = ":".join(filter(None, [namespace, pattern.namespace]))
            yield from walk(pattern.url_patterns, address, inner)
        else:
            yield Route(address, ":".join(filter(None, [namespace, pattern.name])), pattern.callback)


def undeclared(found: list[Route]) -> Iterator[str]:
    """Sentences about routes nobody said the audience of."""
    from taama.web.audience import audience_of

    for route in found:
        if not audience_of(route.view):
            yield (
                f"{route.address} ({route.name}) declares no audience, so it is closed to all: write @audience(…) "
                f"above the view, or for another package's view a line in settings.FOREIGN_AUDIENCES."
            )


def document(found: list[Route]) -> str:
    """The page, one table a room."""
    from taama.web.audience import audience_of

    parts = [HEAD]
    ordered = sorted(found, key=lambda route: (route.room, route.address, route.name))
    for room, group in groupby(ordered, key=lambda route: route.room):
        parts.append(f"\n## {room}\n\n| address | name | audience |\n|---|---|---|\n")
        for route in group:
            who = ", ".join(sorted(audience_of(route.view))) or "nobody"
            parts.append(f"| `{route.address}` | {route.name} | {who} |\n")
    return "".join(parts)


def main() -> int:
    """Write the page."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "taama.config.settings.test")
    import django

    django.setup()
    DOCUMENT.write_text(document(routes()), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
