"""Writing a section, and compiling."""

import datetime as dt

import pytest
from django.urls import reverse

from taama.reviews.changes import write_section
from taama.reviews.models import Compilation
from taama.reviews.queries import latest_text

from .factories import NOW, a_text, on_stage

EDIT = ("review", "introduction")


@pytest.fixture
def section(review):
    return review.sections.get(key="introduction")


def given(section, **texts):
    """A form as a browser sends it back, with these texts changed."""
    data = {}
    for language in ("fr", "en"):
        latest = latest_text(section, language)
        data[f"text_{language}"] = texts.get(language, latest.text).replace("\n", "\r\n")
        data[f"based_on_{language}"] = str(latest.pk)
    return data


@pytest.mark.parametrize(
    ("who", "status"),
    [("coordinator", 200), ("focal_point", 200), ("validator", 403), ("partner", 403), ("stranger", 403)],
)
def test_who_may_write(client, cast, review, who, status):
    client.force_login(getattr(cast, who), backend="django.contrib.auth.backends.ModelBackend")

    assert client.get(reverse("reviews:section-edit", args=EDIT)).status_code == status


def test_visitor_is_asked_to_sign_in(client, review):
    assert client.get(reverse("reviews:section-edit", args=EDIT)).status_code == 302


def test_focal_point_may_not_write_another_organisations_section(client, cast, review, section):
    with on_stage():
        section.organisation = review.organisation
        section.save()
    client.force_login(cast.focal_point, backend="django.contrib.auth.backends.ModelBackend")

    assert client.get(reverse("reviews:section-edit", args=EDIT)).status_code == 403


def test_a_section_that_is_not_there_is_not_found(client, cast, review):
    client.force_login(cast.coordinator, backend="django.contrib.auth.backends.ModelBackend")

    assert client.get(reverse("reviews:section-edit", args=("review", "nothing"))).status_code == 404


def test_only_the_changed_language_is_written(client, cast, review, section):
    client.force_login(cast.coordinator, backend="django.contrib.auth.backends.ModelBackend")

    answer = client.post(reverse("reviews:section-edit", args=EDIT), given(section, en="New\ntext."))

    assert answer.status_code == 302
    assert latest_text(section, "en").text == "New\ntext."
    assert section.texts.filter(language="fr").count() == 1


def test_a_mistake_is_named_beside_its_field_and_nothing_is_saved(client, cast, review, section):
    client.force_login(cast.coordinator, backend="django.contrib.auth.backends.ModelBackend")

    answer = client.post(
        "/en" + reverse("reviews:section-edit", args=EDIT), given(section, en="One\n{{chart")
    )

    page = answer.content.decode()
    assert answer.status_code == 400
    assert "Line 2: {{ — The braces that open here are not closed" in page
    assert "{{chart" in page
    assert section.texts.filter(language="en").count() == 1


def test_two_people_lose_nothing(client, cast, review, section):
    client.force_login(cast.focal_point, backend="django.contrib.auth.backends.ModelBackend")
    mine = given(section, en="Mine.")
    base = str(latest_text(section, "en").pk)
    theirs = write_section(section=section, language="en", text="Theirs.", based_on=base, by=cast.coordinator)

    clash = client.post(reverse("reviews:section-edit", args=EDIT), mine)

    page = clash.content.decode()
    assert clash.status_code == 409
    assert "Theirs." in page
    assert "Mine." in page
    assert latest_text(section, "en") == theirs

    again = client.post(
        reverse("reviews:section-edit", args=EDIT),
        {**mine, "based_on_en": str(theirs.pk), "text_en": "Both."},
    )
    assert again.status_code == 302
    assert latest_text(section, "en").text == "Both."


def test_an_untouched_language_does_not_clash(client, cast, review, section):
    client.force_login(cast.focal_point, backend="django.contrib.auth.backends.ModelBackend")
    mine = given(section, en="Mine.")
    base = str(latest_text(section, "fr").pk)
    write_section(section=section, language="fr", text="Autre.", based_on=base, by=cast.coordinator)

    assert client.post(reverse("reviews:section-edit", args=EDIT), mine).status_code == 302
    assert latest_text(section, "fr").text == "Autre."


def test_a_forged_version_is_a_clash_not_a_crash(client, cast, review, section):
    client.force_login(cast.coordinator, backend="django.contrib.auth.backends.ModelBackend")

    answer = client.post(
        reverse("reviews:section-edit", args=EDIT), {**given(section, en="x"), "based_on_en": "no-version"}
    )

    assert answer.status_code == 400


def test_references_are_searched_by_their_words(client, cast, review):
    client.force_login(cast.coordinator, backend="django.contrib.auth.backends.ModelBackend")

    page = client.get("/en/review/review/references/?q=returned").content.decode()

    assert "{{figure:finding:returns-letter}}" in page
    assert "{{figure:finding:first-review-letter}}" not in page
    assert "{{figure:finding:returns-release}}" not in page  # nobody accepted it


def test_compiling_is_the_coordinators(client, cast, review):
    client.force_login(cast.focal_point, backend="django.contrib.auth.backends.ModelBackend")

    assert client.post(reverse("reviews:compile", args=["review"])).status_code == 403
    assert not Compilation.objects.exists()


def test_coordinator_compiles_every_language(client, cast, review):
    client.force_login(cast.coordinator, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(reverse("reviews:compile", args=["review"])).status_code == 200

    answer = client.post(reverse("reviews:compile", args=["review"]), follow=True)

    assert "chiffres figés" in answer.content.decode()
    assert sorted(Compilation.objects.values_list("language", flat=True)) == ["en", "fr"]


def test_broken_references_are_listed_with_section_language_line(client, cast, review, section):
    with on_stage():
        a_text(section, "en", "a\n{{cite:none}}", at=NOW + dt.timedelta(days=1))
    client.force_login(cast.coordinator, backend="django.contrib.auth.backends.ModelBackend")

    answer = client.post(reverse("reviews:compile", args=["review"]))

    page = answer.content.decode()
    assert answer.status_code == 400
    assert "{{cite:none}}" in page
    assert '<td class="number">2</td>' in page
    assert not Compilation.objects.exists()
