"""What every page's frame needs: the country, the languages and the address of this page in each."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language

from .stylesheet import stylesheet


def page_frame(request: HttpRequest) -> dict[str, Any]:
    """Context of the base template; costs no query."""
    return {
        "languages": [
            {"code": code, "name": name, "url": translate_url(request.get_full_path(), code)}
            for code, name in settings.LANGUAGES
        ],
        "language": get_language() or settings.LANGUAGE_CODE,
        "stylesheet": stylesheet(),
        "is_demo": settings.DEMO,
    }
