"""The room's place in Django."""

from django.apps import AppConfig


class RoundsRoom(AppConfig):
    """Names the room."""

    name = "taama.rounds"
    label = "rounds"
