"""Templates compile, and carry nothing the content security policy would block."""

import re

import pytest
from django.template import TemplateSyntaxError, engines

from .plan import HOUSE, shown, told

TEMPLATES = sorted(HOUSE.glob("*/templates/**/*.html"))
FORBIDDEN = {
    r"\sstyle\s*=": "a style attribute: use a class of web/stylesheet.css",
    r"\son[a-z]+\s*=\s*[\"']": "an event attribute: no page needs a script",
    r"javascript:": "a javascript: address",
    r"<style(?![^>]*nonce=)": "a style element without the nonce",
    r"<script(?![^>]*nonce=)": "a script element without the nonce",
    r"(src|href|action)\s*=\s*[\"'](https?:)?//": "an address of another site",
    r"\{%\s*autoescape\s+off": "autoescape off",
}


def template_faults(where, text):
    """Sentences about a template that does not compile or carries what is forbidden."""
    try:
        engines["django"].from_string(text)
    except TemplateSyntaxError as error:
        yield f"{where} does not compile: {error}"
    for pattern, what in FORBIDDEN.items():
        if re.search(pattern, text):
            yield f"{where} carries {what}."


@pytest.mark.parametrize("path", TEMPLATES, ids=shown)
def test_a_template_compiles_and_is_clean(path):
    faults = list(template_faults(shown(path), path.read_text(encoding="utf-8")))
    assert not faults, told(faults)


@pytest.mark.parametrize(
    "text",
    [
        "{% if x %}",
        '<p style="color:red">',
        '<a onclick="x()">',
        '<a href="javascript:x()">',
        "<style>p{}</style>",
        "<script>x()</script>",
        '<img src="//cdn.example/x.png">',
        '<link href="https://cdn.example/x.css">',
        "{% autoescape off %}{% endautoescape %}",
    ],
)
def test_a_spoiled_template_is_told(text):
    assert list(template_faults("x.html", text))


def test_a_clean_template_passes():
    clean = '<style nonce="{{ request.csp_nonce }}">{{ s }}</style><a href="{% url "account_login" %}">x</a>'
    assert not list(template_faults("x.html", clean))


def test_there_are_templates():
    assert len(TEMPLATES) > 10
