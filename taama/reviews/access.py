"""Who may write a section, who may compile."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404

from taama.accounts.roles import Role

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
    held = user.memberships.filter(role=Role.FOCAL_POINT, ended_on=None)
    return section.organisation_id is None or held.filter(organisation=section.organisation_id).exists()


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
    return bool(user.has_role(*COMPILERS))


def review_to_compile(user: Any, slug: str) -> Review:
    """A review for somebody who may compile it."""
    review = review_to_read(slug)
    if not may_compile(user):
        raise PermissionDenied
    return review
