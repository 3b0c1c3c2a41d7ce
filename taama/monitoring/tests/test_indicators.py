"""The list of indicators."""

from .factories import indicator, observation, target, waiting


def text(client, address="/en/indicators/"):
    return client.get(address).content.decode()


def test_visitor_sees_each_under_its_objective_with_value_target_and_mark(cast, compact, client):
    jobs = indicator(numbers=(8, 21))
    found = observation(jobs, 1234, cast=cast)
    target(jobs, 5000)

    page = text(client)

    assert page.count("jobs (en)") == 2
    assert f'href="/en/figures/observation/{found.pk}/"' in page
    assert "1,234\u00a0people" in page
    assert "5,000\u00a0people" in page
    assert 'class="illustrative"' in page


def test_zero_is_shown_and_missing_is_said(cast, compact, client):
    observation(indicator("zero", numbers=(8,)), 0, cast=cast)
    waiting(indicator("waiting", numbers=(8,)), 77, cast=cast)

    page = text(client)

    assert "0\u00a0people" in page
    assert "no value yet" in page
    assert "77\u00a0people" not in page


def test_an_indicator_without_objective_is_listed_apart(cast, compact, client):
    indicator()

    assert "Tied to no objective" in text(client)


def test_the_page_says_when_there_is_none_in_french(db, client):
    assert "Aucun indicateur n’est encore chargé." in text(client, "/indicators/")


def test_a_validator_sees_how_many_wait(cast, client):
    waiting(indicator(), 5, cast=cast)
    client.force_login(cast.validator)

    assert "1 value waits for validation" in text(client)


def test_the_number_of_queries_does_not_grow(cast, compact, client, django_assert_max_num_queries):
    for number in range(12):
        jobs = indicator(f"jobs-{number}", numbers=(8, 21))
        observation(jobs, number, cast=cast)
        target(jobs, 100)

    with django_assert_max_num_queries(5):
        client.get("/en/indicators/")
