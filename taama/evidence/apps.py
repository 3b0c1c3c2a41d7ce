"""The room's place in Django: after each migration the index of passages is put back in place."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


class EvidenceRoom(AppConfig):
    """Names the room and keeps its index."""

    name = "taama.evidence"
    label = "evidence"

    def ready(self) -> None:
        """A migration may rebuild a table and lose its triggers: this room's signal restores the index."""
        post_migrate.connect(restore_index, sender=self, dispatch_uid="evidence-index")


def restore_index(using: str, **kwargs: Any) -> None:
    """Install the index on this database."""
    from .passage_index import install  # models are not loaded yet when this module is

    install(connections[using])
