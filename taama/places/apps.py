"""The room's place in Django."""

from django.apps import AppConfig


class PlacesRoom(AppConfig):
    """Names the room."""

    name = "taama.places"
    label = "places"
