"""What an upload may weigh: more than that is read past and never stored."""

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

OTHER_FIELDS = 64 * 1024


def is_too_large(request: HttpRequest) -> bool:
    """Whether what the browser announces cannot be a document within the limit."""
    announced = request.META.get("CONTENT_LENGTH") or "0"
    return announced.isdecimal() and int(announced) > settings.EVIDENCE_MAX_BYTES + OTHER_FIELDS


class SizeLimit(FileUploadHandler):
    """Drops files of an upload that is too large as a whole, before they reach a disk."""

    def new_file(self, *args: Any, **options: Any) -> None:
        """Skip the file if too much was announced."""
        super().new_file(*args, **options)
        if self.request is not None and is_too_large(self.request):
            raise SkipFile

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass the data on to the next handler."""
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the file to the next handler."""
        return
