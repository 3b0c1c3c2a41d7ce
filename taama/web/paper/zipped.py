"""Zip archives whose bytes repeat: fixed order as given, fixed time, no trace of the machine."""

import io
import zipfile
from collections.abc import Iterable

EPOCH = (1980, 1, 1, 0, 0, 0)


def members(archive: bytes) -> list[tuple[str, bytes]]:
    """Names and contents, in the archive's order."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return [(name, opened.read(name)) for name in opened.namelist()]


def zipped(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """The archive of these parts; pictures, packed already, are stored as they are."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts:
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.external_attr = 0o644 << 16
            packed = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content, packed, compresslevel=6)
    return buffer.getvalue()
