"""The report as a Word file: real headings, footnotes, captions and contents, through pandoc's document tree."""

import base64
import json
import os
import subprocess
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pypandoc

from . import pandoc as tree
from .model import (
    SIGN,
    Block,
    Callout,
    FigureRun,
    Heading,
    ItemList,
    Link,
    Note,
    NoteRef,
    PageBreak,
    Paragraph,
    Picture,
    Report,
    Run,
    Runs,
    Status,
    Table,
    Text,
    UnsoundDocument,
    column_shares,
    label,
    leads_out,
)
from .pictures import WIDTH_MM, pngs
from .zipped import members, zipped

REFERENCE = Path(__file__).parent / "reference.docx"
Node = tree.Node
Nodes = list[Node]


@dataclass
class Writing:
    """What the writer knows on its way: the notes, which of them are set already, the pictures to come."""

    report: Report
    notes: dict[int, Note]
    pictures: dict[int, bytes]
    met: dict[int, int] = field(default_factory=dict)


def docx(report: Report) -> bytes:
    """The report as the bytes of a Word file, the same each time."""
    drawn = [place for place, block in enumerate(report.blocks) if isinstance(block, Picture)]
    svgs = tuple(block.svg for block in report.blocks if isinstance(block, Picture))
    pictures = dict(zip(drawn, pngs(svgs), strict=True))
    writing = Writing(report, {note.number: note for note in report.notes}, pictures)
    document = {
        "pandoc-api-version": tree.VERSION,
        "meta": {"lang": tree.meta(report.language), **rtl(report)},
        "blocks": [*cover(report), *contents(report), *text(writing), *seal(report)],
    }
    return dressed(report, pandoc_docx(json.dumps(document, ensure_ascii=False)))


def rtl(report: Report) -> dict[str, Node]:
    """The direction, where it is not the usual one."""
    return {"dir": tree.meta("rtl")} if report.direction == "rtl" else {}


@cache
def pandoc_path() -> str:
    """Where pandoc is; it comes with the Python packages."""
    return str(pypandoc.get_pandoc_path())


def pandoc_docx(document: str) -> bytes:
    """Pandoc's Word file of a document tree; it may read no other file."""
    command = [
        pandoc_path(),
        "-f",
        "json",
        "-t",
        "docx",
        "--sandbox",
        f"--reference-doc={REFERENCE}",
        "-o",
        "-",
    ]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "0"}
    done = subprocess.run(command, input=document.encode(), capture_output=True, env=environment, check=False)
    if done.returncode:
        raise UnsoundDocument(f"the report cannot be written as Word: {done.stderr.decode().strip()}")
    return done.stdout


def dressed(report: Report, archive: bytes) -> bytes:
    """The archive with the report's title card and with times that do not tell when it was made."""
    card = properties(report).encode()
    changed = {"docProps/core.xml": card, "word/document.xml": whole_rows(archive)}
    return zipped((name, changed.get(name, content)) for name, content in members(archive))


def whole_rows(archive: bytes) -> bytes:
    """The document's part, where no row of a table breaks over two pages; pandoc has no word for it."""
    part = dict(members(archive))["word/document.xml"]
    return part.replace(b"<w:tr><w:tc>", b"<w:tr><w:trPr><w:cantSplit /></w:trPr><w:tc>")


def properties(report: Report) -> str:
    """Title, author, language and day, as the file's own card."""
    day = f"{report.dated or '1970-01-01'}T00:00:00Z"
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{tree.printable(report.title)}</dc:title><dc:creator>{tree.printable(report.ministry)}</dc:creator>"
        f"<dc:language>{tree.printable(report.language)}</dc:language>{dates}</cp:coreProperties>"
    )


def cover(report: Report) -> Nodes:
    """The first page: who speaks, what it is, when, and what to know before reading."""
    lines = [
        ("Cover Issuer", report.issuer),
        ("Cover Ministry", report.ministry),
        ("Title", report.title),
        ("Subtitle", report.subtitle),
        ("Cover Notice", report.notice),
        ("Date", report.dateline),
    ]
    return [
        *(tree.styled(style, [tree.para([tree.words(line)])]) for style, line in lines if line),
        tree.page_break(),
    ]


def contents(report: Report) -> Nodes:
    """The contents, filled in already; Word adds the page numbers when it opens the file."""
    headings = [
        (place, block)
        for place, block in enumerate(report.blocks)
        if isinstance(block, Heading) and block.level < 3
    ]
    entries = [(block.level, f"heading{place}", titled(block)) for place, block in headings]
    return [tree.contents(label(report, "contents"), entries), tree.page_break()] if entries else []


def titled(heading: Heading) -> str:
    """Number and words of a heading."""
    return f"{heading.number}\u2002{heading.text}" if heading.number else heading.text


def seal(report: Report) -> Nodes:
    """The digest, small, at the end."""
    line = f"{label(report, 'digest')} · {report.digest}"
    return [tree.styled("Seal", [tree.para([tree.words(line)])])] if report.digest else []


def text(writing: Writing) -> Nodes:
    """All blocks of the report."""
    nodes: Nodes = []
    for place, block in enumerate(writing.report.blocks):
        # The contents before it end their page already.
        if place or not isinstance(block, PageBreak):
            nodes += written(writing, place, block)
    return nodes


