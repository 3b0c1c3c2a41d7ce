"""`taama serve`: gunicorn with threads, after the machine has been found fit."""

import argparse
import socket
from typing import Any

from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.utils.translation import gettext as _
from gunicorn.app.base import BaseApplication

from .fitness import insist_on_sound_database
from .terminal import Unfit, say


class Server(BaseApplication):
    """gunicorn, configured here instead of in a file."""

    def __init__(self, **settings: Any) -> None:
        self.settings = settings
        super().__init__()  # type: ignore[no-untyped-call]

    def load_config(self) -> None:
        """Hand our settings over."""
        assert self.cfg is not None
        for name, value in self.settings.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """The application each worker serves."""
        return get_wsgi_application()


def run(options: argparse.Namespace) -> int:
    """Serve until interrupted."""
    return serve(options.host, options.port, options.workers)


def serve(host: str, port: int, workers: int = 2) -> int:
    """Refuse an unfit database or a taken port; then serve."""
    insist_on_sound_database()
    insist_on_free_port(host, port)
    call_command("migrate", verbosity=0, interactive=False)
    say(_("Serving on http://%(host)s:%(port)s/ — stop with Ctrl-C.") % {"host": host, "port": port})
    Server(
        bind=f"{host}:{port}",
        workers=workers,
        threads=4,
        worker_class="gthread",
        accesslog=None,
        loglevel="warning",
        limit_request_line=4094,
        timeout=60,
    ).run()  # type: ignore[no-untyped-call]
    return 0


def insist_on_free_port(host: str, port: int) -> None:
    """A sentence instead of a traceback where somebody already listens."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as error:
            sentence = _("Port %(port)s is taken or not allowed. Choose another one: --port %(other)s.")
            raise Unfit(sentence % {"port": port, "other": free_neighbour(port)}) from error


def free_neighbour(port: int) -> int:
    """The port to propose instead: the next one, or the usual one where there is no next."""
    return port + 1 if 1023 < port < 65_535 else 8000
