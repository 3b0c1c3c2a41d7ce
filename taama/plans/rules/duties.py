"""Who answers for what, and when a duty stands. Plain Python."""

import datetime as dt

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from taama.web.partial_dates import first_day, last_day


class DutyRole(TextChoices):
    """What an organisation does for a matter."""

    LEAD = "lead", _("leads")
    CONTRIBUTES = "contributes", _("contributes")
    VALIDATES = "validates", _("validates")
    INFORMED = "informed", _("is informed")


class Matter(TextChoices):
    """What a duty is about."""

    ACTIVITY = "activity", _("activity")
    INDICATOR = "indicator", _("indicator")
    MANDATE = "mandate", _("mandate")


def is_standing(began_on: str, ended_on: str, on: dt.date) -> bool:
    """Whether a duty stands on a day: begun, and its last possible day not past."""
    has_begun = not began_on or first_day(began_on) <= on
    return has_begun and (not ended_on or last_day(ended_on) >= on)
