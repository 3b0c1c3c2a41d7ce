"""How sign-in behaves here: there is no sign-up, and invented people stay in the demonstration."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse

from .models import User


class ClosedAdapter(DefaultAccountAdapter):
    """Refuses sign-up, and the demonstration's people where there is no demonstration."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: roles are given, not taken."""
        return False

    def pre_login(self, request: HttpRequest, user: AbstractBaseUser, **kwargs: Any) -> HttpResponse | None:
        """A database of the demonstration may come under production settings: its password is known to all."""
        if isinstance(user, User) and user.is_invented and not settings.DEMO:
            request.session.flush()
            refusal: HttpResponse = self.respond_user_inactive(request, user)
            return refusal
        answer: HttpResponse | None = super().pre_login(request, user, **kwargs)
        return answer
