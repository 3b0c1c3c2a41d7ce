"""What every installation shares. Each variable read from the environment is described in docs/settings.md."""

import os
import sys
from pathlib import Path

from csp.constants import NONCE, NONE, SELF

from taama.config.databases import database_from_environment

ROOT = Path(__file__).resolve().parents[3]
VAR = Path(os.environ.get("TAAMA_VAR", ROOT / "var"))
SAMPLE = ROOT / "sample"
HELD_FILES = VAR / "held"
COMPILED_FILES = VAR / "compiled"
COUNTRY_PROFILE = (
    Path(__file__).resolve().parents[1] / "country" / f"{os.environ.get('TAAMA_COUNTRY', 'mli')}.toml"
)

ROOMS = [
    "web",
    "journal",
    "places",
    "compact",
    "partners",
    "accounts",
    "evidence",
    "suggestions",
    "plans",
    "monitoring",
    "rounds",
    "reviews",
    "desk",
]
INSTALLED_APPS = [
    *(f"taama.{room}" for room in ROOMS),
    "taama.config",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "taama.web.errors.RefusalMiddleware",
    "taama.web.audience.AudienceMiddleware",
]

ROOT_URLCONF = "taama.config.urls"
WSGI_APPLICATION = "taama.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "taama.web.page.page_frame",
            ],
            "builtins": ["taama.web.templatetags.taama"],
        },
    }
]

DATABASES = {"default": database_from_environment(VAR)}

# Never ATOMIC_REQUESTS: with SQLite's immediate transactions every page would take the write lock.

# Rate limits of sign-in count here: shared by all server processes, and kept over a restart.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": str(VAR / "cache"),
    }
}

LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "Français"), ("en", "English")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Africa/Bamako"

STATIC_URL = "static/"
STATIC_ROOT = VAR / "static"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_REDIRECT_URL = "desk:work"
LOGIN_URL = "account_login"
ACCOUNT_ADAPTER = "taama.accounts.adapter.ClosedAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "desk:home"
ACCOUNT_SESSION_REMEMBER = False
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Taama"
SESSION_COOKIE_AGE = 10 * 60 * 60

# Which audience the pages of others have: their views carry no declaration of ours.
FOREIGN_AUDIENCES = {
    "allauth.account.views": "public",
    "allauth.account.views.EmailView": "signed_in",
    "allauth.account.views.PasswordChangeView": "signed_in",
    "allauth.account.views.PasswordSetView": "signed_in",
    "allauth.account.views.ReauthenticateView": "signed_in",
    "allauth.mfa": "signed_in",
    "allauth.mfa.base.views.AuthenticateView": "public",
    "django.views.i18n": "public",
    "django.contrib.staticfiles": "public",
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF, NONCE],
        "script-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "font-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # one cookie less to guard
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"

# What one upload may cost; the reader's own limits stand in taama/evidence/sandbox.py.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
EVIDENCE_MAX_BYTES = int(os.environ.get("TAAMA_EVIDENCE_MAX_BYTES", 25 * 1024 * 1024))

# What follows once a document is held: it runs beside the server, and no page waits for it.
AFTER_RECEIVING = [sys.executable, "-m", "taama.config.cli", "evidence", "suggest"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
