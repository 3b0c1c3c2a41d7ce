"""A workbook's cells as they stand, merged ones repeated through their range. Plain Python, no Django."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from taama.evidence.readers.archives import judged_names
from taama.evidence.readers.reading import Unreadable

from .marks import Marked, marked, parts_by_sheet, share_styles

MOST_SHEETS, MOST_ROWS, WIDEST, LONGEST = 40, 5_000, 60, 4_000
ZIP = b"PK\x03\x04"


def book_of(path: Path) -> dict[str, Any]:
    """Every sheet with its filled rows; Unreadable for what is no workbook, or more than a plan."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    with path.open("rb") as file:
        if file.read(4) != ZIP:
            raise Unreadable("kind")
    names = judged_names(path)
    if "xl/workbook.xml" not in names:
        raise Unreadable("kind")
    try:
        book = CalamineWorkbook.from_path(path)
        shares, parts = share_styles(path, names), parts_by_sheet(path, names)
        sheets = [
            sheet_of(book, one, marked(path, parts[one.name], shares) if one.name in parts else {})
            for one in book.sheets_metadata[:MOST_SHEETS]
        ]
    except PasswordError as error:
        raise Unreadable("encrypted", str(error)) from error
    except (CalamineError, ValueError, OSError) as error:
        raise Unreadable("broken", str(error)) from error
    macros = any(name.endswith("vbaProject.bin") for name in names)
    return {"sheets": [one for one in sheets if one], "macros": macros}


def sheet_of(book: Any, known: Any, marks: Marked) -> dict[str, Any] | None:
    """One sheet: its name, whether it is hidden, its rows by number from 0; None for a chart."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    if known.typ != SheetTypeEnum.WorkSheet:
        return None
    sheet = book.get_sheet_by_name(known.name)
    rows = dict(filled_rows(sheet))
    for (row, column), mark in marks.items():
        cells = rows.get(row, [])
        if column < len(cells):
            cells[column] = [mark, text_of(cells[column])]
    spread(rows, sheet.merged_cell_ranges or [])
    hidden = known.visible != SheetVisibleEnum.Visible
    return {"name": known.name, "hidden": hidden, "rows": sorted(rows.items())}


def filled_rows(sheet: Any) -> Iterator[tuple[int, list[Any]]]:
    """Rows in which anything stands; more than a plan has are refused."""
    count = 0
    if sheet.start is None:
        return
    for number, cells in enumerate(sheet.iter_rows()):
        told = [said(cell) for cell in cells[:WIDEST]]
        if any(told):
            count += 1
            if count > MOST_ROWS:
                raise Unreadable("too_large", "rows")
            yield number, told


def text_of(told: Any) -> str:
    """The text of a cell as the child says it."""
    return told if isinstance(told, str) else str(told[1])


def spread(rows: dict[int, list[Any]], merged: list[Any]) -> None:
    """Give each filled row under a merged cell its value; a merged title across columns stays one cell."""
    for (top, left), (bottom, _right) in merged:
        value = rows.get(top, [])[left] if left < len(rows.get(top, [])) else ""
        for row in range(top + 1, min(bottom, top + MOST_ROWS) + 1):
            if value and row in rows:
                rows[row].extend([""] * (left + 1 - len(rows[row])))
                rows[row][left] = value


def said(cell: Any) -> Any:
    """A cell as JSON carries it: text, or [kind, text] for numbers, days and yes or no; "" for none."""
    if isinstance(cell, bool):
        return ["yes_no", str(cell)]
    if isinstance(cell, int | float):
        return ["number", f"{cell:.15g}"]  # as many figures as Excel shows
    if isinstance(cell, dt.datetime):
        return ["day", cell.date().isoformat()]
    if isinstance(cell, dt.date | dt.time | dt.timedelta):
        return ["day", str(cell)]
    return str(cell).strip()[:LONGEST]
