"""The labelled set can be trusted: offsets are exact, and a label that cannot be right is an error with its place."""

from collections import Counter
from decimal import Decimal

import pytest

from taama.evidence.gold.__main__ import is_asked, parsed
from taama.evidence.gold.labels import WrongLabel, labelled_documents, read_labelled
from taama.evidence.gold.pairs import labelled_pairs

TEXT = "OIM Mali\n\nPlus de 2 300 migrants sont revenus en 2021. Le plan a été validé le 6 mai\n2022. Le plan vit.\n"
SHEET = """
language = "fr"
date = "2022-05-09"
reference = ""
title = ""
publisher = "OIM Mali"
country = "MLI"
objectives = [21]
boilerplate = [["OIM", "Mali"]]
findings = [
  {finding},
]
claims = [
  {{quote="plan a été validé le 6 mai 2022", subject="plan", predicate="validated", when="2022-05-06"}},
]
"""
GOOD = '{quote="Plus de 2 300 migrants", value=2300, qualifier="more_than", unit="persons", what="migrants"}'


def sheet(folder, finding=GOOD):
    (folder / "001.txt").write_text(TEXT, encoding="utf-8")
    path = folder / "001.toml"
    path.write_text(SHEET.format(finding=finding), encoding="utf-8")
    return path


def test_a_quote_finds_its_place_across_line_ends_and_no_break_spaces(tmp_path):
    document = read_labelled(sheet(tmp_path))

    finding, claim = document.findings[0], document.claims[0]
    assert document.text[finding.start : finding.end] == "Plus de 2 300 migrants"
    assert document.text[claim.start : claim.end] == "plan a été validé le 6 mai\n2022"
    assert finding.value == Decimal(2300)
    assert document.text[document.boilerplate[0].start : document.boilerplate[0].end] == "OIM Mali"


@pytest.mark.parametrize(
    ("finding", "matter"),
    [
        (GOOD.replace("2 300", "2 400"), "is not in the text"),
        (GOOD.replace('quote="Plus de 2 300 migrants"', 'quote="Le plan"'), "occurs 2 times"),
        (GOOD.replace("more_than", "more"), "no such qualifier"),
        (GOOD.replace("value=", "amount=3, value="), "unknown field: amount"),
        (GOOD.replace("}", ', asof="May 2021"}'), "no such date"),
    ],
)
def test_a_label_that_cannot_be_right_is_an_error_with_file_and_line(tmp_path, finding, matter):
    with pytest.raises(WrongLabel, match=rf"001\.toml:11: .*{matter}"):
        read_labelled(sheet(tmp_path, finding))


def test_every_document_of_the_set_can_be_read():
    documents = labelled_documents()

    assert documents
    for document in documents:
        assert 300 <= len(document.text) <= 4000, document.key
        assert all(1 <= number <= 23 for number in document.objectives), document.key


def test_even_documents_and_those_after_the_fiftieth_are_not_for_development():
    shown = {one.number for one in labelled_documents() if one.is_for_development}

    assert shown == set(range(1, 51, 2))


@pytest.mark.parametrize(
    ("options", "numbers"),
    [
        (["--from", "51"], set(range(51, 66))),
        (["--to", "3"], {1, 2, 3}),
        (["--odd", "--to", "4"], {1, 3}),
        (["--even", "--from", "49", "--to", "52"], {50, 51, 52}),
    ],
)
def test_the_command_reads_the_numbers_asked_for(options, numbers):
    asked = parsed(options)

    assert {one.number for one in labelled_documents() if is_asked(one, asked)} == numbers


def test_no_label_stands_in_boilerplate():
    for document in labelled_documents():
        for label in (*document.findings, *document.claims):
            assert not any(b.start < label.end and label.start < b.end for b in document.boilerplate), (
                document.key,
                document.text[label.start : label.end],
            )


def test_no_two_findings_share_a_place():
    for document in labelled_documents():
        places = Counter((finding.start, finding.end) for finding in document.findings)
        assert [place for place, times in places.items() if times > 1] == [], document.key


def test_every_pair_lies_on_labels():
    pairs = labelled_pairs(labelled_documents())

    verdicts = Counter(pair.verdict for pair in pairs)
    assert verdicts["conflict"] >= 15
    assert verdicts["none"] >= 15
    assert verdicts["alias"] >= 2


def test_a_pair_on_words_without_a_label_is_an_error(tmp_path):
    path = tmp_path / "conflicts.toml"
    side = '{document="fr/001", quote="Accueil"}'
    path.write_text(f'[[pairs]]\none = {side}\nother = {side}\nsubject = ""\nverdict = "none"\nwhy = ""\n')

    with pytest.raises(WrongLabel, match="“Accueil” lies on no label of fr/001"):
        labelled_pairs(labelled_documents("fr"), path)


def test_the_set_is_large_and_has_documents_without_findings_in_both_languages():
    for language in ("fr", "en"):
        documents = labelled_documents(language)
        empty = [one for one in documents if not any(not finding.optional for finding in one.findings)]
        assert len(documents) >= 40
        assert len(empty) >= 10
