"""The few roles a person can hold for an organisation. No models here."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What a person answers for."""

    COORDINATOR = "coordinator", _("coordinator")
    FOCAL_POINT = "focal_point", _("focal point")
    VALIDATOR = "validator", _("validator")
    EVIDENCE_OFFICER = "evidence_officer", _("evidence officer")
    REVIEWER = "reviewer", _("reviewer")
    PARTNER = "partner", _("partner")
    AUDITOR = "auditor", _("auditor")
    ADMINISTRATOR = "administrator", _("administrator")
