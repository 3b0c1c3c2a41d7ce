"""The letter to somebody who is late, in the languages of the house."""

from dataclasses import dataclass

from django.conf import settings
from django.core.mail import send_mail
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from taama.accounts.models import User
from taama.web.languages import in_language

from .models import ReportingRound
from .queries.rounds import Part
from .wording import moment_in_words

RULE = "\n\n---\n\n"


@dataclass(frozen=True)
class Letter:
    """What goes out."""

    to: str
    subject: str
    body: str


def letter(found: ReportingRound, part: Part, recipient: User) -> Letter:
    """The letter in every language of the house, the country's own first: nobody has said which one they read."""
    codes = [code for code, _name in settings.LANGUAGES]
    subjects, bodies = zip(*(in_one(found, part, recipient, code) for code in codes), strict=True)
    return Letter(recipient.email, subjects[0], RULE.join(bodies))


def in_one(found: ReportingRound, part: Part, recipient: User, language: str) -> tuple[str, str]:
    """(subject, body) in one language."""
    with override(language):
        title = in_language(found.title, language)
        subject = _("Reminder: %(title)s") % {"title": title}
        sentences = [
            _("Good day %(name)s,") % {"name": recipient.name},
            ngettext(
                "%(count)s answer of %(organisation)s is missing for “%(title)s”.",
                "%(count)s answers of %(organisation)s are missing for “%(title)s”.",
                part.missing,
            )
            % {
                "count": part.missing,
                "organisation": in_language(part.organisation.name, language),
                "title": title,
            },
            _(
                "The deadline was %(moment)s. The form still takes your answers; what you do not know can stay empty."
            )
            % {"moment": moment_in_words(timezone.localtime(part.deadline), language)},
            _("You find it after signing in, under “Reporting rounds”."),
        ]
    return subject, "\n\n".join(sentences)


def send(written: Letter) -> None:
    """Hand the letter to the mail server."""
    send_mail(written.subject, written.body, settings.DEFAULT_FROM_EMAIL, [written.to])
