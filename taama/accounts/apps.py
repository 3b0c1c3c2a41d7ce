"""The room's place in Django."""

from django.apps import AppConfig


class AccountsRoom(AppConfig):
    """Names the room."""

    name = "taama.accounts"
    label = "accounts"
