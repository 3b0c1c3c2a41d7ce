"""Addresses of the desk."""

from django.urls import path

from . import views

app_name = "desk"

urlpatterns = [
    path("", views.home, name="home"),
    path("objectives/<int:number>/", views.objective, name="objective"),
    path("figures/finding/<slug:code>/", views.finding, name="finding"),
    path("figures/observation/<uuid:pk>/", views.observation, name="observation"),
    path("changes/", views.changes, name="changes"),
    path("work/", views.work, name="work"),
]
