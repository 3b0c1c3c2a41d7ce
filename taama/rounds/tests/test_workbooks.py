"""The Excel form: real files, good ones and bad ones."""

import datetime as dt
import io
import zipfile
from decimal import Decimal

import openpyxl
import pytest

from taama.monitoring.tests.factories import observation
from taama.rounds import changes
from taama.rounds.models import Draft
from taama.rounds.workbooks import sheets
from taama.rounds.workbooks.layout import FIRST_ROW, letters, place_of
from taama.web.refusals import BadInput

from .factories import CODE, activity, answer, area, asked, indicator, jobs, opened, organisation, page_of
from .factories import filled as drafted
from .workbook_files import column, filled, form_of, read, rewritten, saved, upload, with_part, write

SEXES = ["", "sex=female", "sex=male"]
UPLOAD = f"/en/rounds/{CODE}/service/form/upload/"


def values(found):
    return [(card.given, card.value) for card in found.cards]


def told(found):
    """Faults as (cell, sentence)."""
    return [(fault.cell, fault.sentence) for fault in found.faults]


@pytest.fixture
def page(cast):
    """A form of a total and its parts."""
    return page_of(opened(cast, asked(parts=SEXES)))


@pytest.mark.parametrize(("number", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_lettered(number, name):
    assert letters(number) == name
    assert place_of(f"{name}12") == (11, number)


@pytest.mark.django_db
def test_the_form_has_exactly_its_rows_with_last_values_and_help(cast):
    of = jobs(definition={"fr": "Emplois trouvés.", "en": "Jobs found."})
    observation(of, 12, "2026-01-01/2026-03-31", cast=cast)
    found = opened(cast, asked(of, parts=SEXES), asked(activity=activity("cards")))
    sheet = form_of(page_of(found)).worksheets[0]

    rows = list(sheet.iter_rows(min_row=FIRST_ROW, values_only=True))
    assert [row[2] for row in rows] == ["jobs (en)"] * 3 + ["cards (en)"]
    assert [row[3] for row in rows[:3]] == ["Total", "Femmes et filles", "Hommes et garçons"]
    assert rows[0][5].startswith("12 (")
    assert rows[0][11] == "Jobs found."
    assert sheet.protection.sheet
    assert [sheet.cell(FIRST_ROW, column(code)).protection.locked for code in ("title", "value")] == [
        True,
        False,
    ]
    codes = sheet.column_dimensions["A"]
    assert (codes.hidden, codes.min, codes.max) == (True, 1, 2)
    assert len(sheet.data_validations.dataValidation) >= 2


@pytest.mark.django_db
def test_a_filled_form_is_read_in_either_language(cast):
    found = opened(cast, asked(parts=SEXES), asked(activity=activity("cards")))
    book = filled(page_of(found), 10, "4", 6.0, "en cours", language="fr")

    got = read(page_of(found), book)

    assert values(got)[:3] == [("value", 10), ("value", 4), ("value", 6)]
    assert got.cards[3].state == "ongoing"
    assert (got.faults, got.notes) == ([], [])


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("unit", "cell", "understood"),
    [
        ("xof", "1 234,5", ("value", Decimal("1234.5"))),
        ("percent", "12 %", ("value", Decimal(12))),
        ("persons", "n.d.", ("empty", None)),
        ("persons", "s.o.", ("not_applicable", None)),
        ("persons", 0, ("value", Decimal(0))),
        ("xof", 0.1 + 0.2, ("value", Decimal("0.3"))),
        ("xof", 1.234, ("value", Decimal("1.234"))),
        ("persons", 1234567890123, ("value", Decimal(1234567890123))),
    ],
)
def test_numbers_as_people_write_them(cast, unit, cell, understood):
    page = page_of(opened(cast, asked(jobs(unit=unit))))
    got = read(page, filled(page, cell))
    assert (values(got), got.faults) == ([understood], [])


@pytest.mark.django_db
def test_a_share_as_excel_keeps_it_is_read_as_it_looks(cast):
    page = page_of(opened(cast, asked(jobs(unit="percent"))))
    book = form_of(page)
    write(book, 0, 0.12, style="0.00%")
    assert values(read(page, book)) == [("value", 12)]


@pytest.mark.parametrize(
    ("cell", "style", "said"),
    [
        ("beaucoup", None, "“beaucoup” is not a number."),
        ("12 %", None, "is a share, and a number is asked for"),
        (0.12, "0%", "A share stands here"),
        (dt.datetime(2025, 5, 1), None, "A date stands here (2025-05-01)"),
        ("31/12/2025", None, "“31/12/2025” is not a number."),
        ("12/31/2025", None, "“12/31/2025” is not a number."),
        (True, None, "A yes or no stands here"),
        ("1,234", None, "can be read in two ways"),
        ("=SUM(G8:G9)", None, "The formula was not calculated"),
        (1.23456, None, "four decimals at most"),
    ],
)
def test_a_bad_cell_is_named_and_the_good_ones_are_kept(page, cell, style, said):
    from django.utils.translation import override

    book = filled(page, None, 4, 6)
    write(book, 0, cell, style=style)

    with override("en"):
        got = read(page, book)

    ((where, sentence),) = told(got)
    assert where == f"G{FIRST_ROW}"
    assert said in sentence
    assert str(got.faults[0]).startswith("formulaire.xlsx · ")
    assert values(got) == [("value", 4), ("value", 6)]


def test_a_formula_with_its_result_is_taken_and_an_error_is_said(page):
    data = saved(filled(page, 11, 4, 6))
    first, second = f'r="G{FIRST_ROW}"'.encode(), f'r="G{FIRST_ROW + 1}"'.encode()

    def calculated(name, part):
        if name != "xl/worksheets/sheet1.xml":
            return part
        part = part.replace(b"<v>11</v>", b"<f>5+6</f><v>11</v>", 1)
        start = part.index(second)
        end = part.index(b"</c>", start)
        tag = part[: part.rindex(b"<c ", 0, start)]
        style = part[start:end].split(b'"')
        assert first in part
        return tag + b"<c " + second + b' s="' + style[3] + b'" t="e"><f>1/0</f><v>#DIV/0!</v>' + part[end:]

    got = read(page, rewritten(data, calculated))

    assert values(got) == [("value", 11), ("value", 6)]
    assert told(got)[0][0] == f"G{FIRST_ROW + 1}"
    assert "#DIV/0!" in told(got)[0][1]


def test_merged_cells_are_said_and_the_others_kept(page):
    book = filled(page, 10, None, 6)
    book.worksheets[0].merge_cells(f"G{FIRST_ROW}:G{FIRST_ROW + 1}")

    got = read(page, book)

    assert [where for where, _said in told(got)] == [f"G{FIRST_ROW}", f"G{FIRST_ROW + 1}"]
    assert values(got) == [("value", 6)]


def test_a_renamed_sheet_is_recognised(page):
    book = filled(page, 10, 4, 6)
    book.worksheets[0].title = "T2 corrigé"
    got = read(page, book)
    assert len(got.cards) == 3
    assert "T2 corrigé" in got.notes[0]


def test_moved_columns_are_found_by_their_codes(page):
    book = filled(page, 10, 4, 6)
    book.worksheets[0].insert_cols(3)
    got = read(page, book)
    assert (len(got.cards), got.faults) == (3, [])
    assert got.cards[0].value == 10


@pytest.mark.parametrize("spoil", ["row", "column", "empty"])
def test_a_changed_form_is_refused_whole(page, spoil):
    book = filled(page, 10, 4, 6)
    sheet = book.worksheets[0]
    if spoil == "row":
        sheet.delete_rows(5)
    elif spoil == "column":
        sheet.delete_cols(column("given"))
    else:
        book = openpyxl.Workbook()
    with pytest.raises(BadInput) as refused:
        read(page, book)
    assert refused.value.code == "rounds.workbook.changed"


@pytest.mark.parametrize(
    ("row", "other", "code"), [(2, "2026-q1", "round"), (3, "elsewhere", "organisation")]
)
def test_the_form_of_another_round_or_service_is_refused_naming_both(page, row, other, code):
    book = filled(page, 10, 4, 6)
    book["taama"].cell(row, 2).value = other
    with pytest.raises(BadInput) as refused:
        read(page, book)
    assert refused.value.code == f"rounds.workbook.{code}"
    assert other in str(refused.value)


@pytest.mark.django_db
def test_rows_of_another_quarter_are_refused_though_the_hidden_sheet_is_gone(cast):
    of = jobs()
    before = page_of(opened(cast, asked(of), code="2026-q1"))
    now = page_of(opened(cast, asked(of)))
    book = filled(before, 5)
    del book["taama"]

    got = read(now, book)

    assert got.cards == []
    assert told(got)[0][0] == f"A{FIRST_ROW}"


def test_a_row_twice_and_a_row_of_ones_own_are_said(page):
    book = filled(page, 10, 4, 6)
    sheet = book.worksheets[0]
    sheet.cell(FIRST_ROW + 3, 1).value = sheet.cell(FIRST_ROW, 1).value
    sheet.cell(FIRST_ROW + 3, column("value")).value = 99
    sheet.cell(FIRST_ROW + 4, column("value")).value = 12

    got = read(page, book)

    assert values(got) == [("value", 10), ("value", 4), ("value", 6)]
    assert [where for where, _said in told(got)] == [f"A{FIRST_ROW + 3}", f"G{FIRST_ROW + 4}"]


def test_a_word_that_is_no_choice_is_said(page):
    book = filled(page, None, 4, 6)
    write(book, 0, "peut-être", code="given")
    got = read(page, book)
    assert told(got)[0][0] == f"H{FIRST_ROW}"


def test_no_number_with_its_reason(page):
    book = form_of(page, "fr")
    write(book, 0, "non communiqué", code="given")
    write(book, 0, "Deux personnes.", code="reason")
    (card, *_rest) = read(page, book).cards
    assert (card.given, card.reason) == ("withheld", "Deux personnes.")


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_hidden_sheets_are_not_read_and_that_is_said(page, state):
    book = filled(page, 10, 4, 6)
    more = book.create_sheet("Brouillon")
    more["A1"], more.sheet_state = "key", state
    got = read(page, book)
    assert len(got.cards) == 3
    assert any("Brouillon" in note for note in got.notes)


def test_macros_are_neither_run_nor_kept(page):
    data = with_part(saved(filled(page, 10, 4, 6)), "xl/vbaProject.bin", b"\xd0\xcf\x11\xe0macro")
    got = read(page, data, "formulaire.xlsm")
    assert len(got.cards) == 3
    assert "macros" in got.notes[0]


def with_rows(data, rows):
    """The first sheet with these rows below its own."""

    def longer(name, part):
        return part.replace(b"</sheetData>", rows + b"</sheetData>") if name.endswith("sheet1.xml") else part

    return rewritten(data, longer)


def test_two_hundred_thousand_empty_rows_do_no_harm(page):
    rows = b"".join(b'<row r="%d" ht="15"/>' % number for number in range(1000, 201_000))
    data = rewritten(
        saved(filled(page, 10, 4, 6)),
        lambda name, part: (
            part.replace(b"</sheetData>", rows + b"</sheetData>") if name.endswith("sheet1.xml") else part
        ),
    )
    got = read(page, data)
    assert (len(got.cards), got.faults) == (3, [])


def test_two_hundred_thousand_formatted_rows_do_no_harm(page):
    rows = b"".join(
        b'<row r="%d"><c r="G%d" s="1"/></row>' % (number, number) for number in range(1000, 201_000)
    )
    data = rewritten(
        saved(filled(page, 10, 4, 6)),
        lambda name, part: (
            part.replace(b"</sheetData>", rows + b"</sheetData>") if name.endswith("sheet1.xml") else part
        ),
    )
    got = read(page, data)
    assert (len(got.cards), got.faults) == (3, [])


def refused(page, data, name="formulaire.xlsx"):
    with pytest.raises(BadInput) as found:
        read(page, data, name)
    return found.value.code


def test_a_zip_bomb_is_not_unpacked(page):
    bomb = with_part(saved(filled(page, 10)), "xl/media/blank.bin", b"\0" * 200_000_000)
    assert len(bomb) < 1_000_000
    assert refused(page, bomb) == "rounds.workbook.bomb"


@pytest.mark.parametrize("entity", [b'<!DOCTYPE x [<!ENTITY a "aaaa">]>', b"<!DOCTYPE x>"])
@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_a_document_type_is_refused(page, entity, part):
    def spoiled(name, data):
        head, _sign, rest = data.partition(b"?>")
        return head + b"?>" + entity + rest if name == part else data

    data = rewritten(saved(filled(page, 10)), spoiled)
    assert refused(page, data) in {"rounds.workbook.bomb", "rounds.workbook.broken"}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "kind"),
        (b"value;12", "kind"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "kind"),
        (b"PK\x03\x04" + b"\0" * 100, "broken"),
    ],
)
def test_what_is_no_workbook_is_refused_with_a_sentence(page, data, code):
    assert refused(page, data) == f"rounds.workbook.{code}"


