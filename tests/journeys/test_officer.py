"""Those who work: evidence, a value judged by somebody else, an activity, a section, the compiled review."""

import pytest
from playwright.sync_api import expect

from taama.accounts.demo import (
    AUDITOR,
    COORDINATOR,
    EVIDENCE_OFFICER,
    FOCAL_POINT,
    PARTNER,
    REVIEWER,
    VALIDATOR,
)

from .addresses import REVIEW
from .conftest import sign_in

pytestmark = pytest.mark.journey

SHEET = """Relevé des lits de la Cité d’accueil

La cité comptait 312 lits en juin 2024, selon sa direction. Ce relevé est inventé pour un essai.
"""
NEXT_STEPS = f"{REVIEW}sections/next-steps/"


def send(page):
    """Press the button of the page's form."""
    page.locator("main form").last.locator("[type=submit]").click()


@pytest.fixture
def text_file(tmp_path):
    path = tmp_path / "releve-des-lits.txt"
    path.write_text(SHEET, encoding="utf-8")
    return path


@pytest.fixture
def broken_pdf(tmp_path):
    path = tmp_path / "rapport.pdf"
    path.write_bytes(b"%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\nthen nothing")
    return path


def fill_card(page, path):
    page.set_input_files("[name=upload]", path)
    page.fill("[name=title]", "Relevé des lits de la Cité d’accueil")
    page.fill("[name=publisher]", "Direction de la cité")
    page.fill("[name=published_on]", "2024-07")


def test_an_officer_adds_a_document_and_marks_what_it_says(signed_in, site, text_file):
    page = signed_in(EVIDENCE_OFFICER)
    page.goto(f"{site}/work/")
    page.get_by_role("link", name="Ajouter des documents").click()
    fill_card(page, text_file)
    send(page)
    expect(page.locator("main h1")).to_have_text("Relevé des lits de la Cité d’accueil")
    page.get_by_role("link", name="Citer ou relever un passage").click()
    page.locator("main a[href*='/mark/']").last.click()
    page.fill("[name=words]", "La cité comptait 312 lits en juin 2024")
    page.locator("[name=question]").select_option(label=question_about_beds(page))
    page.fill("[name=value]", "312")
    page.fill("[name=as_of]", "2024-06")
    send(page)
    expect(page.locator("main mark")).to_have_text("La cité comptait 312 lits en juin 2024")
    page.get_by_role("link", name="312").first.click()
    expect(page.locator("main .badge--accepted")).to_be_visible()  # who marks may judge, and stands for it
    expect(page.locator("main")).to_contain_text(EVIDENCE_OFFICER.name)
    rival = page.locator("main .note--warning a[href$='/centre-beds-2024/']")
    expect(rival).to_have_text("278")  # what another source says stays beside it


def question_about_beds(page):
    """The wording of the question on beds, as the list has it."""
    options = page.locator("[name=question] option").all_inner_texts()
    return next(wording for wording in options if "lits" in wording)


def test_a_second_person_doubts_a_finding_and_says_why(signed_in, page, site):
    validator = signed_in(VALIDATOR)
    validator.goto(f"{site}/figures/finding/arrival-libya-2019-04-12/")
    validator.locator("main a[href$='/judge/']").click()
    validator.locator("[name=judgement][value=unsure]").check()
    send(validator)
    expect(validator.locator("main .errorlist")).to_be_visible()
    validator.fill("[name=why]", "Le texte ne dit pas à quelle date.")
    send(validator)
    expect(validator.locator("main")).to_contain_text(VALIDATOR.name)
    page.goto(f"{site}/figures/finding/arrival-libya-2019-04-12/")
    expect(page.locator("main")).to_contain_text("Le texte ne dit pas à quelle date.")
    expect(page.locator("main")).not_to_contain_text(VALIDATOR.name)


def test_a_broken_pdf_gets_a_sentence_and_the_card_stays_filled(signed_in, site, broken_pdf):
    page = signed_in(EVIDENCE_OFFICER)
    page.goto(f"{site}/evidence/add/")
    fill_card(page, broken_pdf)
    send(page)
    said = page.locator("main .errorlist").inner_text()
    assert said.startswith("Ce fichier est endommagé")
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(page.locator("[name=title]")).to_have_value("Relevé des lits de la Cité d’accueil")
    expect(page.locator("[name=publisher]")).to_have_value("Direction de la cité")
    expect(page.locator("[name=published_on]")).to_have_value("2024-07")


def test_a_value_of_a_focal_point_is_shown_once_a_validator_has_judged_it(signed_in, page, site):
    focal = signed_in(FOCAL_POINT)
    focal.goto(f"{site}/indicators/consular-cards/values/add/")
    focal.fill("[name=value]", "1 234")
    focal.fill("[name=period_start]", "2026-07")
    focal.fill("[name=period_end]", "2026-09")
    send(focal)
    expect(focal.locator("main h1")).to_contain_text("234")
    entered = focal.url
    assert page.goto(entered).status == 404
    assert focal.goto(f"{site}/indicators/values/waiting/").status == 403
    validator = signed_in(VALIDATOR)
    validator.goto(entered)
    validator.locator("main a[href$='/judge/']").click()
    validator.locator("form[action$='/validate/'] [type=submit]").click()
    expect(validator.locator("[role=status]")).to_contain_text("validée")
    assert page.goto(entered).status == 200
    expect(page.locator("main h1")).to_contain_text("234")


