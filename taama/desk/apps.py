"""The room's place in Django."""

from django.apps import AppConfig


class DeskRoom(AppConfig):
    """Names the room."""

    name = "taama.desk"
    label = "desk"
