"""On a phone no page scrolls sideways, and a thumb hits what it aims at."""

import pytest

from .addresses import SIGNED_IN, public_pages

pytestmark = pytest.mark.journey

WIDTHS = "[document.scrollingElement.scrollWidth, document.scrollingElement.clientWidth]"
TOO_WIDE = """[...document.querySelectorAll('body *')].filter(one => {
  const box = one.getBoundingClientRect();
  return box.width && box.right > document.documentElement.clientWidth + 1 && !one.closest('.table-wrap');
}).slice(0, 5).map(one => one.outerHTML.slice(0, 120))"""
TARGETS = "nav a, .button, button, input:not([type=hidden]), select, textarea, summary, .masthead a"
SMALL = f"""[...document.querySelectorAll({TARGETS!r})].filter(one => {{
  const box = one.getBoundingClientRect();
  return one.checkVisibility() && (box.width < 24 || box.height < 24)
    && !(one.matches('[type=checkbox], [type=radio]') && one.closest('label'));
}}).map(one => one.outerHTML.slice(0, 120))"""


def faults(page):
    """What is wider than the phone, and what is too small for a thumb."""
    whole, seen = page.evaluate(WIDTHS)
    return {"wide": page.evaluate(TOO_WIDE) if whole > seen else [], "small": page.evaluate(SMALL)}


NONE = {"wide": [], "small": []}


@pytest.mark.parametrize("address", public_pages())
def test_a_public_page_fits_a_phone(phone, site, address):
    phone.goto(site + address)
    assert faults(phone) == NONE


@pytest.mark.parametrize(("person", "address"), SIGNED_IN.values(), ids=SIGNED_IN)
def test_a_page_behind_a_sign_in_fits_a_phone(signed_in, site, person, address):
    page = signed_in(person, viewport={"width": 390, "height": 844})
    page.goto(site + address)
    assert page.url == site + address
    assert faults(page) == NONE
    page.close()


def test_the_look_sees_a_wide_page_and_a_small_button(phone):
    phone.set_content(
        "<div style='width:600px'>wide</div><button style='width:9px;height:9px;padding:0'>x</button>"
    )
    found = faults(phone)
    assert len(found["wide"]) == 1
    assert len(found["small"]) == 1
