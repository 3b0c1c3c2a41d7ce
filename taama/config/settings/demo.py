"""A demonstration on one's own machine: plain HTTP on the loopback address, secrets made on the spot."""

from taama.config.secrets import key_kept_in

from .shared import *  # noqa: F403
from .shared import VAR

DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
SECRET_KEY = key_kept_in(VAR / "secret.key")
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
DEMO = True
