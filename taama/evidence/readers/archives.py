"""Archives judged from their directory, before a byte is unpacked."""

import stat
import zipfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from .reading import Unreadable

MOST_ENTRIES = 2_000
MOST_UNPACKED = 100 * 2**20
MOST_RATIO = 100
SMALL = 1 * 2**20  # a short text of blanks may pack better than 100:1 and harms nobody
ENCRYPTED_FLAG = 0x1
NESTED = (".zip", ".docx", ".xlsx", ".pptx", ".gz", ".7z", ".rar")


def judged_names(path: Path) -> set[str]:
    """The names in an archive that may be unpacked; Unreadable for bombs, tricks and broken ones."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise Unreadable("broken", str(error)) from error
    judge(entries)
    return {entry.filename for entry in entries}


def judge(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse what unpacks to too much, hides behind names, or is encrypted."""
    if any(entry.flag_bits & ENCRYPTED_FLAG for entry in entries):
        raise Unreadable("encrypted")
    names = [entry.filename for entry in entries]
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise Unreadable("bomb")
    if any(is_bomb(entry) for entry in entries) or any(name.lower().endswith(NESTED) for name in names):
        raise Unreadable("bomb")
    if len(set(names)) != len(names) or any(leads_astray(entry) for entry in entries):
        raise Unreadable("broken", "names in the archive")


def is_bomb(entry: zipfile.ZipInfo) -> bool:
    """Whether one entry unfolds beyond all measure."""
    return entry.file_size > SMALL and entry.file_size > MOST_RATIO * max(entry.compress_size, 1)


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
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
        raise Unreadable("broken", str(error)) from error
    if len(data) > promised:
        raise Unreadable("bomb")
    return data
