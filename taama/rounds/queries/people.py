"""Who stands in for whom."""

from taama.accounts.models import User
from taama.rounds.access import organisations_lent_by
from taama.rounds.models import Delegation


def delegations_about(user: User) -> list[Delegation]:
    """What was lent for the organisations this person answers for, the newest first."""
    found = Delegation.objects.filter(organisation__in=organisations_lent_by(user))
    return list(found.select_related("organisation", "giver", "receiver").order_by("-starts_on", "-given_at"))
