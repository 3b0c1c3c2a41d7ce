"""Every answer, error pages and files too, carries what keeps foreign scripts, frames and guesses away."""

import importlib
import re
import subprocess
import sys

import pytest
from django.contrib.staticfiles import finders
from django.core.cache import cache
from django.http import HttpResponse

from taama.web.audience import PUBLIC, audience_of
from tests.cast import PASSWORD
from tests.house.audiences import routes
from tests.house.plan import ROOT

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.trust.broken_addresses")]
DIRECTIVES = {
    "default-src": {"'none'"},
    "object-src": {"'none'"},
    "base-uri": {"'none'"},
    "frame-ancestors": {"'none'"},
    "form-action": {"'self'"},
}
ALLOWED = {"'none'", "'self'", "data:"}


def policy(response):
    """The content security policy as directive → sources."""
    parts = [
        part.split()
        for part in response.headers.get("Content-Security-Policy", "").split(";")
        if part.strip()
    ]
    return {name: set(sources) for name, *sources in parts}


def header_faults(response):
    """What is missing or weak in the headers of an answer."""
    found = policy(response)
    for name, wanted in DIRECTIVES.items():
        if found.get(name) != wanted:
            yield f"CSP {name} is {found.get(name)}"
    for name, sources in found.items():
        for source in sources - ALLOWED:
            if not re.fullmatch(r"'nonce-[\w+/=-]{16,}'", source):
                yield f"CSP {name} admits {source}"
    for header, wanted in {
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Referrer-Policy": "same-origin",
    }.items():
        if response.headers.get(header) != wanted:
            yield f"{header} is {response.headers.get(header)}"


def public_addresses():
    """Every public page that needs no record, in both languages."""
    house = [route for route in routes() if route.view.__module__ != "tests.trust.broken_addresses"]
    public = [route.address for route in house if PUBLIC in audience_of(route.view)]
    plain = [address for address in public if not re.search(r"[<(?\\]", address)]
    return [*plain, *(f"/en{address}" for address in plain)]


def test_every_public_page_is_closed_to_foreign_content(client, db):
    addresses = public_addresses()
    faults = [f"{address}: {fault}" for address in addresses for fault in header_faults(client.get(address))]
    assert len(addresses) >= 10
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/breaks/", 500),
        ("/forbids/", 403),
        ("/refuses/", 400),
        ("/nowhere/at/all/", 404),
        ("/en/nowhere/", 404),
    ],
)
def test_so_is_every_error_page(client, address, status):
    client.raise_request_exception = False

    answer = client.get(address)

    assert answer.status_code == status
    assert not list(header_faults(answer))
    assert answer.headers["X-Frame-Options"] == "DENY"


def test_so_is_a_page_for_somebody_signed_in(client, cast):
    client.force_login(cast.coordinator)
    answers = [client.get("/account/second-factor/"), client.get("/account/password/change/")]
    assert not [fault for answer in answers for fault in header_faults(answer)]


def test_so_is_a_static_file(client, settings):
    name = "account/js/account.js"
    assert finders.find(name)

    answer = client.get(f"/{settings.STATIC_URL.strip('/')}/{name}")

    answer.close()
    assert answer.status_code == 200
    assert not list(header_faults(answer))


def test_a_bare_answer_is_told():
    """The control: an answer past the middleware has every fault."""
    assert len(list(header_faults(HttpResponse()))) == len(DIRECTIVES) + 3


@pytest.mark.parametrize("source", ["'unsafe-inline'", "'unsafe-eval'", "*", "https://cdn.example", "https:"])
def test_a_weak_policy_is_told(source):
    answer = HttpResponse(headers={"Content-Security-Policy": f"script-src 'self' {source}"})
    assert f"CSP script-src admits {source}" in list(header_faults(answer))


def test_each_page_has_a_nonce_of_its_own(client, db):
    nonces = {re.search(r"'nonce-([^']+)'", client.get("/account/login/").headers["Content-Security-Policy"])[1]
              for _ in range(3)}  # fmt: skip
    assert len(nonces) == 3


def carried(html):
    """What in a page the policy would block: style and event attributes, scripts and styles without the nonce."""
    return re.findall(
        r"<[^>]+\sstyle=|<[^>]+\son[a-z]+=[\"']|<(?:script|style)(?![^>]*(?:nonce=|src=|type=\"application/json\"))[^>]*>",
        html,
    )


