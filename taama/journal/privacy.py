"""Privacy classes: each model field declares one, and export, journal and logs obey it."""

from collections.abc import Mapping

PUBLIC = "public"  # anyone may read it
OFFICIAL = "official"  # for people of the administration and its partners
PERSONAL = "personal"  # about a person: never in a journal entry, log, address or sample
SENSITIVE = "sensitive"  # could harm a person: sealed rooms only

CLASSES = (PUBLIC, OFFICIAL, PERSONAL, SENSITIVE)
JOURNALED_CLASSES = {PUBLIC, OFFICIAL}


def classes(**fields_by_class: str) -> Mapping[str, str]:
    """`classes(public="title date", official="note")` as field → class."""
    unknown = set(fields_by_class) - set(CLASSES)
    if unknown:
        raise ValueError(f"no such privacy class: {', '.join(sorted(unknown))}")
    return {field: name for name, fields in fields_by_class.items() for field in fields.split()}
