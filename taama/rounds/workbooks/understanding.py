"""What a filled-in workbook says: answers that are good, cells that are not, and what was noticed besides."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import override

from taama.plans.rules import Status
from taama.rounds.cards import DraftCard
from taama.rounds.cells import NoSuchCell, cell_of
from taama.rounds.queries import FormPage, Line
from taama.rounds.rules import Given
from taama.rounds.wording import trouble_in_words
from taama.rounds.written import Read, read_answer
from taama.web.fields import language_codes
from taama.web.refusals import BadInput

from .layout import (
    GIVEN,
    HIDDEN_SHEET,
    KEY,
    NEEDED,
    NOTE,
    PASSING,
    REASON,
    SEEN,
    VALUE,
    address,
)
from .opening import Book, Cell, Sheet

LOOKED_AT = 15  # rows in which the codes of the columns may stand


@dataclass(frozen=True)
class Fault:
    """A cell that could not be taken, with the reason."""

    file: str
    sheet: str
    cell: str
    column: str
    sentence: str

    def __str__(self) -> str:
        where = " · ".join(part for part in (self.file, self.sheet, self.cell, self.column) if part)
        return f"{where} — {self.sentence}"


@dataclass
class Understood:
    """All that was read."""

    cards: list[DraftCard] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def understood(book: Book, page: FormPage) -> Understood:
    """Every answer of the workbook; BadInput where it is not the form of this round and organisation."""
    sheet, codes_row, columns = form_sheet(book)
    insist_on_this_form(book, page)
    found = Understood(notes=list(noticed(book, sheet)))
    seen: set[str] = set()
    for number in sorted(row for row in sheet.rows if row > codes_row):
        Row(book.file, sheet, number, columns).read(page, found, seen)
    return found


def form_sheet(book: Book) -> tuple[Sheet, int, Mapping[str, int]]:
    """The sheet that bears the codes of the columns, whatever its name now is; the row of codes; their columns."""
    for sheet in book.sheets:
        for number in range(LOOKED_AT):
            told = {cell.text: column for column, cell in enumerate(sheet.rows.get(number, [])) if cell.text}
            if KEY in told and VALUE in told:
                lost = [code for code in NEEDED if code not in told]
                if lost:
                    raise changed_form(book)
                return sheet, number, told
    raise changed_form(book)


def changed_form(book: Book) -> BadInput:
    """Columns are gone: nothing can be told apart."""
    sentence = _(
        "“%(file)s” is not the form as it was downloaded: columns are missing. "
        "Download it again and copy your answers into it."
    )
    return BadInput("rounds.workbook.changed", sentence % {"file": book.file})


def insist_on_this_form(book: Book, page: FormPage) -> None:
    """Refuse the form of another round or organisation, naming both; without its hidden sheet, rows decide."""
    hidden = next((one for one in book.sheets if one.name == HIDDEN_SHEET), None)
    if hidden is None:
        return
    facts = {cells[0].text: cells[1].text for cells in hidden.rows.values() if len(cells) > 1}
    for name, is_now, sentence in (
        (
            "round",
            page.round.code,
            _("This form is for the round “%(given)s”, and this page for “%(wanted)s”."),
        ),
        (
            "organisation",
            page.organisation.code,
            _("This form is that of “%(given)s”, and this page that of “%(wanted)s”."),
        ),
    ):
        if facts.get(name, is_now) != is_now:
            raise BadInput(f"rounds.workbook.{name}", sentence % {"given": facts[name], "wanted": is_now})


def noticed(book: Book, form: Sheet) -> Iterator[str]:
    """What a person should know of how the workbook was read."""
    if book.has_macros:
        yield _("The file holds macros. They were not run and are not kept.")
    if form.name not in form_names():
        yield _("The sheet is called “%(name)s” now; it was recognised by its columns.") % {"name": form.name}
    for sheet in book.sheets:
        if sheet is not form and sheet.name != HIDDEN_SHEET and sheet.rows:
            hidden, shown = (
                _("The hidden sheet “%(name)s” was not read."),
                _("The sheet “%(name)s” was not read."),
            )
            yield (hidden if sheet.is_hidden else shown) % {"name": sheet.name}


def form_names() -> set[str]:
    """What the form's sheet is called, in each language."""
    return set(in_every_language("Form"))


def in_every_language(message: str) -> Iterator[str]:
    """A message as each language of the pages says it."""
    for code in language_codes():
        with override(code):
            yield translation.gettext(message)


