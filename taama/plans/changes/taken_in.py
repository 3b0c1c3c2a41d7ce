"""Taking a plan in from an Excel file: all rows that were understood, in one go."""

from collections.abc import Iterable

from taama.journal.actors import Actor
from taama.journal.changes import change, record
from taama.journal.keeping import Tally
from taama.plans.models import Edition
from taama.plans.workbooks.understanding import UnderstoodRow

from .activities import add_activity, edit_activity


@change
def take_in(*, edition: Edition, rows: Iterable[UnderstoodRow], file: str, by: Actor) -> Tally:
    """Add and mend the activities of understood rows; refused rows are left out, the same again changes nothing."""
    tally = Tally()
    for row in rows:
        if row.outcome == "added" and row.card:
            add_activity(edition=edition, card=row.card, by=by)
            tally.added += 1
        elif row.outcome == "changed" and row.card and row.activity:
            edit_activity(activity=row.activity, card=row.card, by=by)
            tally.changed += 1
        elif row.outcome == "same":
            tally.unchanged += 1
    if tally.anything:
        record("plans.plan.taken_in", edition, by=by, detail={"file": file, **tally.as_detail()})
    return tally
