"""Writing, compiling, loading: outcome and journal, and what stays when it fails."""

import datetime as dt
from decimal import Decimal

import pytest
from django.utils import translation

from taama.journal.models import Entry
from taama.monitoring.models import Observation
from taama.reviews.changes import (
    BrokenReferences,
    UnsoundText,
    WrittenMeanwhile,
    compile_languages,
    compile_review,
    write_section,
)
from taama.reviews.models import Compilation, FrozenFigure, SectionText
from taama.reviews.queries import (
    latest_compilation,
    latest_text,
    report_of,
    uses_of_finding,
    uses_of_observation,
    written,
)
from taama.web.paper import model as paper
from tests.cast import STAGE

from .factories import NOW, a_text, on_stage


@pytest.fixture
def introduction(review):
    return review.sections.get(key="introduction")


def test_a_text_is_added_and_journaled(introduction, cast):
    before = latest_text(introduction, "en")

    made = write_section(
        section=introduction, language="en", text="New.", based_on=str(before.pk), by=cast.coordinator
    )

    assert latest_text(introduction, "en") == made
    assert introduction.texts.filter(language="en").count() == 2
    entry = Entry.objects.get(verb="reviews.section.written")
    assert (entry.record_id, entry.actor) == (str(made.pk), cast.coordinator.journal_name)


def test_a_first_text_needs_no_base(introduction, cast):
    made = write_section(section=introduction, language="es", text="Hola.", based_on="", by=cast.coordinator)

    assert made.language == "es"


def test_two_writers_lose_nothing(introduction, cast):
    start = str(latest_text(introduction, "en").pk)
    first = write_section(
        section=introduction, language="en", text="Hers.", based_on=start, by=cast.coordinator
    )

    with pytest.raises(WrittenMeanwhile) as refusal:
        write_section(section=introduction, language="en", text="His.", based_on=start, by=cast.focal_point)

    assert (refusal.value.theirs, refusal.value.yours) == (first, "His.")
    assert latest_text(introduction, "en") == first


def test_a_text_with_broken_braces_is_not_saved(introduction, cast):
    start = str(latest_text(introduction, "en").pk)

    with pytest.raises(UnsoundText, match=r"1: \{\{"):
        write_section(section=introduction, language="en", text="{{oops", based_on=start, by=cast.coordinator)

    assert SectionText.objects.filter(section=introduction, language="en").count() == 1


def test_a_base_that_is_no_longer_there_is_a_clash_not_a_crash(introduction, cast):
    with pytest.raises(WrittenMeanwhile):
        write_section(section=introduction, language="en", text="x", based_on="", by=cast.coordinator)


def test_compiling_freezes_figures_and_leaves_one_small_entry(review, cast):
    made = compile_review(review=review, language="en", by=cast.coordinator)

    assert latest_compilation(review, "en") == made
    assert made.by == cast.coordinator
    assert {"{{figure:finding:returns-letter}}", "chart:plans-over-time"} <= set(
        made.figures.values_list("reference", flat=True)
    )
    entry = Entry.objects.get(verb="reviews.review.compiled")
    assert entry.payload["model"] == made.digest
    assert len(str(entry.payload)) < 2000


def test_compiling_the_same_again_keeps_one(review):
    one = compile_review(review=review, language="fr", by=STAGE)
    other = compile_review(review=review, language="fr", by=STAGE)

    assert one == other
    assert Compilation.objects.count() == 1


def test_a_frozen_figure_does_not_move_when_its_observation_is_superseded(review, cast):
    made = compile_review(review=review, language="en", by=STAGE)
    old = Observation.objects.get(value=1580)
    with on_stage():
        Observation.objects.create(
            indicator=old.indicator, value=Decimal(1700), country=old.country, time_start=old.time_start,
            time_end=old.time_end, status="validated", validated_at=NOW, validated_by=cast.validator,
            recorded_at=NOW + dt.timedelta(days=1), is_illustrative=True, supersedes=old,
        )  # fmt: skip

    kept = {run.text for run in paper.figures(report_of(Compilation.objects.get(pk=made.pk)))}
    now = {
        run.text for run in paper.figures(report_of(compile_review(review=review, language="en", by=STAGE)))
    }

    assert "1,580" in kept
    assert "1,700" not in kept
    assert "1,700" in now
    assert "1,580" not in now
    assert FrozenFigure.objects.filter(compilation=made, value=1580, text="1,580").exists()


def test_broken_references_stop_all_languages_and_save_nothing(review, introduction):
    with on_stage():
        a_text(introduction, "en", "{{cite:none}}\n\n{{chart:none}}", at=NOW + dt.timedelta(days=1))
    entries = Entry.objects.count()

    with translation.override("en"), pytest.raises(BrokenReferences) as refusal:
        compile_languages(review=review, languages=["fr", "en"], by=STAGE)

    assert [(one.language, one.problem.line) for one in refusal.value.broken] == [("en", 1), ("en", 3)]
    assert "introduction (en):3 — {{chart:none}} — There is nothing with this name." in str(refusal.value)
    assert (Compilation.objects.count(), FrozenFigure.objects.count(), Entry.objects.count()) == (
        0,
        0,
        entries,
    )


def test_nothing_is_kept_when_the_journal_fails(review, monkeypatch):
    def fail(*args, **kwargs):
        raise OSError("no journal")

    monkeypatch.setattr("taama.reviews.changes.record", fail)
    with pytest.raises(OSError, match="no journal"):
        compile_review(review=review, language="en", by=STAGE)

    assert (Compilation.objects.count(), FrozenFigure.objects.count()) == (0, 0)


def test_uses_are_those_of_the_latest_compilation(review, introduction, cast):
    compile_review(review=review, language="en", by=STAGE)
    finding = FrozenFigure.objects.filter(finding__code="first-review-letter").first().finding
    observation = Observation.objects.get(value=1580)
    assert [use.section.key for use in uses_of_finding(finding)] == ["introduction"]
    assert {use.reference for use in uses_of_observation(observation)} >= {
        "{{figure:observation:plans-signed}}"
    }

    with on_stage():
        a_text(introduction, "en", "No figure.", at=NOW + dt.timedelta(days=1))
    compile_review(review=review, language="en", by=STAGE)

    assert uses_of_finding(finding) == []


def test_references_that_lead_nowhere_are_told_before_compiling(introduction):
    with on_stage():
        a_text(introduction, "en", "ok\n\n{{figure:finding:returns-release}}", at=NOW + dt.timedelta(days=1))

    by_language = {one.language: one for one in written(introduction)}

    assert [(one.line, one.raw) for one in by_language["en"].unresolved] == [
        (3, "{{figure:finding:returns-release}}")
    ]
    assert by_language["fr"].unresolved == ()
