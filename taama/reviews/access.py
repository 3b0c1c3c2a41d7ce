"""Who may write a section, who may compile."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404

from taama.accounts.roles import Role
from taama.web.audience import admits

from .models import Review, Section

WRITERS = (Role.COORDINATOR, Role.FOCAL_POINT)
COMPILERS = (Role.COORDINATOR,)


def review_to_read(slug: str) -> Review:
    """A review; reviews are public."""
    review: Review | None = Review.objects.select_related("organisation", "country").filter(slug=slug).first()
    if review is None:
        raise Http404
    return review


def may_write(user: Any, section: Section) -> bool:
    """The coordinator writes any section; a focal point those of the organisations they act for, or of nobody."""
    if user.has_role(Role.COORDINATOR):
        return True
    if not user.has_role(Role.FOCAL_POINT):
        return False
    return section.organisation_id is None or section.organisation_id in posts_of(user)


def posts_of(user: Any) -> set[UUID]:
    """The organisations a person is focal point of."""
    held = user.memberships.filter(role=Role.FOCAL_POINT, ended_on=None)
    return set(held.values_list("organisation_id", flat=True))


def section_to_edit(user: Any, slug: str, key: str) -> Section:
    """A section for somebody who may write it: 404 where there is none, 403 where it is not theirs."""
    found = Section.objects.select_related("review", "objective", "organisation")
    section: Section | None = found.filter(review__slug=slug, key=key).first()
    if section is None:
        raise Http404
    if not may_write(user, section):
        raise PermissionDenied
    return section


def may_compile(user: Any) -> bool:
    """Only who answers for the whole report."""
    return admits(COMPILERS, user)


def review_to_compile(user: Any, slug: str) -> Review:
    """A review for somebody who may compile it."""
    review = review_to_read(slug)
    if not may_compile(user):
        raise PermissionDenied
    return review


def sections_to_write(user: Any, review: Review) -> list[Section]:
    """The sections of a review this person may write."""
    if not admits(WRITERS, user):
        return []
    return [one for one in review.sections.select_related("objective", "review") if may_write(user, one)]


def may_write_key(user: Any, review: Review, key: str) -> bool:
    """Whether this person may write the section of this name."""
    return key in {one.key for one in sections_to_write(user, review)}
