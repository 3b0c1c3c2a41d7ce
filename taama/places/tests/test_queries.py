"""The same code in two editions is two places."""

import pytest

from taama.places.changes import load_places
from taama.places.country import country
from taama.places.queries import area, areas_by_code, areas_on_tiles, later_areas
from taama.web.refusals import BadInput
from tests.cast import STAGE

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def places(db):
    return load_places(by=STAGE)


def test_ml09_is_bamako_in_one_edition_and_taoudenit_in_the_other():
    assert area("mli-2021:ML09").name == "Bamako"
    assert area("mli-2023:ML09").name == "Taoudénit"


@pytest.mark.parametrize(
    ("text", "code"), [("ML09", "places.edition_missing"), ("mli-2023:ML99", "places.unknown_area")]
)
def test_a_bare_or_unknown_code_is_refused(text, code):
    with pytest.raises(BadInput) as refused:
        area(text)

    assert refused.value.code == code


def test_every_region_in_force_has_its_own_tile():
    tiles = [(region.tile_column, region.tile_row) for region in areas_on_tiles(country().boundary_edition)]

    assert len(tiles) == len(set(tiles)) == 20


def test_the_ground_of_an_old_cercle_can_lie_in_two_regions():
    kati = next(found for found in areas_by_code("mli-2021").values() if found.name == "Kati")

    assert {tie.kind for tie in later_areas(kati)} == {"uncertain"}
    assert len(later_areas(kati)) == 2
