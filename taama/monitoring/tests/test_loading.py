"""The sample's indicators: loaded whole, loaded twice, and refused by file, line and column where they are wrong."""

import shutil

import pytest

from taama.journal.models import Entry
from taama.monitoring.changes import load_indicators, load_observations, load_targets
from taama.monitoring.models import Indicator, Observation, Target
from taama.plans.changes import load_plan
from taama.plans.tests.factories import SAMPLE, ground_of_the_sample
from taama.web.refusals import BadInput
from tests.cast import STAGE

FILES = ("indicators.csv", "observations.csv", "targets.csv")


@pytest.fixture
def ground(compact, cast):
    ground_of_the_sample()
    load_plan(folder=SAMPLE, by=STAGE)
    return cast


@pytest.fixture
def folder(tmp_path):
    """A copy of the sample's indicators to spoil."""
    for name in FILES:
        shutil.copy(SAMPLE / name, tmp_path / name)
    return tmp_path


def load(folder, cast):
    total = load_indicators(folder=folder, by=STAGE)
    total += load_observations(folder=folder, by=STAGE, validated_by=cast.validator)
    return total + load_targets(folder=folder, by=STAGE)


def spoil(folder, name, old, new):
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_sample_loads_whole_and_twice_changes_nothing(ground):
    first = load(SAMPLE, ground)

    entries = Entry.objects.count()
    again = load(SAMPLE, ground)

    made = Indicator.objects.count() + Observation.objects.count() + Target.objects.count()
    ties = (
        Indicator.objects.exclude(objectives=None).count()
        + Indicator.objects.exclude(activities=None).count()
    )
    assert (first.added, first.changed) == (made, ties)
    assert not again.anything
    assert Entry.objects.count() == entries
    assert Observation.objects.filter(value=0).exists()
    assert (
        Observation.objects.filter(validated_by=None).count()
        == Observation.objects.filter(status="submitted").count()
    )


def test_another_value_supersedes_and_nothing_is_overwritten(ground, folder):
    load(SAMPLE, ground)
    spoil(folder, "observations.csv", "idps-mali,414524", "idps-mali,414525")

    tally = load(folder, ground)

    newest = Observation.objects.effective().get(indicator__code="idps-mali", time_end="2025")
    assert (tally.added, tally.changed) == (1, 0)
    assert (newest.value, newest.supersedes.value) == (414525, 414524)


def test_a_file_does_not_take_back_a_validation(ground):
    load(SAMPLE, ground)
    waiting = Observation.objects.filter(status="submitted").first()
    validate(waiting, ground.validator)

    tally = load(SAMPLE, ground)

    assert not tally.anything
    assert Observation.objects.get(pk=waiting.pk).status == "validated"


def validate(observation, by):
    from taama.monitoring.changes import validate_observation

    validate_observation(observation=observation, by=by)


def test_a_file_may_validate_and_mend_a_source(ground, folder):
    load(SAMPLE, ground)
    spoil(folder, "observations.csv", ",submitted,,,", ",validated,,,")
    spoil(folder, "observations.csv", "UNHCR gives the year only", "Only the year is given")

    tally = load(folder, ground)

    assert (tally.added, tally.changed) == (0, 2)
    assert Observation.objects.filter(note__startswith="Only the year").count() == 1


FIRST = "idps-mali,227930,,,MLI,2012,,,,validated,,unhcr-population-statistics,"


WRONG = [
    ("indicators.csv", "stock,latest,down", "stock,latest,sideways", "indicators.csv:2:direction"),
    ("indicators.csv", "stock,latest,down", "stocks,latest,down", "indicators.csv:2:kind"),
    ("indicators.csv", "stock,latest,down", "stock,sum,down", "indicators.csv:2:rule"),
    ("indicators.csv", "down,2|7,", "down,2|99,", "indicators.csv:2:objectives"),
    ("indicators.csv", "displacement-early-warning", "unknown", "indicators.csv:2:activities"),
    ("indicators.csv", "10.7", "99.9", "indicators.csv:5:sdg_target"),
    ("observations.csv", FIRST, FIRST.replace("idps", "ipds"), "observations.csv:2:indicator"),
    ("observations.csv", FIRST, FIRST.replace("227930", "227 930"), "observations.csv:2:value"),
    ("observations.csv", FIRST, FIRST.replace("227930", ""), "observations.csv:2:value"),
    ("observations.csv", FIRST, FIRST.replace("MLI", "XXX"), "observations.csv:2:country"),
    ("observations.csv", FIRST, FIRST.replace("2012", "2012-13"), "observations.csv:2:as_of"),
    ("observations.csv", FIRST, FIRST.replace("2012,,", ",2012,2012"), "observations.csv:2:as_of"),
    ("observations.csv", FIRST, FIRST.replace("2012,,,", "2012,,,sex"), "observations.csv:2:breakdown"),
    (
        "observations.csv",
        FIRST,
        FIRST.replace("2012,,,", "2012,,,sex=male"),
        "observations.csv:2:breakdown",
    ),
    ("observations.csv", FIRST, FIRST.replace("validated", "valid"), "observations.csv:2:status"),
    ("observations.csv", FIRST, FIRST.replace("unhcr-", "unknown-"), "observations.csv:2:document"),
    (
        "observations.csv",
        FIRST,
        FIRST.replace("unhcr-population-statistics", ""),
        "observations.csv:2:document",
    ),
    ("observations.csv", FIRST, FIRST.replace(",,,MLI", ",,ML01,"), "observations.csv:2:area_edition"),
    (
        "observations.csv",
        FIRST,
        FIRST.replace(",,,MLI", ",mli-2023,ML99,"),
        "observations.csv:2:area_code",
    ),
    (
        "observations.csv",
        "idps-mali,254822,,,MLI,2013",
        "idps-mali,254822,,,MLI,2012",
        "observations.csv:3:value",
    ),
    ("targets.csv", "2021-12-31,10,", "2021-12-30,10,", "targets.csv:2:baseline_as_of"),
    ("targets.csv", "2021-12-31,10,", "2021-12-31,,", "targets.csv:2:value"),
]


def test_what_is_wrong_stops_with_its_place(ground, folder):
    load(SAMPLE, ground)
    for name, old, new, place in WRONG:
        spoil(folder, name, old, new)

        with pytest.raises(BadInput) as refused:
            load(folder, ground)

        assert str(refused.value).startswith(place)
        shutil.copy(SAMPLE / name, folder / name)
