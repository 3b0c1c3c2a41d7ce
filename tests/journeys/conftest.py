"""The newcomer's demo, really made and really served, and a real browser before it."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from taama.accounts.demo import PASSWORD

ROOT = Path(__file__).resolve().parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PATIENCE_S = 60


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory):
    """A demonstration made from nothing by the command a newcomer types."""
    folder = tmp_path_factory.mktemp("demo")
    run_taama(folder, "demo", "--no-serve")
    return folder


def run_taama(folder, *words, language="en", **options):
    """The `taama` command with its files in a folder of the test's own."""
    environment = {**os.environ, "TAAMA_VAR": str(folder), "TAAMA_LANGUAGE": language}
    environment["DJANGO_SETTINGS_MODULE"] = "taama.config.settings.demo"
    environment.pop("DATABASE_URL", None)
    command = [sys.executable, "-m", "taama.config.cli", *words]
    options = {"check": True, "capture_output": True, "text": True, "cwd": ROOT, **options}
    return subprocess.run(command, env=environment, **options)


@pytest.fixture(scope="session")
def site(demo_folder):
    """The address of the served demonstration."""
    port = free_port()
    environment = {**os.environ, "TAAMA_VAR": str(demo_folder), "PYTHONWARNINGS": "ignore"}
    environment["DJANGO_SETTINGS_MODULE"] = "taama.config.settings.demo"
    environment.pop("DATABASE_URL", None)
    command = [sys.executable, "-m", "taama.config.cli", "serve", "--port", str(port)]
    server = subprocess.Popen(command, env=environment, cwd=ROOT)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address, server)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=10)


def free_port():
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(address, server):
    """Until the home page answers."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        assert server.poll() is None, "the server ended before it answered"
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                assert answer.status == 200
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    pytest.fail("the server did not answer")


@pytest.fixture(scope="session")
def browser():
    """Headless Chromium; skipped with a sentence where there is none, never under CI."""
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        missing = "Chromium is absent (apt install chromium)"
        pytest.fail(missing) if os.environ.get("CI") == "true" else pytest.skip(missing)
    from playwright.sync_api import sync_playwright

    flags = [
        "--no-sandbox", "--disable-gpu", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--no-first-run",
    ]  # fmt: skip
    with sync_playwright() as playwright, pytest.MonkeyPatch.context() as patch:
        # Playwright's loop runs until the last test: Django would take it for asynchronous code of its own.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        chromium = playwright.chromium.launch(executable_path=path, args=flags)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser):
    """A desk-sized page without JavaScript: every page must work so."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1200, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(browser):
    """A phone-sized page without JavaScript."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def passes(browser, site):
    """A function from a person of the demonstration to what their browser keeps once signed in."""
    kept = {}

    def of(person):
        if person.email not in kept:
            context = browser.new_context(java_script_enabled=False)
            sign_in(context.new_page(), site, person)
            kept[person.email] = context.storage_state()
            context.close()
        return kept[person.email]

    return of


def sign_in(page, site, person, password=PASSWORD):
    """Sign in by the form, as anybody does."""
    page.goto(f"{site}/account/login/")
    page.fill("[name=login]", person.email)
    page.fill("[name=password]", password)
    page.click("main form [type=submit]")


@pytest.fixture(scope="module")
def signed_in(browser, passes):
    """A function from a person of the demonstration to a page of their own browser, signed in."""
    opened = {}

    def as_person(person, **options):
        if person.email not in opened:
            options = {"java_script_enabled": False, "viewport": {"width": 1200, "height": 900}, **options}
            opened[person.email] = browser.new_context(storage_state=passes(person), **options)
        return opened[person.email].new_page()

    yield as_person
    for context in opened.values():
        context.close()
