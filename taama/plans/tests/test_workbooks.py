"""Excel files as ministries write them: understood row by row, faults named by cell, nothing doubled."""

import io
import zipfile

import openpyxl
import pytest

from taama.journal.models import Entry
from taama.plans.models import Activity
from taama.plans.workbooks import values
from taama.plans.workbooks.columns import guessed, letters
from taama.plans.workbooks.opening import Cell

from .factories import activity, edition

pytestmark = pytest.mark.usefixtures("compact")
HEADS = [
    "N°",
    "Activité",
    "Objectifs",
    "Structure responsable",
    "Date de début",
    "Date de fin",
    "Budget",
    "Devise",
    "État",
]
GOOD = [
    "a-1",
    "Antennes",
    "Objectif 8 ; 21",
    "Service",
    "01/02/2025",
    "déc. 2026",
    "1 234,5",
    "FCFA",
    "en cours",
]


def book_of(*rows, before=(), edit=None):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Plan"
    for row in (*before, HEADS, *rows):
        sheet.append(row)
    if edit:
        edit(book, sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def upload(client, data, name="plan.xlsx"):
    file = io.BytesIO(data)
    file.name = name
    return client.post("/en/plan/import/", {"upload": file})


@pytest.fixture
def desk(cast, client):
    edition()
    client.force_login(cast.coordinator)
    return client


def page_of(client, data):
    return client.get(upload(client, data).url).content.decode()


@pytest.mark.parametrize(
    ("heads", "fields"),
    [
        (
            HEADS,
            [
                "code",
                "title_fr",
                "serves",
                "lead",
                "starts_on",
                "ends_on",
                "planned_amount",
                "currency",
                "status",
            ],
        ),
        (["Activity", "Lead", "End date", "Notes"], ["title_en", "lead", "ends_on", ""]),
        (["ACTIVITÉS PRÉVUES", "Responsables", "Coût estimé (FCFA)"], ["title_fr", "lead", "planned_amount"]),
    ],
)
def test_columns_are_guessed_from_heads_in_both_languages(heads, fields):
    assert guessed(heads) == fields
    assert [letters(one) for one in (0, 25, 26, 701)] == ["A", "Z", "AA", "ZZ"]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("2025-03-01", "day", "2025-03-01"), ("31/12/2026", "", "2026-12-31"), ("12/31/2026", "", "2026-12-31"),
        ("05/06/2026", "", "2026-06-05"), ("12/2026", "", "2026-12"), ("1er déc. 2026", "", "2026-12-01"),
        ("December 31, 2026", "", "2026-12-31"), ("2026", "number", "2026"),
    ],
)  # fmt: skip
def test_dates_of_both_habits_are_read(text, kind, value):
    assert values.date(Cell(text, kind)).value == value


@pytest.mark.parametrize("text", ["31/02/2026", "bientôt", "45000", "13/13/2026"])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(values.Unclear):
        values.date(Cell(text))


def test_rows_are_understood_confirmed_and_not_doubled(desk):
    data = book_of(GOOD, before=[["PLAN D’ACTION 2025"], []])
    address = upload(desk, data).url
    page = desk.get(address).content.decode()
    assert "New: 1. Changed: 0" in page
    assert not Activity.objects.exists()

    desk.post(address)

    made = Activity.objects.get()
    assert (made.code, made.lead.code, made.starts_on, made.ends_on) == (
        "a-1",
        "service",
        "2025-02-01",
        "2026-12",
    )
    assert (str(made.planned_amount), made.currency, made.status) == ("1234.50", "XOF", "ongoing")
    assert {item.code for item in made.serves.all()} == {"8", "21"}
    assert Entry.objects.order_by("-seq").first().verb == "plans.plan.taken_in"
    entries = Entry.objects.count()
    again = upload(desk, data).url
    assert "As they are: 1" in desk.get(again).content.decode()
    desk.post(again)
    assert (Activity.objects.count(), Entry.objects.count()) == (1, entries)


