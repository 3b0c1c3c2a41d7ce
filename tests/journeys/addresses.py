"""One address for each kind of page of the demonstration, and who opens the closed ones."""

from taama.accounts.demo import AUDITOR, COORDINATOR, EVIDENCE_OFFICER, FOCAL_POINT, VALIDATOR

REVIEW = "/review/mali-voluntary-review/"
DOCUMENT = "/evidence/documents/lessor-cite-accueil-2024/"
BEDS = "5bd2a432-a577-5d57-b25b-0318d2938433"
WAITING = "8d366995-be40-597e-a7ce-d316dbd45ea8"
ROUND = "/rounds/2026-q3/"
ASKED = "9adf51327ed554908f9328ee431e9ee5::"
HANDED_IN = "f764b4ec-2597-5e1c-b0b4-a15966d742eb"

PUBLIC = {
    "desk:home": "/",
    "desk:objective": "/objectives/21/",
    "desk:objective-sheet": "/objectives/21/sheet/",
    "desk:overview": "/overview/",
    "desk:regions": "/regions/",
    "desk:region": "/regions/mli-2023:ML07/",
    "desk:finding": "/figures/finding/centre-beds-2024/",
    "desk:observation": f"/figures/observation/{BEDS}/",
    "desk:changes": "/changes/",
    "evidence:documents": "/evidence/",
    "evidence:search": "/evidence/search/?words=d%C3%A9plac%C3%A9s",
    "evidence:document": DOCUMENT,
    "evidence:conflicts": "/evidence/conflicts/",
    "evidence:conflict": "/evidence/conflicts/centre-beds/",
    "plans:plan": "/plan/",
    "plans:activity": "/plan/activities/dgme-antennas/",
    "plans:table": "/plan/table/",
    "plans:timeline": "/plan/timeline/",
    "plans:tiles": "/plan/map/",
    "plans:organisation": "/plan/organisations/dgme/",
    "plans:money": "/plan/money/",
    "plans:unfunded": "/plan/money/unfunded/",
    "plans:funder": "/plan/funders/eu-delegation-mali/",
    "plans:logframe": "/plan/logframe/",
    "plans:alignment": "/plan/alignment/",
    "plans:editions": "/plan/editions/",
    "plans:edition": "/plan/editions/1/",
    "plans:edition-activity": "/plan/editions/1/activities/dgme-antennas/",
    "plans:comparison": "/plan/editions/1/compared-with/1/",
    "monitoring:indicators": "/indicators/",
    "monitoring:indicator": "/indicators/centre-beds/",
    "monitoring:figure-making": "/indicators/idps-mali/made/",
    "monitoring:addition": "/indicators/sum/?one=idps-mali&other=returned-idps",
    "reviews:reviews": "/review/",
    "reviews:review": REVIEW,
    "reviews:section": f"{REVIEW}sections/objective-21/",
    "account_login": "/account/login/",
    "account_reset_password": "/account/password/reset/",
    "account_reset_password_done": "/account/password/reset/done/",
    "account_reset_password_from_key": "/account/password/reset/key/1-spent/",
    "account_inactive": "/account/inactive/",
}
# A refusal is a page too, and more of the review than one objective is worth a look: the overview has the map.
ALSO_PUBLIC = (
    "/no/such/page/",
    "/evidence/?words=rien-de-tel",
    "/evidence/search/",
    "/evidence/search/?words=migrants&objective=21&since=2019",
    "/evidence/search/?words=rien-de-tel+migrants&language=fr",
    f"{REVIEW}sections/overview/",
    f"{REVIEW}sections/introduction/",
    f"{REVIEW}sections/annex-conflicts/",
    "/indicators/population-by-region/",
    "/plan/?status=completed",
    "/plan/?by=funder",
    "/plan/money/?by=objective&currency=EUR",
    "/plan/alignment/?simulate=1&tie=axis-1:2",
    "/overview/?sort=-fresh",
    "/objectives/21/?known=2026-01-31",
)
NO_PAGE = {
    "desk:overview-csv": "a file, not a page",
    "desk:objective-csv": "a file, not a page",
    "desk:indicator-csv": "a file, not a page",
    "desk:region-csv": "a file, not a page",
    "desk:objective-sheet-pdf": "a file, not a page",
    "reviews:download": "a file, not a page",
    "plans:workbook": "a file, not a page",
    "account_logout": "sends a visitor away",
    "account_signup": "nobody signs up by themselves",
    "account_email_verification_sent": "no address is verified by letter",
    "account_confirm_email": "no address is verified by letter",
    "account_confirm_login_code": "sends away whom no code was sent to",
    "account_reset_password_from_key_done": "follows a link in a letter",
    "mfa_authenticate": "between two steps of signing in",
}
SIGNED_IN = {
    "desk:work": (COORDINATOR, "/work/"),
    "desk:monday": (VALIDATOR, "/monday/"),
    "evidence:document-add": (EVIDENCE_OFFICER, "/evidence/add/"),
    "evidence:document": (EVIDENCE_OFFICER, DOCUMENT),
    "evidence:cite": (EVIDENCE_OFFICER, f"{DOCUMENT}cite/"),
    "evidence:passage-cite": (EVIDENCE_OFFICER, f"{DOCUMENT}cite/1/"),
    "evidence:passage-mark": (EVIDENCE_OFFICER, f"{DOCUMENT}mark/1/"),
    "evidence:citation-withdraw": (EVIDENCE_OFFICER, "/evidence/citations/abroad-definition/withdraw/"),
    "evidence:finding-judge": (EVIDENCE_OFFICER, "/evidence/findings/centre-beds-2024/judge/"),
    "evidence:question-add": (EVIDENCE_OFFICER, "/evidence/questions/add/"),
    "evidence:conflict": (EVIDENCE_OFFICER, "/evidence/conflicts/centre-beds/"),
    "suggestions:queue": (EVIDENCE_OFFICER, "/suggestions/"),
    "plans:activity-add": (COORDINATOR, "/plan/new/"),
    "plans:activity-edit": (COORDINATOR, "/plan/activities/dgme-antennas/edit/"),
    "plans:milestone-add": (COORDINATOR, "/plan/activities/dgme-antennas/milestones/add/"),
    "plans:import-file": (COORDINATOR, "/plan/import/"),
    "plans:duty-add": (COORDINATOR, "/plan/activities/reintegration-programme/duties/add/"),
    "plans:update-add": (FOCAL_POINT, "/plan/activities/reintegration-programme/updates/add/"),
    "plans:risk-add": (FOCAL_POINT, "/plan/activities/reintegration-programme/risks/add/"),
    "plans:budget-add": (FOCAL_POINT, "/plan/activities/reintegration-programme/budget/add/"),
    "plans:organisation-duty-add": (COORDINATOR, "/plan/organisations/dgme/duties/add/"),
    "plans:duty-end": (COORDINATOR, "/plan/duties/58d27fd9-5b04-5c65-8a0e-c4e530f8d723/end/"),
    "plans:risk-close": (COORDINATOR, "/plan/risks/abd2c231-1582-5c0c-8c14-b4c64924eceb/close/"),
    "plans:budget-mend": (COORDINATOR, "/plan/budget/1118e2ed-12ce-505a-a1a4-9a45ebdd2283/mend/"),
    "plans:rate-add": (COORDINATOR, "/plan/money/rates/add/"),
    "plans:result-add": (COORDINATOR, "/plan/logframe/results/add/"),
    "plans:result-edit": (COORDINATOR, "/plan/logframe/results/result-21/edit/"),
    "plans:edition-revise": (COORDINATOR, "/plan/editions/revise/"),
    "plans:milestone-reached": (
        COORDINATOR,
        "/plan/activities/border-post-renovation/milestones/six-posts/reached/",
    ),
    "monitoring:indicator": (FOCAL_POINT, "/indicators/centre-beds/"),
    "monitoring:overlap-declare": (COORDINATOR, "/indicators/idps-mali/overlaps/add/"),
    "monitoring:observation-add": (FOCAL_POINT, "/indicators/antennas-in-service/values/add/"),
    "monitoring:observation-correct": (FOCAL_POINT, f"/indicators/centre-beds/values/{BEDS}/correct/"),
    "monitoring:observations-waiting": (VALIDATOR, "/indicators/values/waiting/"),
    "monitoring:observation-judge": (
        VALIDATOR,
        f"/indicators/antennas-in-service/values/{WAITING}/judge/",
    ),
    "rounds:rounds": (COORDINATOR, "/rounds/"),
    "rounds:round-open": (COORDINATOR, "/rounds/new/"),
    "rounds:round": (COORDINATOR, ROUND),
    "rounds:round-asked": (COORDINATOR, f"{ROUND}asked/dgme/"),
    "rounds:request-add": (COORDINATOR, f"{ROUND}requests/add/"),
    "rounds:quality": (AUDITOR, "/rounds/2026-q2/quality/"),
    "rounds:form": (FOCAL_POINT, f"{ROUND}dgme/form/"),
    "rounds:evidence": (FOCAL_POINT, f"{ROUND}dgme/form/evidence/{ASKED}/"),
    "rounds:workbook-upload": (FOCAL_POINT, f"{ROUND}dgme/form/upload/"),
    "rounds:delegations": (FOCAL_POINT, "/rounds/stand-ins/"),
    "rounds:submissions": (VALIDATOR, "/rounds/submissions/"),
    "rounds:submission": (VALIDATOR, f"{ROUND}submissions/{HANDED_IN}/"),
    "reviews:review": (COORDINATOR, REVIEW),
    "reviews:compile": (COORDINATOR, f"{REVIEW}compile/"),
    "reviews:references": (COORDINATOR, f"{REVIEW}references/?q=centre"),
    "reviews:section-edit": (COORDINATOR, f"{REVIEW}sections/objective-21/edit/"),
    "journal:journal": (AUDITOR, "/journal/"),
    "account_logout": (COORDINATOR, "/account/logout/"),
    "account_change_password": (COORDINATOR, "/account/password/change/"),
    "mfa_index": (COORDINATOR, "/account/second-factor/"),
}


def in_language(address, language):
    """The address of a page in a language: French ones bear no prefix."""
    return address if language == "fr" else f"/{language}{address}"


def public_pages():
    """Every public page, in both languages."""
    both = [*PUBLIC.values(), *ALSO_PUBLIC]
    return [in_language(address, language) for address in both for language in ("fr", "en")]


def closed_pages():
    """Every page behind a sign-in with somebody who may open it, in both languages."""
    both = SIGNED_IN.values()
    return [(person, in_language(address, language)) for person, address in both for language in ("fr", "en")]
