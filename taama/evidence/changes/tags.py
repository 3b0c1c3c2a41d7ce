"""Saying of which objectives a passage speaks, and taking it back."""

from django.utils import timezone
from django.utils.translation import gettext as _

from taama.accounts.models import User
from taama.compact.models import Item
from taama.evidence.models import Passage, Tag
from taama.journal.actors import Actor
from taama.journal.changes import change, record
from taama.web.refusals import NotAllowedNow


@change
def tag_passage(
    *, passage: Passage, start: int, end: int, objective: Item, by: User, action: Item | None = None
) -> Tag:
    """Say that these words of a passage speak of an objective; the tag that stands already, if there is one."""
    standing: Tag | None = Tag.objects.standing().filter(passage=passage, objective=objective).first()
    if standing is not None:
        return standing
    tag = Tag(
        passage=passage, start=start, end=end, objective=objective, action=action, by=by, at=timezone.now()
    )
    tag.full_clean()
    tag.save(force_insert=True)
    record("evidence.tag.added", tag, by=by)
    return tag


@change
def withdraw_tag(*, tag: Tag, by: Actor) -> Tag:
    """Take a tag back; it stays in the books."""
    if tag.withdrawn_at is not None:
        raise NotAllowedNow("tag.withdraw.again", _("This tag has been withdrawn already."))
    tag.withdrawn_at = timezone.now()
    tag.full_clean()
    tag.save(update_fields=["withdrawn_at"])
    record("evidence.tag.withdrawn", tag, by=by)
    return tag
