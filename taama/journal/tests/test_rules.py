"""Chains whole and broken: tables in, the first fault out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taama.journal.rules import START, Fault, Link, canonical, entry_hash, first_fault, short_form


def chain(*contents):
    links, prev = [], START
    for seq, content in enumerate(contents, start=1):
        digest = entry_hash(prev, content)
        links.append(Link(seq, prev, content, digest))
        prev = digest
    return links


THREE = chain({"verb": "a"}, {"verb": "b"}, {"verb": "c"})
HEAD = {"head_seq": 3, "head_hash": THREE[-1].hash}


def test_a_whole_chain_has_no_fault():
    assert first_fault(THREE, **HEAD) is None


def test_an_empty_chain_has_no_fault():
    assert first_fault([], head_seq=0, head_hash=START) is None


@pytest.mark.parametrize(
    ("tampered", "fault"),
    [
        ([THREE[0], Link(2, THREE[1].prev, {"verb": "x"}, THREE[1].hash), THREE[2]], Fault(2, "altered")),
        ([THREE[0], THREE[2]], Fault(2, "missing")),
        (THREE[:2], Fault(3, "cut_off")),
        ([], Fault(1, "cut_off")),
        (
            [THREE[0], Link(2, START, {"verb": "b"}, entry_hash(START, {"verb": "b"})), THREE[2]],
            Fault(2, "not_linked"),
        ),
        ([THREE[1], THREE[0], THREE[2]], Fault(1, "missing")),
    ],
)
def test_a_tampered_chain_names_its_first_bad_entry(tampered, fault):
    assert first_fault(tampered, **HEAD) == fault


@given(st.dictionaries(st.text(min_size=1), st.one_of(st.text(), st.integers(), st.none()), max_size=5))
def test_the_order_of_keys_does_not_matter(content):
    assert canonical(content) == canonical(dict(reversed(content.items())))


def test_a_long_text_is_kept_as_its_hash_and_length():
    kept = short_form("é" * 501)

    assert kept["length"] == 501
    assert len(kept["sha256"]) == 64
    assert short_form("é" * 500) == "é" * 500
