"""The sample's plan: loaded whole, loaded twice, and refused by file, line and column where it is wrong."""

import shutil

import pytest

from taama.journal.models import Entry
from taama.plans.changes import ActivityCard, edit_activity, load_plan, reach_milestone
from taama.plans.changes.loaded import ties_of, values_of
from taama.plans.loading import read_plan
from taama.plans.models import (
    Activity,
    BudgetLine,
    Duty,
    Edition,
    ExpectedResult,
    Milestone,
    Rate,
    Risk,
    StatusUpdate,
)
from taama.web.refusals import BadInput
from tests.cast import STAGE

from .factories import SAMPLE, ground_of_the_sample

FILES = ("plan.toml", "activities.csv", "milestones.csv")


@pytest.fixture
def ground(compact):
    ground_of_the_sample()


@pytest.fixture
def folder(tmp_path):
    """A copy of the sample's plan to spoil."""
    for name in FILES:
        shutil.copy(SAMPLE / name, tmp_path / name)
    return tmp_path


def spoil(folder, name, old, new):
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_sample_loads_whole_and_twice_changes_nothing(ground):
    first = load_plan(folder=SAMPLE, by=STAGE)

    entries = Entry.objects.count()
    again = load_plan(folder=SAMPLE, by=STAGE)

    kept = (Activity, BudgetLine, Duty, ExpectedResult, Milestone, Rate, Risk, StatusUpdate)
    assert first.added == 2 + sum(model.objects.count() for model in kept)
    assert all(model.objects.exists() for model in kept)
    assert not again.anything
    assert Entry.objects.count() == entries
    assert Activity.objects.filter(is_illustrative=False, citation=None).count() == 0
    assert Activity.objects.get(code="migration-statistics-system").areas.count() == 0
    assert Edition.objects.get().is_illustrative


def test_a_mended_line_is_mended_and_journaled(ground, folder):
    load_plan(folder=SAMPLE, by=STAGE)
    spoil(folder, "activities.csv", "2021-03-01,2026-12-31,ongoing", "2021-03-01,2026-12-31,suspended")

    tally = load_plan(folder=folder, by=STAGE)

    assert (tally.added, tally.changed) == (0, 1)
    assert Activity.objects.get(code="migration-statistics-system").status == "suspended"
    assert Entry.objects.order_by("-seq").first().payload["changed"] == 1


def test_what_a_person_changed_since_stays(ground, cast):
    load_plan(folder=SAMPLE, by=STAGE)
    activity = Activity.objects.get(code="migration-yearbook")
    own = {**values_of_record(activity), "title": {"fr": "Titre revu"}}
    edit_activity(activity=activity, card=ActivityCard(**own), by=cast.coordinator)
    step = Milestone.objects.get(activity__code="migration-statistics-system", code="first-transfer")
    reach_milestone(milestone=step, on="2026-01-15", by=cast.coordinator)

    tally = load_plan(folder=SAMPLE, by=STAGE)

    assert not tally.anything
    assert Activity.objects.get(pk=activity.pk).title == {"fr": "Titre revu"}
    assert Milestone.objects.get(pk=step.pk).reached_on == "2026-01-15"


def values_of_record(activity):
    names = set(values_of(activity)) | set(ties_of(activity))
    ties = {name: list(getattr(activity, name).all()) for name in ("serves", "participants", "areas")}
    return {name: getattr(activity, name) for name in names} | ties


def test_a_new_edition_takes_the_place_of_the_old_one(ground, folder):
    load_plan(folder=SAMPLE, by=STAGE)
    spoil(folder, "plan.toml", 'label = "2020–2027"', 'label = "2028–2030"')

    load_plan(folder=folder, by=STAGE)

    assert [edition.label for edition in Edition.objects.filter(is_current=True)] == ["2028–2030"]
    assert Edition.objects.count() == 2


WRONG = [
    ("activities.csv", ",instat,", ",inconnu,", "activities.csv:2:lead"),
    ("activities.csv", "mmeia|onm|", "mmeia|inconnu|", "activities.csv:2:participants"),
    ("activities.csv", ",1,1(a)|", ",99,1(a)|", "activities.csv:2:objectives"),
    ("activities.csv", "1(a)|1(i)", "1(z)|1(i)", "activities.csv:2:actions"),
    ("activities.csv", ",axis-6,", ",axis-99,", "activities.csv:2:axis"),
    ("activities.csv", ",MLI,2021", ",ML99,2021", "activities.csv:2:areas"),
    ("activities.csv", "2021-03-01,", "2021-02-30,", "activities.csv:2:starts_on"),
    ("activities.csv", "2021-03-01,2026", "2021-03-01,2020", "activities.csv:2:ends_on"),
    ("activities.csv", "ongoing", "going", "activities.csv:2:status"),
    ("activities.csv", "185000000", "beaucoup", "activities.csv:2:planned_amount"),
    ("activities.csv", "185000000,XOF", "185000000,", "activities.csv:2:currency"),
    ("activities.csv", "185000000,XOF,yes,", "185000000,XOF,no,", "activities.csv:2:citation"),
    ("activities.csv", "mgi-results", "inconnu", "activities.csv:4:citation"),
    ("activities.csv", "migration-yearbook", "migration-statistics-system", "activities.csv:3:code"),
    ("milestones.csv", "migration-statistics-system", "inconnu", "milestones.csv:2:activity"),
    ("milestones.csv", "2022-06-30", "", "milestones.csv:2:due_on"),
    ("milestones.csv", "2022-06-30", "30 juin", "milestones.csv:2:due_on"),
    ("plan.toml", 'country = "MLI"', 'country = "XXX"', "plan.toml"),
    ("plan.toml", "code = ", "kode = ", "plan.toml"),
    ("plan.toml", "label = ", "label ", "plan.toml"),
]


def test_what_is_wrong_stops_with_its_place_and_writes_nothing(ground, folder):
    for name, old, new, place in WRONG:
        shutil.copy(SAMPLE / name, folder / name)
        spoil(folder, name, old, new)

        with pytest.raises(BadInput) as refused:
            load_plan(folder=folder, by=STAGE)

        assert str(refused.value).startswith(place)
        shutil.copy(SAMPLE / name, folder / name)
    assert not Edition.objects.exists()


def test_a_missing_file_is_named(folder):
    (folder / "plan.toml").unlink()

    with pytest.raises(BadInput, match=r"plan\.toml") as refused:
        read_plan(folder)

    assert refused.value.code == "plan.missing"
