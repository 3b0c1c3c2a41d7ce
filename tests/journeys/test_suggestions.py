"""An evidence officer works through the queue by the keyboard alone, in a browser without scripts."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from taama.accounts.demo import COORDINATOR, EVIDENCE_OFFICER, VALIDATOR

pytestmark = pytest.mark.journey

NOTE = """Note inventée pour un essai

La cellule inventée a recensé 4 321 migrants de retour à Kayes en 2023.

La cellule inventée a recensé 5 432 migrants de retour à Gao en 2023.
"""


@pytest.fixture
def officer(signed_in):
    return signed_in(EVIDENCE_OFFICER)


def press_with_alt(page, letter):
    """Alt and a letter as a keyboard sends them: Playwright's own press leaves out the character."""
    keys = {"modifiers": 1, "key": letter, "code": f"Key{letter.upper()}", "text": letter}
    keys |= {"unmodifiedText": letter, "windowsVirtualKeyCode": ord(letter.upper())}
    line = page.context.new_cdp_session(page)
    with page.expect_navigation():
        for event in ("rawKeyDown", "char", "keyUp"):
            line.send("Input.dispatchKeyEvent", {"type": event, "isSystemKey": event == "char", **keys})


def judged(page):
    """How many are judged, as the page says it."""
    return int(page.locator("main progress").get_attribute("value"))


def test_enter_accepts_and_the_next_comes_with_the_button_in_focus(officer, site):
    officer.goto(f"{site}/suggestions/?kind=objective")
    first = officer.locator("main h2#what").inner_text()
    before = judged(officer)
    expect(officer.locator("button[value=accepted]")).to_be_focused()

    officer.keyboard.press("Enter")

    expect(officer.locator("[role=status]")).to_be_visible()
    assert judged(officer) == before + 1
    expect(officer.locator("button[value=accepted]")).to_be_focused()
    press_with_alt(officer, "z")
    expect(officer.locator("main h2#what")).to_have_text(first)


def test_letters_reject_doubt_and_mend(officer, site):
    officer.goto(f"{site}/suggestions/?kind=figure")
    before = judged(officer)
    press_with_alt(officer, "r")
    press_with_alt(officer, "u")
    assert judged(officer) == before + 2
    press_with_alt(officer, "m")
    expect(officer.locator("[name=value]")).not_to_have_value("")


def test_a_figure_that_was_mended_leads_back_to_its_words(officer, page, site):
    officer.goto(f"{site}/suggestions/?kind=figure&confidence=high")
    words = officer.locator("main mark").inner_text()
    officer.get_by_role("link", name="Corriger").click()
    officer.fill("[name=as_of]", "")
    officer.fill("[name=note]", "Relu par une personne.")
    officer.locator("main form [type=submit]").click()
    code = officer.locator("[role=status]").inner_text().split("«")[1].split("»")[0].strip()
    page.goto(f"{site}/figures/finding/{code}/")
    expect(page.locator("main mark").first).to_have_text(words)


def test_dropped_files_are_held_and_their_suggestions_come_by_themselves(officer, site, tmp_path):
    good, broken = tmp_path / "note-inventee.txt", tmp_path / "abime.pdf"
    good.write_text(NOTE, encoding="utf-8")
    broken.write_bytes(b"%PDF-1.7 and then nothing")
    officer.goto(f"{site}/evidence/add/")
    officer.set_input_files("[name=upload]", [good, broken])
    officer.locator("main form [type=submit]").click()
    said = officer.locator("[role=status]").inner_text()
    assert "abime.pdf" in said
    assert "note-inventee.txt" in said
    officer.goto(f"{site}/evidence/?words=note+inventée")
    officer.locator("main a[href^='/evidence/documents/note-inventee']").first.click()
    officer.get_by_role("link", name="Juger les suggestions").click()
    for _ in range(60):
        if officer.locator("main mark").count():
            break
        officer.wait_for_timeout(500)
        officer.reload()
    expect(officer.locator("main mark").first).to_be_visible()


@pytest.mark.parametrize("language", ["", "/en"])
def test_the_pages_with_addresses_of_their_own_break_no_rule(signed_in, site, language):
    page = signed_in(COORDINATOR, bypass_csp=True, java_script_enabled=True)
    page.goto(f"{site}{language}/suggestions/?kind=claim")
    page.locator("a[accesskey=m]").click()
    assert not Axe().run(page).response["violations"]
    page.goto(f"{site}{language}/suggestions/?kind=objective")
    address = page.locator("aside a[href*='/evidence/documents/']").get_attribute("href")
    page.locator("button[value=accepted]").click()
    page.goto(site + address.split("#")[0])
    page.locator("main a[href*='/evidence/tags/']").first.click()
    assert not Axe().run(page).response["violations"]
    for part in ("?kind=figure", "?kind=name", "?kind=alias"):
        page.goto(f"{site}{language}/suggestions/{part}")
        assert not Axe().run(page).response["violations"]


def test_a_validator_has_no_way_in(signed_in, site):
    page = signed_in(VALIDATOR)
    page.goto(f"{site}/work/")
    assert page.locator("a[href='/suggestions/']").count() == 0
    assert page.goto(f"{site}/suggestions/").status == 403


def test_on_a_phone_nothing_runs_over_the_edge(signed_in, site):
    page = signed_in(COORDINATOR)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site}/suggestions/?kind=figure")
    wide = page.locator("html").evaluate("one => one.scrollWidth")
    assert wide <= 390
