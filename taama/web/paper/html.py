"""The report as a page: one file that needs nothing else, or its body alone for a page of ours."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from html import escape
from pathlib import Path

from .model import (
    SIGN,
    Block,
    Callout,
    FigureRun,
    Heading,
    ItemList,
    Link,
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
    label,
    leads_out,
    note_numbers,
)

STYLES = Path(__file__).with_name("report.css")
# The file needs no network and no script; it says so to the browser.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"


@dataclass
class Page:
    """What the writer knows on its way: how often each note was referred to."""

    report: Report
    mentions: Counter[int] = field(default_factory=Counter)

    def word(self, name: str) -> str:
        """A word of the furniture, escaped."""
        return escape(label(self.report, name))


@cache
def stylesheet() -> str:
    """The styles of a report, for the file and for pages that embed its body."""
    return STYLES.read_text(encoding="utf-8")


def html(report: Report) -> str:
    """The report as one page that stands alone."""
    page = Page(report)
    return (
        f'<!doctype html>\n<html lang="{escape(report.language)}" dir="{report.direction}">\n<head>\n'
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f"<title>{escape(report.title)}</title>\n<style>\n{stylesheet()}</style>\n</head>\n"
        f'<body class="report-page">\n<a class="report-skip" href="#report-text">{page.word("skip")}</a>\n'
        f"<main>\n{body_html(report)}</main>\n</body>\n</html>\n"
    )


def body_html(report: Report) -> str:
    """The report without the page around it; its title is a heading of level 1, its headings start at 2."""
    page = Page(report)
    text = "".join(block_html(page, place, block) for place, block in enumerate(report.blocks))
    return (
        f'<article class="report" lang="{escape(report.language)}">\n{cover(page)}{contents(page)}'
        f'<div class="report-text" id="report-text" tabindex="-1">\n{text}</div>\n{notes(page)}{seal(page)}</article>\n'
    )


def cover(page: Page) -> str:
    """Who speaks, what it is, when, and what to know before reading."""
    report = page.report
    sign = f'<span class="report-sign" aria-hidden="true">{SIGN}</span> '
    lines = (
        f'<p class="report-issuer">{escape(report.issuer)}</p>\n'
        f'<p class="report-ministry">{escape(report.ministry)}</p>\n<h1>{escape(report.title)}</h1>\n'
    )
    if report.subtitle:
        lines += f'<p class="report-subtitle">{escape(report.subtitle)}</p>\n'
    if report.dateline:
        lines += f'<p class="report-dateline">{escape(report.dateline)}</p>\n'
    if report.notice:
        lines += f'<p class="report-warning">{sign}{escape(report.notice)}</p>\n'
    return f'<header class="report-cover">\n{lines}</header>\n'


def anchor_of(place: int, heading: Heading) -> str:
    """The heading's own anchor, else one by its place."""
    return escape(heading.anchor or f"heading-{place}")


def contents(page: Page) -> str:
    """Links to the headings of the two upper levels."""
    lines = "".join(
        f'<li class="report-level-{block.level}"><a href="#{anchor_of(place, block)}">{titled(block)}</a></li>\n'
        for place, block in enumerate(page.report.blocks)
        if isinstance(block, Heading) and block.level < 3
    )
    name = page.word("contents")
    start = f'<nav class="report-contents" aria-label="{name}">\n<h2>{name}</h2>\n<ul>\n'
    return f"{start}{lines}</ul>\n</nav>\n" if lines else ""


def titled(heading: Heading) -> str:
    """Number and words of a heading."""
    number = f'<span class="report-number">{escape(heading.number)}</span> ' if heading.number else ""
    return number + escape(heading.text)


def block_html(page: Page, place: int, block: Block) -> str:
    """One block."""
    match block:
        case Heading(level):
            return f'<h{level + 1} id="{anchor_of(place, block)}">{titled(block)}</h{level + 1}>\n'
        case Paragraph(runs):
            return f"<p>{runs_html(page, runs)}</p>\n"
        case ItemList(items, numbered):
            name = "ol" if numbered else "ul"
            lines = "".join(f"<li>{runs_html(page, item)}</li>\n" for item in items)
            return f"<{name}>\n{lines}</{name}>\n"
        case Status(words, tone, explanation):
            word = f'<strong class="report-tone-{tone}">{escape(words)}</strong>'
            return f'<p class="report-status">{word} <span>{escape(explanation)}</span></p>\n'
        case Table():
            return table(page, block)
        case Picture():
            return picture(page, block)
        case Callout():
            return callout(page, place, block)
        case PageBreak():
            return '<hr class="report-break">\n'
    raise UnsoundDocument(f"a block of an unknown kind: {type(block).__name__}")


def caption(page: Page, name: str, number: int, text: str) -> str:
    """« Tableau 3 » and the words."""
    return f'<span class="report-number">{page.word(name)}\u00a0{number}</span> {escape(text)}'


def table(page: Page, block: Table) -> str:
    """A table that scrolls by itself where it is wider than the screen, and its note."""
    key = f"table-{block.number}"
    numeric = set(block.numeric_columns)
    head = "".join(
        f'<th scope="col"{right(place in numeric)}>{escape(name)}</th>'
        for place, name in enumerate(block.columns)
    )
    rows = "".join(f"<tr>{row(page, cells, numeric)}</tr>\n" for cells in block.rows)
    return (
        f'<div class="report-table" role="region" aria-labelledby="{key}" tabindex="0">\n<table>\n'
        f'<caption id="{key}">{caption(page, "table", block.number, block.caption)}</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n{small(page, block.note)}"
    )


