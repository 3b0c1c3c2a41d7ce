"""The room's place in Django."""

from django.apps import AppConfig


class CompactRoom(AppConfig):
    """Names the room."""

    name = "taama.compact"
    label = "compact"
