"""Addresses of documents and conflicts."""

from django.urls import path

from . import views

app_name = "evidence"
urlpatterns = [
    path("", views.documents, name="documents"),
    path("search/", views.search, name="search"),
    path("add/", views.document_add, name="document-add"),
    path("documents/<slug:slug>/", views.document, name="document"),
    path("documents/<slug:slug>/copy/", views.document_copy, name="document-copy"),
    path("documents/<slug:slug>/cite/", views.cite, name="cite"),
    path("documents/<slug:slug>/cite/<int:position>/", views.passage_cite, name="passage-cite"),
    path("documents/<slug:slug>/mark/<int:position>/", views.passage_mark, name="passage-mark"),
    path("citations/<slug:code>/withdraw/", views.citation_withdraw, name="citation-withdraw"),
    path("tags/<uuid:pk>/withdraw/", views.tag_withdraw, name="tag-withdraw"),
    path("findings/<slug:code>/judge/", views.finding_judge, name="finding-judge"),
    path("questions/add/", views.question_add, name="question-add"),
    path("conflicts/", views.conflicts, name="conflicts"),
    path("conflicts/<slug:code>/", views.conflict, name="conflict"),
]
