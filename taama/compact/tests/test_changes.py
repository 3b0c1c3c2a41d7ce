"""Loading frameworks: once, twice, and with a mistake."""

import pytest

from taama.compact.changes import load_compact, load_crosswalk, load_framework
from taama.compact.loading import DATA, read_framework
from taama.compact.models import Crosswalk, Framework, Item
from taama.journal.models import Entry
from taama.web.refusals import BadInput
from tests.cast import STAGE

pytestmark = pytest.mark.django_db


def test_loading_writes_frameworks_ties_and_entries(db):
    load_compact(by=STAGE)
    assert set(Framework.objects.values_list("code", flat=True)) == {"gcm", "sdg", "ponam"}
    assert Item.objects.objectives().count() == 23
    assert Entry.objects.filter(verb="compact.framework.loaded").count() == 3
    assert Entry.objects.filter(verb="compact.crosswalk.loaded").count() == 2


def test_loading_twice_changes_nothing(compact):
    before = Entry.objects.count()

    again = load_compact(by=STAGE)

    assert (again.added, again.changed) == (0, 0)
    assert Entry.objects.count() == before


def test_every_objective_is_tied_to_a_goal(compact):
    tied = Crosswalk.objects.filter(to_item__framework__code="sdg").values_list("from_item__code", flat=True)

    assert {str(number) for number in range(1, 24)} <= set(tied)


def test_every_objective_has_one_round_table(compact):
    for objective in Item.objects.objectives():
        assert objective.groups.filter(kind="round_table").count() == 1


def test_a_mended_title_is_changed_and_told(compact):
    files = read_framework(DATA / "ponam")
    files.items["axis-1"].title["fr"] = "Un autre titre"

    tally = load_framework(files=files, by=STAGE)

    assert tally.changed == 1
    assert Item.objects.get(framework__code="ponam", code="axis-1").title["fr"] == "Un autre titre"
    assert Entry.objects.first().payload["changed"] == 1


def test_an_unknown_code_in_a_crosswalk_saves_nothing(compact, tmp_path):
    path = tmp_path / "gcm--sdg.csv"
    path.write_text(
        "from_framework,from_code,to_framework,to_code,note,source\n"
        "gcm,22,sdg,16.2,kept if the next line were right,test\ngcm,24,sdg,10.7,,test\n"
    )
    before = Crosswalk.objects.count()

    with pytest.raises(BadInput, match=r"gcm--sdg\.csv:3:from_code"):
        load_crosswalk(path=path, by=STAGE)

    assert Crosswalk.objects.count() == before
