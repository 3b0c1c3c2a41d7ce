"""The room's place in Django."""

from django.apps import AppConfig


class MonitoringRoom(AppConfig):
    """Names the room."""

    name = "taama.monitoring"
    label = "monitoring"
