"""What must hold before a role is given or ended. Plain Python."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from taama.web.refusals import BadInput, NotAllowedNow


def check_not_own_role(*, giver: str, receiver: str) -> None:
    """Nobody gives a role to themselves; both are named as the journal names them."""
    if giver == receiver:
        raise NotAllowedNow(
            "accounts.role.own", _("Nobody gives a role to themselves: ask another administrator.")
        )


def check_may_end(*, began_on: dt.date, ended_on: dt.date | None, on: dt.date) -> None:
    """A role ends once, and not before it began."""
    if ended_on is not None:
        raise NotAllowedNow("accounts.role.ended", _("This role has already ended."))
    if on < began_on:
        raise BadInput("accounts.role.too_early", _("A role cannot end before the day it began."))
