"""Addresses of the desk."""

from django.urls import path

from .views import files, first, paper, seeing

app_name = "desk"

urlpatterns = [
    path("", first.home, name="home"),
    path("overview/", seeing.overview_page, name="overview"),
    path("overview.csv", files.overview_csv, name="overview-csv"),
    path("objectives/<int:number>/", first.objective, name="objective"),
    path("objectives/<int:number>/values.csv", files.objective_csv, name="objective-csv"),
    path("objectives/<int:number>/sheet/", paper.sheet, name="objective-sheet"),
    path("objectives/<int:number>/sheet.pdf", paper.sheet_pdf, name="objective-sheet-pdf"),
    path("monday/", paper.monday, name="monday"),
    path("monday/sheet.pdf", paper.monday_pdf, name="monday-pdf"),
    path("monday/letters/", paper.monday_ask, name="monday-ask"),
    path("regions/", seeing.regions, name="regions"),
    path("regions/<slug:edition>:<slug:code>/", seeing.region, name="region"),
    path("regions/<slug:edition>:<slug:code>/values.csv", files.region_csv, name="region-csv"),
    path("figures/finding/<slug:code>/", first.finding, name="finding"),
    path("figures/observation/<uuid:pk>/", first.observation, name="observation"),
    path("figures/indicator/<slug:code>/values.csv", files.indicator_csv, name="indicator-csv"),
    path("changes/", first.changes, name="changes"),
    path("work/", first.work, name="work"),
]
