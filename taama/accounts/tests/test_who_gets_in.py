"""Sign-in by e-mail: it works, there is no sign-up, guessing does not pay, cookies are closed."""

import pytest
from django.conf import settings as django_settings
from django.core.cache import cache
from django.urls import reverse

from taama.accounts.changes import load_demo_cast
from taama.accounts.demo import COORDINATOR
from taama.accounts.demo import PASSWORD as DEMO_PASSWORD
from taama.accounts.models import User
from taama.partners.changes import load_partners
from tests.cast import PASSWORD, STAGE

pytestmark = pytest.mark.django_db
MFA_PAGES = ["mfa_index", "mfa_list_webauthn"]


@pytest.fixture(autouse=True)
def this_room_alone(settings):
    """No attempts left in the cache from or for another test, and a page of this room to arrive at."""
    settings.LOGIN_REDIRECT_URL = "account_email"
    cache.clear()
    yield
    cache.clear()


def sign_in(client, email, password):
    return client.post(reverse("account_login"), {"login": email, "password": password})


def is_signed_in(client):
    return "_auth_user_id" in client.session


def test_the_session_gets_a_new_id_at_sign_in(client, cast):
    client.get(reverse("account_login"))
    client.session["x"] = 1
    before = client.session.session_key

    sign_in(client, "coordinator@example.org", PASSWORD)

    assert client.session.session_key != before


@pytest.mark.parametrize("email", ["coordinator@example.org", "nobody@example.org"])
def test_a_wrong_phrase_and_an_unknown_address_read_alike(client, cast, email):
    answer = sign_in(client, email, "not the right phrase")

    assert answer.status_code == 200
    assert not is_signed_in(client)
    assert answer.context["form"].non_field_errors() == sign_in_errors(client)


def sign_in_errors(client):
    return sign_in(client, "someone.else@example.org", "xxxxxxxxxxxxxxx").context["form"].non_field_errors()


def test_somebody_inactive_does_not_sign_in(client, cast):
    User.objects.filter(pk=cast.partner.pk).update(is_active=False)

    sign_in(client, "partner@example.org", PASSWORD)

    assert not is_signed_in(client)


def test_there_is_no_sign_up(client, db):
    form = {"email": "new@example.org", "password1": PASSWORD, "password2": PASSWORD}

    client.post(reverse("account_signup"), form)

    assert not User.objects.exists()
    assert not is_signed_in(client)


def test_after_a_few_wrong_guesses_even_the_right_phrase_waits(client, cast):
    for _ in range(6):
        sign_in(client, "coordinator@example.org", "a wrong guess again")

    sign_in(client, "coordinator@example.org", PASSWORD)

    assert not is_signed_in(client)


def test_without_the_limit_the_right_phrase_would_pass(client, cast, settings):
    """The control: the limit, and nothing else, held it back."""
    settings.ACCOUNT_RATE_LIMITS = False
    for _ in range(6):
        sign_in(client, "coordinator@example.org", "a wrong guess again")

    sign_in(client, "coordinator@example.org", PASSWORD)

    assert is_signed_in(client)


def test_the_session_cookie_is_closed_to_scripts_and_other_sites(client, cast):
    answer = sign_in(client, "coordinator@example.org", PASSWORD)

    cookie = answer.cookies[django_settings.SESSION_COOKIE_NAME]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


@pytest.mark.parametrize("name", MFA_PAGES)
def test_the_second_factor_is_there_for_who_signs_in(client, cast, name):
    visitor = client.get(reverse(name))
    client.force_login(cast.partner)
    signed_in = client.get(reverse(name))

    assert visitor.status_code == 302
    assert reverse("account_login") in visitor.url
    assert signed_in.status_code in {200, 302}
    assert "login" not in getattr(signed_in, "url", "")


def test_a_second_factor_can_be_turned_on_after_asking_the_phrase_again(client, cast):
    sign_in(client, "partner@example.org", PASSWORD)

    asked = client.get(reverse("mfa_activate_totp"))
    page = client.post(asked.url, {"password": PASSWORD}, follow=True)

    assert reverse("account_reauthenticate") in asked.url
    assert page.request["PATH_INFO"] == reverse("mfa_activate_totp")
    assert page.context["form"].secret


@pytest.fixture
def demonstration(db, settings):
    load_partners(folder=settings.SAMPLE / "mali", by=STAGE)
    load_demo_cast(by=STAGE)


def test_invented_people_sign_in_to_the_demonstration(client, demonstration):
    sign_in(client, COORDINATOR.email, DEMO_PASSWORD)

    assert is_signed_in(client)


def test_invented_people_do_not_sign_in_anywhere_else(client, demonstration, settings):
    settings.DEMO = False

    sign_in(client, COORDINATOR.email, DEMO_PASSWORD)

    assert not is_signed_in(client)
