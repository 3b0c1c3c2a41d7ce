"""Signing in: our frame round the pages of others; no sign-up."""

import pytest
from django.test import override_settings

from tests.cast import PASSWORD

pytestmark = pytest.mark.django_db


def test_the_demonstration_names_its_people_and_their_password(client):
    page = client.get("/en/account/login/").content.decode()

    assert "The people are invented" in page
    assert "coordination@demo.taama.example" in page


@override_settings(DEMO=False)
def test_a_ministry_never_does(client):
    page = client.get("/en/account/login/").content.decode()

    assert "demo.taama.example" not in page


def test_somebody_signs_in_with_address_and_password(cast, client):
    answer = client.post("/account/login/", {"login": "Coordinator@Example.org", "password": PASSWORD})

    assert answer.status_code == 302
    assert client.session["_auth_user_id"] == str(cast.coordinator.pk)


def test_a_wrong_password_is_told_beside_the_field(cast, client):
    answer = client.post("/account/login/", {"login": "coordinator@example.org", "password": "wrong"})

    assert answer.status_code == 200
    assert 'class="errorlist' in answer.content.decode()
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    "address", ["password/change/", "second-factor/", "second-factor/totp/activate/", "email/", "logout/"]
)
def test_own_pages_wear_the_frame(cast, client, address):
    client.force_login(cast.partner)

    answer = client.get(f"/account/{address}", follow=True)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'class="masthead"' in page
    assert "style=" not in page, "the policy forbids it"


def test_nobody_signs_up(client):
    page = client.get("/en/account/signup/").content.decode()

    assert "<form" not in page
