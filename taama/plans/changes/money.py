"""Writing budget lines and rates; what is mended keeps its earlier form in the journal."""

from decimal import Decimal

from django.utils.translation import gettext as _

from taama.journal.actors import Actor
from taama.journal.changes import change, record
from taama.plans.cards import MoneyCard, RateCard
from taama.plans.models import Activity, BudgetLine, Rate
from taama.web.refusals import NotAllowedNow

from .checking import checked


@change
def add_budget_line(*, activity: Activity, card: MoneyCard, by: Actor) -> BudgetLine:
    """Add what a funder gives in a year; a line for the same year, funder, stage and currency is refused."""
    line = BudgetLine(activity=activity, **card.values())
    same = BudgetLine.objects.filter(
        activity=activity, year=card.year, funder=card.funder, stage=card.stage, currency=card.currency
    )
    if same.exists():
        sentence = _("There is such a line already: mend its amount instead.")
        raise NotAllowedNow("plans.budget.exists", sentence)
    checked(line, "plans.budget.fields").save(force_insert=True)
    record("plans.budget.added", line, by=by)
    return line


@change
def mend_budget_line(*, line: BudgetLine, amount: Decimal, reason: str, by: Actor) -> BudgetLine:
    """Replace the amount of a line, with the reason; the amount before it stays in the journal."""
    locked: BudgetLine = BudgetLine.objects.select_for_update().get(pk=line.pk)
    if locked.amount == amount:
        return locked
    before, locked.amount = locked.amount, amount
    checked(locked, "plans.budget.fields").save(update_fields=["amount"])
    record("plans.budget.mended", locked, by=by, detail={"before": before, "reason": reason})
    return locked


@change
def add_rate(*, card: RateCard, by: Actor) -> Rate:
    """Add a dated rate with its source; one that begins on the same day is refused."""
    if Rate.objects.filter(currency=card.currency, quote=card.quote, valid_from=card.valid_from).exists():
        sentence = _("A rate of these two currencies begins on that day already.")
        raise NotAllowedNow("plans.rate.exists", sentence)
    rate = checked(Rate(**card.values()), "plans.rate.fields")
    rate.save(force_insert=True)
    record("plans.rate.added", rate, by=by)
    return rate
