"""Lending an organisation's form to somebody during leave, and taking it back."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from taama.accounts.models import User
from taama.journal.changes import change, record
from taama.partners.models import Organisation
from taama.rounds.access import organisations_lent_by
from taama.rounds.models import Delegation
from taama.web.refusals import BadInput, NotAllowedNow


@change
def delegate(
    *, organisation: Organisation, receiver: User, starts_on: dt.date, ends_on: dt.date, by: User
) -> Delegation:
    """Let somebody fill in an organisation's form from a day to a day."""
    if not organisations_lent_by(by).filter(pk=organisation.pk).exists():
        sentence = _("You do not answer for this organisation.")
        raise NotAllowedNow("rounds.delegation.not_yours", sentence)
    if receiver.pk == by.pk:
        raise NotAllowedNow("rounds.delegation.to_oneself", _("Name somebody else."))
    found = Delegation(
        organisation=organisation, giver=by, receiver=receiver, starts_on=starts_on, ends_on=ends_on,
        given_at=timezone.now(),
    )  # fmt: skip
    if ends_on < starts_on:
        raise BadInput("rounds.delegation.order", _("This period ends before it begins."))
    try:
        found.full_clean()
    except ValidationError as error:
        raise BadInput("rounds.delegation.fields", " ".join(error.messages)) from error
    found.save(force_insert=True)
    record("rounds.delegation.given", found, by=by)
    return found


@change
def end_delegation(*, delegation: Delegation, on: dt.date, by: User) -> Delegation:
    """Take a form back before its time; it holds no longer from that day on."""
    locked: Delegation = Delegation.objects.select_for_update(of=("self",)).get(pk=delegation.pk)
    if locked.ended_on is not None:
        raise NotAllowedNow("rounds.delegation.ended", _("This is ended already."))
    locked.ended_on = on
    locked.save(update_fields=["ended_on"])
    record("rounds.delegation.ended", locked, by=by)
    return locked