class Row:
    """One row of the form's sheet."""

    def __init__(self, file: str, sheet: Sheet, number: int, columns: Mapping[str, int]) -> None:
        self.file, self.sheet, self.at, self.columns = file, sheet, number, columns

    def cell(self, code: str) -> Cell:
        """The cell in a column."""
        return self.sheet.cell(self.at, self.columns[code])

    def text(self, code: str) -> str:
        """Its text, as it is kept."""
        return self.cell(code).text.strip()

    def fault(self, code: str, sentence: str) -> Fault:
        """A cell that cannot be taken."""
        headings = {VALUE: _("Your answer"), GIVEN: _("No number because")}
        where = address(self.at, self.columns[code])
        return Fault(self.file, self.sheet.name, where, headings.get(code, ""), sentence)

    def read(self, page: FormPage, found: Understood, seen: set[str]) -> None:
        """Its answer, or why there is none to be had; headings and empty rows say nothing."""
        key = self.text(KEY)
        if not key:
            if any(self.text(code) for code in (VALUE, GIVEN)) and not self.is_heading():
                found.faults.append(self.fault(VALUE, _("This row is not of the form: its code is gone.")))
            return
        line = self.line(key, page)
        if line is None:
            sentence = _("This row is not asked for in this round, or not of this organisation.")
            found.faults.append(self.fault(KEY, sentence))
        elif key in seen:
            found.faults.append(
                self.fault(KEY, _("This row stands twice in the sheet; only the first was read."))
            )
        else:
            seen.add(key)
            self.take(line, found)

    def is_heading(self) -> bool:
        """Whether the row only names the columns."""
        return self.text(VALUE) in set(in_every_language("Your answer"))

    def line(self, key: str, page: FormPage) -> Line | None:
        """What the row's code asks for."""
        try:
            return page.line(cell_of(key).key)
        except NoSuchCell:
            return None

    def take(self, line: Line, found: Understood) -> None:
        """The answer, where every cell of it can be read."""
        sentence = self.trouble(line)
        if sentence:
            found.faults.append(self.fault(VALUE, sentence))
            return
        card = DraftCard(
            line.cell,
            reason=self.text(REASON),
            note=self.text(NOTE),
            passing=self.text(PASSING),
            passed=line.known,
            seen=self.text(SEEN),
        )
        answer = (
            self.state()
            if line.request.indicator is None
            else self.number_or_word(line.request.indicator.unit)
        )
        if isinstance(answer, Fault):
            found.faults.append(answer)
        else:
            found.cards.append(replace(card, **answer))

    def trouble(self, line: Line) -> str:
        """Why the value cannot be believed whatever it is; empty where it can."""
        cell, column = self.cell(VALUE), self.columns[VALUE]
        for top, left, bottom, right in self.sheet.merged:
            if top <= self.at <= bottom and left <= column <= right:
                return _("This cell is merged with others. Write each answer into its own cell.")
        if cell.mark == "error":
            return _("The formula gives an error (%(text)s).") % {"text": cell.text}
        if cell.mark == "uncalculated":
            return _("The formula was not calculated. Save the file in Excel, or write the number itself.")
        if cell.kind == "day":
            return _("A date stands here (%(text)s), and no date is asked for.") % {"text": cell.text}
        if cell.kind == "yes_no":
            return _("A yes or no stands here, and a number is asked for.")
        if cell.mark == "percent" and (
            line.request.indicator is None or line.request.indicator.unit != "percent"
        ):
            return _("A share stands here, and a number is asked for.")
        return ""

    def number_or_word(self, unit: str) -> dict[str, Any] | Fault:
        """A number, or why there is none."""
        word = given_as(self.text(GIVEN))
        if word is None:
            return self.fault(GIVEN, _("“%(text)s” is no choice of the list.") % {"text": self.text(GIVEN)})
        if word != Given.EMPTY:
            return {"given": str(word)}
        read = self.number(unit)
        if read.written:
            return self.fault(VALUE, trouble_in_words(read.written))
        return {"given": str(read.given), "value": read.value}

    def number(self, unit: str) -> Read:
        """The number as the cell holds it, not as it looks: 12 % is 0.12 there."""
        cell = self.cell(VALUE)
        if cell.kind != "number":
            return read_answer(cell.text, unit)
        read = read_answer(plain(cell.text), unit)
        if cell.mark == "percent" and read.value is not None:
            return replace(read, value=(read.value * 100).normalize())
        return read

    def state(self) -> dict[str, Any] | Fault:
        """How far an activity is, by a word of the list in any language."""
        text = self.text(VALUE)
        if not text:
            return {}
        known = states_by_word()
        if text.lower() not in known:
            return self.fault(VALUE, _("“%(text)s” is no choice of the list.") % {"text": text})
        return {"given": str(Given.VALUE), "state": known[text.lower()]}


def plain(text: str) -> str:
    """A number's text without an exponent, and never to be read in two ways."""
    whole, _point, decimals = f"{Decimal(text):f}".partition(".")
    return f"{whole}.{decimals.ljust(4, '0')}" if decimals else whole


def given_as(text: str) -> Given | None:
    """The word that there is no number, in any language; None for what is no such word."""
    if not text:
        return Given.EMPTY
    for code in language_codes():
        with override(code):
            for one in (Given.NOT_APPLICABLE, Given.WITHHELD):
                if text.lower() in (str(one.label).lower(), one.value):
                    return one
    return None


def states_by_word() -> dict[str, str]:
    """Every state by its word, in every language and as the program writes it."""
    known = {one.value: one.value for one in Status}
    for code in language_codes():
        with override(code):
            known |= {str(one.label).lower(): one.value for one in Status}
    return known
