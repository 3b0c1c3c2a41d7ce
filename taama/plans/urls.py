"""Addresses of the plan."""

from django.urls import path

from .views import activities, reading, revising, workbooks, writing

app_name = "plans"

ACTIVITY = "activities/<slug:code>/"
EDITION = "editions/<int:number>/"

urlpatterns = [
    path("", reading.plan, name="plan"),
    path("table/", reading.table, name="table"),
    path("timeline/", reading.timeline, name="timeline"),
    path("map/", reading.tiles, name="tiles"),
    path("organisations/<slug:code>/", reading.organisation, name="organisation"),
    path("money/", reading.money, name="money"),
    path("money/unfunded/", reading.unfunded, name="unfunded"),
    path("funders/<slug:code>/", reading.funder, name="funder"),
    path("logframe/", reading.logframe, name="logframe"),
    path("alignment/", reading.alignment, name="alignment"),
    path("editions/", reading.editions, name="editions"),
    path("plan.xlsx", workbooks.workbook, name="workbook"),
    path("import/", workbooks.import_file, name="import-file"),
    path("import/<uuid:token>/", workbooks.import_rows, name="import-rows"),
    path("new/", activities.activity_add, name="activity-add"),
    path(ACTIVITY, reading.activity, name="activity"),
    path(f"{ACTIVITY}edit/", activities.activity_edit, name="activity-edit"),
    path(f"{ACTIVITY}milestones/add/", activities.milestone_add, name="milestone-add"),
    path(
        f"{ACTIVITY}milestones/<slug:milestone>/reached/",
        activities.milestone_reached,
        name="milestone-reached",
    ),
    path(f"{ACTIVITY}duties/add/", writing.duty_add, name="duty-add"),
    path(f"{ACTIVITY}updates/add/", writing.update_add, name="update-add"),
    path(f"{ACTIVITY}risks/add/", writing.risk_add, name="risk-add"),
    path(f"{ACTIVITY}budget/add/", writing.budget_add, name="budget-add"),
    path(
        "organisations/<slug:code>/duties/add/", writing.organisation_duty_add, name="organisation-duty-add"
    ),
    path("duties/<uuid:pk>/end/", writing.duty_end, name="duty-end"),
    path("risks/<uuid:pk>/close/", writing.risk_close, name="risk-close"),
    path("budget/<uuid:pk>/mend/", writing.budget_mend, name="budget-mend"),
    path("money/rates/add/", writing.rate_add, name="rate-add"),
    path("logframe/results/add/", writing.result_add, name="result-add"),
    path("logframe/results/<slug:code>/edit/", writing.result_edit, name="result-edit"),
    path("editions/revise/", revising.edition_revise, name="edition-revise"),
    path(EDITION, reading.edition, name="edition"),
    path(f"{EDITION}compared-with/<int:other>/", reading.comparison, name="comparison"),
    path(f"{EDITION}adopt/", revising.edition_adopt, name="edition-adopt"),
    path(f"{EDITION}discard/", revising.edition_discard, name="edition-discard"),
    path(f"{EDITION}add/", revising.draft_activity_add, name="draft-activity-add"),
    path(f"{EDITION}activities/<slug:code>/", reading.edition_activity, name="edition-activity"),
    path(f"{EDITION}activities/<slug:code>/edit/", revising.draft_activity_edit, name="draft-activity-edit"),
    path(f"{EDITION}activities/<slug:code>/drop/", revising.draft_activity_drop, name="draft-activity-drop"),
]
