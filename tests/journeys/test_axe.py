"""Every page of the demonstration passes the axe rules, light and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from taama.web.audience import audience_of
from tests.house.audiences import routes

from .addresses import NO_PAGE, PUBLIC, SIGNED_IN, closed_pages, public_pages

pytestmark = pytest.mark.journey

AXE = Axe()


@pytest.fixture(scope="module")
def looked_at(browser):
    """A browser with scripts, let past the content security policy: for the rules' own script alone."""
    context = browser.new_context(bypass_csp=True, viewport={"width": 1200, "height": 900})
    yield context
    context.close()


def violations(page):
    """Each broken rule with where it is broken."""
    found = AXE.run(page).response["violations"]
    return [(one["id"], node["target"], node["html"][:160]) for one in found for node in one["nodes"]]


def test_every_public_page_is_looked_at():
    public = {route.name for route in routes() if audience_of(route.view) == {"public"}}
    assert public == PUBLIC.keys() | NO_PAGE.keys()


def test_every_page_of_ours_behind_a_sign_in_is_looked_at():
    closed = {route.name for route in routes() if audience_of(route.view) != {"public"} and ":" in route.name}
    assert closed - SIGNED_IN.keys() == {
        *("evidence:document-copy", "monitoring:observation-validate", "monitoring:overlap-withdraw"),
        # Of a draft edition, and of an uploaded file: the demonstration holds neither.
        *("plans:edition-adopt", "plans:edition-discard", "plans:import-rows"),
        *("plans:draft-activity-add", "plans:draft-activity-edit", "plans:draft-activity-drop"),
        *("suggestions:judge", "suggestions:take-back", "suggestions:accept-objectives"),
        *("rounds:round-close", "rounds:request-drop", "rounds:reminders-send", "rounds:delegation-end"),
        *("rounds:workbook", "rounds:quality-csv", "desk:monday-pdf"),  # files, not pages
        "desk:monday-ask",
        *("suggestions:mend", "evidence:tag-withdraw"),  # their addresses are made anew: see test_suggestions
    }


@pytest.mark.parametrize("address", public_pages())
def test_a_public_page_breaks_no_rule(looked_at, site, address):
    page = looked_at.new_page()
    page.goto(site + address)
    assert violations(page) == []
    page.close()


@pytest.mark.parametrize(("person", "address"), closed_pages())
def test_a_page_behind_a_sign_in_breaks_no_rule(signed_in, site, person, address):
    page = signed_in(person, bypass_csp=True, java_script_enabled=True)
    assert page.goto(site + address).status == 200
    assert page.url == site + address
    assert violations(page) == []
    page.close()


@pytest.mark.parametrize(
    "address", ["/", "/objectives/21/", "/plan/", "/evidence/conflicts/", "/account/login/"]
)
def test_a_page_in_the_dark_breaks_no_rule(looked_at, site, address):
    page = looked_at.new_page()
    page.emulate_media(color_scheme="dark")
    page.goto(site + address)
    assert violations(page) == []
    page.close()


def test_the_look_sees_a_broken_rule(looked_at, site):
    page = looked_at.new_page()
    page.goto(site)
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"data:,\">')")
    assert [rule for rule, _target, _html in violations(page)] == ["image-alt"]
    page.close()
