"""Where a reader asks “says who?”: addresses of figures, relative to the site, in one language."""

from django.urls import reverse
from django.utils import translation


def finding_page(code: str, language: str) -> str:
    """The page of a finding."""
    with translation.override(language):
        return reverse("desk:finding", args=[code])


def observation_page(pk: object, language: str) -> str:
    """The page of an observation."""
    with translation.override(language):
        return reverse("desk:observation", args=[pk])
