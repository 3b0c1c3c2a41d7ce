"""The room's place in Django."""

from django.apps import AppConfig


class SuggestionsRoom(AppConfig):
    """Names the room."""

    name = "taama.suggestions"
    label = "suggestions"
