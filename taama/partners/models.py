"""Organisations and the names they have borne."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from taama.journal.models import JournaledRecord
from taama.journal.privacy import classes
from taama.web.fields import PartialDateField, TextsField

from .rules import PartnerKind


class Organisation(JournaledRecord):
    """An organisation that takes part; its names are dated records of their own."""

    code = models.SlugField(unique=True)
    kind = models.CharField(max_length=30, choices=PartnerKind.choices)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    name = TextsField(help_text=_("The name in use today."))
    acronym = models.CharField(max_length=30, blank=True, help_text=_("The acronym in use today."))
    contact = models.CharField(max_length=200, blank=True, help_text=_("A public address, never a person's."))
    link = models.URLField(blank=True)
    note = models.TextField(blank=True)
    source = models.CharField(max_length=300, blank=True)

    privacy = classes(public="id code kind parent name acronym contact link note source")

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.code


class OrganisationName(JournaledRecord):
    """A name or acronym an organisation bears or bore, with its dates and source."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="names")
    name = TextsField(blank=True)
    acronym = models.CharField(max_length=30, blank=True)
    valid_from = PartialDateField(blank=True)
    valid_to = PartialDateField(blank=True)
    source = models.CharField(max_length=300, blank=True)

    privacy = classes(public="id organisation name acronym valid_from valid_to source")

    def __str__(self) -> str:
        return self.acronym or str(self.organisation)
