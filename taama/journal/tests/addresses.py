"""Just the addresses a page of this room needs."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns = i18n_patterns(
    path("journal/", include("taama.journal.urls")),
    path("account/", include("allauth.account.urls")),
    prefix_default_language=False,
)
handler403 = "taama.web.errors.permission_denied"
