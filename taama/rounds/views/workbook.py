"""The form as an Excel workbook: out, and in again."""

from django.http import Http404, HttpRequest, HttpResponseBase

from taama.web.audience import audience


@audience("signed_in")
def workbook(request: HttpRequest, code: str, organisation: str) -> HttpResponseBase:
    """x."""
    raise Http404


@audience("signed_in")
def workbook_upload(request: HttpRequest, code: str, organisation: str) -> HttpResponseBase:
    """x."""
    raise Http404
