"""The room's place in Django."""

from django.apps import AppConfig


class PlansRoom(AppConfig):
    """Names the room."""

    name = "taama.plans"
    label = "plans"
