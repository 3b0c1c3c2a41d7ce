"""Builds reference.docx, the clothes of the Word file: `python -m taama.web.paper.reference`.

Starts from pandoc's own reference and replaces styles, page size, head and foot. Run it after changing a style here;
the file is committed, so that making a report does not.
"""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pypandoc

from .zipped import members, zipped

FILE = Path(__file__).parent / "reference.docx"
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PARTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = f"{{{MAIN}}}"
BODY, HEAD = "Cambria", "Calibri"
INK, MUTED, ACCENT, ATTENTION = "1B2B2A", "5D6B69", "0B6E4F", "C8553D"


@dataclass(frozen=True)
class Style:
    """A style: sizes in half points, spaces in twentieths of a point, as Word counts."""

    name: str
    based_on: str = "Normal"
    font: str = ""
    size: int = 0
    color: str = ""
    bold: bool | None = None
    before: int | None = None
    after: int | None = None
    line: int = 0
    paragraph: str = ""
    late: str = ""
    run: str = ""
    kind: str = "paragraph"


def bar(color: str, fill: str) -> str:
    """A bar at the left and a light ground, for what is set apart."""
    left = f'<w:left w:val="single" w:sz="24" w:space="8" w:color="{color}"/>'
    return f"<w:pBdr>{left}</w:pBdr>{ground(fill)}"


