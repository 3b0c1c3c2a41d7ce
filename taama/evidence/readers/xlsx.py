"""Workbooks: each sheet a page, each row a line, cells parted by tabs."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .archives import judged_names
from .kinds import XLSX
from .reading import GAP, Reading, Unreadable, page_spans
from .text import NO_TEXT_HAS

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

MOST_SHEETS = 200
MOST_ROWS = 100_000  # of all sheets together: more is a data set, not a document
WIDEST = 500
BLANKS = str.maketrans({"\t": " ", "\n": " ", "\r": " "})


def read_xlsx(path: Path) -> Reading:
    """The text of the shown sheets, the sheet's name its first line."""
    judged_names(path)
    sheets = list(shown_sheets(opened(path)))
    if not any("\n" in sheet for sheet in sheets):
        raise Unreadable("no_text")
    return Reading(GAP.join(sheets), XLSX, tuple(page_spans(sheets)), headings=heading_starts(sheets))


def opened(path: Path) -> "CalamineWorkbook":
    """The workbook; Unreadable where it is locked or broken."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        return CalamineWorkbook.from_path(path)
    except PasswordError as error:
        raise Unreadable("encrypted", str(error)) from error
    except (CalamineError, ValueError, OSError) as error:
        raise Unreadable("broken", str(error)) from error


def shown_sheets(book: "CalamineWorkbook") -> Iterator[str]:
    """The text of each sheet a reader sees; more rows than a person reads are refused."""
    from python_calamine import CalamineError, SheetTypeEnum, SheetVisibleEnum

    left = MOST_ROWS
    for sheet in book.sheets_metadata[:MOST_SHEETS]:
        if sheet.typ != SheetTypeEnum.WorkSheet or sheet.visible != SheetVisibleEnum.Visible:
            continue
        try:
            lines = [line for line in map(row, book.get_sheet_by_name(sheet.name).iter_rows()) if line]
        except (CalamineError, ValueError, OSError) as error:
            raise Unreadable("broken", f"{sheet.name}: {error}") from error
        left -= len(lines)
        if left < 0:
            raise Unreadable("too_large", "rows")
        yield "\n".join([written(sheet.name), *lines])


def row(cells: list[Any]) -> str:
    """One line of a sheet."""
    return "\t".join(map(written, cells[:WIDEST])).rstrip()


def written(cell: Any) -> str:
    """A cell as a person writes it: whole numbers without a point, days without a time."""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date().isoformat()
    return NO_TEXT_HAS.sub("", str(cell).translate(BLANKS)).strip()


def heading_starts(sheets: list[str]) -> tuple[int, ...]:
    """A sheet's name is its heading."""
    return tuple(span.start for span in page_spans(sheets))
