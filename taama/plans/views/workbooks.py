"""The plan as an Excel file: out for everybody, in for the coordinator, understood before anything is saved."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from taama.accounts.roles import Role
from taama.web.audience import audience
from taama.web.refusals import BadInput, NotAllowedNow

from .. import access, changes, queries
from ..forms import UploadForm
from ..workbooks.columns import guessed, head_row, letters
from ..workbooks.opening import Book, Sheet, keep_upload, kept_upload
from ..workbooks.understanding import UnderstoodRow, understood
from ..workbooks.writing import heads, workbook_of
from .answering import writer

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHOWN = 200


@audience("public")
def workbook(request: HttpRequest) -> HttpResponseBase:
    """The plan in force as an Excel file."""
    edition = access.edition_in_force()
    data = workbook_of(edition, queries.lines_of(edition, timezone.localdate()), get_language() or "fr")
    answer = HttpResponse(data, content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="{edition.plan.code}-{edition.number}.xlsx"'
    return answer


@audience(Role.COORDINATOR)
def import_file(request: HttpRequest) -> HttpResponseBase:
    """Upload a workbook; nothing of it is saved yet."""
    access.edition_to_add_to(request.user)
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            token = keep_upload(form.cleaned_data["upload"], str(writer(request).pk))
        except BadInput as refusal:
            form.add_error("upload", str(refusal))
        else:
            return redirect("plans:import-rows", token)
    return render(request, "plans/import_file.html", {"form": form})


@dataclass(frozen=True)
class Reading:
    """How a sheet is read: its heads, and the field of each column."""

    sheet: Sheet
    head: int
    columns: list[tuple[int, str, str, str]]  # place, letters, head, field

    @property
    def fields(self) -> list[str]:
        """The field of each column."""
        return [field for _place, _letters, _head, field in self.columns]


def reading_of(book: Book, asked: Any) -> Reading | None:
    """The sheet and columns as asked for, else as guessed; None where no sheet holds a row."""
    filled = [sheet for sheet in book.sheets if sheet.rows]
    sheets = [sheet for sheet in filled if sheet.name == asked.get("sheet")]
    sheets = sheets or [sheet for sheet in filled if not sheet.is_hidden] or filled
    if not sheets:
        return None
    sheet = sheets[0]
    head = head_row([(row, [cell.text for cell in cells]) for row, cells in sheet.rows.items()]) or 0
    texts = [cell.text for cell in sheet.rows.get(head, [])]
    texts += [""] * (sheet.width - len(texts))
    fields = guessed(texts)
    if "c0" in asked:
        fields = [
            asked.get(f"c{at}", "") if asked.get(f"c{at}", "") in heads() else "" for at in range(len(texts))
        ]
    return Reading(sheet, head, [(at, letters(at), texts[at], fields[at]) for at in range(len(texts))])


@audience(Role.COORDINATOR)
def import_rows(request: HttpRequest, token: uuid.UUID) -> HttpResponseBase:
    """What was understood of each row; once confirmed, all good rows are taken in together."""
    edition = access.edition_to_add_to(request.user)
    book = kept_upload(token, str(writer(request).pk))
    if book is None:
        raise Http404(token)
    asked = request.POST if request.method == "POST" else request.GET
    reading = reading_of(book, asked)
    rows = understood(reading.sheet, reading.head, reading.fields, edition) if reading else []
    refusal = ""
    if request.method == "POST":
        try:
            tally = changes.take_in(edition=edition, rows=rows, file=book.file, by=writer(request))
        except (NotAllowedNow, BadInput) as error:
            refusal = str(error)
        else:
            said = _("Taken in: %(added)s added, %(changed)s changed, %(unchanged)s as they were.")
            messages.success(request, said % tally.as_detail())
            return redirect("plans:plan")
    return render(request, "plans/import_rows.html", context_of(book, reading, rows, refusal))


def context_of(
    book: Book, reading: Reading | None, rows: list[UnderstoodRow], refusal: str
) -> dict[str, Any]:
    """What the page of understood rows shows: those that need a look first."""
    order = {"refused": 0, "changed": 1, "added": 2, "same": 3}
    counts = {name: sum(row.outcome == name for row in rows) for name in order}
    return {
        "book": book,
        "reading": reading,
        "rows": sorted(rows, key=lambda row: (order[row.outcome], row.line))[:SHOWN],
        "counts": counts,
        "total": len(rows),
        "good": counts["added"] + counts["changed"],
        "fields": {
            name: head
            for name, head in heads().items()
            if name not in ("standing", "progress", "illustrative")
        },
        "refusal": refusal,
    }
