"""Files as people send them, sound and spoiled, made on the spot."""

import hashlib
import io
import stat
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
FORBIDDEN = (-4).to_bytes(4, "little", signed=True)


def pdf(text="Le Mali a adopté sa politique.", encrypted=None):
    """A one-page PDF; with a password it is really encrypted (standard handler, 40 bits), "" needs none to read."""
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode("cp1252")
    lock = b""
    if encrypted is not None:
        owner, user, key = pdf_locks(encrypted)
        stream = rc4(md5(key + b"\4\0\0" + b"\0\0")[:10], stream)
        lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>] " % (
            owner,
            user,
        )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer << /Size 6 /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF" % (lock, len(body))
    return body + b"xref\n0 6\n0000000000 65535 f \n" + table + trailer


def pdf_locks(password):
    """The owner's lock and the user's, in hexadecimal, and the key (PDF 1.4, algorithms 3.2 to 3.4)."""
    padded = (password.encode("latin-1") + PAD)[:32]
    owner = rc4(md5(padded)[:5], padded)
    key = md5(padded + owner + FORBIDDEN + b"\0")[:5]
    return owner.hex().encode(), rc4(key, PAD).hex().encode(), key


def md5(data):
    """As the old encryption of PDF wants it."""
    return hashlib.md5(data, usedforsecurity=False).digest()


def rc4(key, data):
    """As the old encryption of PDF wants it."""
    box, j, i, out = list(range(256)), 0, 0, bytearray()
    for place in range(256):
        j = (j + box[place] + key[place % len(key)]) % 256
        box[place], box[j] = box[j], box[place]
    j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


def docx(paragraphs, head="", **extra):
    """A Word file of these paragraphs (XML of a w:p's inside); `extra` adds or replaces parts by name."""
    parts = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": head + document("".join(f"<w:p>{inside}</w:p>" for inside in paragraphs)),
        **extra,
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def document(body):
    """The main part of a Word file."""
    return f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>"


def words(text):
    """A run of words."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def docx_bomb():
    """A Word file of some kilobytes that unfolds to 300 MB."""
    return docx([words("x")], **{"word/media/blank.xml": b"\0" * 300_000_000})


def linked(data):
    """The same archive with a link out of its folder."""
    return with_entry(data, "word/link", attributes=(stat.S_IFLNK | 0o777) << 16)


def twice(data):
    """The same archive with a name that stands there twice."""
    return with_entry(data, "word/document.xmL").replace(b"word/document.xmL", b"word/document.xml")


def locked(data):
    """The same archive, its entries marked as encrypted."""
    directory = data.index(b"PK\1\2")
    entries = data[directory:].split(b"PK\1\2")
    return data[:directory] + b"PK\1\2".join([b"", *(each[:4] + b"\1" + each[5:] for each in entries[1:])])


def with_entry(data, name, attributes=0):
    """The archive and one entry more."""
    target = io.BytesIO(data)
    entry = zipfile.ZipInfo(name)
    entry.external_attr = attributes
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr(entry, "/etc/passwd")
    return target.getvalue()
