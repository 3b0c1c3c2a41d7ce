"""The shipped frameworks, and folders with a mistake in them."""

import shutil

import pytest

from taama.compact.loading import DATA, read_framework
from taama.web.refusals import BadInput


def test_the_compact_is_whole():
    items = read_framework(DATA / "gcm").items
    kinds = [card.row["kind"] for card in items.values()]

    counts = {kind: kinds.count(kind) for kind in set(kinds)}
    assert counts == {"objective": 23, "action": 187, "principle": 10, "round_table": 4, "fund_area": 5}
    assert all(
        {"en", "fr", "es"} <= card.title.keys() for card in items.values() if card.row["kind"] == "objective"
    )


def test_an_unverified_title_is_not_called_official():
    items = read_framework(DATA / "gcm").items

    assert "fr" in items["1"].official_in
    assert "fr" not in items["20"].official_in


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(DATA / "ponam", tmp_path / "ponam")


@pytest.mark.parametrize(
    ("file", "line", "place"),
    [
        ("items.csv", "axis-1,axis,,1,\n", r"items\.csv:\d+:code"),
        ("items.csv", "axis-9,chapter,,9,\n", r"items\.csv:\d+:kind"),
        ("items.csv", "axis-9,axis,axis-99,9,\n", r"items\.csv:\d+:parent"),
        ("items.csv", "axis-9,axis,,9,\n", r"items\.csv:\d+:code"),
        ("texts.fr.csv", "axis-77,Titre,,no,\n", r"texts\.fr\.csv:\d+:code"),
        ("texts.fr.csv", "axis-1,Titre,,peut-être,\n", r"texts\.fr\.csv:\d+:official"),
    ],
)
def test_a_mistake_stops_with_file_and_line(folder, file, line, place):
    with (folder / file).open("a") as target:
        target.write(line)

    with pytest.raises(BadInput, match=place):
        read_framework(folder)


def test_another_language_is_another_file(folder):
    codes = read_framework(folder).items
    lines = ["code,title,short,official,source", *(f"{code},محور,,no," for code in codes)]
    (folder / "texts.ar.csv").write_text("\n".join(lines))

    assert read_framework(folder).items["axis-1"].title["ar"] == "محور"
