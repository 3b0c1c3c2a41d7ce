"""Frameworks and their items, in any number of languages; crosswalks between two frameworks."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from taama.journal.models import JournaledQuerySet, JournaledRecord
from taama.journal.privacy import classes
from taama.web.fields import TextsField

from .rules import ItemKind


class Framework(JournaledRecord):
    """A published set of items: the Global Compact, the SDGs, a national policy."""

    code = models.SlugField(unique=True, help_text=_("Short name in files and addresses."))
    edition = models.CharField(max_length=60, help_text=_("Which edition of the text."))
    name = TextsField(help_text=_("Name, by language."))
    acronym = TextsField(blank=True, help_text=_("How its items are called before their code, by language."))
    source = models.JSONField(
        default=dict, help_text=_("Title, publisher, link, date and rights of the text.")
    )

    privacy = classes(public="id code edition name acronym source")

    def __str__(self) -> str:
        return self.code


class ItemQuerySet(JournaledQuerySet):
    """Items as the pages ask for them."""

    def of(self, framework: str, kind: str = "") -> ItemQuerySet:
        """The items of a framework, of one kind if named, in their order."""
        items = self.filter(framework__code=framework)
        return (items.filter(kind=kind) if kind else items).order_by("position")

    def objectives(self) -> ItemQuerySet:
        """The Compact's objectives, 1 to 23."""
        return self.of("gcm", ItemKind.OBJECTIVE)


class Item(JournaledRecord):
    """One element of a framework: an objective, an action, a principle, a goal, an axis."""

    framework = models.ForeignKey(Framework, models.PROTECT, related_name="items")
    code = models.CharField(max_length=30, help_text=_("Code inside the framework, such as 8 or 8(d)."))
    kind = models.CharField(max_length=20, choices=ItemKind.choices)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    position = models.PositiveIntegerField(help_text=_("Order on a page."))
    paragraph = models.CharField(max_length=10, blank=True, help_text=_("Paragraph of the text."))
    title = TextsField(help_text=_("Title, by language."))
    short = TextsField(blank=True, help_text=_("Short tag, by language."))
    official_in = models.JSONField(
        default=list, blank=True, help_text=_("Languages in which the title is the official wording.")
    )
    text_sources = models.JSONField(
        default=dict, blank=True, help_text=_("Where each language's title is from.")
    )
    members = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="groups")

    privacy = classes(
        public="id framework code kind parent position paragraph title short official_in text_sources members"
    )
    objects = ItemQuerySet.as_manager()  # type: ignore[misc]  # the plugin takes a manager for an instance's

    class Meta:
        constraints = [models.UniqueConstraint(fields=["framework", "code"], name="compact_item_code")]
        ordering = ["framework", "position"]

    def __str__(self) -> str:
        return f"{self.framework.code}:{self.code}"


class Crosswalk(JournaledRecord):
    """A tie between items of two frameworks, with why and on whose word."""

    from_item = models.ForeignKey(Item, models.PROTECT, related_name="ties_out")
    to_item = models.ForeignKey(Item, models.PROTECT, related_name="ties_in")
    note = models.TextField(blank=True, help_text=_("Why the two belong together."))
    source = models.CharField(max_length=300, help_text=_("Who says so."))

    privacy = classes(public="id from_item to_item note source")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["from_item", "to_item"], name="compact_tie_once")]

    def __str__(self) -> str:
        return f"{self.from_item} → {self.to_item}"
