"""Pages everybody may read: the plan in its several ways, an activity, an organisation, money, results, alignment."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from taama.web.audience import audience

from .. import access, queries
from ..drawing import gantt, where
from ..forms import WantedForm, wanted_from
from ..models import Edition
from ..rules import REASONS, Stage


@audience("public")
def plan(request: HttpRequest) -> HttpResponseBase:
    """The plan by objective, organisation or funder; the address says which part of it."""
    return shown(request, "plan")


@audience("public")
def table(request: HttpRequest) -> HttpResponseBase:
    """The plan as one table."""
    return shown(request, "table")


@audience("public")
def timeline(request: HttpRequest) -> HttpResponseBase:
    """The plan in time."""
    return shown(request, "timeline")


@audience("public")
def tiles(request: HttpRequest) -> HttpResponseBase:
    """Where the plan is carried out."""
    return shown(request, "tiles")


def shown(request: HttpRequest, way: str, edition: Edition | None = None) -> HttpResponseBase:
    """The activities that were asked for, in one of the ways to look at them."""
    edition = edition or queries.current_edition()
    if edition is None:
        return render(request, "plans/plan.html", {"page": None})
    today, language = timezone.localdate(), get_language() or "fr"
    page = queries.plan_page(edition, wanted_from(request.GET), today)
    form = WantedForm(request.GET)
    form.offer(page)
    context = {
        "page": page,
        "form": form,
        "way": way,
        "rules": REASONS,
        "asked": request.GET.urlencode(),
        "may_add": access.may_add(request.user),
    }
    if way == "timeline":
        context["svg"] = gantt(page.lines, language, today)
    if way == "tiles":
        context["svg"], context["rows"], context["nation"] = where(page.lines, language)
    return render(request, f"plans/{way}.html", context)


@audience("public")
def activity(request: HttpRequest, code: str) -> HttpResponseBase:
    """One activity with everything."""
    found = access.activity_to_read(code)
    context = {
        "page": queries.activity_page(found, timezone.localdate()),
        "may_edit": access.may_edit(request.user, found),
        "may_add": access.may_add(request.user),
        "is_known": request.user.is_authenticated,
    }
    return render(request, "plans/activity.html", context)


@audience("public")
def organisation(request: HttpRequest, code: str) -> HttpResponseBase:
    """What an organisation answers for."""
    found = access.organisation_to_read(code)
    context = {
        "page": queries.organisation_page(found, queries.current_edition(), timezone.localdate()),
        "may_add": access.may_add(request.user),
        "is_known": request.user.is_authenticated,
    }
    return render(request, "plans/organisation.html", context)


@audience("public")
def money(request: HttpRequest) -> HttpResponseBase:
    """Planned, committed and spent, in one currency, with the rates."""
    into = queries.currency_of(request.GET.get("currency", ""))
    page = queries.money_page(access.edition_in_force(), request.GET.get("by", ""), into)
    context = {"page": page, "stages": list(Stage), "may_add": access.may_add(request.user)}
    return render(request, "plans/money.html", context)


@audience("public")
def funder(request: HttpRequest, code: str) -> HttpResponseBase:
    """What one funder gives."""
    return funder_page(request, code)


@audience("public")
def unfunded(request: HttpRequest) -> HttpResponseBase:
    """What is planned and nobody gives yet."""
    return funder_page(request, "")


def funder_page(request: HttpRequest, code: str) -> HttpResponseBase:
    """The page of a funder, or of what has none."""
    found = access.organisation_to_read(code) if code else None
    into = queries.currency_of(request.GET.get("currency", ""))
    page = queries.funder_page(access.edition_in_force(), found, into)
    return render(request, "plans/funder.html", {"page": page, "stages": list(Stage)})


@audience("public")
def logframe(request: HttpRequest) -> HttpResponseBase:
    """Objectives, expected results, activities, milestones."""
    edition = access.edition_in_force()
    frames = queries.logframe(edition, timezone.localdate())
    context = {"frames": frames, "edition": edition, "may_add": access.may_add(request.user)}
    return render(request, "plans/logframe.html", context)


@audience("public")
def alignment(request: HttpRequest) -> HttpResponseBase:
    """The policy beside the Compact; ties in the address simulate a revision, and nothing is saved."""
    asked = request.GET.getlist("tie") if "simulate" in request.GET else None
    page = queries.alignment_page(queries.current_edition(), asked)
    return render(request, "plans/alignment.html", {"page": page, "simulated": asked is not None})


@audience("public")
def editions(request: HttpRequest) -> HttpResponseBase:
    """Every edition, the newest first."""
    found = queries.editions()
    context = {"editions": found, "draft": queries.draft_edition(), "may_add": access.may_add(request.user)}
    return render(request, "plans/editions.html", context)


@audience("public")
def edition(request: HttpRequest, number: int) -> HttpResponseBase:
    """One edition, old, in force or being revised."""
    return shown(request, "edition", access.edition_to_read(number))


@audience("public")
def edition_activity(request: HttpRequest, number: int, code: str) -> HttpResponseBase:
    """An activity as one edition has it."""
    found = access.activity_in(access.edition_to_read(number), code)
    may_edit = found.edition.is_draft and access.may_add(request.user)
    context = {"page": queries.activity_page(found, timezone.localdate()), "may_edit": may_edit}
    return render(request, "plans/edition_activity.html", context)


@audience("public")
def comparison(request: HttpRequest, number: int, other: int) -> HttpResponseBase:
    """What one edition says otherwise than another."""
    page = queries.comparison_page(access.edition_to_read(other), access.edition_to_read(number))
    return render(request, "plans/comparison.html", {"page": page})
