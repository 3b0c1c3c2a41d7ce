"""Every route says for whom it is, and the page that lists them is the truth."""

import pytest
from django.http import HttpResponse
from django.urls import get_resolver, path
from django.views import View

from taama.accounts.roles import Role
from taama.web.audience import PUBLIC, SIGNED_IN, audience, audience_of

from .audiences import DOCUMENT, Route, document, routes, undeclared
from .plan import told

WHO = {PUBLIC, SIGNED_IN, *Role.values}


def test_every_route_declares_its_audience():
    faults = list(undeclared(routes()))
    assert not faults, told(faults)


def test_every_audience_is_somebody():
    strange = {
        f"{route.address} is for {who}: there is no such role in accounts/roles.py."
        for route in routes()
        for who in audience_of(route.view) - WHO
    }
    assert not strange, told(strange)


def bare(request):
    return HttpResponse()


class Bare(View):
    """A page of a class, as bare."""


@pytest.mark.parametrize("view", [bare, Bare.as_view()])
def test_a_route_without_audience_is_told(view):
    found = routes([path("secret/", view, name="secret")])
    assert any("/secret/ (secret) declares no audience" in fault for fault in undeclared(found))


def test_a_declared_route_passes():
    """The control of the control."""
    assert not list(undeclared([Route("/", "open", audience("public")(lambda request: bare(request)))]))


def test_the_walk_reaches_every_pattern():
    """A route the walk does not reach would be judged by nobody."""

    def count(patterns):
        return sum(count(p.url_patterns) if hasattr(p, "url_patterns") else 1 for p in patterns)

    assert len(routes()) == count(get_resolver().url_patterns)


def test_the_page_of_audiences_is_the_truth():
    written = DOCUMENT.read_text(encoding="utf-8") if DOCUMENT.exists() else ""
    assert written == document(routes()), (
        "docs/who-may-what.md differs from the routes: run `python -m tests.house.audiences`, read the difference, "
        "and commit it."
    )


def test_a_new_route_changes_the_page():
    more = [*routes(), Route("/new/", "new", audience("public")(lambda request: bare(request)))]
    assert document(more) != document(routes())
