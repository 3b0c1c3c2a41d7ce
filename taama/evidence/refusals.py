"""What is said when a file cannot be read: the reason, and how to mend it."""

from django.utils.translation import gettext_lazy as _

from taama.web.refusals import BadInput

SENTENCES = {
    "too_large": _("This file holds too much text to be read at once. Split it and add the parts."),
    "unsupported": _("This kind of file cannot be read. Give a text, HTML, PDF or Word (.docx) file."),
    "encrypted": _("This file is protected by a password. Save it without one and add it again."),
    "broken": _("This file is damaged or incomplete. Ask for it again, or open it and save it anew."),
    "bomb": _("This file unfolds to far more than it should and was not opened. Save its text anew."),
    "no_text": _("No text was found in this file; it may be a scan. Add a version that holds text."),
    "encoding": _("The characters of this file cannot be told. Save it as UTF-8 text and add it again."),
    "timeout": _("Reading this file took too long and was stopped. Save it anew, or split it."),
    "memory": _("Reading this file took too much memory and was stopped. Save it anew, or split it."),
}


class ReadingRefused(BadInput):
    """A file that was not read; `code` is document.<reason>, `detail` is for the log of an administrator."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"document.{reason}", SENTENCES[reason])
        self.reason = reason
        self.detail = detail
