"""The country file: every key is there, and leads to something."""

import pytest
from django.conf import settings

from taama.compact.models import Framework
from taama.places.changes import load_places
from taama.places.country import read_profile
from taama.places.models import BoundaryEdition, Country
from tests.cast import STAGE

SHIPPED = sorted((settings.ROOT / "taama" / "config" / "country").glob("*.toml"))


def test_the_file_is_named_after_the_country():
    assert [(path.stem, read_profile(path).iso3.lower()) for path in SHIPPED] == [("mli", "mli")]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_names_stand_in_every_language_of_the_pages(path):
    profile = read_profile(path)
    languages = {code for code, _name in settings.LANGUAGES}
    assert languages <= set(profile.languages)
    for texts in (profile.name, profile.of, profile.government):
        assert languages <= texts.keys()


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_what_a_country_names_is_shipped(path, compact):
    load_places(by=STAGE)
    profile = read_profile(path)
    assert Country.objects.filter(iso3=profile.iso3).exists()
    assert BoundaryEdition.objects.filter(code=profile.boundary_edition).exists()
    assert Framework.objects.filter(code=profile.policy_framework).exists()


@pytest.fixture
def spoiled(tmp_path):
    """A function from a spoiled line of Mali's file to the file it stands in."""

    def with_line(old, new):
        text = SHIPPED[0].read_text()
        assert old in text
        path = tmp_path / "xyz.toml"
        path.write_text(text.replace(old, new))
        return path

    return with_line


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [('currency = "XOF"\n', "", "currency"), ('iso2 = "ML"\n', 'iso2 = "ML"\nmoon = 1\n', "moon")],
)
def test_a_missing_or_unknown_key_is_named(spoiled, old, new, named):
    with pytest.raises(TypeError, match=named):
        read_profile(spoiled(old, new))
