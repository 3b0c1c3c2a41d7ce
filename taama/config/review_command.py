"""`taama review compile`: freeze the figures of a review and write its files."""

import argparse
import os
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from taama.journal.actors import Program
from taama.reviews.changes import compile_review
from taama.reviews.models import Review
from taama.reviews.publishing import FORMATS, write_files
from taama.web.refusals import BadInput

from .cli import DONE
from .terminal import say

WORDS = Program("review-compile")


def run(options: argparse.Namespace) -> int:
    """Compile in each language and write each format."""
    check_words(options.formats, FORMATS, _("format"))
    check_words(options.language, [code for code, _name in settings.LANGUAGES], _("language"))
    review = Review.objects.filter(slug=options.slug).first()
    if review is None:
        known = ", ".join(Review.objects.values_list("slug", flat=True)) or _("none yet")
        sentence = _("There is no review “%(slug)s”. There is: %(known)s.")
        raise BadInput("review.unknown", sentence % {"slug": options.slug, "known": known})
    insist_on_folder(options.to)
    for language in options.language:
        compilation = compile_review(review=review, language=language, by=WORDS)
        for path in write_files(compilation, options.to, options.formats):
            say(str(path))
    return DONE


def insist_on_folder(folder: Path) -> None:
    """Refuse a folder that cannot be made or written before anything is compiled for it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        writable = os.access(folder, os.W_OK)
    except OSError:
        writable = False
    if not writable:
        sentence = _("Nothing can be written to “%(name)s”. Choose another folder with --to.")
        raise BadInput("review.folder", sentence % {"name": folder})


def check_words(given: list[str], known: object, noun: str) -> None:
    """Refuse the first word that is not known, with the list."""
    choices = [str(word) for word in known]  # type: ignore[attr-defined]
    for word in given:
        if word not in choices:
            sentence = _("“%(word)s” is no known %(noun)s. There is: %(known)s.")
            raise BadInput(
                "review.word", sentence % {"word": word, "noun": noun, "known": ", ".join(choices)}
            )
