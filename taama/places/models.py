"""Countries, areas in a boundary edition, crosswalks between editions, sites."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from taama.journal.models import JournaledQuerySet, JournaledRecord
from taama.journal.privacy import classes
from taama.web.fields import PartialDateField, TextsField

from .rules import CrosswalkKind, SiteKind


class Country(JournaledRecord):
    """A country by its ISO 3166 codes."""

    iso3 = models.CharField(max_length=3, unique=True)
    iso2 = models.CharField(max_length=2, unique=True)
    name = TextsField()

    privacy = classes(public="id iso3 iso2 name")

    class Meta:
        ordering = ["iso3"]

    def __str__(self) -> str:
        return self.iso3


class BoundaryEdition(JournaledRecord):
    """A set of areas valid together: the same code means another place in another edition."""

    country = models.ForeignKey(Country, models.PROTECT, related_name="editions")
    code = models.SlugField(unique=True)
    name = TextsField()
    scheme = models.CharField(max_length=200, help_text=_("Whose codes these are."))
    valid_from = PartialDateField()
    valid_to = PartialDateField(blank=True)
    source = models.CharField(max_length=300)
    link = models.URLField(blank=True)

    privacy = classes(public="id country code name scheme valid_from valid_to source link")

    class Meta:
        ordering = ["valid_from"]

    def __str__(self) -> str:
        return self.code


class AreaQuerySet(JournaledQuerySet):
    """Areas as pages ask for them."""

    def in_edition(self, edition: str, level: int | None = None) -> AreaQuerySet:
        """The areas of one edition, of one level if given, by code."""
        areas = self.filter(edition__code=edition)
        return (areas if level is None else areas.filter(level=level)).order_by("code")


class Area(JournaledRecord):
    """A region, cercle or commune of one boundary edition."""

    edition = models.ForeignKey(BoundaryEdition, models.PROTECT, related_name="areas")
    code = models.CharField(max_length=20)
    level = models.PositiveSmallIntegerField(help_text=_("0 country, 1 region, 2 cercle, 3 commune."))
    name = models.CharField(max_length=120)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    capital = models.CharField(max_length=120, blank=True)
    lat = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    lon = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    population = models.PositiveBigIntegerField(null=True, blank=True)
    population_as_of = PartialDateField(blank=True)
    tile_column = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text=_("Column in the tile map.")
    )
    tile_row = models.PositiveSmallIntegerField(null=True, blank=True, help_text=_("Row in the tile map."))
    note = models.TextField(blank=True)
    source = models.CharField(max_length=300, blank=True)

    privacy = classes(
        public="id edition code level name parent capital lat lon population population_as_of "
        "tile_column tile_row note source"
    )
    objects = AreaQuerySet.as_manager()  # type: ignore[misc]  # the plugin takes a manager for an instance's

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "code"], name="places_code_in_edition")]

    def __str__(self) -> str:
        return f"{self.edition.code}:{self.code}"


class Crosswalk(JournaledRecord):
    """How an area of one edition lies in another; imperfect, and says so."""

    from_area = models.ForeignKey(Area, models.PROTECT, related_name="later")
    to_area = models.ForeignKey(Area, models.PROTECT, related_name="earlier")
    kind = models.CharField(max_length=10, choices=CrosswalkKind.choices)
    note = models.TextField(blank=True)
    source = models.CharField(max_length=300)

    privacy = classes(public="id from_area to_area kind note source")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["from_area", "to_area"], name="places_crosswalk_once")]

    def __str__(self) -> str:
        return f"{self.from_area} → {self.to_area}"


class Site(JournaledRecord):
    """A point that matters: a reception centre, a border post, a field office."""

    code = models.SlugField(unique=True)
    kind = models.CharField(max_length=30, choices=SiteKind.choices)
    name = TextsField()
    area = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, related_name="sites")
    lat = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    lon = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    as_of = PartialDateField(blank=True)
    source = models.CharField(max_length=300)
    note = models.TextField(blank=True)

    privacy = classes(public="id code kind name area lat lon as_of source note")

    def __str__(self) -> str:
        return self.code
