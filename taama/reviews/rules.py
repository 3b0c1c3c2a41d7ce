"""The grammar of a section's text: small Markdown with references to figures, sources and charts. Plain Python."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

ON_ITS_OWN = frozenset({"chart", "map", "table", "status"})
TABLES = frozenset({"activities", "indicators"})
OBSERVATION = re.compile(r"(?P<code>[^@#]+)(?:@(?P<time>\d{4}(?:-\d{2}(?:-\d{2})?)?))?(?:#(?P<part>[^@#]+))?")
PROBLEMS: dict[str, str | Promise] = {
    "unclosed": _("The braces that open here are not closed on the same line."),
    "unopened": _("Two braces close here, but none were opened."),
    "unknown_kind": _("There is no such kind of reference: write figure, cite, chart, map, table or status."),
    "shape": _("This reference is not complete."),
    "not_alone": _("A chart, map, table or status stands on a line of its own."),
    "in_heading": _("A reference cannot stand in a subheading."),
    "no_such": _("There is nothing with this name."),
    "no_value": _("There is no validated value for this time, place or part."),
    "not_accepted": _("This finding has not been accepted."),
    "no_objective": _("This section is about no objective, so there is nothing to put here."),
}


@dataclass(frozen=True)
class Reference:
    """What stands between two pairs of braces, and on which line."""

    kind: str
    raw: str
    line: int
    of: str = ""
    code: str = ""
    time: str = ""
    part: str = ""

    @property
    def stands_alone(self) -> bool:
        """Whether it needs a line of its own."""
        return self.kind in ON_ITS_OWN


@dataclass(frozen=True)
class Problem:
    """What is wrong on which line; `code` finds its sentence."""

    line: int
    code: str
    raw: str

    @property
    def sentence(self) -> str:
        """In the reader's language."""
        return str(PROBLEMS[self.code])


@dataclass(frozen=True)
class Words:
    """Plain words, perhaps weighty."""

    text: str
    strong: bool = False
    emphasis: bool = False


Inline: TypeAlias = Words | Reference
Line: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True)
class Subheading:
    """A heading inside a section."""

    text: str
    level: int


@dataclass(frozen=True)
class Passage:
    """A paragraph of words and references."""

    line: Line


