"""Organisations and their dated names."""

import shutil

import pytest
from django.conf import settings

from taama.journal.models import Entry
from taama.partners.changes import add_name, load_partners, take_back_name
from taama.partners.models import Organisation, OrganisationName
from taama.partners.queries import organisation_named, organisations_by_code
from taama.web.refusals import BadInput
from tests.cast import STAGE

pytestmark = pytest.mark.django_db
SAMPLE = settings.SAMPLE / "mali"


def test_two_acronyms_are_one_ministry():
    load_partners(folder=SAMPLE, by=STAGE)

    assert organisation_named("MMEIA") == organisation_named("mmeeia") == organisations_by_code()["mmeia"]
    assert organisation_named("nobody") is None


def test_loading_twice_changes_nothing():
    load_partners(folder=SAMPLE, by=STAGE)
    before = Entry.objects.count()

    again = load_partners(folder=SAMPLE, by=STAGE)

    assert (again.added, again.changed) == (0, 0)
    assert Entry.objects.count() == before


@pytest.mark.parametrize(
    ("file", "line", "place"),
    [
        ("partners.csv", "new,ministries,,,,,\n", r"partners\.csv:\d+:(kind|code)"),
        ("partners.csv", "new,ministry,nobody,,,,\n", r"partners\.csv:\d+:(parent|code)"),
        ("partner_names.csv", "nobody,a,b,X,,,s\n", r"partner_names\.csv:\d+:partner"),
        ("partner_names.csv", "mmeia,a,b,X,2021-99,,s\n", r"partner_names\.csv:\d+:valid_from"),
    ],
)
def test_a_mistake_stops_with_file_and_line_and_saves_nothing(tmp_path, file, line, place):
    folder = shutil.copytree(SAMPLE, tmp_path / "mali")
    with (folder / file).open("a") as target:
        target.write(line)

    with pytest.raises(BadInput, match=place):
        load_partners(folder=folder, by=STAGE)

    assert not Organisation.objects.exists()
    assert not OrganisationName.objects.exists()


def test_a_name_is_added_once_and_found_by():
    load_partners(folder=SAMPLE, by=STAGE)
    ministry = organisations_by_code()["mmeia"]

    added = add_name(organisation=ministry, acronym="MMEIAF", source="an invented letter", by=STAGE)
    again = add_name(organisation=ministry, acronym="MMEIAF", source="another letter", by=STAGE)

    assert added == again
    assert organisation_named("mmeiaf") == ministry
    assert Entry.objects.filter(verb="partners.name.added").count() == 1


def test_a_name_taken_back_stays_in_the_journal():
    load_partners(folder=SAMPLE, by=STAGE)
    added = add_name(
        organisation=organisations_by_code()["mmeia"], acronym="MMEIAF", source="a letter", by=STAGE
    )

    take_back_name(name=added, by=STAGE)

    assert organisation_named("MMEIAF") is None
    assert Entry.objects.get(verb="partners.name.taken_back").payload["acronym"] == "MMEIAF"
