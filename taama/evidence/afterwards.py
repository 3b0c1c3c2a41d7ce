"""What follows once documents are held, beside the server: no page waits for it, and its failure loses nothing."""

import logging
import subprocess
from threading import Thread

from django.conf import settings

logger = logging.getLogger(__name__)


def go_through_new_documents() -> None:
    """Start the command the settings name, if they name one."""
    command = settings.AFTER_RECEIVING
    if not command:
        return
    try:
        started = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    except OSError as error:
        logger.warning("what follows a new document did not start: %s", error.strerror)
        return
    Thread(target=started.wait, daemon=True).start()  # so that it leaves no trace in the list of processes
