"""Writing expected results and what hangs on them."""

from django.utils.translation import gettext as _

from taama.journal.actors import Actor
from taama.journal.changes import change, record
from taama.journal.keeping import Tally, keep_ties
from taama.plans.cards import ResultCard
from taama.plans.models import Edition, ExpectedResult
from taama.web.refusals import NotAllowedNow

from .checking import checked


@change
def add_result(*, edition: Edition, card: ResultCard, by: Actor) -> ExpectedResult:
    """Add an expected result to an edition; a code that stands in it already is refused."""
    if ExpectedResult.objects.filter(edition=edition, code=card.code).exists():
        sentence = _("A result of this edition has the code “%(code)s” already.")
        raise NotAllowedNow("plans.result.exists", sentence % {"code": card.code})
    result = checked(ExpectedResult(edition=edition, **card.values()), "plans.result.fields")
    result.save(force_insert=True)
    keep_ties(result, "activities", card.activities, Tally())
    record("plans.result.added", result, by=by)
    return result


@change
def edit_result(*, result: ExpectedResult, card: ResultCard, by: Actor) -> ExpectedResult:
    """Edit an expected result; the code stays."""
    locked: ExpectedResult = ExpectedResult.objects.select_for_update().get(pk=result.pk)
    values = {name: value for name, value in card.values().items() if name != "code"}
    differing = [name for name, value in values.items() if getattr(locked, name) != value]
    for name in differing:
        setattr(locked, name, values[name])
    tally = Tally()
    keep_ties(locked, "activities", card.activities, tally)
    if differing or tally.anything:
        checked(locked, "plans.result.fields").save()
        record("plans.result.edited", locked, by=by, detail={"fields": sorted(differing)})
    return locked