@dataclass(frozen=True)
class Enumeration:
    """A list."""

    items: tuple[Line, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Placed:
    """A chart, map, table or status where it stands."""

    reference: Reference


Node: TypeAlias = Subheading | Passage | Enumeration | Placed


@dataclass(frozen=True)
class Parsed:
    """A section's text as the compiler reads it."""

    nodes: tuple[Node, ...]
    problems: tuple[Problem, ...]

    @property
    def references(self) -> tuple[Reference, ...]:
        """All of them, in reading order."""
        return tuple(reference for node in self.nodes for reference in references_in(node))


def references_in(node: Node) -> Iterator[Reference]:
    """The references of one node."""
    match node:
        case Placed(reference):
            yield reference
        case Passage(line):
            yield from (part for part in line if isinstance(part, Reference))
        case Enumeration(items):
            yield from (part for line in items for part in line if isinstance(part, Reference))


def parse(text: str) -> Parsed:
    """A text as nodes, and what is wrong with its references. Any other markup is kept as the words it is."""
    tokens = reader().parse(text.replace("\r\n", "\n").replace("\r", "\n"))
    problems: list[Problem] = []
    nodes = tuple(read_blocks(tokens, problems))
    return Parsed(nodes, tuple(sorted(problems, key=lambda problem: problem.line)))


@cache
def reader() -> MarkdownIt:
    """Markdown cut down to headings, lists, emphasis and escapes, with references added; no links, no HTML."""
    markdown = MarkdownIt("zero").enable(["heading", "list", "emphasis", "escape"])
    markdown.inline.ruler.push("reference", read_reference)
    return markdown


def read_reference(state: StateInline, silent: bool) -> bool:
    """One inline rule: braces open a reference, or are a mistake."""
    start = state.src[state.pos : state.pos + 2]
    if start not in {"{{", "}}"}:
        return False
    end = state.src.find("}}", state.pos)
    whole = start == "{{" and end >= 0 and "\n" not in state.src[state.pos : end]
    stop = end + 2 if whole else state.pos + 2
    if not silent:
        token = state.push("reference" if whole else "mistake", "", 0)
        token.content = state.src[state.pos : stop]
        token.meta = {"newlines": state.src.count("\n", 0, state.pos)}
    state.pos = stop
    return True


def read_blocks(tokens: Sequence[Token], problems: list[Problem]) -> Iterator[Node]:
    """Nodes from the tokens of a whole text."""
    stack: list[Token] = []
    items: list[Line] = []
    for token in tokens:
        if token.nesting == 1:
            stack.append(token)
        elif token.nesting == -1:
            stack.pop()
            if is_list(token) and not any(is_list(outer) for outer in stack):
                yield Enumeration(tuple(items), numbered=token.type == "ordered_list_close")
                items = []
        elif token.type == "inline":
            inlines = read_inlines(token, problems)
            if any(is_list(outer) for outer in stack):
                items.append(tuple(in_a_sentence(inlines, problems)))
            else:
                yield from read_block(stack[-1], inlines, problems)


def is_list(token: Token) -> bool:
    """Whether a list opens or closes here."""
    return token.type.startswith(("bullet_list", "ordered_list"))


def read_block(opening: Token, inlines: list[Inline], problems: list[Problem]) -> Iterator[Node]:
    """A heading, or a paragraph with what stands alone taken out of it."""
    if opening.type == "heading_open":
        problems += [
            Problem(part.line, "in_heading", part.raw) for part in inlines if isinstance(part, Reference)
        ]
        yield Subheading("".join(words_of(part) for part in inlines), int(opening.tag[1:]))
        return
    for line in lines_of(inlines):
        if len(line) == 1 and isinstance(line[0], Reference) and line[0].stands_alone:
            yield Placed(line[0])
        else:
            yield Passage(tuple(in_a_sentence(line, problems)))


def lines_of(inlines: list[Inline]) -> Iterator[list[Inline]]:
    """A paragraph cut around the lines that hold nothing but a reference that stands alone."""
    current: list[Inline] = []
    for line in source_lines(inlines):
        alone = [part for part in line if not (isinstance(part, Words) and not part.text.strip())]
        if len(alone) == 1 and isinstance(alone[0], Reference) and alone[0].stands_alone:
            if current:
                yield current
            yield alone
            current = []
        else:
            current += [Words(" "), *line] if current else line
    if current:
        yield current


def source_lines(inlines: list[Inline]) -> Iterator[list[Inline]]:
    """The inlines of each written line."""
    line: list[Inline] = []
    for part in inlines:
        if isinstance(part, Words) and part.text == "\n":
            yield line
            line = []
        else:
            line.append(part)
    yield line


def in_a_sentence(line: Sequence[Inline], problems: list[Problem]) -> Iterator[Inline]:
    """The line as it is; a chart or table inside a sentence is a problem."""
    for part in line:
        if isinstance(part, Reference) and part.stands_alone:
            problems.append(Problem(part.line, "not_alone", part.raw))
        elif isinstance(part, Words) and part.text == "\n":
            yield Words(" ")
        else:
            yield part


def words_of(part: Inline) -> str:
    """An inline as plain words."""
    return part.text if isinstance(part, Words) else part.raw


def read_inlines(token: Token, problems: list[Problem]) -> list[Inline]:
    """Words and references of one block; line breaks stay as a single "\\n"."""
    first = (token.map or [0, 0])[0] + 1
    strong = emphasis = 0
    found: list[Inline] = []
    for child in token.children or []:
        if child.type in {"strong_open", "strong_close"}:
            strong += child.nesting
        elif child.type in {"em_open", "em_close"}:
            emphasis += child.nesting
        elif child.type in {"reference", "mistake"}:
            found.append(read_braces(child, first + child.meta["newlines"], problems))
        else:
            found.extend(words_by_line(child.content or "\n", bool(strong), bool(emphasis)))
    return found


def words_by_line(text: str, strong: bool, emphasis: bool) -> Iterator[Words]:
    """Words with each line break as a part of its own."""
    for index, piece in enumerate(text.split("\n")):
        if index:
            yield Words("\n")
        if piece:
            yield Words(piece, strong, emphasis)


def read_braces(token: Token, line: int, problems: list[Problem]) -> Inline:
    """A reference; one that cannot be understood is a problem and stays as words."""
    raw = token.content
    if token.type == "mistake":
        code = "unclosed" if raw == "{{" else "unopened"
    else:
        read = understood(raw, line)
        if isinstance(read, Reference):
            return read
        code = read
    problems.append(Problem(line, code, raw))
    return Words(raw)


def understood(raw: str, line: int) -> Reference | str:
    """The reference, or the code of what is wrong with it."""
    kind, *parts = raw[2:-2].strip().split(":")
    if kind == "status":
        return "shape" if parts else Reference("status", raw, line)
    if kind == "figure" and len(parts) == 2:
        return figure_reference(parts[0], parts[1], raw, line)
    if kind == "cite" and parts and all(parts):
        finding = len(parts) == 2 and parts[0] == "finding"
        whole = finding or len(parts) == 1
        of = "finding" if finding else "citation"
        return Reference("cite", raw, line, of=of, code=parts[-1]) if whole else "shape"
    if kind in {"chart", "map", "table"} and len(parts) == 1 and parts[0]:
        known = kind != "table" or parts[0] in TABLES
        return Reference(kind, raw, line, code=parts[0]) if known else "no_such"
    return "shape" if kind in {"figure", "cite", *ON_ITS_OWN} else "unknown_kind"


def figure_reference(of: str, name: str, raw: str, line: int) -> Reference | str:
    """A figure from a finding, or from an indicator's observations at a time and for a part."""
    if of == "finding" and name:
        return Reference("figure", raw, line, of=of, code=name)
    match = OBSERVATION.fullmatch(name) if of == "observation" else None
    if match is None:
        return "shape"
    time, part = match["time"] or "", match["part"] or ""
    return Reference("figure", raw, line, of=of, code=match["code"], time=time, part=part)
