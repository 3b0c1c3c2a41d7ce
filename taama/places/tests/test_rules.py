"""A code means nothing without its edition."""

import pytest

from taama.places.rules import AreaCode, EditionMissing, area_code


def test_a_code_with_its_edition():
    assert area_code(" mli-2023:ML09 ") == AreaCode("mli-2023", "ML09")
    assert str(AreaCode("mli-2023", "ML09")) == "mli-2023:ML09"


@pytest.mark.parametrize("text", ["ML09", ":ML09", "mli-2023:", "", ":"])
def test_a_code_without_its_edition_is_refused(text):
    with pytest.raises(EditionMissing):
        area_code(text)
