"""Archives judged from their directory, before a byte is unpacked."""

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from .reading import Unreadable

MOST_ENTRIES = 2_000
MOST_UNPACKED = 100 * 2**20
MOST_RATIO = 100
SMALL = 1 * 2**20  # a short text of blanks may pack better than 100:1 and harms nobody
ENCRYPTED_FLAG = 0x1
NESTED = (
    ".zip",
    ".docx",
    ".xlsx",
    ".xlsm",
    ".pptx",
    ".odt",
    ".ods",
    ".jar",
    ".gz",
    ".bz2",
    ".xz",
    ".7z",
    ".rar",
)
# The workbook behind a chart: common in sound files, and never opened here.
EMBEDDED = ("word/embeddings/", "ppt/embeddings/", "xl/embeddings/")

END_MARK = b"PK\x05\x06"
END_RECORD = struct.Struct("<4s4H2LH")
LONGEST_COMMENT = 2**16
LARGEST_DIRECTORY = MOST_ENTRIES * 512  # 46 bytes and a name each


def judged_names(path: Path) -> set[str]:
    """The names in an archive that may be unpacked; Unreadable for bombs, tricks and broken ones."""
    judge_end(path)
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct.error) as error:
        raise Unreadable("broken", str(error)) from error
    judge(entries)
    return {entry.filename for entry in entries}


def judge_end(path: Path) -> None:
    """Refuse a directory that is too long to be worth reading, from its last record."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - LONGEST_COMMENT - END_RECORD.size))
        tail = file.read()
    at = tail.rfind(END_MARK)
    if at < 0 or len(tail) - at < END_RECORD.size:
        raise Unreadable("broken", "no directory")
    _mark, _disk, _start, _here, entries, directory_bytes, _offset, _comment = END_RECORD.unpack_from(
        tail, at
    )
    if entries > MOST_ENTRIES or directory_bytes > LARGEST_DIRECTORY:
        raise Unreadable("bomb", "entries")


def judge(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse what unpacks to too much, hides behind names, or is encrypted."""
    if any(entry.flag_bits & ENCRYPTED_FLAG for entry in entries):
        raise Unreadable("encrypted")
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if len(entries) > MOST_ENTRIES or unpacked > MOST_UNPACKED or unfolds(unpacked, packed):
        raise Unreadable("bomb")
    if any(unfolds(entry.file_size, entry.compress_size) or is_nested(entry.filename) for entry in entries):
        raise Unreadable("bomb")
    names = {entry.filename for entry in entries}
    if len(names) != len(entries) or any(leads_astray(entry) for entry in entries):
        raise Unreadable("broken", "names in the archive")


def unfolds(unpacked: int, packed: int) -> bool:
    """Whether so few bytes unfold to so many beyond all measure."""
    return unpacked > SMALL and unpacked > MOST_RATIO * max(packed, 1)


def is_nested(name: str) -> bool:
    """Whether an entry is itself an archive, other than a workbook embedded by an office program."""
    return name.lower().endswith(NESTED) and not name.startswith(EMBEDDED)


def leads_astray(entry: zipfile.ZipInfo) -> bool:
    """Whether a name leaves the folder, or is a link."""
    parts = PurePosixPath(entry.filename.replace("\\", "/")).parts
    is_link = stat.S_ISLNK(entry.external_attr >> 16)
    return is_link or ".." in parts or entry.filename.startswith(("/", "\\"))


def member(path: Path, name: str, names: Iterable[str]) -> bytes:
    """One entry's bytes, empty where there is none; never more than its directory promised."""
    if name not in names:
        return b""
    try:
        with zipfile.ZipFile(path) as archive, archive.open(name) as file:
            promised = archive.getinfo(name).file_size
            data = file.read(promised + 1)
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, NotImplementedError) as error:
        raise Unreadable("broken", str(error)) from error
    except RuntimeError as error:  # how zipfile says that the entry itself is encrypted
        raise Unreadable("encrypted", str(error)) from error
    if len(data) > promised:
        raise Unreadable("bomb")
    return data
