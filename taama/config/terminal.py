"""What a command shows while it works, and what it says where the machine is not fit."""

import errno
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import django
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, OperationalError
from django.utils import translation

from .wording import catalogue

FULL = {errno.ENOSPC, errno.EDQUOT}


class Unfit(Exception):
    """This machine or database cannot do it; the sentence says why and what helps."""


@contextmanager
def prepared(language: str) -> Iterator[None]:
    """Django ready, the reader's language on, and the machine's own failures put into sentences."""
    try:
        make_var()
        django.setup()
        with translation.override(language):
            yield
    except ImproperlyConfigured as error:
        raise Unfit(str(error)) from error
    except OSError as error:
        raise Unfit(sentence_for(error, catalogue(language))) from error
    except OperationalError as error:
        raise Unfit(sentence_for_database(error, catalogue(language))) from error


def make_var() -> None:
    """The folder of this installation; whatever stands in its way, it is a folder that cannot be written."""
    try:
        settings.VAR.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        if error.errno in FULL:
            raise
        raise PermissionError(errno.EACCES, error.strerror, error.filename) from error


def sentence_for(error: OSError, _: Callable[[str], str]) -> str:
    """A failure of the machine in words of the reader's language."""
    if error.errno in FULL:
        return _("The disk is full. Free some space and run the command again: nothing was half saved.")
    if error.errno in {errno.EACCES, errno.EROFS, errno.EPERM}:
        return _("This folder cannot be written: %(name)s. Choose another one with TAAMA_VAR.") % {
            "name": error.filename
        }
    return str(error)


def sentence_for_database(error: OperationalError, _: Callable[[str], str]) -> str:
    """A database that cannot go on, in words; SQLite tells of a full disk in its own."""
    reason = first_line(error)
    if "disk is full" in reason:
        return sentence_for(OSError(errno.ENOSPC, reason), _)
    return _("The database does not answer: %(reason)s") % {"reason": reason}


def first_line(error: DatabaseError) -> str:
    """The database's own words, one line of them."""
    return str(error).strip().splitlines()[0]


class Steps:
    """Numbered steps with the time each took, on standard output."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.number = 0

    @contextmanager
    def step(self, title: str) -> Iterator[Callable[[int, int], None]]:
        """One step; the yielded function shows how far it is: `show(done, of)`."""
        self.number += 1
        head = f"[{self.number}/{self.total}] {title} …"
        live = sys.stdout.isatty()
        began = time.monotonic()

        def show(done: int, of: int) -> None:
            if live:
                sys.stdout.write(f"\r{head} {done}/{of}")
                sys.stdout.flush()

        if live:
            sys.stdout.write(head)
            sys.stdout.flush()
        yield show
        start, end = ("\r", " " * 8) if live else ("", "")
        say(f"{start}{head} {time.monotonic() - began:.1f} s{end}")


def say(text: str = "") -> None:
    """One line for the person."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
