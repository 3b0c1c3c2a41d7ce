"""A whole report in one language, from the material."""

import dataclasses
import hashlib
from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

from taama.places.country import country
from taama.web.formatting import partial_date
from taama.web.languages import in_language
from taama.web.paper.model import Report, to_json

from .annexes import annexes
from .chapters import Numbering, body
from .ledger import Broken, Frozen, Ledger
from .material import Material


@dataclass(frozen=True)
class Compiled:
    """A report with what was frozen in it, and what could not be resolved."""

    report: Report
    frozen: tuple[Frozen, ...]
    broken: tuple[Broken, ...]


def compile_report(material: Material, language: str) -> Compiled:
    """The report of this material in one language; the same material gives the same report."""
    with translation.override(language):
        ledger = Ledger(material, language)
        numbering = Numbering()
        blocks = (*body(ledger, numbering), *annexes(ledger, numbering))
        review = material.review
        report = Report(
            language=language,
            title=in_language(review.title, language),
            subtitle=in_language(review.subtitle, language),
            issuer=in_language(country().government, language),
            ministry=in_language(review.organisation.name, language),
            dateline=_("State of the data: %(date)s") % {"date": partial_date(review.as_of, language)},
            notice=in_language(review.notice, language),
            labels=labels(),
            blocks=blocks,
            notes=tuple(ledger.notes),
            dated=material.as_of.isoformat(),
        )
    return Compiled(sealed(report), tuple(ledger.frozen), tuple(ledger.broken))


def sealed(report: Report) -> Report:
    """The report with the hash of its own content."""
    return dataclasses.replace(report, digest=hashlib.sha256(to_json(report).encode()).hexdigest())


def labels() -> dict[str, str]:
    """Words of the furniture in the language in force."""
    return {
        "contents": _("Contents"),
        "chart": _("Chart"),
        "charts": _("Charts and maps"),
        "map": _("Map"),
        "table": _("Table"),
        "tables": _("Tables"),
        "note": _("Note"),
        "sources": _("Source notes"),
        "data": _("The data as a table"),
        "illustrative": _("illustrative value"),
        "back": _("Back to the text"),
        "skip": _("Skip to the text"),
        "notice": _("Notice"),
        "digest": _("Seal of the content"),
    }
