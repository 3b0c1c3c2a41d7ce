"""A review's folder: loaded once, loaded twice, spoiled."""

import shutil

import pytest
from django.conf import settings

from taama.journal.models import Entry
from taama.places.models import Country
from taama.reviews.changes import load_review, write_section
from taama.reviews.loading import read_review
from taama.reviews.models import ChartCard, Review, Section, SectionText
from taama.reviews.queries import latest_text
from taama.reviews.rules import parse
from taama.web.refusals import BadInput
from tests.cast import STAGE, organisation

from .factories import on_stage

SAMPLE = settings.SAMPLE / "mali"


@pytest.fixture
def folder(tmp_path, compact):
    """A copy of the sample's review, and what it points at."""
    with on_stage():
        Country.objects.create(iso3="MLI", iso2="ML", name={"fr": "Mali"})
    organisation("mmeia", "ministry")
    shutil.copytree(SAMPLE / "review", tmp_path / "review")
    return tmp_path


def test_the_samples_texts_have_no_broken_braces():
    texts = [text for section in read_review(SAMPLE / "review").sections for text in section.texts.values()]

    assert len(texts) == 54
    assert [problem for text in texts for problem in parse(text).problems] == []


def test_both_languages_refer_to_the_same_figures():
    for section in read_review(SAMPLE / "review").sections:
        figures = [
            sorted(one.raw for one in parse(text).references if one.kind == "figure")
            for text in section.texts.values()
        ]
        assert figures[0] == figures[1], section.key


def test_loading_gives_the_outline_texts_and_charts(folder):
    load_review(folder=folder, by=STAGE)

    review = Review.objects.get()
    assert Section.objects.filter(objective__isnull=False).count() == 23
    assert (review.sections.count(), SectionText.objects.count()) == (27, 54)
    assert ChartCard.objects.count() >= 12
    assert Section.objects.get(key="objective-21").title["fr"].startswith("Coopérer")


def test_loading_twice_changes_nothing(folder):
    load_review(folder=folder, by=STAGE)
    entries = Entry.objects.count()

    assert not load_review(folder=folder, by=STAGE).anything
    assert Entry.objects.count() == entries


def test_what_people_wrote_since_stays_in_front(folder, cast):
    load_review(folder=folder, by=STAGE)
    section = Section.objects.get(key="introduction")
    base = str(latest_text(section, "fr").pk)
    mine = write_section(section=section, language="fr", text="Mien.", based_on=base, by=cast.coordinator)

    load_review(folder=folder, by=STAGE)

    assert latest_text(section, "fr") == mine


def spoil(folder, name, old, new):
    path = folder / "review" / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("review.toml", 'as_of = "2026-01"', 'as_of = "2026-13"', "review.toml:as_of"),
        ("review.toml", 'country = "MLI"', 'country = "XXX"', "review.toml:country"),
        ("review.toml", 'organisation = "mmeia"', 'organisation = "nobody"', "review.toml:organisation"),
        ("review.toml", 'objective = "23"', 'objective = "24"', "review.toml:objective"),
        ("review.toml", 'key = "objective-02"', 'key = "objective-01"', "review.toml"),
        ("review.toml", 'slug = "', "slug = ", "review.toml"),
        ("review.toml", "as_of =", "at =", "as_of"),
        ("charts.toml", 'kind = "map"', 'kind = "pie"', "charts.toml:population-by-region"),
        ("charts.toml", 'kind = "map"\n', "", "kind"),
    ],
)
def test_a_mistake_in_a_file_is_named_and_nothing_is_loaded(folder, name, old, new, told):
    spoil(folder, name, old, new)

    with pytest.raises(BadInput) as refusal:
        load_review(folder=folder, by=STAGE)

    assert told in str(refusal.value)
    assert not Review.objects.exists()


def test_a_text_in_the_wrong_encoding_is_named(folder):
    (folder / "review/sections/introduction.fr.md").write_bytes("période".encode("latin-1"))

    with pytest.raises(BadInput, match=r"introduction\.fr\.md"):
        load_review(folder=folder, by=STAGE)


def test_a_text_without_its_section_is_named(folder):
    (folder / "review/sections/objective-99.fr.md").write_text("lost", encoding="utf-8")

    with pytest.raises(BadInput, match=r"objective-99\.fr\.md"):
        load_review(folder=folder, by=STAGE)


def test_a_folder_without_a_review_is_told(tmp_path):
    with pytest.raises(BadInput, match=r"review\.toml"):
        load_review(folder=tmp_path, by=STAGE)
