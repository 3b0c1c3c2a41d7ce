"""Countries, editions and areas as shipped; loading twice; a code nobody knows."""

import shutil

import pytest

from taama.journal.models import Entry
from taama.places.changes import DATA, load_country_folder, load_places
from taama.places.models import Area, Country, Crosswalk, Site
from taama.web.refusals import BadInput
from tests.cast import STAGE

pytestmark = pytest.mark.django_db


@pytest.fixture
def places(db):
    return load_places(by=STAGE)


def test_mali_has_nineteen_regions_and_bamako(places):
    regions = Area.objects.in_edition("mli-2023", level=1)

    assert regions.count() == 20
    assert sum(region.population for region in regions) == 22_395_488
    assert Country.objects.count() > 190
    assert Site.objects.filter(kind="reception_centre").exists()


def test_loading_twice_changes_nothing(places):
    before = Entry.objects.count()

    again = load_places(by=STAGE)

    assert (again.added, again.changed) == (0, 0)
    assert Entry.objects.count() == before


def test_a_doubtful_crosswalk_says_so(places):
    assert Crosswalk.objects.filter(kind="uncertain").exclude(note="").count() > 10


@pytest.mark.parametrize(
    ("file", "line", "place"),
    [
        ("areas.csv", "mli-1999,ML01,1,Kayes,,,,,,,,,\n", r"areas\.csv:\d+:edition"),
        ("areas.csv", "mli-2023,ML77,1,Nowhere,ML99,,,,,,,,\n", r"areas\.csv:\d+:parent"),
        ("areas.csv", "mli-2023,ML77,1,Nowhere,ML,,,,many,,,,\n", r"areas\.csv:\d+:population"),
        ("sites.csv", "x,palace,a,b,mli-2023,ML00,,,,s,\n", r"sites\.csv:\d+:kind"),
        ("crosswalk.csv", "mli-2021,ML01,mli-2023,ML55,part,,s\n", r"crosswalk\.csv:\d+:to_code"),
    ],
)
def test_a_mistake_stops_with_file_and_line_and_saves_nothing(places, tmp_path, file, line, place):
    folder = shutil.copytree(DATA / "mali", tmp_path / "mali")
    with (folder / file).open("a") as target:
        target.write(line)
    before = Entry.objects.count()

    with pytest.raises(BadInput, match=place):
        load_country_folder(folder=folder, by=STAGE)

    assert Entry.objects.count() == before
    assert not Area.objects.filter(code="ML77").exists()
