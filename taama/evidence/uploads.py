"""What an upload may weigh: more than that is read past and never stored."""

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

from .forms import FILES_AT_ONCE

OTHER_FIELDS = 64 * 1024


def is_too_large(request: HttpRequest) -> bool:
    """Whether what the browser announces cannot be documents within the limit."""
    announced = request.META.get("CONTENT_LENGTH") or "0"
    most = FILES_AT_ONCE * settings.EVIDENCE_MAX_BYTES + OTHER_FIELDS
    return announced.isdecimal() and int(announced) > most


class SizeLimit(FileUploadHandler):
    """Drops an upload that is too large as a whole before it reaches a disk, and a file once it is too large."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.dropped: list[str] = []
        self.size = 0

    def new_file(self, *args: Any, **options: Any) -> None:
        """Skip the file if too much was announced."""
        super().new_file(*args, **options)
        self.size = 0
        if self.request is not None and is_too_large(self.request):
            self.drop()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass the data on to the next handler, while there is not too much of it."""
        self.size += len(raw_data)
        if self.size > settings.EVIDENCE_MAX_BYTES:
            self.drop()
        return raw_data

    def drop(self) -> None:
        """Read past the rest of this file, and remember its name."""
        self.dropped.append(self.file_name or "")
        raise SkipFile

    def file_complete(self, file_size: int) -> None:
        """Leave the file to the next handler."""
        return
