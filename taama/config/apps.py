"""The room's place in Django: start-up checks stand here because they look at every room."""

from django.apps import AppConfig


class ConfigRoom(AppConfig):
    """Registers the start-up checks."""

    name = "taama.config"
    label = "config"

    def ready(self) -> None:
        """Bring the checks in; registering is their import's purpose."""
        from . import checks  # noqa: F401
