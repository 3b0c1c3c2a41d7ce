"""What people type never reaches the log, not even when a page breaks."""

import logging

import pytest
from django.http import HttpResponse
from django.urls import path

from taama.config.urls import urlpatterns as house
from taama.web.audience import audience

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.trust.test_no_words_in_logs")]
CANARY = "Kanari-Toumani-4711"
handler500 = "taama.web.errors.server_error"
handler404 = "taama.web.errors.page_not_found"
handler403 = "taama.web.errors.permission_denied"


@audience("public")
def breaks(request):
    """A bug, with what was typed in its hands."""
    typed = dict(request.POST)
    raise ZeroDivisionError(len(typed))


@audience("public")
def careless(request):
    """A page that logs its form."""
    logging.getLogger("taama").error("received %s", dict(request.POST))
    return HttpResponse()


urlpatterns = [*house, path("breaks/", breaks), path("careless/", careless)]


@pytest.fixture
def typed(client, cast):
    """Send the canary in every way a person could."""
    client.raise_request_exception = False
    client.force_login(cast.partner)

    def send(address):
        return client.post(address, {"name": CANARY, "email": f"{CANARY}@example.org", "password": CANARY})

    return send


@pytest.mark.parametrize("address", ["/breaks/", "/account/login/", "/account/password/reset/", "/nowhere/"])
def test_what_is_typed_is_not_logged_or_shown(typed, caplog, capfd, address):
    answer = typed(address)

    said = caplog.text + "".join(capfd.readouterr())
    assert CANARY not in said
    assert CANARY not in answer.content.decode() or answer.status_code == 200


def test_the_person_is_not_named_in_the_log(typed, cast, caplog):
    typed("/breaks/")

    assert "Internal Server Error" in caplog.text
    assert cast.partner.email not in caplog.text
    assert cast.partner.name not in caplog.text


def test_a_page_that_logs_its_form_is_found(typed, caplog):
    """The control."""
    typed("/careless/")
    assert CANARY in caplog.text
