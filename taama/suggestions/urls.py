"""Addresses of the queue."""

from django.urls import path

from . import views

app_name = "suggestions"
urlpatterns = [
    path("", views.queue, name="queue"),
    path("take-back/", views.take_back, name="take-back"),
    path("documents/<slug:slug>/objectives/", views.accept_objectives, name="accept-objectives"),
    path("<uuid:pk>/judge/", views.judge, name="judge"),
    path("<uuid:pk>/mend/", views.mend, name="mend"),
]
