"""The one typed object through which the house reads what differs from country to country."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings


@dataclass(frozen=True)
class CountryProfile:
    """A country's own ways: languages, boundary edition in force, policy framework, ministry in charge."""

    iso3: str
    iso2: str
    languages: tuple[str, ...]
    time_zone: str
    currency: str
    boundary_edition: str
    policy_framework: str
    ministry: str
    headline: tuple[str, ...]
    progress: dict[str, str]
    name: dict[str, str]
    of: dict[str, str]
    government: dict[str, str]


def read_profile(path: Path) -> CountryProfile:
    """The profile in a country file; a missing or unknown key is a TypeError that names it; an absent list is empty."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    lists = {name: tuple(data.get(name, ())) for name in ("languages", "headline")}
    return CountryProfile(**{**data, **lists})


@cache
def country() -> CountryProfile:
    """This installation's country."""
    return read_profile(Path(settings.COUNTRY_PROFILE))