def ground(color: str) -> str:
    """A colour behind words."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{color}"/>'


KEEP = "<w:keepNext/><w:keepLines/>"
RULES = (
    '<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="D9DFDD"/>'
    '<w:bottom w:val="single" w:sz="4" w:space="6" w:color="D9DFDD"/></w:pBdr>'
)


def heading(level: int, size: int, color: str, before: int, after: int) -> Style:
    """A heading: kept with what follows, and in the contents at its level."""
    late = f'<w:outlineLvl w:val="{level - 1}"/>'
    return Style(f"heading {level}", "", HEAD, size, color, True, before, after, paragraph=KEEP, late=late)


def callout(name: str, color: str, fill: str) -> Style:
    """Words set apart by a bar and a ground."""
    late = '<w:ind w:left="200" w:right="200"/>'
    return Style(name, "", BODY, 20, before=0, after=80, line=276, paragraph=bar(color, fill), late=late)


def pill(tone: str, color: str, words: str = "FFFFFF") -> Style:
    """Words on the colour of a status."""
    return Style(f"Status {tone}", "", color=words, bold=True, run=ground(color), kind="character")


TABS = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8730"/></w:tabs>'
STYLES = {
    "Normal": Style("Normal", "", BODY, 21, INK, after=0),
    "BodyText": Style("Body Text", before=0, after=160, line=300),
    "FirstParagraph": Style("First Paragraph", "BodyText"),
    "Compact": Style("Compact", "BodyText", before=0, after=60, line=276),
    "Title": Style("Title", "", HEAD, 64, INK, True, before=3000, after=240, line=228),
    "Subtitle": Style("Subtitle", "", HEAD, 30, MUTED, before=0, after=2600, line=264),
    "Date": Style("Date", "", HEAD, 22, INK, True, before=480, after=0),
    "CoverIssuer": Style("Cover Issuer", "", HEAD, 26, INK, True, after=60),
    "CoverMinistry": Style("Cover Ministry", "", HEAD, 22, MUTED),
    "CoverNotice": Style("Cover Notice", "", HEAD, 19, INK, line=264, paragraph=bar(ATTENTION, "FFFFFF")),
    "Heading1": heading(1, 40, INK, 480, 240),
    "Heading2": heading(2, 28, INK, 400, 160),
    "Heading3": heading(3, 22, ACCENT, 320, 120),
    "TOCHeading": Style("TOC Heading", "", HEAD, 40, INK, True, before=0, after=240, paragraph=KEEP),
    "TOC1": Style("toc 1", "", HEAD, 21, INK, True, before=160, after=40, paragraph=TABS),
    "TOC2": Style(
        "toc 2", "", HEAD, 19, INK, before=0, after=30, paragraph=TABS, late='<w:ind w:left="280"/>'
    ),
    "Caption": Style("caption", "", HEAD, 19, INK, True, before=280, after=100, paragraph=KEEP),
    "TableCaption": Style("Table Caption", "Caption"),
    "ImageCaption": Style("Image Caption", "Caption"),
    "SourceNote": Style("Source Note", "", HEAD, 17, MUTED, before=60, after=280, line=252),
    "TableText": Style("Table Text", "", HEAD, 18, INK, before=50, after=50, line=245),
    "TableHead": Style("Table Head", "TableText", bold=True, paragraph=KEEP),
    "Status": Style("Status", "", HEAD, 20, INK, before=160, after=240, line=276, paragraph=RULES),
    "Conflict": callout("Conflict", ATTENTION, "FCF4F2"),
    "ConflictHead": Style(
        "Conflict Head", "Conflict", HEAD, 20, "A03F2B", True, before=240, after=60, paragraph=KEEP
    ),
    "ConflictLast": Style("Conflict Last", "Conflict", after=280),
    "Notice": callout("Notice", ACCENT, "F0F6F4"),
    "NoticeHead": Style(
        "Notice Head", "Notice", HEAD, 20, ACCENT, True, before=240, after=60, paragraph=KEEP
    ),
    "NoticeLast": Style("Notice Last", "Notice", after=280),
    "Seal": Style("Seal", "", HEAD, 15, MUTED, before=600),
    "FootnoteText": Style("footnote text", "", BODY, 17, INK, after=40, line=245),
    "Header": Style("header", "", HEAD, 16, MUTED),
    "Footer": Style("footer", "", HEAD, 17, MUTED),
    "FootnoteReference": Style(
        "footnote reference",
        "",
        HEAD,
        color=ACCENT,
        run='<w:vertAlign w:val="superscript"/>',
        kind="character",
    ),
    "Hyperlink": Style("Hyperlink", "", color=ACCENT, kind="character"),
    "SectionNumber": Style("Section Number", "", color=ACCENT, kind="character"),
    "Illustrative": Style("Illustrative", "", color=ATTENTION, kind="character"),
    "StatusDone": pill("done", ACCENT),
    "StatusUnderWay": pill("under_way", "6FAE94", INK),
    "StatusStarting": pill("starting", "CFE3D9", INK),
    "StatusStalled": pill("stalled", "B4462F"),
    "StatusNoData": pill("no_data", "E8EBEA", INK),
}
TABLE = """<w:style xmlns:w="{main}" w:type="table" w:default="1" w:styleId="Table"><w:name w:val="Table"/>
<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>
<w:top w:val="single" w:sz="8" w:color="0B6E4F"/><w:bottom w:val="single" w:sz="4" w:color="D9DFDD"/>
<w:insideH w:val="single" w:sz="4" w:color="D9DFDD"/></w:tblBorders><w:tblCellMar>
<w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>
<w:bottom w:val="single" w:sz="8" w:color="0B6E4F"/></w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>
</w:style>"""
SECTION = """<w:sectPr xmlns:w="{main}" xmlns:r="{parts}"><w:headerReference w:type="default" r:id="rIdHead"/>
<w:footerReference w:type="default" r:id="rIdFoot"/><w:pgSz w:w="11906" w:h="16838"/>
<w:pgMar w:top="1814" w:right="1588" w:bottom="1531" w:left="1588" w:header="850" w:footer="737" w:gutter="0"/>
<w:pgNumType w:start="0"/><w:titlePg/></w:sectPr>"""
# The chapter's name follows the first heading style by its number: the name of the style differs by language of Word.
PAGE_HEAD = """<w:hdr xmlns:w="{main}"><w:p><w:pPr><w:pStyle w:val="Header"/><w:pBdr>
<w:bottom w:val="single" w:sz="4" w:space="4" w:color="D9DFDD"/></w:pBdr><w:jc w:val="right"/></w:pPr>
<w:fldSimple w:instr=" STYLEREF 1 "><w:r><w:t></w:t></w:r></w:fldSimple></w:p></w:hdr>"""
PAGE_FOOT = """<w:ftr xmlns:w="{main}"><w:p><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="right"/></w:pPr>
<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>"""


def style_xml(key: str, style: Style) -> str:
    """The style as Word writes it; the order of its parts is the standard's."""
    built_in = style.name[0].islower() or key in {
        "Normal",
        "BodyText",
        "Title",
        "Subtitle",
        "Date",
        "Hyperlink",
    }
    custom = "" if built_in else ' w:customStyle="1"'
    default = ' w:default="1"' if key == "Normal" else ""
    based = f'<w:basedOn w:val="{style.based_on}"/>' if style.based_on else ""
    paragraph = "" if style.kind == "character" else f"<w:pPr>{paragraph_xml(style)}</w:pPr>"
    return (
        f'<w:style xmlns:w="{MAIN}" w:type="{style.kind}"{default}{custom} w:styleId="{key}">'
        f'<w:name w:val="{style.name}"/>{based}<w:qFormat/>{paragraph}<w:rPr>{run_xml(style)}</w:rPr></w:style>'
    )