def test_an_archive_of_something_else_is_refused(page):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    assert refused(page, out.getvalue()) == "rounds.workbook.kind"


def test_more_rows_than_a_form_has_are_refused(page, monkeypatch):
    book = filled(page, 10)
    for number in range(5_100):
        book.worksheets[0].cell(FIRST_ROW + 10 + number, 3).value = "x"
    assert refused(page, book) == "rounds.workbook.too_large"


def test_values_alone_would_mislead(page):
    """The control: without the marks a formula nobody calculated would pass for an empty answer."""
    book = filled(page, "=1/0")
    path_rows = read(page, book)
    assert path_rows.faults
    marks = sheets.Marks(set())
    marks.parser.Parse(b'<s xmlns="m"><c r="A1"><v>3</v></c><c r="A2"><f>1/0</f></c></s>', True)
    assert marks.found == {"A2": ["uncalculated", ""]}


@pytest.mark.django_db
def test_an_upload_keeps_good_answers_and_shows_the_bad(cast, client):
    found = opened(cast, asked(parts=SEXES))
    book = filled(page_of(found), 10, "beaucoup", 6)
    client.force_login(cast.focal_point)

    page = client.post(UPLOAD, {"workbook": upload(saved(book))}).content.decode()

    assert f"G{FIRST_ROW + 1}" in page
    assert "beaucoup" in page
    assert [one.value for one in Draft.objects.order_by("value")] == [6, 10]


