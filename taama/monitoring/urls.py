"""Addresses of monitoring."""

from django.urls import path

from . import views

app_name = "monitoring"

urlpatterns = [
    path("", views.indicators, name="indicators"),
    path("sum/", views.addition, name="addition"),
    path("values/waiting/", views.observations_waiting, name="observations-waiting"),
    path("<slug:code>/", views.indicator, name="indicator"),
    path("<slug:code>/made/", views.figure_making, name="figure-making"),
    path("<slug:code>/overlaps/add/", views.overlap_declare, name="overlap-declare"),
    path("<slug:code>/overlaps/<uuid:pk>/withdraw/", views.overlap_withdraw, name="overlap-withdraw"),
    path("<slug:code>/values/add/", views.observation_add, name="observation-add"),
    path("<slug:code>/values/<uuid:pk>/correct/", views.observation_correct, name="observation-correct"),
    path("<slug:code>/values/<uuid:pk>/judge/", views.observation_judge, name="observation-judge"),
    path("<slug:code>/values/<uuid:pk>/validate/", views.observation_validate, name="observation-validate"),
]
