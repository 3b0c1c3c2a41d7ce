"""What page, paper and letter say alike: who stands behind a value, what is owed, what a date needs."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, ngettext_lazy

from taama.monitoring.models import Observation
from taama.web.languages import in_language


def publisher_of(value: Observation, language: str) -> str:
    """Who says so: the publisher of the document behind a value, or the organisation that reported it."""
    document = value.finding.document if value.finding else value.document
    if document:
        return str(document.publisher)
    return in_language(value.organisation.name, language) if value.organisation else ""


NEEDS = {
    "data": ngettext_lazy(
        "%(count)s objective without any value", "%(count)s objectives without any value", "count"
    ),
    "stale": ngettext_lazy(
        "%(count)s objective with figures that are not fresh",
        "%(count)s objectives with figures that are not fresh",
        "count",
    ),
    "review": ngettext_lazy(
        "%(count)s section of the review without a text",
        "%(count)s sections of the review without a text",
        "count",
    ),
    "conflicts": ngettext_lazy(
        "%(count)s question on which sources disagree, without a ruling",
        "%(count)s questions on which sources disagree, without a ruling",
        "count",
    ),
}


def need_in_words(kind: str, missing: int) -> str:
    """What an international date needs and is missing."""
    return str(NEEDS[kind] % {"count": missing})


def owed_in_words(milestones: int, answers: int) -> str:
    """« 2 jalons en retard, 14 réponses attendues »."""
    parts = []
    if milestones:
        late = ngettext("%(count)s milestone past its day", "%(count)s milestones past their day", milestones)
        parts.append(late % {"count": milestones})
    if answers:
        parts.append(
            ngettext("%(count)s answer owed", "%(count)s answers owed", answers) % {"count": answers}
        )
    return ", ".join(parts)


def time_left(days: int | None) -> str:
    """« dans 24 jours »; nothing where the day is not known."""
    if days is None:
        return ""
    return ngettext("in %(count)s day", "in %(count)s days", days) % {"count": days} if days else _("today")
