"""Where a refusal becomes a page: one place, in the reader's language."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render

from .audience import audience
from .refusals import BadInput, Refused


class RefusalMiddleware:
    """Turns a refusal raised by a view into a page with its sentence."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on; refusals arrive in process_exception."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        """A page for refusals; anything else is a bug and goes on."""
        if not isinstance(exception, Refused):
            return None
        status = 400 if isinstance(exception, BadInput) else 409
        return render(request, "web/refused.html", {"refusal": exception}, status=status)


@audience("public")
def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """404: it does not exist, or is not yours to know."""
    return render(request, "404.html", status=404)


@audience("public")
def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """403: known, but not allowed."""
    return render(request, "403.html", status=403)


@audience("public")
def server_error(request: HttpRequest) -> HttpResponseBase:
    """500: a bug; the page needs no database and no session."""
    return render(request, "500.html", status=500)
