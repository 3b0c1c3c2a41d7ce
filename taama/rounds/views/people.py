"""Who asks for a page, and when."""

from django.http import HttpRequest
from django.utils import timezone

from taama.accounts.models import User

today = timezone.localdate
now = timezone.now


def person(request: HttpRequest) -> User:
    """The person who signs in; the page's audience has seen to it."""
    assert isinstance(request.user, User)
    return request.user
