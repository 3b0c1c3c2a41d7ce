"""Who asked for the Monday sheet, and to whom it went."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from taama.journal.models import JournaledRecord
from taama.journal.privacy import classes


class Subscription(JournaledRecord):
    """Somebody asked to receive the Monday sheet, until they say otherwise."""

    person = models.ForeignKey("accounts.User", models.CASCADE, related_name="+")
    asked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    privacy = classes(official="id person asked_at ended_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(ended_at=None), name="desk_subscribed_once"
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=F("asked_at")),
                name="desk_subscription_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return str(self.person_id)


class MondayLetter(JournaledRecord):
    """The sheet of one week as it went to one person; once a week at most."""

    recipient = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    week = models.DateField(help_text=_("The Monday of that week."))
    sent_at = models.DateTimeField()

    privacy = classes(official="id recipient week sent_at")

    class Meta:
        ordering = ["-week"]
        constraints = [
            models.UniqueConstraint(fields=["recipient", "week"], name="desk_letter_once_a_week"),
        ]

    def __str__(self) -> str:
        return f"{self.recipient_id} {self.week}"
