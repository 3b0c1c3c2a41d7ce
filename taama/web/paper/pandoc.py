"""Pandoc's document tree, as far as a report needs it. Words enter as data; markup only in the fields Word needs."""

from collections.abc import Sequence
from html import escape
from typing import Any

Node = dict[str, Any]
VERSION = [1, 23, 1]
RAISED = '<w:rStyle w:val="FootnoteReference"/><w:vertAlign w:val="superscript"/>'
NO_ATTRIBUTES: list[Any] = ["", [], []]


def words(text: str) -> Node:
    """Words as they are."""
    return {"t": "Str", "c": text}


def wrapped(kind: str, inlines: list[Node]) -> Node:
    """Strong, Emph and the like."""
    return {"t": kind, "c": inlines}


def meta(text: str) -> Node:
    """A value of the document's card."""
    return {"t": "MetaString", "c": text}


def para(inlines: list[Node]) -> Node:
    """A paragraph."""
    return {"t": "Para", "c": inlines}


def plain(inlines: list[Node]) -> Node:
    """Words in a list or cell."""
    return {"t": "Plain", "c": inlines}


def styled(style: str, blocks: list[Node]) -> Node:
    """Blocks in one of the reference's paragraph styles."""
    return {"t": "Div", "c": [["", [], [["custom-style", style]]], blocks]}


def span(style: str, inlines: list[Node]) -> Node:
    """Words in one of the reference's character styles."""
    return {"t": "Span", "c": [["", [], [["custom-style", style]]], inlines]}


def heading(level: int, anchor: str, inlines: list[Node]) -> Node:
    """A heading with a bookmark."""
    return {"t": "Header", "c": [level, [anchor, [], []], inlines]}


def link(inlines: list[Node], url: str) -> Node:
    """A link."""
    return {"t": "Link", "c": [NO_ATTRIBUTES, inlines, [url, ""]]}


def image(alt: str, source: str, width: str) -> Node:
    """A picture with its words."""
    return {"t": "Image", "c": [["", [], [["width", width]]], [words(alt)], [source, ""]]}


def items(entries: list[list[Node]], *, numbered: bool) -> Node:
    """A list."""
    if numbered:
        return {"t": "OrderedList", "c": [[1, {"t": "Decimal"}, {"t": "Period"}], entries]}
    return {"t": "BulletList", "c": entries}


def table(
    *,
    head: list[list[Node]],
    rows: list[list[list[Node]]],
    right: frozenset[int],
    widths: list[float],
) -> Node:
    """A table whose head repeats on each page; columns in `right` are set to the right."""
    sides = [{"t": "AlignRight" if place in right else "AlignLeft"} for place in range(len(head))]
    columns = [[side, {"t": "ColWidth", "c": width}] for side, width in zip(sides, widths, strict=True)]
    body = [NO_ATTRIBUTES, 0, [], [table_row(row) for row in rows]]
    empty = [NO_ATTRIBUTES, []]
    return {
        "t": "Table",
        "c": [NO_ATTRIBUTES, [None, []], columns, [NO_ATTRIBUTES, [table_row(head)]], [body], empty],
    }


def table_row(cells: list[list[Node]]) -> list[Any]:
    """A row, no cell wider than its column."""
    return [NO_ATTRIBUTES, [[NO_ATTRIBUTES, {"t": "AlignDefault"}, 1, 1, blocks] for blocks in cells]]


def note(bookmark: str, inlines: list[Node]) -> Node:
    """A footnote under a bookmark."""
    return {"t": "Span", "c": [[bookmark, [], []], [{"t": "Note", "c": [para(inlines)]}]]}


def note_again(bookmark: str, number: int) -> Node:
    """A second reference to a footnote: the field Word keeps in step."""
    return raw_inline(field(f"NOTEREF {bookmark} \\h", str(number), RAISED))


def counted(word: str, number: int) -> list[Node]:
    """« Tableau 3 », where 3 is a field of the series « Tableau » and stays 3."""
    series = "".join(letter for letter in word if letter.isalnum())
    return [words(f"{word}\u00a0"), raw_inline(field(f"SEQ {series} \\* ARABIC \\r {number}", str(number)))]


def field(instruction: str, result: str, style: str = "") -> str:
    """A field of Word with the result it has now."""
    run = f"<w:r><w:rPr>{style}</w:rPr>"
    return (
        f'{run}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'{run}<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'{run}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"{run}<w:t>{escape(result)}</w:t></w:r>"
        f'{run}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def printable(text: str) -> str:
    """Words escaped for XML, without the control characters it has no way to write."""
    return escape("".join(letter for letter in text if letter >= " "))


def raw_inline(markup: str) -> Node:
    """Word's own markup within a paragraph; only for fields, never for words from outside."""
    return {"t": "RawInline", "c": ["openxml", markup]}


def page_break() -> Node:
    """What follows starts a new page."""
    return {"t": "RawBlock", "c": ["openxml", '<w:p><w:r><w:br w:type="page"/></w:r></w:p>']}


def contents(title: str, entries: Sequence[tuple[int, str, str]]) -> Node:
    """The contents: a field that holds (level, bookmark, words) already and is brought up to date by Word."""
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    lines = [
        f'<w:p><w:pPr><w:pStyle w:val="TOC{level}"/></w:pPr>{begin if place == 0 else ""}'
        f'<w:hyperlink w:anchor="{bookmark}"><w:r><w:t xml:space="preserve">{printable(text)}</w:t></w:r>'
        "</w:hyperlink></w:p>"
        for place, (level, bookmark, text) in enumerate(entries)
    ]
    end = '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    head = f'<w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr><w:r><w:t>{printable(title)}</w:t></w:r></w:p>'
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
    markup = (
        f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{head}{''.join(lines)}{end}</w:sdtContent></w:sdt>"
    )
    return {"t": "RawBlock", "c": ["openxml", markup]}
