"""Kinds of crosswalk and site; codes that mean nothing without their edition."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CrosswalkKind(TextChoices):
    """How well one area lies in another."""

    EXACT = "exact", _("the same ground")
    PART = "part", _("a part of it")
    UNCERTAIN = "uncertain", _("not settled")


class SiteKind(TextChoices):
    """What stands at a site."""

    RECEPTION_CENTRE = "reception_centre", _("reception centre")
    BORDER_POST = "border_post", _("border post")
    FIELD_OFFICE = "field_office", _("field office")
    FLOW_MONITORING_POINT = "flow_monitoring_point", _("flow monitoring point")


class EditionMissing(ValueError):
    """A code was given without its boundary edition."""


@dataclass(frozen=True)
class AreaCode:
    """A code with the edition that gives it meaning."""

    edition: str
    code: str

    def __str__(self) -> str:
        return f"{self.edition}:{self.code}"


def area_code(text: str) -> AreaCode:
    """`mli-2023:ML09` as an area code; EditionMissing for a bare ML09 (Bamako in one list, Taoudénit in another)."""
    edition, colon, code = text.strip().partition(":")
    if not colon or not edition or not code:
        raise EditionMissing(text)
    return AreaCode(edition, code)
