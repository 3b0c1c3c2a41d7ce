"""Pictures of text: recognised by Tesseract, a program of the system that this machine may not have."""

import re
import struct
import subprocess
from dataclasses import dataclass
from pathlib import Path

from .kinds import JPEG, PNG
from .reading import GAP, Reading, Unreadable
from .text import NO_TEXT_HAS

LANGUAGES = "fra+eng"
MOST_PIXELS = 60_000_000  # an A2 sheet at 300 dots an inch
JPEG_SIZES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}  # the segments that tell how large the picture is
TIFF_WIDTH, TIFF_HEIGHT = 256, 257
BROKEN_WORD = re.compile(r"(?<=[^\W\d_])-\n(?=[a-zà-ÿ])")
FULL_LINE = 0.7  # a line shorter than this share of the longest ends where its author ended it


@dataclass(frozen=True)
class Recogniser:
    """The program that turns a picture into text."""

    program: str

    def text(self, picture: bytes) -> str:
        """The words in a picture given as the bytes of its file."""
        command = [self.program, "stdin", "stdout", "-l", LANGUAGES, "--psm", "3"]
        done = subprocess.run(command, input=picture, capture_output=True, check=False)
        if done.returncode < 0:
            raise Unreadable("timeout", f"{self.program} ended by signal {-done.returncode}")
        if done.returncode:
            raise Unreadable("scan", done.stderr.decode("utf-8", "replace").strip()[-200:])
        return in_paragraphs(NO_TEXT_HAS.sub("", done.stdout.decode("utf-8", "replace")))


def read_picture(path: Path, media_type: str, recogniser: Recogniser | None) -> Reading:
    """The words in a picture; Unreadable where nothing here can read them."""
    data = path.read_bytes()
    insist_on_size(pixels_of(data, media_type))
    if recogniser is None:
        raise Unreadable("scan")
    text = recogniser.text(data)
    if not text:
        raise Unreadable("no_text")
    return Reading(text, media_type, recognised=True)


def insist_on_size(pixels: int) -> None:
    """Refuse a picture before it is unfolded: some kilobytes can hold a square kilometre of blank."""
    if pixels <= 0:
        raise Unreadable("broken", "no size")
    if pixels > MOST_PIXELS:
        raise Unreadable("bomb", f"{pixels} pixels")


def pixels_of(data: bytes, media_type: str) -> int:
    """How many pixels the file says it unfolds to; Unreadable where it does not say."""
    sizes = {PNG: png_size, JPEG: jpeg_size}
    try:
        width, height = sizes.get(media_type, tiff_size)(data)
    except (struct.error, IndexError, KeyError) as error:
        raise Unreadable("broken", str(error)) from error
    return width * height


def png_size(data: bytes) -> tuple[int, int]:
    """(width, height) by the first chunk."""
    width, height = struct.unpack_from(">2I", data, 16)
    return width, height


def jpeg_size(data: bytes) -> tuple[int, int]:
    """(width, height) by the segment that starts the frame."""
    at = 2
    while data[at] == 0xFF:
        kind, length = data[at + 1], struct.unpack_from(">H", data, at + 2)[0]
        if kind in JPEG_SIZES:
            height, width = struct.unpack_from(">2H", data, at + 5)
            return width, height
        at += 2 + length
    raise KeyError("no frame")


def tiff_size(data: bytes) -> tuple[int, int]:
    """(width, height) of the first picture."""
    order = "<" if data.startswith(b"II") else ">"
    at = struct.unpack_from(f"{order}I", data, 4)[0]
    count = struct.unpack_from(f"{order}H", data, at)[0]
    fields = {}
    for place in range(at + 2, at + 2 + 12 * count, 12):
        tag, kind = struct.unpack_from(f"{order}2H", data, place)
        fields[tag] = struct.unpack_from(f"{order}{'H' if kind == 3 else 'I'}", data, place + 8)[0]
    return fields[TIFF_WIDTH], fields[TIFF_HEIGHT]


def in_paragraphs(text: str) -> str:
    """Lines of a paragraph joined, words broken at a line's end made whole; short lines keep their end."""
    blocks = (block.strip() for block in re.split(r"\n\s*\n", BROKEN_WORD.sub("", text)))
    longest = max((len(line) for line in text.splitlines()), default=0)
    return GAP.join(joined(block.splitlines(), longest) for block in blocks if block)


def joined(lines: list[str], longest: int) -> str:
    """One paragraph; a line that ends well before the others ends there for a reason."""
    whole = ""
    for line in (" ".join(line.split()) for line in lines):
        full = len(whole) - whole.rfind("\n") - 1 >= FULL_LINE * longest
        whole += (" " if full else "\n") + line if whole else line
    return whole