def paragraph_xml(style: Style) -> str:
    """Spacing and whatever the style adds before and after it."""
    pairs = {"before": style.before, "after": style.after, "line": style.line or None}
    spacing = "".join(f' w:{name}="{value}"' for name, value in pairs.items() if value is not None)
    rule = ' w:lineRule="auto"' if style.line else ""
    return style.paragraph + (f"<w:spacing{spacing}{rule}/>" if spacing else "") + style.late


def run_xml(style: Style) -> str:
    """Font, weight, colour, size."""
    font = (
        f'<w:rFonts w:ascii="{style.font}" w:hAnsi="{style.font}" w:cs="{style.font}"/>' if style.font else ""
    )
    bold = "" if style.bold is None else f'<w:b w:val="{int(style.bold)}"/>'
    color = f'<w:color w:val="{style.color}"/>' if style.color else ""
    size = f'<w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/>' if style.size else ""
    return font + bold + color + size + style.run


def styles(content: bytes) -> bytes:
    """Pandoc's styles with ours in place of those of the same id."""
    root = ElementTree.fromstring(content)  # noqa: S314 -- pandoc's own file
    for old in list(root.findall(f"{W}style")):
        if old.get(f"{W}styleId") in {*STYLES, "Table"} or (old.get(f"{W}styleId") or "").endswith("Char"):
            root.remove(old)
    for key, style in STYLES.items():
        root.append(ElementTree.fromstring(style_xml(key, style)))  # noqa: S314 -- written above
    root.append(ElementTree.fromstring(TABLE.format(main=MAIN)))  # noqa: S314 -- written above
    for linked in root.iter():
        for link in linked.findall(f"{W}link"):
            linked.remove(link)
    return xml(root)


def xml(root: ElementTree.Element) -> bytes:
    """The tree as bytes."""
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def document(content: bytes) -> bytes:
    """Pandoc's document with our page: A4, head and foot, none on the cover."""
    root = ElementTree.fromstring(content)  # noqa: S314 -- pandoc's own file
    body = root.find(f"{W}body")
    if body is None:
        raise ValueError("pandoc's reference has no body")
    for old in body.findall(f"{W}sectPr"):
        body.remove(old)
    body.append(ElementTree.fromstring(SECTION.format(main=MAIN, parts=PARTS)))  # noqa: S314 -- written above
    return xml(root)


def relations(content: bytes) -> bytes:
    """The document's relations with head and foot."""
    kinds = (("rIdHead", "header", "header1.xml"), ("rIdFoot", "footer", "footer1.xml"))
    added = "".join(f'<Relationship Id="{i}" Type="{PARTS}/{kind}" Target="{at}"/>' for i, kind, at in kinds)
    return content.replace(b"</Relationships>", f"{added}</Relationships>".encode())


def content_types(content: bytes) -> bytes:
    """The archive's table of types with head and foot."""
    start = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    added = "".join(
        f'<Override PartName="/word/{kind}1.xml" ContentType="{start}.{kind}+xml"/>'
        for kind in ("header", "footer")
    )
    return content.replace(b"</Types>", f"{added}</Types>".encode())


CHANGED = {
    "word/styles.xml": styles,
    "word/document.xml": document,
    "word/_rels/document.xml.rels": relations,
    "[Content_Types].xml": content_types,
}


def reference() -> bytes:
    """The bytes of reference.docx."""
    for prefix, uri in (("w", MAIN), ("r", PARTS)):
        ElementTree.register_namespace(prefix, uri)
    command = [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.docx"]
    original = subprocess.run(command, capture_output=True, check=True).stdout
    parts = [(name, CHANGED.get(name, bytes)(content)) for name, content in members(original)]
    parts += [
        ("word/header1.xml", PAGE_HEAD.format(main=MAIN).encode()),
        ("word/footer1.xml", PAGE_FOOT.format(main=MAIN).encode()),
    ]
    return zipped(parts)


if __name__ == "__main__":
    FILE.write_bytes(reference())
    sys.exit(0)
