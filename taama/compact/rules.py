"""Kinds of item a framework may hold."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ItemKind(TextChoices):
    """What an item is."""

    OBJECTIVE = "objective", _("objective")
    ACTION = "action", _("action of the Compact")
    PRINCIPLE = "principle", _("guiding principle")
    ROUND_TABLE = "round_table", _("round table")
    FUND_AREA = "fund_area", _("area of the Fund")
    GOAL = "goal", _("goal")
    TARGET = "target", _("target")
    AXIS = "axis", _("axis")
