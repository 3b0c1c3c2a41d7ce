"""What is said on a page when a file cannot be read: the reason, and how to mend it."""

from django.utils import translation

from taama.web.refusals import BadInput

from .reasons import REASONS

SENTENCES = {reason: translation.gettext_lazy(sentence) for reason, sentence in REASONS.items()}


class ReadingRefused(BadInput):
    """A file that was not read; `code` is document.<reason>, `detail` is for the log of an administrator."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"document.{reason}", SENTENCES[reason])
        self.reason = reason
        self.detail = detail
