"""Office files, mails, scans and pictures as people send them, made on the spot."""

import io
import struct
import zipfile
from email.message import EmailMessage

import pypdfium2
import typst

from taama.evidence.readers.kinds import ODT

ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
STATE = ' state="hidden"'
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'


def archive(parts):
    """A zip of these parts, in this order."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return target.getvalue()


def odt(body, manifest="<manifest/>", **extra):
    """An OpenDocument text with this body."""
    inner = f"<office:body><office:text>{body}</office:text></office:body>"
    content = f"<office:document-content {ODF}>{inner}</office:document-content>"
    return archive(
        {"mimetype": ODT, "content.xml": content, "META-INF/manifest.xml": manifest}
        | {name.replace("_xml", ".xml"): value for name, value in extra.items()}
    )


def xlsx(sheets, hidden=(), **extra):
    """A workbook: name → rows of cells, strings and numbers."""
    names = list(sheets)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{RELATIONS}"><sheets>'
        + "".join(
            f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"{STATE if name in hidden else ""}/>'
            for n, name in enumerate(names, 1)
        )
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="rId{n}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{n}.xml"/>'
            for n in range(1, len(names) + 1)
        )
        + "</Relationships>",
    }
    for n, name in enumerate(names, 1):
        parts[f"xl/worksheets/sheet{n}.xml"] = sheet(sheets[name])
    return archive(parts | extra)


def sheet(rows):
    """One sheet's part; a string row is its XML as it is."""
    lines = "".join(
        f'<row r="{y}">{"".join(cell(x, y, value) for x, value in enumerate(row))}</row>'
        for y, row in enumerate(rows, 1)
    )
    return f'<worksheet xmlns="{SHEET}"><sheetData>{lines}</sheetData></worksheet>'


def cell(x, y, value):
    """A cell with its words in it, or its number."""
    where = f"{chr(65 + x)}{y}"
    if isinstance(value, str):
        return f'<c r="{where}" t="inlineStr"><is><t>{value}</t></is></c>'
    return f'<c r="{where}"><v>{value}</v></c>'


def pptx(slides, order=None):
    """Slides, each (title, paragraphs); `order` shows them in another order than they are stored."""
    order = order or range(1, len(slides) + 1)
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{RELATIONS}/slide" Target="slides/slide{n}.xml"/>'
        for n in range(1, len(slides) + 1)
    )
    shown = "".join(f'<p:sldId id="{255 + n}" r:id="rId{n}"/>' for n in order)
    parts = {
        "[Content_Types].xml": "<Types/>",
        "ppt/presentation.xml": f'<p:presentation {P} xmlns:r="{RELATIONS}"><p:sldIdLst>{shown}</p:sldIdLst>'
        "</p:presentation>",
        "ppt/_rels/presentation.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>',
    }
    for n, (title, paragraphs) in enumerate(slides, 1):
        parts[f"ppt/slides/slide{n}.xml"] = (
            f"<p:sld {P} {A}><p:cSld><p:spTree>{shape(title, 'title')}{''.join(map(shape, paragraphs))}"
            f"{shape('7', 'sldNum')}</p:spTree></p:cSld></p:sld>"
        )
    return archive(parts)


def shape(text, kind=""):
    """A text frame, or the XML of one as it is."""
    if text.startswith("<"):
        return text
    mark = f'<p:nvSpPr><p:nvPr><p:ph type="{kind}"/></p:nvPr></p:nvSpPr>' if kind else ""
    return f"<p:sp>{mark}<p:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"


def eml(plain="", page="", attached=(), **heads):
    """A mail as a program writes it."""
    letter = EmailMessage()
    for name, value in {
        "From": "Awa Exemple <awa@exemple.org>",
        "To": "equipe@exemple.org",
        "Date": "Fri, 06 May 2022 10:00:00 +0000",
        "Message-ID": "<1@exemple.org>",
        "Subject": "Données de retour à Ségou",
        **heads,
    }.items():
        letter[name] = value
    if plain:
        letter.set_content(plain)
    if page:
        letter.add_alternative(page, subtype="html") if plain else letter.set_content(page, subtype="html")
    for name in attached:
        letter.add_attachment(b"x", maintype="application", subtype="octet-stream", filename=name)
    return letter.as_bytes()


