"""CSV files of the house: rows that know their file, line and column, so that a mistake can be named."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TypeVar

from django.utils.translation import gettext as _

from .partial_dates import NoSuchDate, first_day
from .refusals import BadInput, Place

T = TypeVar("T")


@dataclass(frozen=True)
class Row:
    """One line of a file: cells by column name, empty text where nothing was given."""

    cells: Mapping[str, str]
    file: str
    line: int

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def place(self, column: str = "") -> Place:
        """Where this row, or one of its cells, stands."""
        return Place(self.file, self.line, column)

    def bad(self, column: str, sentence: str) -> BadInput:
        """A refusal that names file, line and column."""
        return BadInput(f"table.{column}", f"{self.place(column)} — {sentence}")

    def codes(self, column: str) -> list[str]:
        """A cell that lists codes separated by |."""
        return [code.strip() for code in self[column].split("|") if code.strip()]

    def decimal(self, column: str) -> Decimal | None:
        """A number, None where the cell is empty; never zero for empty."""
        if not self[column]:
            return None
        try:
            return Decimal(self[column])
        except InvalidOperation:
            raise self.bad(column, _("“%(text)s” is not a number.") % {"text": self[column]}) from None

    def integer(self, column: str) -> int | None:
        """A whole number, None where the cell is empty."""
        number = self.decimal(column)
        if number is not None and number != int(number):
            raise self.bad(column, _("“%(text)s” is not a whole number.") % {"text": self[column]})
        return None if number is None else int(number)

    def known(self, column: str, records: Mapping[str, T]) -> T:
        """What the code in this cell stands for; an unknown one is refused with file and line."""
        return self.known_code(column, self[column], records)

    def known_code(self, column: str, code: str, records: Mapping[str, T]) -> T:
        """What one code of this cell stands for; an unknown one is refused with file and line."""
        if code not in records:
            raise self.bad(column, _("“%(code)s” is not a known code.") % {"code": code})
        return records[code]

    def known_list(self, column: str, records: Mapping[str, T]) -> list[T]:
        """What the codes separated by | stand for."""
        return [self.known_code(column, code, records) for code in self.codes(column)]

    def one_of(self, column: str, choices: Sequence[str]) -> str:
        """A word of a closed list; another one is refused with the list."""
        if self[column] not in choices:
            sentence = _("“%(text)s” is not one of: %(choices)s.")
            raise self.bad(column, sentence % {"text": self[column], "choices": ", ".join(choices)})
        return self[column]

    def partial_date(self, column: str) -> str:
        """A date as exact as given; empty where the cell is."""
        if self[column]:
            try:
                first_day(self[column])
            except NoSuchDate:
                sentence = _("“%(text)s” is not a date. Write 2022, 2022-05 or 2022-05-06.")
                raise self.bad(column, sentence % {"text": self[column]}) from None
        return self[column]

    def yes(self, column: str) -> bool:
        """A yes or no cell; empty is no."""
        if self[column] not in {"", "yes", "no"}:
            raise self.bad(column, _("Write “yes” or “no”."))
        return self[column] == "yes"


def read_rows(path: Path, columns: Sequence[str]) -> Iterator[Row]:
    """The rows of a UTF-8 CSV file with one header line; missing columns and bad encoding are refused by name."""
    for number, cells in numbered_records(path, columns):
        if None in cells or None in cells.values():
            place = Place(path.name, number)
            raise BadInput(
                "table.cells", f"{place} — {_('This line has more or fewer cells than the header.')}"
            )
        yield Row({key: (value or "").strip() for key, value in cells.items()}, path.name, number)


def numbered_records(path: Path, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Line numbers and raw cells."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise BadInput("table.missing", f"{path.name} — {_('This file does not exist.')}") from None
    except UnicodeDecodeError:
        raise BadInput("table.encoding", f"{path.name} — {_('Save this file as UTF-8.')}") from None
    reader = csv.DictReader(text.splitlines(keepends=True))
    missing = [name for name in columns if name not in (reader.fieldnames or [])]
    if missing:
        sentence = _("Columns are missing: %(names)s.") % {"names": ", ".join(missing)}
        raise BadInput("table.columns", f"{Place(path.name, 1)} — {sentence}")
    for cells in reader:
        yield reader.line_num, cells