@pytest.mark.parametrize(
    ("column", "wrong", "said"),
    [
        (2, "99", "C2</b> “99” is no objective"), (3, "Ailleurs", "D2</b> “Ailleurs” is no organisation"),
        (4, "bientôt", "E2</b> “bientôt” is not a date"), (5, "2020", "F2</b> This ends before it starts"),
        (6, "12 %", "G2</b> “12 %” is a share"), (6, "beaucoup", "G2</b> “beaucoup” is not a number"),
        (8, "peut-être", "I2</b> “peut-être” is not one of"), (6, "#REF!", "G2</b> This cell holds an error"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_by_sheet_row_and_column_and_the_rest_is_kept(desk, column, wrong, said):
    bad = [*GOOD[:column], wrong, *GOOD[column + 1 :]]
    other = ["b-2", "Autre", *GOOD[2:]]
    address = upload(desk, book_of(bad, other)).url

    page = desk.get(address).content.decode()
    desk.post(address)

    assert f"Plan {said}" in page
    assert [one.code for one in Activity.objects.all()] == ["b-2"]


def test_not_available_is_no_value_and_the_same_row_twice_is_said(desk):
    page = page_of(desk, book_of([*GOOD[:6], "n.d.", "", "-"], GOOD))

    assert "This activity stands in row 2 already." in page
    assert "New: 1." in page


def test_an_activity_is_changed_by_its_code_and_empty_cells_leave_it(desk):
    activity("a-1", starts_on="2025", description={"fr": "Reste."})
    address = upload(desk, book_of(["a-1", "Nouveau titre", "", "", "", "", "", "", ""])).url

    desk.post(address)

    made = Activity.objects.get()
    assert (made.title["fr"], made.description, made.starts_on) == ("Nouveau titre", {"fr": "Reste."}, "2025")


def calculated(book, sheet):
    sheet["G2"] = "=2*3"
    sheet["G3"] = 0.12
    sheet["G3"].number_format = "0%"


def test_a_formula_nobody_computed_and_a_share_are_told_from_amounts(desk):
    page = page_of(desk, book_of(GOOD, ["b-2", "Autre", *GOOD[2:]], edit=calculated))

    assert "G2</b> This cell holds a formula that was never computed" in page
    assert "G3</b> “0.12” is a share" in page


def merged(book, sheet):
    sheet.merge_cells("C2:C3")
    sheet.merge_cells("D2:D3")


def hidden_before(book, sheet):
    book.create_sheet("Listes", 0).append(["x"])
    book["Listes"].sheet_state = "hidden"


def test_merged_cells_hold_for_each_row_and_hidden_sheets_are_passed_over(desk):
    below = ["b-2", "Autre", None, None, *GOOD[4:]]

    assert "New: 2." in page_of(desk, book_of(GOOD, below, edit=merged))
    page = page_of(desk, book_of(GOOD, edit=hidden_before))
    assert "New: 1." in page
    assert "Listes (hidden)" in page


def far_below(book, sheet):
    sheet.cell(200_000, 1).number_format = "0.00"
    sheet.cell(200_000, 2, "Loin")


def test_two_hundred_thousand_empty_rows_do_no_harm(desk):
    page = page_of(desk, book_of(GOOD, edit=far_below))

    assert "New: 1. Changed: 0. As they are: 0. Not understood: 1." in page
    assert "Row 200000" in page


def test_columns_can_be_chosen_by_hand(desk):
    address = upload(desk, book_of(GOOD)).url

    page = desk.get(
        address, {"sheet": "Plan", "c0": "", "c1": "title_en", "c2": "serves", "c3": "lead"}
    ).content.decode()

    assert "New: 1." in page


def bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 300_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"no workbook", "This is no Excel workbook"),
        (b"PK\x03\x04broken", "cannot be opened"),
        (None, "unfolds to far more"),
    ],
)
def test_what_is_no_workbook_or_a_trap_is_refused_in_a_sentence(desk, data, said):
    answer = upload(desk, bomb() if data is None else data)

    assert answer.status_code == 200
    assert said in answer.content.decode()


def test_macros_are_not_run_and_said(desk):
    out = io.BytesIO(book_of(GOOD))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macro")

    page = page_of(desk, out.getvalue())

    assert "This workbook holds macros" in page
    assert "New: 1." in page


def test_the_plan_goes_out_and_comes_back_unchanged(desk):
    activity("a-1", numbers=(8, 21), planned_amount=5, currency="XOF", starts_on="2024-05", status="ongoing")
    data = desk.get("/en/plan/plan.xlsx").content

    assert openpyxl.load_workbook(io.BytesIO(data)).active["A2"].value == "a-1"
    assert "New: 0. Changed: 0. As they are: 1. Not understood: 0." in page_of(desk, data)


def test_an_upload_is_its_owners_alone_and_only_the_coordinator_uploads(desk, cast):
    address = upload(desk, book_of(GOOD)).url

    desk.force_login(cast.focal_point)

    assert desk.get(address).status_code == 403
    assert desk.get("/en/plan/import/").status_code == 403
    desk.force_login(cast.coordinator)
    assert desk.get("/en/plan/import/00000000-0000-4000-8000-000000000000/").status_code == 404
