"""How a small form is answered: shown, refused with a sentence beside it, or done and away."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render

from taama.accounts.models import User
from taama.web.refusals import BadInput, NotAllowedNow


def answered(
    request: HttpRequest,
    form: Form,
    do: Callable[[], Any],
    *,
    title: str,
    back: str,
    lead: str = "",
    said: str = "",
) -> HttpResponseBase:
    """The form's page; once it is filled in rightly, `do` is done and the person goes `back`."""
    if request.method == "POST" and form.is_valid():
        try:
            do()
        except (NotAllowedNow, BadInput) as refusal:
            form.add_error(None, str(refusal))
        else:
            if said:
                messages.success(request, said)
            return redirect(back)
    return render(request, "plans/form.html", {"form": form, "title": title, "back": back, "lead": lead})


def writer(request: HttpRequest) -> User:
    """The person who signs in; the page's audience has seen to it."""
    assert isinstance(request.user, User)
    return request.user
