"""Compile the message catalogues of all rooms: `python -m taama.web.messages`. Plain Python, no gettext needed."""

import ast
import struct
import sys
from pathlib import Path

ROOMS = Path(__file__).resolve().parents[1]


def catalogues() -> list[Path]:
    """Every .po file of the house."""
    return sorted(ROOMS.glob("*/locale/*/LC_MESSAGES/*.po"))


def read_catalogue(text: str) -> dict[str, str]:
    """Messages of a .po file: key as the .mo format wants it (context, plural) → translation."""
    messages: dict[str, str] = {}
    for block in text.split("\n\n"):
        fields = read_block(block)
        if not fields.get("msgid") and messages:
            continue
        plural = "\0".join(fields[name] for name in sorted(fields) if name.startswith("msgstr["))
        translated = plural or fields.get("msgstr", "")
        is_header = fields.get("msgid") == ""
        if "msgid" in fields and translated and (is_header or "#, fuzzy" not in block):
            messages[message_key(fields)] = translated
    return messages


def message_key(fields: dict[str, str]) -> str:
    """Context, singular and plural joined as gettext looks them up."""
    key = fields["msgid"]
    if "msgid_plural" in fields:
        key = f"{key}\0{fields['msgid_plural']}"
    return f"{fields['msgctxt']}\x04{key}" if "msgctxt" in fields else key


def read_block(block: str) -> dict[str, str]:
    """The fields of one entry, strings joined over their lines."""
    fields: dict[str, str] = {}
    current = ""
    for line in block.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if not line.startswith('"'):
            current, _, line = line.partition(" ")
        fields[current] = fields.get(current, "") + ast.literal_eval(line)
    return fields


def compiled(messages: dict[str, str]) -> bytes:
    """The bytes of a .mo file (GNU gettext, little endian, no hash table); same messages, same bytes."""
    pairs = sorted((key.encode(), text.encode()) for key, text in messages.items())
    keys_at, texts_at = 28, 28 + 8 * len(pairs)
    offset = texts_at + 8 * len(pairs)
    tables: list[bytes] = []
    data = b""
    for column in (0, 1):
        for pair in pairs:
            tables.append(struct.pack("<II", len(pair[column]), offset + len(data)))
            data += pair[column] + b"\0"
    header = struct.pack("<7I", 0x950412DE, 0, len(pairs), keys_at, texts_at, 0, offset)
    return header + b"".join(tables) + data


def main() -> int:
    """Write a .mo beside every .po."""
    for path in catalogues():
        path.with_suffix(".mo").write_bytes(compiled(read_catalogue(path.read_text(encoding="utf-8"))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
