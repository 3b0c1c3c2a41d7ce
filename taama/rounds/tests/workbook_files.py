"""Workbooks as people send them back: the form filled in by a stranger's program, or spoiled by hand."""

import io
import shutil
import zipfile

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile

from taama.rounds.workbooks.layout import COLUMNS, FIRST_ROW
from taama.rounds.workbooks.opening import book_in
from taama.rounds.workbooks.understanding import understood
from taama.rounds.workbooks.writing import workbook_of


def column(code):
    """The number of a column as openpyxl counts, from 1."""
    return COLUMNS.index(code) + 1


def form_of(page, language="en"):
    """The downloaded form, opened."""
    return openpyxl.load_workbook(io.BytesIO(workbook_of(page, language)))


def write(book, number, value, code="value", style=None):
    """Write into a place of the form, counted from 0."""
    cell = book.worksheets[0].cell(FIRST_ROW + number, column(code))
    cell.value = value
    if style:
        cell.number_format = style
    return cell


def saved(book):
    """The bytes of a workbook."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def upload(data, name="formulaire.xlsx"):
    """As a browser sends it."""
    return SimpleUploadedFile(name, data)


def read(page, book, name="formulaire.xlsx"):
    """What is understood of a workbook, or of its bytes."""
    data = book if isinstance(book, bytes) else saved(book)
    return understood(book_in(upload(data, name)), page)


def filled(page, *values, language="en"):
    """The form with these values."""
    book = form_of(page, language)
    for number, value in enumerate(values):
        if value is not None:
            write(book, number, value)
    return book


def rewritten(data, change):
    """The archive with its parts changed: `change(name, bytes)` answers the new bytes, None for a part left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            made = change(entry.filename, old.read(entry.filename))
            if made is not None:
                new.writestr(entry.filename, made)
    return out.getvalue()


def with_part(data, name, content):
    """The archive with one part more."""
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w") as part:
        shutil.copyfileobj(io.BytesIO(content), part)
    return out.getvalue()