PAGE_OF_TEXT = """
#set text(size: 16pt, font: "New Computer Modern", lang: "fr")
#set page(width: 16cm, height: 11cm, margin: 1.5cm)
Entre janvier 2018 et le 15 août 2019, plus de 18 000 migrants maliens en détresse ont été assistés.

Le Gouvernement a validé son plan.
"""


def picture_of_text(source=PAGE_OF_TEXT, ppi=200):
    """A PNG of a page."""
    return typst.compile(source.encode(), format="png", ppi=ppi)


def tiff_of_text():
    """A TIFF of the same page, as scanners write it: grey, not packed."""
    bitmap = pypdfium2.PdfDocument(typst.compile(PAGE_OF_TEXT.encode()))[0].render(scale=3, grayscale=True)
    rows = bytes(bitmap.buffer)
    pixels = b"".join(rows[y * bitmap.stride :][: bitmap.width] for y in range(bitmap.height))
    fields = [
        (256, bitmap.width), (257, bitmap.height), (258, 8), (259, 1), (262, 1), (273, 8), (277, 1),
        (278, bitmap.height), (279, len(pixels)),
    ]  # fmt: skip
    directory = struct.pack("<H", len(fields)) + b"".join(
        struct.pack("<HHII", tag, 4, 1, value) for tag, value in fields
    )
    return struct.pack("<4sI", b"II*\0", 8 + len(pixels)) + pixels + directory + b"\0\0\0\0"


def scan(pages=1, text_page=False):
    """A PDF whose pages are pictures, after one with text if wanted."""
    sheet = '#page(width: 16cm, height: 11cm, margin: 0cm, image("page.png", width: 100%))\n'
    start = (
        "#page(width: 16cm, height: 11cm)[Une page avec du texte, lisible sans rien.]\n" if text_page else ""
    )
    return start + sheet * pages


def scanned_pdf(folder, pages=1, text_page=False):
    """The bytes of such a scan; `folder` is where its picture may be put."""
    (folder / "page.png").write_bytes(picture_of_text())
    (folder / "scan.typ").write_text(scan(pages, text_page))
    return typst.compile(str(folder / "scan.typ"))


def garbled_pdf(text="Le Gouvernement a adopte sa politique nationale de migration. " * 3):
    """A PDF that looks well, and whose text layer is made of signs without meaning."""
    table = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        b"1 begincodespacerange <00> <FF> endcodespacerange\n1 beginbfrange <20> <7E> <E020> endbfrange\n"
        b"endcmap end end"
    )
    lines = [text[start : start + 60] for start in range(0, len(text), 60)]
    stream = (
        b"BT /F1 14 Tf 20 TL 40 720 Td " + b"".join(b"(%s) Tj T* " % line.encode() for line in lines) + b"ET"
    )
    font = (
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>"
    )
    return pdf_of([page_object(), stream_of(stream), font, stream_of(table)], pages=1)


def long_pdf(pages):
    """A PDF of many pages, each with the same line."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    stream = stream_of(b"BT /F1 12 Tf 72 720 Td (Le rapport compte 12 166 migrants de retour au Mali.) Tj ET")
    return pdf_of([page_object(), stream, font, b"null", *[page_object()] * (pages - 1)], pages=pages)


def page_object():
    """A page that shows object 4 in the font of object 5."""
    return (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>"
    )


def stream_of(data):
    """An object that holds these bytes."""
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def pdf_of(rest, pages):
    """The file: catalogue, tree of pages, then the other objects; pages stand at 3 and from 7 on."""
    kids = b" ".join(b"%d 0 R" % number for number in (3, *range(7, 6 + pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, pages),
        *rest,
    ]
    body, offsets = b"%PDF-1.4\n", []
    parts = [body]
    position = len(body)
    for number, content in enumerate(objects, start=1):
        part = b"%d 0 obj\n%s\nendobj\n" % (number, content)
        offsets.append(position)
        parts.append(part)
        position += len(part)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    count = len(objects) + 1
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (count, position)
    return b"".join([*parts, b"xref\n0 %d\n0000000000 65535 f \n" % count, table, end])
