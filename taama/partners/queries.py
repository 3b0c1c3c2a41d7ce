"""Reading organisations."""

from .models import Organisation


def organisations_by_code() -> dict[str, Organisation]:
    """All organisations by code."""
    return {organisation.code: organisation for organisation in Organisation.objects.all()}


def organisation_named(text: str) -> Organisation | None:
    """The organisation that bears or bore this acronym, whatever its case: MMEIA and MMEEIA are one."""
    return Organisation.objects.filter(names__acronym__iexact=text.strip()).order_by("code").first()
