"""Addresses of rounds."""

from django.urls import path

from .views import filling, judging, lending, quality, running, workbook

app_name = "rounds"

urlpatterns = [
    path("", running.rounds, name="rounds"),
    path("new/", running.round_open, name="round-open"),
    path("reminders/send/", running.reminders_send, name="reminders-send"),
    path("submissions/", judging.submissions, name="submissions"),
    path("stand-ins/", lending.delegations, name="delegations"),
    path("stand-ins/<uuid:pk>/end/", lending.delegation_end, name="delegation-end"),
    path("<slug:code>/", running.round, name="round"),
    path("<slug:code>/close/", running.round_close, name="round-close"),
    path("<slug:code>/quality/", quality.quality, name="quality"),
    path("<slug:code>/quality.csv", quality.quality_csv, name="quality-csv"),
    path("<slug:code>/requests/add/", running.request_add, name="request-add"),
    path("<slug:code>/requests/<uuid:pk>/drop/", running.request_drop, name="request-drop"),
    path("<slug:code>/submissions/<uuid:pk>/", judging.submission, name="submission"),
    path("<slug:code>/asked/<slug:organisation>/", running.round_asked, name="round-asked"),
    path("<slug:code>/<slug:organisation>/form/", filling.form, name="form"),
    path("<slug:code>/<slug:organisation>/form/evidence/<str:key>/", filling.evidence, name="evidence"),
    path("<slug:code>/<slug:organisation>/form/workbook/", workbook.workbook, name="workbook"),
    path("<slug:code>/<slug:organisation>/form/upload/", workbook.workbook_upload, name="workbook-upload"),
]
