"""Which part of the plan a reader wants to see."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..queries import PlanPage, Wanted
from ..queries.showing import NOBODY, WHOLE
from .plan import label_of

BY = {"objective": _("objective"), "organisation": _("organisation"), "funder": _("funder")}


class WantedForm(forms.Form):
    """Filters of the plan, in the address; none is needed."""

    status = forms.ChoiceField(label=_("status"), required=False)
    standing = forms.ChoiceField(label=_("standing"), required=False)
    objective = forms.ChoiceField(label=_("objective"), required=False)
    organisation = forms.ChoiceField(label=_("organisation"), required=False)
    lead = forms.ChoiceField(label=_("lead"), required=False)
    funder = forms.ChoiceField(label=_("funder"), required=False)
    year = forms.ChoiceField(label=_("year"), required=False)
    area = forms.ChoiceField(label=_("area"), required=False)
    by = forms.ChoiceField(label=_("gathered by"), required=False, choices=list(BY.items()))

    def offer(self, page: PlanPage) -> None:
        """List what there is to choose."""
        self.choose("status", ((status.value, status.label) for status, _count in page.counts))
        self.choose("standing", ((one.value, one.label) for one, _count in page.standings))
        self.choose("objective", ((item.code, label_of(item)) for item in page.objectives))
        self.choose("organisation", ((one.code, label_of(one)) for one in page.organisations))
        self.choose("lead", ((one.code, label_of(one)) for one in page.leads))
        nobody, whole = (NOBODY, _("no funder yet")), (WHOLE, _("the whole country"))
        self.choose("funder", (*((one.code, label_of(one)) for one in page.funders), nobody))
        self.choose("year", ((str(year), str(year)) for year in page.years))
        self.choose("area", (*((one.code, label_of(one)) for one in page.areas), whole))

    def choose(self, name: str, choices: Iterable[tuple[str, Any]]) -> None:
        """The choices of one field, “all” before them."""
        self.fields[name].choices = [("", _("all")), *choices]  # type: ignore[attr-defined]


def wanted_from(query: Any) -> Wanted:
    """What the address asks for; nothing asked is all."""
    given = {one.name: query.get(one.name, "") for one in fields(Wanted)}
    return Wanted(**{**given, "by": given["by"] if given["by"] in BY else "objective"})
