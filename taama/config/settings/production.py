"""A ministry's server: HTTPS in front, every secret from the environment, refuses to start half configured."""

import os

from taama.config.secrets import required

from .shared import *  # noqa: F403

DEBUG = False
DEMO = False
SECRET_KEY = required("TAAMA_SECRET_KEY")
ALLOWED_HOSTS = required("TAAMA_HOSTS").split(",")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
ALLAUTH_TRUSTED_PROXY_COUNT = 1  # nginx in front: rate limits count the client, not the proxy
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-taama"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrf"
EMAIL_HOST = os.environ.get("TAAMA_SMTP_HOST", "localhost")
DEFAULT_FROM_EMAIL = os.environ.get("TAAMA_MAIL_FROM", "taama@localhost")
