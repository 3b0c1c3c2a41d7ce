"""A page over a slow line: one request, few bytes, no script."""

import gzip
import re
import urllib.error
import urllib.request

import pytest

from .addresses import PUBLIC, in_language, public_pages

pytestmark = pytest.mark.journey

MAX_BYTES = 13_500
FIRST_VIEWS = ("desk:home", "desk:objective", "desk:finding", "desk:observation")
SCRIPT = re.compile(r"<script|\son[a-z]+\s*=\s*[\"']|javascript:", re.IGNORECASE)


def fetched(address):
    """What comes over the line, still compressed, whatever the status."""
    request = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})
    try:
        answer = urllib.request.urlopen(request)
    except urllib.error.HTTPError as refused:
        answer = refused
    with answer:
        body = answer.read()
        return body, gzip.decompress(body) if answer.headers["Content-Encoding"] == "gzip" else body


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", FIRST_VIEWS)
def test_a_first_view_is_one_light_request(page, site, name, language):
    address = site + in_language(PUBLIC[name], language)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    assert [url for url in asked if not url.startswith("data:")] == [address]
    body, text = fetched(address)
    assert len(body) <= MAX_BYTES
    assert len(body) < len(text)


@pytest.mark.parametrize("address", public_pages())
def test_no_page_needs_a_script(site, address):
    _body, text = fetched(site + address)
    assert b"<main" in text
    assert SCRIPT.search(text.decode()) is None


@pytest.mark.parametrize(
    "spoiled", ["<script>1</script>", '<a onclick="go()">', "<a href='javascript:go()'>"]
)
def test_the_look_sees_a_script(spoiled):
    assert SCRIPT.search(spoiled)
