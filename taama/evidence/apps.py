"""The room's place in Django."""

from django.apps import AppConfig


class EvidenceRoom(AppConfig):
    """Names the room."""

    name = "taama.evidence"
    label = "evidence"
