"""Every address of the house; French ones bear no prefix, other languages theirs."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns = i18n_patterns(
    path("", include("taama.desk.urls")),
    path("evidence/", include("taama.evidence.urls")),
    path("suggestions/", include("taama.suggestions.urls")),
    path("plan/", include("taama.plans.urls")),
    path("indicators/", include("taama.monitoring.urls")),
    path("rounds/", include("taama.rounds.urls")),
    path("review/", include("taama.reviews.urls")),
    path("journal/", include("taama.journal.urls")),
    path("account/", include("allauth.account.urls")),
    path("account/second-factor/", include("allauth.mfa.urls")),
    prefix_default_language=False,
)

handler404 = "taama.web.errors.page_not_found"
handler403 = "taama.web.errors.permission_denied"
handler500 = "taama.web.errors.server_error"
