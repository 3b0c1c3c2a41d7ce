"""The room's place in Django."""

from django.apps import AppConfig


class WebRoom(AppConfig):
    """No records, only clothes."""

    name = "taama.web"
    label = "web"
