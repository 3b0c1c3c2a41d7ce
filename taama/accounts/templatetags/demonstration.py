"""The invented people of the demonstration, for its sign-in page."""

from typing import Any

from django import template

from taama.accounts.demo import CAST, PASSWORD

register = template.Library()


@register.simple_tag
def demonstration_people() -> dict[str, Any]:
    """Whom one can sign in as, and with which password."""
    return {"cast": CAST, "password": PASSWORD}
