"""Ids derived from what a record claims to be: the same claim, loaded twice, is the same record."""

import uuid

HOUSE = uuid.UUID("6f0f7c5e-6c1b-5b4e-9a53-7461616d6100")


def derived_id(kind: str, *claim: str) -> uuid.UUID:
    """The id of a record of this kind that claims these codes."""
    return uuid.uuid5(HOUSE, "\x1f".join((kind, *claim)))
