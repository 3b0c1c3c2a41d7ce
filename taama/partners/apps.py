"""The room's place in Django."""

from django.apps import AppConfig


class PartnersRoom(AppConfig):
    """Names the room."""

    name = "taama.partners"
    label = "partners"
