"""How sign-in behaves here: there is no sign-up; an administrator adds people."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Refuses sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: roles are given, not taken."""
        return False
