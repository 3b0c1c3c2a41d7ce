"""Who may do what with evidence: everyone reads it; some add to it, some judge it."""

from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from taama.accounts.models import User
from taama.accounts.roles import Role

from .models import Citation, Document, Finding, Passage, Tag

ADDING = (Role.EVIDENCE_OFFICER, Role.COORDINATOR)
JUDGING = (Role.EVIDENCE_OFFICER, Role.VALIDATOR)

Reader = User | AnonymousUser


def may_add(user: Reader) -> bool:
    """Whether this person may add documents and mark or cite passages."""
    return isinstance(user, User) and user.has_role(*ADDING)


def may_judge(user: Reader) -> bool:
    """Whether this person may judge findings and rule on conflicts."""
    return isinstance(user, User) and user.has_role(*JUDGING)


def may_download(user: Reader) -> bool:
    """Whether this person may fetch a held copy: anyone who signs in."""
    return isinstance(user, User) and user.is_active


def shown_as(person: User, viewer: Reader) -> str:
    """A person's name and function for those who sign in, the roles for the public."""
    if viewer.is_authenticated:
        return f"{person.name} ({person.title})" if person.title else person.name
    held = {post.role for post in person.memberships.all() if post.ended_on is None}
    return ", ".join(sorted(str(Role(role).label) for role in held))


def document_to_download(user: Reader, slug: str) -> Document:
    """A document whose held copy this person may fetch; refused or not found."""
    insist(may_download(user))
    return get_object_or_404(Document, slug=slug)


def passage_to_mark(user: Reader, slug: str, position: int) -> Passage:
    """A passage of a current reading this person may mark or cite; refused or not found."""
    insist(may_add(user))
    passages = Passage.objects.with_words().filter(reading__is_current=True)
    passage: Passage = get_object_or_404(passages, reading__document__slug=slug, position=position)
    return passage


def finding_to_judge(user: Reader, code: str) -> Finding:
    """A finding this person may judge; refused or not found."""
    insist(may_judge(user))
    finding: Finding = get_object_or_404(Finding.objects.with_source(), code=code)
    return finding


def citation_to_withdraw(user: Reader, code: str) -> Citation:
    """A citation this person may withdraw; refused or not found."""
    insist(may_add(user))
    citation: Citation = get_object_or_404(Citation.objects.with_source(), code=code)
    return citation


def tag_to_withdraw(user: Reader, pk: UUID) -> Tag:
    """A standing tag this person may withdraw; refused or not found."""
    insist(may_add(user))
    tag: Tag = get_object_or_404(Tag.objects.with_source(), pk=pk, withdrawn_at=None)
    return tag


def insist_on_judge(user: Reader) -> None:
    """Refuse those who may not rule."""
    insist(may_judge(user))


def insist(allowed: bool) -> None:
    """Refuse with 403 what is known but not allowed."""
    if not allowed:
        raise PermissionDenied
