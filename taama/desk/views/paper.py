"""Sheets of one page, on screen and on paper: the Monday sheet, and each objective's."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from taama.accounts.models import User
from taama.accounts.roles import Role
from taama.web.audience import audience
from taama.web.paper.model import Report
from taama.web.paper.pdf import pdf
from taama.web.templatetags.taama import reader

from .. import changes
from ..access import MONDAY
from ..letters import file_name
from ..papers import Whole, monday_report, objective_report
from ..queries.monday import asks_for_it, monday_sheet
from ..queries.sheet import ObjectiveSheet, objective_sheet


def whole(request: HttpRequest) -> Whole:
    """From an address of the house to the whole one."""
    return lambda address: request.build_absolute_uri(address)


def paper_file(report: Report, name: str) -> HttpResponse:
    """One sheet as a file."""
    answer = HttpResponse(pdf(report, layout="sheet"), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@audience(*MONDAY)
@require_safe
def monday(request: HttpRequest) -> HttpResponseBase:
    """What moved, what is late, who owes what, what the next date needs."""
    assert isinstance(request.user, User)
    sheet = monday_sheet(timezone.localdate(), timezone.now())
    receives = request.user.has_role(Role.COORDINATOR)
    return render(
        request,
        "desk/monday.html",
        {"sheet": sheet, "receives": receives, "asks": not receives and asks_for_it(request.user)},
    )


@audience(*MONDAY)
@require_safe
def monday_pdf(request: HttpRequest) -> HttpResponseBase:
    """The same on one sheet of paper."""
    sheet = monday_sheet(timezone.localdate(), timezone.now())
    return paper_file(monday_report(sheet, reader(), whole(request)), file_name(sheet, reader()))


@audience(*MONDAY)
@require_POST
def monday_ask(request: HttpRequest) -> HttpResponseBase:
    """Receive it every Monday, or no longer."""
    assert isinstance(request.user, User)
    if request.POST.get("stop"):
        changes.end_subscription(by=request.user, at=timezone.now())
        messages.success(request, _("You no longer receive the Monday sheet."))
    else:
        changes.ask_for_sheet(by=request.user, at=timezone.now())
        messages.success(request, _("You will receive the sheet every Monday."))
    return redirect("desk:monday")


def sheet_to_read(number: int) -> ObjectiveSheet:
    """The sheet of an objective, or not found."""
    found = objective_sheet(number, timezone.localdate())
    if found is None:
        raise Http404(str(number))
    return found


@audience("public")
@require_safe
def sheet(request: HttpRequest, number: int) -> HttpResponseBase:
    """An objective on one page."""
    return render(request, "desk/sheet.html", {"page": sheet_to_read(number)})


@audience("public")
@require_safe
def sheet_pdf(request: HttpRequest, number: int) -> HttpResponseBase:
    """The same on paper."""
    report = objective_report(sheet_to_read(number), reader(), whole(request))
    return paper_file(report, f"objective-{number}-{reader()}.pdf")
