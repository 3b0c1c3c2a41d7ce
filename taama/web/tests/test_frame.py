"""The frame of every page: languages, sign-in, refusals, one small answer."""

import gzip

import pytest

from taama.web.errors import RefusalMiddleware, server_error
from taama.web.refusals import BadInput, NotAllowedNow
from taama.web.stylesheet import stylesheet

pytestmark = pytest.mark.django_db
SIGN_IN = "/account/login/"


def test_the_whole_stylesheet_is_small():
    assert len(gzip.compress(stylesheet().encode())) < 4096


def test_the_style_bears_the_nonce_of_the_policy(client):
    answer = client.get(SIGN_IN)

    policy = answer.headers["Content-Security-Policy"]
    nonce = answer.content.decode().split('<style nonce="')[1].split('"')[0]
    assert f"'nonce-{nonce}'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize(
    ("here", "language", "other"), [(SIGN_IN, "fr", f"/en{SIGN_IN}"), (f"/en{SIGN_IN}", "en", SIGN_IN)]
)
def test_each_page_leads_to_itself_in_the_other_language(client, here, language, other):
    page = client.get(here).content.decode()

    assert f'<html lang="{language}" dir="ltr">' in page
    assert f'<a href="{other}"' in page


def test_an_unknown_address_is_a_page_in_words(client):
    answer = client.get("/en/nowhere/")

    assert answer.status_code == 404
    assert "This page does not exist" in answer.content.decode()


@pytest.mark.parametrize(("refusal", "status"), [(NotAllowedNow, 409), (BadInput, 400)])
def test_a_refusal_is_a_page_with_its_sentence(refusal, status, client):
    request = client.get(SIGN_IN).wsgi_request
    answer = RefusalMiddleware(lambda _: None).process_exception(
        request, refusal("code", "Because of <this>.")
    )

    assert answer.status_code == status
    assert "Because of &lt;this&gt;." in answer.content.decode()


def test_a_bug_is_not_taken_for_a_refusal(rf):
    assert RefusalMiddleware(lambda _: None).process_exception(rf.get("/"), ValueError()) is None


def test_the_page_of_a_bug_asks_nothing_of_the_database(rf, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = server_error(rf.get("/"))

    assert answer.status_code == 500
    assert "500" in answer.content.decode()
