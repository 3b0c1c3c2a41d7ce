"""Synthetic documents hold what they say they hold; engines are held to it; a share of the work is scaled."""

import json
import sys

import pytest

from taama.bench import evidence, evidence_ours, evidence_rivals
from taama.bench import evidence_quality as quality
from taama.bench.evidence_documents import Writer, corpus, phrases, read_corpus
from taama.bench.evidence_retagging import retag
from taama.bench.evidence_truth import insist
from taama.bench.frame import Engine, Goal, Run, Table, WrongAnswer, run_once, written
from taama.bench.workloads import WORKLOADS


@pytest.fixture(scope="module")
def documents(tmp_path_factory):
    return corpus(tmp_path_factory.mktemp("bench"), 60)[0]


def test_what_is_planted_stands_where_it_is_said_to_stand():
    for made in Writer(40).documents():
        for figure in made.figures:
            digits = "".join(one for one in made.text[figure.start : figure.end] if one.isdigit())
            assert digits == figure.value
        for claim in made.claims:
            assert made.text[claim.start : claim.end].endswith(claim.day[:4])
        for said in made.objectives.values():
            assert all(phrase in made.text for phrase in said)


def test_documents_are_the_same_each_time_and_of_the_stated_kind(tmp_path):
    one, other = ([made.text for made in Writer(40).documents()] for _ in range(2))

    assert one == other
    assert 2_300 < sum(len(text.encode()) for text in one) / 40 < 2_900
    assert len(phrases()) == 1_012
    made = list(Writer(400).documents())
    assert {one.language for one in made} == {"fr", "en"}
    assert 0.03 < sum(one.contradicts is not None for one in made) / 400 < 0.09


def test_the_file_is_written_once(tmp_path):
    path, digest = corpus(tmp_path, 3)

    assert corpus(tmp_path, 3) == (path, digest)
    assert [made["number"] for made in read_corpus(path)] == [0, 1, 2]


@pytest.mark.parametrize("engine", ["ours", "loops", "alternation"])
def test_every_engine_finds_what_is_planted(documents, tmp_path, engine):
    if engine == "ours":
        evidence_ours.main(documents, tmp_path)
    else:
        evidence_rivals.main(engine, documents, tmp_path)

    scores = insist(engine, read_corpus(documents), tmp_path)
    assert set(scores) == {"objectives", "figures", "claims"}


def spoiled(answer):
    """An answer with other values than were planted."""
    return answer | {"figures": [[start, end, "1", day] for start, end, _value, day in answer["figures"]]}


def test_an_engine_that_finds_other_things_is_refused(documents, tmp_path):
    evidence_rivals.main("loops", documents, tmp_path)
    path = tmp_path / "answers.jsonl"
    answers = [json.loads(line) for line in path.read_text().splitlines()]

    path.write_text("\n".join(json.dumps(spoiled(one)) for one in answers))
    with pytest.raises(WrongAnswer, match=r"figures 0\.0"):
        insist("liar", read_corpus(documents), tmp_path)

    path.write_text("\n".join(json.dumps(one) for one in answers[1:]))
    with pytest.raises(WrongAnswer, match="no answer"):
        insist("lazy", read_corpus(documents), tmp_path)


def test_a_share_of_the_work_counts_as_all_of_it_and_is_marked(tmp_path):
    work = (sys.executable, "-c", "sum(range(3_000_000))")
    whole, part = Engine("whole", work), Engine("part", work, share=0.1)

    assert run_once(part, tmp_path).cpu_s > 5 * run_once(whole, tmp_path).cpu_s
    table = Table([whole, part], {"whole": [Run(1, 1, 1)], "part": [Run(9, 9, 1)]})
    assert "part (x: from 10% of the work)" in written("x", table, [])


def test_a_changed_phrase_touches_those_that_hold_it(documents):
    done = retag(read_corpus(documents))

    assert (done.missed, done.documents) == (0, 60)
    assert done.touched == done.holding


def test_labelled_texts_are_read_and_five_words_stand_beside():
    measured = quality.read_all()[:6]
    rows = list(quality.rows(measured))

    assert {row["kind"] for row in rows} >= {"findings", "claims", "objectives", "objectives, five words"}
    assert all(0 <= row["f1"] <= 1 for row in rows)
    assert all(isinstance(goal, Goal) for goal in quality.goals(measured))
    assert quality.written(rows).count("\n") == len(rows) + 1


def test_the_goals_are_judged():
    runs = {
        evidence.OURS: [Run(1, 1, 1)],
        evidence.LOOPS: [Run(2.6, 1, 1)],
        evidence.ALTERNATION: [Run(19, 1, 1)],
    }
    table = Table([Engine(name, ()) for name in runs], runs)

    assert [goal.holds for goal in evidence.speed_goals(table, 1.0, 1.2)] == [True, False, True, False]
    slow = {"p95_ms": 10.5, "p95_cpu_ms": 10.5, "passages": 1}
    assert [goal.holds for goal in evidence.search_goals({"SQLite": slow})] == [False]


@pytest.mark.parametrize(("load", "holds"), [(0.5, False), (4.0, True)])
def test_on_a_busy_machine_a_search_counts_by_its_cpu_time(monkeypatch, load, holds):
    monkeypatch.setattr(evidence.os, "getloadavg", lambda: (load, load, load))
    found = {"p95_ms": 30.0, "p95_cpu_ms": 9.0, "passages": 1}

    assert [goal.holds for goal in evidence.search_goals({"SQLite": found})] == [holds]
    assert not evidence.search_goals({"PostgreSQL": found})[0].holds


def test_the_workload_has_its_name():
    assert WORKLOADS["evidence"] is evidence.run
