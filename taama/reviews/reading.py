"""A compiled report cut into parts for the screen. Plain Python: works on the frozen model alone."""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from taama.web.paper.html import Page, block_html, notes
from taama.web.paper.model import Block, Heading, PageBreak, Report


@dataclass(frozen=True)
class Part:
    """One section of a compiled report, with its neighbours."""

    heading: Heading
    chapter: Heading
    blocks: tuple[Block, ...]
    before: Heading | None = None
    after: Heading | None = None


@dataclass(frozen=True)
class Chapter:
    """A chapter and the headings of its sections."""

    heading: Heading
    sections: tuple[Heading, ...]


def chapters(report: Report) -> tuple[Chapter, ...]:
    """The contents of a report."""
    found: list[tuple[Heading, list[Heading]]] = []
    for block in report.blocks:
        if isinstance(block, Heading) and block.level == 1:
            found.append((block, []))
        elif isinstance(block, Heading) and block.level == 2:
            found[-1][1].append(block)
    return tuple(Chapter(heading, tuple(sections)) for heading, sections in found)


def parts(report: Report) -> Iterator[Part]:
    """Every section in order."""
    chapter: Heading | None = None
    heading: Heading | None = None
    blocks: list[Block] = []
    for block in (*report.blocks, None):
        starts = block is None or (isinstance(block, Heading) and block.level < 3)
        if starts:
            if heading is not None and chapter is not None:
                yield Part(heading, chapter, tuple(blocks))
            heading, blocks = None, []
        if isinstance(block, Heading) and block.level < 3:
            chapter, heading = (block, None) if block.level == 1 else (chapter, block)
        elif block is not None and not isinstance(block, PageBreak):
            blocks.append(block)


def part(report: Report, key: str) -> Part | None:
    """The section with this key, with what stands before and after it."""
    every = list(parts(report))
    for place, found in enumerate(every):
        if found.heading.anchor == key:
            before = every[place - 1].heading if place else None
            after = every[place + 1].heading if place + 1 < len(every) else None
            return dataclasses.replace(found, before=before, after=after)
    return None


def part_html(report: Report, found: Part) -> str:
    """The section as markup, its headings beginning at 2, with the source notes it refers to."""
    slice_ = dataclasses.replace(report, blocks=tuple(risen(block) for block in found.blocks))
    page = Page(slice_)
    text = "".join(block_html(page, place, block) for place, block in enumerate(slice_.blocks))
    return f'<div class="report" lang="{escape(report.language)}" dir="{report.direction}">\n{text}{notes(page)}</div>'


def risen(block: Block) -> Block:
    """A subheading as the first level under the page's own title."""
    return dataclasses.replace(block, level=1) if isinstance(block, Heading) else block
