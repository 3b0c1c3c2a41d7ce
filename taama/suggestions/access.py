"""Who may judge suggestions: those who may add to the evidence."""

import uuid

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from taama.accounts.models import User
from taama.accounts.roles import Role

from .models import Suggestion

JUDGING = (Role.EVIDENCE_OFFICER, Role.COORDINATOR)


def may_judge(user: User | AnonymousUser) -> bool:
    """Whether this person may accept, mend or reject what is suggested."""
    return isinstance(user, User) and user.has_role(*JUDGING)


def suggestion_to_judge(user: User | AnonymousUser, pk: uuid.UUID) -> Suggestion:
    """A suggestion this person may judge, with its source; refused or not found."""
    if not may_judge(user):
        raise PermissionDenied
    found: Suggestion = get_object_or_404(Suggestion.objects.standing().with_judgement().with_source(), pk=pk)
    return found
