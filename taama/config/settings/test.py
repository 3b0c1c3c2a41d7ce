"""Tests: fast password hashing, files in a folder of their own, either database."""

import tempfile
from pathlib import Path

from .shared import *  # noqa: F403

DEBUG = False
DEMO = True
SECRET_KEY = "only-for-tests"  # noqa: S105
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
VAR = Path(tempfile.gettempdir()) / "taama-tests"
HELD_FILES = VAR / "held"
COMPILED_FILES = VAR / "compiled"
WHITENOISE_AUTOREFRESH = True
AFTER_RECEIVING = []
