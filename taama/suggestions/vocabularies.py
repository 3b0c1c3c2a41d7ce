"""The closed lists of the room: what is suggested, how a person judges it, how sure the machine is."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SuggestionKind(TextChoices):
    """What the machine believes to have found."""

    FIGURE = "figure", _("figure")
    CLAIM = "claim", _("dated event")
    OBJECTIVE = "objective", _("objective")
    NAME = "name", _("name")
    ALIAS = "alias", _("spelling")


class SuggestionJudgement(TextChoices):
    """A person's verdict on a suggestion."""

    ACCEPTED = "accepted", _("accepted")
    MENDED = "mended", _("mended")
    REJECTED = "rejected", _("rejected")
    UNSURE = "unsure", _("unsure")
    TAKEN_BACK = "taken_back", _("taken back")


CONFIRMING = (SuggestionJudgement.ACCEPTED, SuggestionJudgement.MENDED)
JUDGED = (*CONFIRMING, SuggestionJudgement.REJECTED, SuggestionJudgement.UNSURE)


class Confidence(TextChoices):
    """How sure the machine is: how often such a suggestion is right."""

    HIGH = "high", _("high confidence")
    FAIR = "fair", _("fair confidence")
    LOW = "low", _("low confidence")


LOWEST_SCORE = {Confidence.HIGH: 0.8, Confidence.FAIR: 0.5, Confidence.LOW: 0.0}


def confidence_of(score: float) -> Confidence:
    """The step a score stands on."""
    return next(step for step, least in LOWEST_SCORE.items() if score >= least)


def scores_of(confidence: str) -> tuple[float, float]:
    """The least score of a step, and the least of the step above."""
    steps = list(LOWEST_SCORE)
    at = steps.index(Confidence(confidence))
    return LOWEST_SCORE[steps[at]], LOWEST_SCORE[steps[at - 1]] if at else 1.01
