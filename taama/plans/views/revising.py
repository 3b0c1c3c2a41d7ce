"""Revising the plan: a draft edition is begun, worked on, adopted or given up, by the coordinator."""

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from taama.accounts.roles import Role
from taama.web.audience import audience

from .. import access, changes
from ..forms import ActivityForm, DayForm, EditionForm, SureForm
from .answering import answered, writer


def page_of(number: int) -> str:
    """The address of an edition."""
    return reverse("plans:edition", args=[number])


@audience(Role.COORDINATOR)
def edition_revise(request: HttpRequest) -> HttpResponseBase:
    """Begin a revision of the edition in force."""
    edition = access.edition_to_add_to(request.user)
    form = EditionForm(request.POST or None)
    return answered(
        request, form, lambda: changes.revise_edition(edition=edition, card=form.card(), by=writer(request)),
        title=_("Revise the plan"), back=reverse("plans:editions"), said=_("The revision has begun."),
        lead=_("Everything of the edition in force is copied into a draft. The plan in force stays as it is."),
    )  # fmt: skip


@audience(Role.COORDINATOR)
def edition_adopt(request: HttpRequest, number: int) -> HttpResponseBase:
    """Put a draft edition in force."""
    edition = access.draft_to_edit(request.user, number)
    today = timezone.localdate()
    form = DayForm(request.POST or None, today=today, initial={"on": today.isoformat()})
    return answered(
        request, form,
        lambda: changes.adopt_edition(edition=edition, on=form.cleaned_data["on"], by=writer(request)),
        title=_("Adopt the edition"), back=reverse("plans:editions"), lead=edition.label,
        said=_("The edition is in force."),
    )  # fmt: skip


@audience(Role.COORDINATOR)
def edition_discard(request: HttpRequest, number: int) -> HttpResponseBase:
    """Give up a draft edition."""
    edition = access.draft_to_edit(request.user, number)
    form = SureForm(request.POST or None)
    return answered(
        request, form, lambda: changes.discard_edition(edition=edition, by=writer(request)),
        title=_("Give up the revision"), back=reverse("plans:editions"), lead=edition.label,
    )  # fmt: skip


@audience(Role.COORDINATOR)
def draft_activity_add(request: HttpRequest, number: int) -> HttpResponseBase:
    """Add an activity to a draft edition."""
    edition = access.draft_to_edit(request.user, number)
    form = ActivityForm(request.POST or None)
    return answered(
        request, form, lambda: changes.add_activity(edition=edition, card=form.card(), by=writer(request)),
        title=_("Add an activity"), back=page_of(number), lead=edition.label,
    )  # fmt: skip


@audience(Role.COORDINATOR)
def draft_activity_edit(request: HttpRequest, number: int, code: str) -> HttpResponseBase:
    """Edit an activity of a draft edition."""
    found = access.activity_in(access.draft_to_edit(request.user, number), code)
    form = ActivityForm(request.POST or None, activity=found)

    def edit() -> None:
        seen = form.cleaned_data["seen"]
        changes.edit_activity(activity=found, card=form.card(), by=writer(request), seen=seen)

    back = reverse("plans:edition-activity", args=[number, code])
    return answered(request, form, edit, title=_("Edit the activity"), back=back, lead=found.edition.label)


@audience(Role.COORDINATOR)
def draft_activity_drop(request: HttpRequest, number: int, code: str) -> HttpResponseBase:
    """Take an activity out of a draft edition."""
    found = access.activity_in(access.draft_to_edit(request.user, number), code)
    form = SureForm(request.POST or None)
    return answered(
        request, form, lambda: changes.drop_activity(activity=found, by=writer(request)),
        title=_("Take the activity out"), back=page_of(number), lead=code,
    )  # fmt: skip
