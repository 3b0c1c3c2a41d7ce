"""Every role at every address by every method: who is not its audience gets nowhere, and nothing ever breaks."""

import re
import uuid

import pytest
from django.http import HttpResponse
from django.urls import path

from taama.accounts.roles import Role
from taama.web.audience import PUBLIC, SIGNED_IN, audience, audience_of
from tests.house.audiences import routes

pytestmark = pytest.mark.django_db
PEOPLE = [*Role.values, "stranger", "visitor"]
METHODS = ("get", "post", "put", "patch", "delete")
# What stands for a part of an address; no record answers to any of it.
FILLING = {
    "int": "1",
    "uuid": str(uuid.UUID(int=1)),
    "slug": "none-such",
    "str": "none-such",
    "path": "none/such",
}


def filled(address):
    """An address with something in each of its gaps."""
    address = re.sub(r"\(\?P<\w+>(?:[^()\[\]]|\[[^\]]*\])*\)", "1", address)
    return re.sub(r"<(?:(\w+):)?\w+>", lambda gap: FILLING[gap[1] or "str"], address)


def expects(who, person):
    """Whether this person belongs to an audience; told again here, so that the middleware is not its own judge."""
    if PUBLIC in who:
        return True
    return person != "visitor" and (SIGNED_IN in who or person in who)


def verdict(belongs, answer, person):
    """What is wrong with an answer to this person; empty where nothing is."""
    if answer.status_code >= 500:
        return f"breaks with {answer.status_code}"
    if belongs:
        return ""
    if person == "visitor":
        leads_to_sign_in = answer.status_code == 302 and "/account/login/" in answer.url
        return "" if leads_to_sign_in else f"answers a visitor with {answer.status_code}"
    return "" if answer.status_code == 403 else f"answers {answer.status_code}"


def tried(client, cast, person, found):
    """Sentences about every address this person can open and should not."""
    client.raise_request_exception = False
    if person != "visitor":
        client.force_login(getattr(cast, person))
    for route in found:
        belongs = expects(audience_of(route.view), person)
        # Who belongs may write: only reading is tried here, the rooms' own tests try the rest.
        for method in METHODS[:1] if belongs else METHODS:
            wrong = verdict(belongs, getattr(client, method)(filled(route.address)), person)
            if wrong:
                yield f"{method.upper()} {route.address} {wrong} for {person}"


def is_leaving(route):
    """Signing out would end the walk."""
    return route.name == "account_logout"


@pytest.mark.parametrize("person", PEOPLE)
def test_nobody_gets_where_they_do_not_belong(client, cast, person):
    found = [route for route in routes() if not is_leaving(route)]
    wrong = list(tried(client, cast, person, found))
    assert not wrong, "\n".join(wrong)


@audience("public")
def careless(request):
    """A page that was to be for the auditor and lets everybody in."""
    return HttpResponse("secret")


urlpatterns = [path("careless/", careless, name="careless")]


@pytest.mark.urls("tests.trust.test_who_may_open")
def test_a_careless_page_is_told(client, cast, monkeypatch):
    """The control: what the walk expects and what the page does differ, and it shows."""
    monkeypatch.setattr("tests.trust.test_who_may_open.audience_of", lambda view: frozenset({"auditor"}))
    wrong = list(tried(client, cast, "partner", routes()))
    assert "GET /careless/ answers 200 for partner" in wrong


def test_every_gap_of_an_address_is_filled():
    left = [
        filled(route.address) for route in routes() if re.search(r"[<>()\[\]?^\\]", filled(route.address))
    ]
    assert not left


@pytest.mark.parametrize(
    ("address", "full"),
    [
        ("/a/<slug:x>/<uuid:pk>/<n>/", f"/a/none-such/{uuid.UUID(int=1)}/none-such/"),
        (r"/k/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/", "/k/1-1/"),
        (r"/c/(?P<key>[-:\w]+)/", "/c/1/"),
    ],
)
def test_gaps_are_filled_by_kind(address, full):
    assert filled(address) == full
