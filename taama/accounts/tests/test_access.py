"""Administrators give roles; the audience of a page admits whom it names and nobody else."""

import uuid

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.test import RequestFactory

from taama.accounts.access import may_give_roles, person_to_give_a_role, role_to_end
from taama.accounts.roles import Role
from taama.web.audience import AudienceMiddleware, audience

pytestmark = pytest.mark.django_db
NAMES = [*Role.values, "stranger", "visitor"]


def person(cast, name):
    return AnonymousUser() if name == "visitor" else getattr(cast, name)


@pytest.mark.parametrize("name", NAMES)
def test_only_the_administrator_gives_roles(cast, name):
    assert may_give_roles(person(cast, name)) == (name == "administrator")


def test_the_administrator_gives_roles_to_others_only(cast):
    assert person_to_give_a_role(cast.administrator, cast.stranger.pk) == cast.stranger
    with pytest.raises(PermissionDenied):
        person_to_give_a_role(cast.administrator, cast.administrator.pk)
    with pytest.raises(PermissionDenied):
        person_to_give_a_role(cast.coordinator, cast.stranger.pk)
    with pytest.raises(Http404):
        person_to_give_a_role(cast.administrator, uuid.uuid4())


def test_the_administrator_ends_a_role_that_is_held(cast):
    held = cast.partner.memberships.get()
    assert role_to_end(cast.administrator, held.pk) == held
    with pytest.raises(PermissionDenied):
        role_to_end(cast.partner, held.pk)


def page(request):
    return HttpResponse("in")


def answer(view, user):
    """What the middleware does with this view: "in", "sign in" or "refused"."""
    request = RequestFactory().get("/somewhere/")
    request.user = user
    try:
        stopped = AudienceMiddleware(lambda _: None).process_view(request, view, (), {})
    except PermissionDenied:
        return "refused"
    return "in" if stopped is None else "sign in"


def open_to(*who):
    return audience(*who)(lambda request: page(request))


@pytest.mark.parametrize("role", Role.values)
@pytest.mark.parametrize("name", NAMES)
def test_a_page_for_one_role_admits_that_role_alone(cast, role, name):
    expected = "in" if name == role else "sign in" if name == "visitor" else "refused"
    assert answer(open_to(role), person(cast, name)) == expected


@pytest.mark.parametrize("name", NAMES)
def test_a_public_page_admits_everybody_and_a_signed_in_one_all_but_the_visitor(cast, name):
    assert answer(open_to("public"), person(cast, name)) == "in"
    assert answer(open_to("signed_in"), person(cast, name)) == ("sign in" if name == "visitor" else "in")


@pytest.mark.parametrize("name", NAMES)
def test_a_page_that_declares_nothing_admits_nobody(cast, name):
    assert answer(page, person(cast, name)) == ("sign in" if name == "visitor" else "refused")


def test_a_role_that_ended_admits_no_longer(cast):
    from taama.accounts.changes import end_role
    from tests.cast import STAGE

    held = cast.auditor.memberships.get()
    before = answer(open_to(Role.AUDITOR), cast.auditor)

    end_role(membership=held, on=held.began_on, by=STAGE)

    assert before == "in"
    assert answer(open_to(Role.AUDITOR), type(cast.auditor).objects.get(pk=cast.auditor.pk)) == "refused"