def right(numeric: bool) -> str:
    """The class of a column of numbers."""
    return ' class="report-numeric"' if numeric else ""


def row(page: Page, cells: tuple[Runs, ...], numeric: set[int]) -> str:
    """Cells of a row; the first names it."""
    first = f'<th scope="row"{right(0 in numeric)}>{runs_html(page, cells[0])}</th>'
    return first + "".join(
        f"<td{right(place in numeric)}>{runs_html(page, cell)}</td>"
        for place, cell in enumerate(cells[1:], 1)
    )


def small(page: Page, runs: Runs) -> str:
    """The small line under a table or picture."""
    return f'<p class="report-small">{runs_html(page, runs)}</p>\n' if runs else ""


def picture(page: Page, block: Picture) -> str:
    """The drawing, its caption, its note, and its data for those who read rather than look."""
    return (
        f'<figure class="report-picture">\n'
        f"<figcaption>{caption(page, block.kind, block.number, block.caption)}</figcaption>\n"
        f'<div class="report-drawing" role="group" aria-label="{escape(block.caption)}" tabindex="0">'
        f"{block.svg}</div>\n"
        f"{small(page, block.note)}{data(page, block)}</figure>\n"
    )


def data(page: Page, block: Picture) -> str:
    """The drawing's data as a table that opens on demand."""
    if not block.data:
        return ""
    head, *rows = block.data
    columns = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    lines = "".join(
        f'<tr><th scope="row">{escape(cells[0])}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in cells[1:])}</tr>\n'
        for cells in rows
    )
    name = f'<caption class="report-unseen">{escape(block.caption)}</caption>'
    return (
        f"<details>\n<summary>{page.word('data')}"
        f'<span class="report-unseen"> · {escape(block.caption)}</span></summary>\n'
        f"<table>\n{name}\n<thead><tr>{columns}</tr></thead>\n<tbody>\n{lines}</tbody>\n</table>\n</details>\n"
    )


def callout(page: Page, place: int, block: Callout) -> str:
    """Words set apart."""
    paragraphs = "".join(f"<p>{runs_html(page, runs)}</p>\n" for runs in block.paragraphs)
    return (
        f'<div class="report-callout report-{block.tone}" role="group" aria-labelledby="callout-{place}">\n'
        f'<p class="report-callout-title" id="callout-{place}">{escape(block.title)}</p>\n{paragraphs}</div>\n'
    )


def runs_html(page: Page, runs: Runs) -> str:
    """Runs as markup."""
    return "".join(run_html(page, run) for run in runs)


def run_html(page: Page, run: Run) -> str:
    """One run."""
    match run:
        case Text(text, strong, emphasis):
            words = escape(text)
            words = f"<em>{words}</em>" if emphasis else words
            return f"<strong>{words}</strong>" if strong else words
        case Link(text, url):
            return linked(url, escape(text))
        case FigureRun():
            return figure(page, run)
        case NoteRef(number):
            return reference(page, number)
    raise UnsoundDocument(f"a run of an unknown kind: {type(run).__name__}")


def linked(url: str, words: str, name: str = "") -> str:
    """A link; an address that could run something is no link."""
    if not (leads_out(url) or url.startswith("#") or (url.startswith("/") and not url.startswith("//"))):
        return words
    return f'<a{name} href="{escape(url)}">{words}</a>'


def figure(page: Page, run: FigureRun) -> str:
    """The number with its exact value, linked to its own page; its sign and its source note."""
    value = f'<data value="{escape(run.value)}">{escape(run.text)}</data>' if run.value else escape(run.text)
    words = linked(run.url, value, ' class="report-figure"')
    if run.illustrative:
        spoken = f'<span class="report-unseen"> ({page.word("illustrative")})</span>'
        words += f'<span class="report-sign"><span aria-hidden="true">{SIGN}</span>{spoken}</span>'
    return words if run.note_number is None else words + reference(page, run.note_number)


def reference(page: Page, number: int) -> str:
    """A mark that leads to a source note; each mention has its own address to come back to."""
    page.mentions[number] += 1
    name = f"{page.word('note')} {number}"
    return (
        f'<sup><a id="mention-{number}-{page.mentions[number]}" href="#note-{number}" role="doc-noteref"'
        f' aria-label="{name}">{number}</a></sup>'
    )


def notes(page: Page) -> str:
    """The source notes the text refers to, each with its ways back."""
    wanted = set(note_numbers(page.report))
    kept = sorted((note for note in page.report.notes if note.number in wanted), key=lambda note: note.number)
    lines = "".join(
        f'<li id="note-{note.number}" value="{note.number}">{runs_html(page, note.runs)} {ways_back(page, note.number)}'
        "</li>\n"
        for note in kept
    )
    start = '<section class="report-notes" role="doc-endnotes" aria-labelledby="report-notes">\n<h2 id="report-notes">'
    return f"{start}{page.word('sources')}</h2>\n<ol>\n{lines}</ol>\n</section>\n" if lines else ""


def ways_back(page: Page, number: int) -> str:
    """A link back to each mention."""
    return " ".join(
        f'<a class="report-back" href="#mention-{number}-{time}" role="doc-backlink"'
        f' aria-label="{page.word("back")} {number}.{time}">↑</a>'
        for time in range(1, page.mentions[number] + 1)
    )


def seal(page: Page) -> str:
    """The digest, small, at the end."""
    digest = escape(page.report.digest)
    return f'<p class="report-seal">{page.word("digest")} · <code>{digest}</code></p>\n' if digest else ""