@pytest.mark.django_db
def test_a_good_upload_leads_to_the_form(cast, client):
    found = opened(cast)
    client.force_login(cast.focal_point)
    downloaded = client.get(f"/en/rounds/{CODE}/service/form/workbook/")
    book = openpyxl.load_workbook(io.BytesIO(downloaded.content))
    write(book, 0, 12)

    answer = client.post(UPLOAD, {"workbook": upload(saved(book))})

    assert answer.url == f"/en/rounds/{CODE}/service/form/"
    assert page_of(found).lines[0].draft.value == 12


@pytest.mark.django_db
def test_what_was_written_on_the_web_meanwhile_is_not_lost(cast, client):
    found = opened(cast)
    drafted(found, 5, by=cast.focal_point)
    book = filled(page_of(found), 9)
    changes.save_drafts(page=page_of(found), cards=[answer(page_of(found).lines[0], 7)], by=cast.partner)
    client.force_login(cast.focal_point)

    client.post(UPLOAD, {"workbook": upload(saved(book))})

    assert [one.value for one in page_of(found).lines[0].rivals] == [7, 9]


@pytest.mark.django_db
def test_an_old_untouched_form_changes_nothing(cast, client):
    found = opened(cast)
    book = form_of(page_of(found))
    drafted(found, 5, by=cast.focal_point)
    client.force_login(cast.focal_point)

    client.post(UPLOAD, {"workbook": upload(saved(book))})

    assert [one.value for one in page_of(found).lines[0].drafts] == [5]


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["coordinator", "validator", "partner", "stranger"])
def test_others_neither_download_nor_upload(cast, client, name):
    opened(cast)
    client.force_login(getattr(cast, name))
    assert client.get(UPLOAD).status_code == 403
    assert client.get(f"/en/rounds/{CODE}/service/form/workbook/").status_code == 403


@pytest.mark.django_db
def test_a_text_of_ours_is_never_a_formula(cast):
    found = opened(cast, asked(indicator("odd", title={"fr": "=1+1", "en": "=1+1"}), areas=[area("ML07")]))
    drafted(found, 5, by=cast.focal_point, note="=cmd|' /C calc'!A0")
    sheet = form_of(page_of(found)).worksheets[0]
    kinds = {sheet.cell(FIRST_ROW, column(code)).data_type for code in ("title", "note")}
    assert kinds == {"s"}
    assert organisation("service", "public_agency")