def test_a_value_that_is_no_number_gets_a_sentence_and_stays_in_its_field(signed_in, site):
    page = signed_in(FOCAL_POINT)
    page.goto(f"{site}/indicators/consular-cards/values/add/")
    page.fill("[name=value]", "douze cents")
    page.fill("[name=period_start]", "2026-07")
    page.fill("[name=period_end]", "32 juillet")
    send(page)
    assert page.locator("main .errorlist").count() == 2
    expect(page.locator("[name=value]")).to_have_value("douze cents")
    expect(page.locator("[name=period_start]")).to_have_value("2026-07")


def test_the_coordinator_moves_an_activity_on(signed_in, page, site):
    coordinator = signed_in(COORDINATOR)
    coordinator.goto(f"{site}/plan/activities/reintegration-programme/")
    coordinator.locator("main a[href$='/edit/']").first.click()
    coordinator.locator("[name=status]").select_option("suspended")
    send(coordinator)
    expect(coordinator.locator("main .badge--suspended").first).to_be_visible()
    page.goto(f"{site}/plan/activities/reintegration-programme/")
    expect(page.locator("main .badge--suspended").first).to_be_visible()


def test_a_broken_reference_is_named_and_a_right_one_is_compiled(signed_in, page, site):
    writer = signed_in(COORDINATOR)
    writer.goto(f"{site}{NEXT_STEPS}edit/")
    text = writer.locator("[name=text_fr]").input_value()
    write(writer, f"{text}\n\nLe centre compte {{{{figure:finding:no-such-finding}}}}.\n")
    writer.goto(f"{site}{REVIEW}compile/")
    send(writer)
    expect(writer.locator("main [role=alert]")).to_contain_text("no-such-finding")
    expect(writer.locator("main [role=alert]")).to_contain_text("next-steps")
    writer.locator("main [role=alert] a").first.click()
    write(writer, f"{text}\n\nLe centre compte {{{{figure:finding:centre-beds-2024}}}} lits en tout.\n")
    writer.goto(f"{site}{REVIEW}compile/")
    send(writer)
    expect(writer.locator("[role=status]")).to_be_visible()
    page.goto(site + NEXT_STEPS)
    expect(page.locator("main")).to_contain_text("lits en tout")
    page.locator("a.report-figure[href$='/centre-beds-2024/']").last.click()
    expect(page.locator("main mark")).to_contain_text("278")


def write(page, text):
    """Save this French text of the section."""
    page.fill("[name=text_fr]", text)
    send(page)


def test_braces_that_cannot_be_read_are_named_with_their_line_and_stay_in_the_field(signed_in, site):
    page = signed_in(COORDINATOR)
    page.goto(f"{site}{REVIEW}sections/introduction/edit/")
    page.fill("[name=text_fr]", "Bon début.\n\nPuis {{figure:nowhere}} et la suite.")
    send(page)
    expect(page.locator("main .errorlist")).to_contain_text("{{figure:nowhere}}")
    expect(page.locator("main .errorlist")).to_contain_text("3")
    expect(page.locator("[name=text_fr]")).to_have_value("Bon début.\n\nPuis {{figure:nowhere}} et la suite.")


def test_the_auditor_sees_who_did_what_in_a_chain_that_holds(signed_in, site):
    page = signed_in(AUDITOR)
    page.goto(f"{site}/journal/?verify=yes")
    expect(page.locator("main .note").first).to_contain_text("La chaîne tient")
    assert page.locator("main tbody tr").count() > 20
    page.goto(f"{site}/journal/?verb=config.sample.loaded")
    expect(page.locator("main")).to_contain_text("config.sample.loaded")


@pytest.mark.parametrize("person", [PARTNER, REVIEWER, EVIDENCE_OFFICER], ids=lambda person: person.role)
def test_the_journal_is_not_for_others(signed_in, site, person):
    page = signed_in(person)
    assert page.goto(f"{site}/journal/").status == 403
    assert "config.sample.loaded" not in page.content()


def test_a_visitor_is_asked_to_sign_in_and_then_led_where_they_wanted(page, site):
    page.goto(f"{site}/journal/")
    assert "/account/login/" in page.url
    page.fill("[name=login]", AUDITOR.email)
    page.fill("[name=password]", "pas le bon mot de passe")
    send(page)
    expect(page.locator("main .errorlist")).to_be_visible()
    expect(page.locator("[name=login]")).to_have_value(AUDITOR.email)


def test_somebody_signs_in_sees_their_work_and_signs_out(page, site):
    sign_in(page, site, PARTNER)
    assert page.url == f"{site}/work/"
    expect(page.locator("main h1")).to_contain_text(PARTNER.name)
    page.locator("header a[href='/account/logout/']").click()
    send(page)
    page.goto(f"{site}/work/")
    assert "/account/login/" in page.url
