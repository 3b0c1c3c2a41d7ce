"""Electronic mail: its heads, its text, and the names of what is attached."""

import email
import email.errors
import email.header
import email.policy
import email.utils
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

from .html import page_blocks
from .kinds import EML
from .reading import GAP, Reading, Unreadable, in_blocks
from .text import NO_TEXT_HAS, decoded, one_line_end

HEADS = ("From", "To", "Cc", "Date", "Subject")
MOST_PARTS = 200


def read_eml(path: Path) -> Reading:
    """Heads, the text (of the page where there is no plain one), and the names of attachments."""
    letter = parsed(path.read_bytes())
    parts = list(leaves(letter))
    body = body_of(parts)
    attached = [name for name in map(attachment, parts) if name]
    if not body and not attached:
        raise Unreadable("no_text")
    heads = [f"{name}: {value}" for name in HEADS if (value := head(letter, name))]
    text = GAP.join(
        part for part in ("\n".join(heads), body, "\n".join(f"- {name}" for name in attached)) if part
    )
    return Reading(text, EML, title=head(letter, "Subject")[:300], dated=day_of(head(letter, "Date")))


def day_of(date: str) -> str:
    """The day in ISO form; "" where the head gives none."""
    try:
        return email.utils.parsedate_to_datetime(date).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def parsed(data: bytes) -> Message:
    """The letter; Unreadable where it is built beyond sense."""
    try:
        return email.message_from_bytes(data, policy=email.policy.compat32)
    except (ValueError, LookupError, email.errors.MessageError) as error:
        raise Unreadable("broken", str(error)) from error


def leaves(letter: Message) -> Iterator[Message]:
    """The parts that hold something themselves; letters within a letter are attachments."""
    waiting, seen = [letter], 0
    while waiting:
        part = waiting.pop(0)
        seen += 1
        if seen > MOST_PARTS:
            raise Unreadable("bomb", "parts")
        inner = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            waiting = [one for one in inner if isinstance(one, Message)] + waiting
        else:
            yield part


def head(letter: Message, name: str) -> str:
    """One head, its encoded words decoded, on one line."""
    raw = letter.get(name)
    if raw is None:
        return ""
    try:
        said = str(email.header.make_header(email.header.decode_header(str(raw))))
    except (ValueError, LookupError, email.errors.MessageError):  # the sender named no encoding there is
        said = str(raw)
    return NO_TEXT_HAS.sub("", " ".join(said.split()))


def attachment(part: Message) -> str:
    """The name of a part that is attached; "" for one that is the text."""
    name = part.get_filename()
    if name is None:
        return ""
    letter = Message()
    letter["Subject"] = str(name)
    return head(letter, "Subject")


def body_of(parts: list[Message]) -> str:
    """The plain text, else the text of the page."""
    for kind, said in (("text/plain", plain), ("text/html", page)):
        texts = [said(part) for part in parts if part.get_content_type() == kind and not attachment(part)]
        if any(texts):
            return GAP.join(text for text in texts if text)
    return ""


def plain(part: Message) -> str:
    """The words of a plain part."""
    return one_line_end(words(part)).strip()


def page(part: Message) -> str:
    """The words of a part that is a page."""
    text, _headings = in_blocks(page_blocks(words(part)))
    return text


def words(part: Message) -> str:
    """The part's text, in the encoding it names, else as any text."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    try:
        return NO_TEXT_HAS.sub("", data.decode(part.get_content_charset() or "utf-8"))
    except (UnicodeError, LookupError):
        return decoded(data)[0]
