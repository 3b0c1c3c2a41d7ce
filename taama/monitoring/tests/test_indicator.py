"""The page of an indicator."""

from decimal import Decimal

from taama.monitoring.changes import ValueSource, correct_observation, validate_observation
from taama.plans.tests.factories import document_shells

from .factories import area, indicator, observation, target, waiting


def text(client, address="/en/indicators/jobs/"):
    return client.get(address).content.decode()


def test_visitor_sees_definition_rule_series_and_targets(cast, client):
    jobs = indicator(rule="sum", definition={"fr": "Emplois créés."}, frequency="year")
    first = observation(jobs, 10, "2023", cast=cast)
    observation(jobs, 20, "2024", cast=cast)
    target(jobs, 30, first)

    page = text(client)

    assert '<p class="lead" lang="fr">Emplois créés.</p>' in page
    assert "The sum of the values of all periods" in page
    assert "Sum of all values:</" in page.replace("Sum of all values: <", "Sum of all values:</")
    assert "30\u00a0people" in page
    assert "<svg" in page
    assert ">met<" in page
    assert "baseline" in page


def test_each_value_leads_to_who_says_so_and_keeps_its_history(cast, client):
    jobs = indicator()
    old = observation(jobs, 5, cast=cast)
    new = correct_observation(
        observation=old, value=Decimal(6), source=ValueSource(is_illustrative=True), by=cast.coordinator
    )
    validate_observation(observation=new, by=cast.validator)

    page = text(client)

    assert f"/en/figures/observation/{old.pk}/" in page
    assert f"/en/figures/observation/{new.pk}/" in page
    assert page.count("superseded") == 1
    assert page.count("in force") == 1


def test_parts_stand_apart_from_the_total(cast, client):
    jobs = indicator(disaggregations=["sex"])
    observation(jobs, 6, cast=cast, breakdown={"sex": "female"})
    observation(jobs, 4, cast=cast, area=area())

    page = text(client)

    assert "it is not known" in page
    assert "women and girls" in page
    assert "ML07" in page


def test_a_value_from_a_document_leads_to_it(cast, client):
    (passage,) = document_shells_in_a_change(["report"])
    observation(indicator(), 5, cast=cast, source=ValueSource(document=passage.reading.document))

    page = text(client)

    assert 'href="/en/evidence/documents/report/"' in page
    assert 'class="illustrative"' not in page


def document_shells_in_a_change(slugs):
    from taama.journal.changes import open_change, record
    from tests.cast import STAGE

    with open_change():
        passages = document_shells(slugs)
        record("tests.prepared", passages[0], by=STAGE)
    return passages


def test_what_waits_is_not_shown(cast, client):
    waiting(indicator(), 7531, cast=cast)

    assert "7,531" not in text(client)


def test_only_those_who_may_are_offered_to_enter_and_correct(cast, client):
    observation(indicator(), 5, cast=cast)
    for person, offered in ((cast.focal_point, True), (cast.validator, False)):
        client.force_login(person)
        page = text(client)
        assert ("/values/add/" in page) is offered
        assert ("/correct/" in page) is offered


def test_an_unknown_code_is_not_found(db, client):
    assert client.get("/en/indicators/nothing/").status_code == 404


def test_the_number_of_queries_does_not_grow(cast, client, django_assert_max_num_queries):
    jobs = indicator(disaggregations=["sex"])
    for year in range(2010, 2022):
        observation(jobs, year, str(year), cast=cast)
        observation(jobs, year, str(year), cast=cast, breakdown={"sex": "male"})
        observation(jobs, year, str(year), cast=cast, area=area(f"ML{year}"))

    with django_assert_max_num_queries(9):
        client.get("/en/indicators/jobs/")
