"""The pages a person sees first."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from taama.accounts.models import User
from taama.accounts.roles import Role
from taama.places.country import country
from taama.web.audience import address_open_to, audience
from taama.web.fields import language_codes
from taama.web.templatetags.taama import reader

from ..access import doors_open_to, finding_to_read, observation_doors, observation_to_read
from ..forms import end_of, known_on
from ..queries.figures import answer_then, finding_page, observation_page
from ..queries.home import home as home_page
from ..queries.lately import lately
from ..queries.objective import objective_page
from ..queries.work import piles_for


@audience("public")
def home(request: HttpRequest) -> HttpResponse:
    """The country's 23 objectives at a glance."""
    return render(request, "desk/home.html", {"home": home_page(), "country": country()})


@audience("public")
def objective(request: HttpRequest, number: int) -> HttpResponse:
    """One objective with all that serves it, its values now or as known on a day."""
    known = known_on(request)
    page = objective_page(number, end_of(known) if known else None)
    if page is None:
        raise Http404(str(number))
    context = {"page": page, "known": known, "asked": request.GET.get("known", "")}
    return render(request, "desk/objective.html", context)


@audience("public")
def finding(request: HttpRequest, code: str) -> HttpResponse:
    """Says who? For a finding."""
    found = finding_to_read(code)
    judge = address_open_to(request.user, "evidence:finding-judge", code)
    return render(request, "desk/finding.html", {"page": finding_page(found, reader()), "judge": judge})


@audience("public")
def observation(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Says who? For an observation; with what stood for it on a day, where one is asked for."""
    found = observation_to_read(request.user, pk)
    known = known_on(request)
    context = {
        "page": observation_page(found, reader()),
        "known": known,
        "stood": answer_then(found, end_of(known)) if known else None,
        **observation_doors(request.user, found),
    }
    return render(request, "desk/observation.html", context)


@audience("public")
def changes(request: HttpRequest) -> HttpResponse:
    """What changed, in words."""
    return render(request, "desk/changes.html", {"changes": lately(40, entries=2000)})


@audience("signed_in")
def work(request: HttpRequest) -> HttpResponse:
    """What the person may do, and what waits for them."""
    user = request.user
    assert isinstance(user, User)
    piles = piles_for(user, timezone.localdate(), language_codes())
    roles = [Role(role).label for role in sorted(user.roles)]
    return render(request, "desk/work.html", {"piles": piles, "doors": doors_open_to(user), "roles": roles})
