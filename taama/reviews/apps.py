"""The room's place in Django."""

from django.apps import AppConfig


class ReviewsRoom(AppConfig):
    """Names the room."""

    name = "taama.reviews"
    label = "reviews"
