"""Tables as CSV files that a spreadsheet opens as they are meant: accents kept, numbers as numbers, no formula run."""

import csv
from collections.abc import Iterable, Iterator
from decimal import Decimal

from django.http import StreamingHttpResponse

Cell = str | int | Decimal | None

# Excel takes a file for Windows-1252 unless it begins with this mark, and breaks every accent.
MARK = "\ufeff"
# What a spreadsheet may take for the start of a formula, full-width forms and leading blanks included.
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
BLANKS = " \t\r\n\u00a0\u202f"


class Line:
    """Where the writer puts a line, to be sent on at once."""

    def write(self, text: str) -> str:
        """Hand it back."""
        return text


def csv_lines(head: Iterable[str], rows: Iterable[Iterable[Cell]]) -> Iterator[str]:
    """The file line by line: comma between cells, point before decimals, the same in every language."""
    writer = csv.writer(Line())
    yield MARK + str(writer.writerow([*head]))
    for row in rows:
        yield str(writer.writerow([written(cell) for cell in row]))


def written(cell: Cell) -> str | int:
    """A cell as it stands in the file; nothing for None, and zero for zero."""
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        digits = f"{cell:f}"
        return digits.rstrip("0").rstrip(".") if "." in digits else digits
    return harmless(cell) if isinstance(cell, str) else cell


def harmless(text: str) -> str:
    """A text no spreadsheet takes for a formula: an apostrophe before what might be one."""
    begins = text.lstrip(BLANKS)
    return f"'{text}" if begins.startswith(FORMULA) or text[:1] in ("\t", "\r", "\n") else text


def csv_file(name: str, head: Iterable[str], rows: Iterable[Iterable[Cell]]) -> StreamingHttpResponse:
    """The file as an answer, sent as it is read."""
    answer = StreamingHttpResponse(csv_lines(head, rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer
