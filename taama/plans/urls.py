"""Addresses of the plan."""

from django.urls import path

from . import views

app_name = "plans"

urlpatterns = [
    path("", views.plan, name="plan"),
    path("new/", views.activity_add, name="activity-add"),
    path("activities/<slug:code>/", views.activity, name="activity"),
    path("activities/<slug:code>/edit/", views.activity_edit, name="activity-edit"),
    path("activities/<slug:code>/milestones/add/", views.milestone_add, name="milestone-add"),
    path(
        "activities/<slug:code>/milestones/<slug:milestone>/reached/",
        views.milestone_reached,
        name="milestone-reached",
    ),
]
