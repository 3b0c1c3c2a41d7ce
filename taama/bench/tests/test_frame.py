"""Equal answers first, medians and ratios after: tried with engines that only sleep, count or lie."""

import json
import sys

import pytest

from taama.bench.frame import Engine, Goal, Run, Table, WrongAnswer, document, measure, written

WRITE = "import sys, pathlib; pathlib.Path(sys.argv[1], 'answer').write_text('{}')"


def engine(name, answer="42"):
    return Engine(name, (sys.executable, "-c", WRITE.format(answer)))


def check(made, place):
    if (place / "answer").read_text() != "42":
        raise WrongAnswer(made.name)


def test_right_engines_are_measured_in_turn(tmp_path):
    told = []

    table = measure(
        [engine("ours"), engine("theirs")], rounds=3, folder=tmp_path, check=check, show=told.append
    )

    assert {name: len(runs) for name, runs in table.runs.items()} == {"ours": 3, "theirs": 3}
    assert all(run.cpu_s > 0 and run.peak_mb > 1 for run in table.runs["ours"])
    assert told[:2] == ["ours: answer right", "theirs: answer right"]


def test_a_wrong_engine_has_no_time(tmp_path):
    with pytest.raises(WrongAnswer, match="liar"):
        measure([engine("ours"), engine("liar", "41")], rounds=3, folder=tmp_path, check=check, show=print)


def test_an_engine_that_fails_has_no_time(tmp_path):
    failing = Engine("failing", (sys.executable, "-c", "raise SystemExit(3)"))

    with pytest.raises(WrongAnswer, match="code 3"):
        measure([failing], rounds=1, folder=tmp_path, check=check, show=print)


@pytest.fixture
def table():
    ours = [Run(1.0, 1.1, 100.0), Run(2.0, 2.1, 110.0), Run(1.0, 1.2, 90.0)]
    theirs = [Run(4.0, 4.0, 300.0), Run(6.0, 6.0, 300.0), Run(2.0, 2.0, 300.0)]
    return Table([engine("ours"), engine("theirs")], {"ours": ours, "theirs": theirs}, load_before=0.2)


def test_the_ratio_is_the_median_of_the_rounds(table):
    assert table.ratio("theirs") == 3.0
    assert table.ratio("ours") == 1.0
    assert table.median("ours", "peak_mb") == 100.0


def test_the_document_has_the_agreed_shape(table):
    made = json.loads(json.dumps(document("review", table, [Goal("faster", 3.0, True)])))

    assert set(made) == {"name", "machine", "rounds", "engines", "goals"}
    assert set(made["engines"][0]) == {"engine", "cpu_s", "wall_s", "peak_mb", "ratio"}
    assert made["goals"] == [{"goal": "faster", "figure": 3.0, "holds": True}]
    assert made["rounds"] == 3


def test_a_busy_machine_shows_no_wall_time(table):
    assert "| 1.2 |" in written("review", table, [])

    table.load_before = 2.0

    assert "| 1.2 |" not in written("review", table, [])
    assert "busy" in written("review", table, [])


def test_a_missed_goal_is_told(table):
    assert "MISSED: slim — 400" in written("review", table, [Goal("slim", 400, False)])