def written(writing: Writing, place: int, block: Block) -> Nodes:
    """One block."""
    match block:
        case Heading():
            return [heading(place, block)]
        case Paragraph(runs):
            return [tree.para(inlines(writing, runs))]
        case ItemList(items, numbered):
            return [tree.items([[tree.plain(inlines(writing, item))] for item in items], numbered=numbered)]
        case Status():
            return [status(block)]
        case Table():
            return table(writing, block)
        case Picture():
            return picture(writing, place, block)
        case Callout():
            return callout(writing, block)
        case PageBreak():
            return [tree.page_break()]
    raise UnsoundDocument(f"a block of an unknown kind: {type(block).__name__}")


def heading(place: int, block: Heading) -> Node:
    """A heading with its number in the accent's colour."""
    number = [tree.span("Section Number", [tree.words(f"{block.number}\u2002")])] if block.number else []
    return tree.heading(block.level, f"heading{place}", [*number, tree.words(block.text)])


def status(block: Status) -> Node:
    """The status as a word on its colour, then the sentence."""
    word = tree.span(f"Status {block.tone}", [tree.words(f"\u00a0{block.label}\u00a0")])
    return tree.styled("Status", [tree.para([word, tree.words(f"\u2002{block.explanation}")])])


def callout(writing: Writing, block: Callout) -> Nodes:
    """Words set apart."""
    style = block.tone.capitalize()
    names = [style] * len(block.paragraphs)
    names[-1:] = [f"{style} Last"] if names else []
    paragraphs = [tree.para(inlines(writing, runs)) for runs in block.paragraphs]
    title = tree.styled(f"{style} Head", [tree.para([tree.words(block.title)])])
    return [title, *(tree.styled(name, [para]) for name, para in zip(names, paragraphs, strict=True))]


def caption(style: str, word: str, number: int, text: str) -> Node:
    """« Tableau 3 » as a counted field that lists can be made of, and the words."""
    return tree.styled(style, [tree.para([*tree.counted(word, number), tree.words(f"\u2002{text}")])])


def source(writing: Writing, runs: Runs) -> Nodes:
    """The small line under a table or picture."""
    return [tree.styled("Source Note", [tree.para(inlines(writing, runs))])] if runs else []


def table(writing: Writing, block: Table) -> Nodes:
    """Caption, table, note."""
    shares = column_shares(block)
    rows = [
        [[tree.styled("Table Text", [tree.para(inlines(writing, cell))])] for cell in row]
        for row in block.rows
    ]
    return [
        caption("Table Caption", label(writing.report, "table"), block.number, block.caption),
        tree.table(
            head=[[tree.styled("Table Head", [tree.para([tree.words(name)])])] for name in block.columns],
            rows=rows,
            right=frozenset(block.numeric_columns),
            widths=[share / sum(shares) for share in shares],
        ),
        *(source(writing, block.note) or [tree.styled("Source Note", [tree.para([tree.words("\u00a0")])])]),
    ]


def picture(writing: Writing, place: int, block: Picture) -> Nodes:
    """Caption, picture with its words for those who cannot see it, note."""
    encoded = base64.b64encode(writing.pictures[place]).decode()
    image = tree.image(block.alt, f"data:image/png;base64,{encoded}", f"{WIDTH_MM}mm")
    return [
        caption("Image Caption", label(writing.report, block.kind), block.number, block.caption),
        tree.para([image]),
        *source(writing, block.note),
    ]


def inlines(writing: Writing, runs: Runs) -> Nodes:
    """Runs as pandoc's inlines."""
    return [node for run in runs for node in inline(writing, run)]


def inline(writing: Writing, run: Run) -> Nodes:
    """One run; a figure carries its sign and its note."""
    match run:
        case Text(words, strong, emphasis):
            node = tree.words(words)
            node = tree.wrapped("Emph", [node]) if emphasis else node
            return [tree.wrapped("Strong", [node]) if strong else node]
        case Link(words, url):
            return [tree.link([tree.words(words)], url) if leads_out(url) else tree.words(words)]
        case FigureRun():
            return figure(writing, run)
        case NoteRef(number):
            return [note(writing, number)]
    raise UnsoundDocument(f"a run of an unknown kind: {type(run).__name__}")


def figure(writing: Writing, run: FigureRun) -> Nodes:
    """The number, linked to its own page, its sign if it is illustrative, its source note."""
    words = tree.words(run.text)
    nodes = [tree.link([words], run.url) if leads_out(run.url) else words]
    if run.illustrative:
        nodes.append(tree.span("Illustrative", [tree.words(SIGN)]))
    return [*nodes, note(writing, run.note_number)] if run.note_number is not None else nodes


def note(writing: Writing, number: int) -> Node:
    """A footnote where it is first needed; later a reference to it, so that Word keeps one number."""
    if number in writing.met:
        return tree.note_again(f"note{number}", writing.met[number])
    writing.met[number] = len(writing.met) + 1
    return tree.note(f"note{number}", inlines(writing, writing.notes[number].runs))
