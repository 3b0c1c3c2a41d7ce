"""Declaring that two contributors may have counted the same people, and taking it back."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from taama.accounts.models import User
from taama.journal.changes import change, record
from taama.monitoring.cards import OverlapCard
from taama.monitoring.models import Indicator, Overlap
from taama.web.refusals import BadInput, NotAllowedNow


@change
def declare_overlap(*, indicator: Indicator, card: OverlapCard, by: User) -> Overlap:
    """Say that two contributors may have counted the same people; the plain sum stays, its lower bound sinks."""
    overlap = Overlap(indicator=indicator, declared_by=by, declared_at=timezone.now(), **vars(card))
    try:
        overlap.full_clean()
    except ValidationError as error:
        raise BadInput("monitoring.overlap.fields", " ".join(error.messages)) from error
    overlap.save(force_insert=True)
    record("monitoring.overlap.declared", overlap, by=by)
    return overlap


@change
def withdraw_overlap(*, overlap: Overlap, by: User) -> Overlap:
    """Take a declaration back; it stays readable and counts no more."""
    locked: Overlap = Overlap.objects.select_for_update(of=("self",)).get(pk=overlap.pk)
    if locked.withdrawn_at is not None:
        raise NotAllowedNow("monitoring.overlap.withdrawn", _("This was withdrawn already."))
    locked.withdrawn_at = timezone.now()
    locked.save(update_fields=["withdrawn_at"])
    record("monitoring.overlap.withdrawn", locked, by=by)
    return locked
