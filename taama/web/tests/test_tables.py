"""Mistakes in data files are named by file, line and column."""

import pytest

from taama.web.refusals import BadInput
from taama.web.tables import read_rows


def rows(tmp_path, content, columns=("code", "value")):
    path = tmp_path / "things.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read_rows(path, columns))


def test_cells_are_read_and_empty_is_not_zero(tmp_path):
    first, second = rows(tmp_path, "code,value\na,0\nb,\n")

    assert first.decimal("value") == 0
    assert second.decimal("value") is None
    assert second.line == 3


def test_a_line_number_is_right_after_a_cell_of_two_lines(tmp_path):
    _, second = rows(tmp_path, 'code,value\na,"1\n"\nb,x\n')

    with pytest.raises(BadInput, match=r"things\.csv:4:value"):
        second.decimal("value")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("code\na\n", "table.columns"),
        ("code,value\na\n", "table.cells"),
        ("code,value\na,1,2\n", "table.cells"),
        ("code,value\né,1\n".encode("latin-1"), "table.encoding"),
    ],
)
def test_a_spoiled_file_is_refused(tmp_path, content, code):
    with pytest.raises(BadInput) as refused:
        rows(tmp_path, content)

    assert refused.value.code == code


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(BadInput, match=r"nowhere\.csv"):
        list(read_rows(tmp_path / "nowhere.csv", ()))


@pytest.mark.parametrize(
    ("read", "cell"),
    [
        (lambda row: row.decimal("value"), "douze"),
        (lambda row: row.integer("value"), "1.5"),
        (lambda row: row.partial_date("value"), "2021-02-30"),
        (lambda row: row.yes("value"), "oui"),
        (lambda row: row.one_of("value", ("stock", "flow")), "stocks"),
        (lambda row: row.known("value", {"a": 1}), "b"),
        (lambda row: row.known_list("value", {"a": 1}), "a|b"),
    ],
)
def test_a_bad_cell_names_its_place(tmp_path, read, cell):
    (row,) = rows(tmp_path, f"code,value\na,{cell}\n")

    with pytest.raises(BadInput, match=r"things\.csv:2:value"):
        read(row)
