"""What a web server starts; an unsound database engine does not get that far."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "taama.config.settings.production")
application = get_wsgi_application()

from taama.config.fitness import insist_on_sound_database  # noqa: E402  # needs Django ready

insist_on_sound_database()
