"""Who may open a page: each view declares it, and the undeclared stays closed."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.urls import resolve, reverse

PUBLIC = "public"
SIGNED_IN = "signed_in"

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def audience(*who: str) -> Callable[[View], View]:
    """Declare a view's audience: "public", "signed_in", or one or more roles."""

    def declare(view: View) -> View:
        view.audience = frozenset(str(name) for name in who)  # type: ignore[attr-defined]
        return view

    return declare


def audience_of(view: Any) -> frozenset[str]:
    """The declared audience; for views of other packages the longest match in FOREIGN_AUDIENCES; else nobody."""
    declared = getattr(view, "audience", None)
    if declared is not None:
        return frozenset(declared)
    target = getattr(view, "view_class", view)
    path = f"{target.__module__}.{getattr(target, '__qualname__', '')}"
    matches = [prefix for prefix in settings.FOREIGN_AUDIENCES if path.startswith(prefix)]
    return frozenset({settings.FOREIGN_AUDIENCES[max(matches, key=len)]}) if matches else frozenset()


def admits(who: Iterable[str], user: Any) -> bool:
    """Whether this audience admits this person; a person's roles come from `user.roles`."""
    who = set(who)
    if PUBLIC in who:
        return True
    if not user.is_authenticated:
        return False
    return SIGNED_IN in who or bool(who & {str(role) for role in user.roles})


def address_open_to(user: Any, page: str, *arguments: str) -> str:
    """The address of a page if its audience admits this person; else nothing."""
    address = reverse(page, args=arguments)
    return address if admits(audience_of(resolve(address).func), user) else ""


class AudienceMiddleware:
    """Asks each view for its audience before the view runs."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on; the decision falls in process_view."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """Let in, ask to sign in, or refuse with 403."""
        user = request.user
        if admits(audience_of(view), user):
            return None
        if not user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        raise PermissionDenied
