"""Addresses of the reviews."""

from django.urls import path

from . import views

app_name = "reviews"

urlpatterns = [
    path("", views.reviews, name="reviews"),
    path("<slug:slug>/", views.review, name="review"),
    path("<slug:slug>/compile/", views.compile_all, name="compile"),
    path("<slug:slug>/references/", views.references, name="references"),
    path("<slug:slug>/files/<slug:language>/<slug:format_name>/", views.download, name="download"),
    path("<slug:slug>/sections/<slug:key>/", views.section, name="section"),
    path("<slug:slug>/sections/<slug:key>/edit/", views.section_edit, name="section-edit"),
]