def test_no_public_page_carries_what_its_policy_blocks(client, db):
    answers = {address: client.get(address) for address in public_addresses()}
    # A workbook to download streams; whatever is a page comes whole.
    pages = {address: answer.content.decode() for address, answer in answers.items() if not answer.streaming}
    assert len(pages) > len(answers) - 3
    found = {address: carried(page) for address, page in pages.items()}
    assert not {address: what for address, what in found.items() if what}


@pytest.mark.parametrize(
    "html", ['<p style="x">', "<p onclick='x'>", "<script>x</script>", "<style>x</style>"]
)
def test_a_page_that_would_be_blocked_is_told(html):
    assert carried(html)


@pytest.fixture
def production(monkeypatch, settings):
    """The settings of a ministry's server, laid over those of the tests."""
    monkeypatch.setenv("TAAMA_SECRET_KEY", "x" * 50)
    monkeypatch.setenv("TAAMA_HOSTS", "taama.example")
    sys.modules.pop("taama.config.settings.production", None)
    module = importlib.import_module("taama.config.settings.production")
    for name in dir(module):
        if name.startswith(("SECURE_", "SESSION_COOKIE", "CSRF_")) or name in {
            "ALLOWED_HOSTS",
            "DEMO",
            "DEBUG",
        }:
            setattr(settings, name, getattr(module, name))
    settings.LOGIN_REDIRECT_URL = "account_email"
    cache.clear()
    return module


HTTPS = {"secure": True, "HTTP_HOST": "taama.example"}


def cookie_faults(cookie, same_site):
    """What is weak about a cookie."""
    for flag in ("secure", "httponly"):
        if not cookie[flag]:
            yield f"{cookie.key} is not {flag}"
    if not cookie.key.startswith("__Host-") or cookie["domain"] or cookie["path"] != "/":
        yield f"{cookie.key} is not bound to this host"
    if cookie["samesite"] not in same_site:
        yield f"{cookie.key} travels from other sites"


def test_production_cookies_are_bound_to_the_host_and_closed(client, cast, production):
    first = client.get("/account/login/", **HTTPS)
    second = client.post("/account/login/", {"login": "partner@example.org", "password": PASSWORD}, **HTTPS)

    cookies = {**first.cookies, **second.cookies}
    assert {"__Host-taama", "__Host-csrf"} <= set(cookies)
    faults = [fault for cookie in cookies.values() for fault in cookie_faults(cookie, {"Lax", "Strict"})]
    assert not faults


def test_the_cookies_of_the_demonstration_would_be_told(client, db):
    """The control: over plain HTTP the demonstration's cookies are weaker, and seen to be."""
    answer = client.get("/account/login/")
    assert [fault for cookie in answer.cookies.values() for fault in cookie_faults(cookie, {"Lax", "Strict"})]


def test_production_leads_to_https_and_stays_there(client, db, production):
    plain = client.get("/account/login/", HTTP_HOST="taama.example")
    safe = client.get("/account/login/", **HTTPS)

    assert plain.status_code == 301
    assert plain.url.startswith("https://taama.example/")
    assert "max-age=31536000" in safe.headers["Strict-Transport-Security"]
    assert "Strict-Transport-Security" not in plain.headers


def test_production_answers_to_its_own_name_only(client, db, production):
    client.raise_request_exception = False
    assert client.get("/account/login/", secure=True, HTTP_HOST="evil.example").status_code == 400


def check_deployed(**environment):
    """Django's own deployment check in a process of its own."""
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_production_settings_pass_the_deployment_check(tmp_path):
    given = {
        "DJANGO_SETTINGS_MODULE": "taama.config.settings.production",
        "TAAMA_SECRET_KEY": "0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMN",
        "TAAMA_HOSTS": "taama.example",
        "TAAMA_VAR": str(tmp_path),
    }
    whole, half = check_deployed(**given), check_deployed(**{**given, "TAAMA_SECRET_KEY": ""})
    weak = check_deployed(**{**given, "TAAMA_SECRET_KEY": "short"})

    assert whole.returncode == 0, whole.stderr
    assert half.returncode != 0
    assert "TAAMA_SECRET_KEY is not set" in half.stderr
    assert weak.returncode != 0
