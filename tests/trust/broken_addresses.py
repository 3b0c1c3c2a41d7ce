"""The house with three more doors, to see its answers when something breaks."""

from django.core.exceptions import PermissionDenied
from django.urls import path
from django.utils.translation import gettext_lazy as _

from taama.config.urls import urlpatterns as house
from taama.web.audience import audience
from taama.web.refusals import BadInput


@audience("public")
def breaks(request):
    """A bug."""
    raise ZeroDivisionError


@audience("public")
def forbids(request):
    """Known, but not allowed."""
    raise PermissionDenied


@audience("public")
def refuses(request):
    """A refusal with a sentence."""
    raise BadInput("x", _("Not found"))


urlpatterns = [*house, path("breaks/", breaks), path("forbids/", forbids), path("refuses/", refuses)]
handler404 = "taama.web.errors.page_not_found"
handler403 = "taama.web.errors.permission_denied"
handler500 = "taama.web.errors.server_error"
