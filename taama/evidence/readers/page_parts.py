"""A web page in blocks, each with where it stands: in an article, in a menu, beside both."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

from .reading import Block

BLANKS = re.compile(r"[ \t\n\r\f]+")
BLANK_RUN = re.compile(r" +")
AROUND_MARKS = re.compile(r" *([\n\t]) *")

SILENT = {"script", "style", "noscript", "template", "svg", "button", "select", "textarea", "title"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
CELLS = {"td", "th"}
NOTE_MARK = {"a", "sup"}  # a raised link is the number of a note, and must not lengthen the number before it
CONTAINERS = {
    "article",
    "main",
    "section",
    "div",
    "header",
    "footer",
    "nav",
    "aside",
    "form",
    "ul",
    "ol",
    "table",
}
BLOCKS = HEADINGS | CONTAINERS | {
    "p", "li", "tr", "br", "blockquote", "figure", "figcaption", "caption", "dl", "dt", "dd", "pre", "hr", "address",
    "details", "summary", "body",
}  # fmt: skip
BESIDE_TAGS = {"nav", "aside", "footer", "form"}
BESIDE_ROLES = {"navigation", "contentinfo", "complementary", "search", "banner", "dialog", "menu"}
# As authors of themes name what is no article; one word of a class or an id.
BESIDE_NAMES = {
    "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "cookie", "cookies", "consent", "gdpr", "share",
    "sharing", "social", "related", "sidebar", "widget", "footer", "newsletter", "subscribe", "comments", "respond",
    "pagination", "advert", "advertisement", "ads", "promo", "popup", "modal", "masthead", "topbar", "toolbar",
    "recommended", "trending", "similaires", "partage",
}  # fmt: skip
NAME_PART = re.compile(r"[a-zA-Z]+")
DEEPEST = 60  # containers within one another that are told apart
MOST_OF_PAGE = 0.5  # what holds more than this is the page itself, whatever it is called
LINK_SHARE, A_SENTENCE = 0.8, 90
FULL_STOP = re.compile(r"[.!?…»”]\s*$")
DATES = {"article:published_time", "datepublished", "dc.date", "dc.date.issued", "date", "publishdate"}
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Container:
    """An open element that may hold an article, or what is none."""

    tag: str
    key: int
    beside: bool


@dataclass(frozen=True)
class Part:
    """A block, the containers around it, and the share of its words that are links."""

    block: Block
    within: tuple[Container, ...]
    linked: float

    @property
    def weight(self) -> int:
        """Its letters."""
        return len(self.block.text)


def is_beside(parts: Sequence[Part]) -> list[bool]:
    """For each part, whether it stands beside the article."""
    held = weights(parts)
    total = sum(part.weight for part in parts)
    home = article(parts, held, total)
    marked = [
        (home is not None and home not in keys(part))
        or any(one.beside and held[one.key] <= MOST_OF_PAGE * total for one in part.within)
        for part in parts
    ]
    return [beside or is_list_of_links(parts, place) for place, beside in enumerate(marked)]


def weights(parts: Sequence[Part]) -> Counter[int]:
    """The letters in each container."""
    held: Counter[int] = Counter()
    for part in parts:
        for one in part.within:
            held[one.key] += part.weight
    return held


def keys(part: Part) -> set[int]:
    """The containers a part stands in."""
    return {one.key for one in part.within}


def article(parts: Sequence[Part], held: Counter[int], total: int) -> int | None:
    """The element that is the article: the largest one called so, if it holds most of the page."""
    named = {one.key: one.tag for part in parts for one in part.within if one.tag in {"article", "main"}}
    found, around = None, total
    for tag, share in (("main", 0.4), ("article", MOST_OF_PAGE)):
        largest = max((key for key in named if named[key] == tag), key=held.__getitem__, default=None)
        if largest is not None and held[largest] >= share * around:
            found, around = largest, held[largest]
    return found


def is_list_of_links(parts: Sequence[Part], place: int) -> bool:
    """Whether a block is a link that ends no sentence, among others of its kind."""
    around = range(max(0, place - 1), min(len(parts), place + 2))
    return looks_like_link(parts[place]) and sum(looks_like_link(parts[one]) for one in around) >= 2


def looks_like_link(part: Part) -> bool:
    """Whether it is nearly all link, and no sentence."""
    text = part.block.text
    return part.linked >= LINK_SHARE and (len(text) < A_SENTENCE or not FULL_STOP.search(text))


class PartsOfPage(HTMLParser):
    """What a reader sees, block by block; a table row is one block, its cells parted by tabs."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.blocks: list[Part] = []
        self.title = self.dated = self.publisher = ""
        self.silent: list[str] = []
        self.containers: list[Container] = []
        self.within: tuple[Container, ...] = ()
        self.in_heading = self.begins_as_heading = self.row_has_words = False
        self.words: list[str] = []
        self.linked = self.count = self.opened = 0
        self.open: set[str] = set()
        self.gap = ""  # what comes before the next words: nothing, a tab to the next cell, or a new block
        self.feed(page)
        self.close()
        self.end_block()
        self.title = tidy(self.title)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins, or a cell, or silence."""
        if tag in SILENT:
            self.silent.append(tag)
        elif tag in CELLS:
            self.gap = self.gap.strip("\n") + "\t" if self.row_has_words else "\n"
        elif tag == "br":
            self.words.append("\n")
        elif tag in BLOCKS:
            self.gap = self.gap or "\n"
        if tag == "tr":
            self.gap, self.row_has_words = "\n", False
        if tag == "meta":
            self.note_meta({name: value or "" for name, value in attrs})
        if tag in CONTAINERS:
            self.enter(tag, {name: value or "" for name, value in attrs})
        self.in_heading = self.in_heading or tag in HEADINGS
        self.open |= {tag} & NOTE_MARK

    def handle_endtag(self, tag: str) -> None:
        """A block ends, or silence."""
        if tag in self.silent:
            del self.silent[self.silent.index(tag) :]
        if tag in BLOCKS:
            self.gap = self.gap or "\n"
        if tag in CONTAINERS:
            self.leave(tag)
        self.in_heading = self.in_heading and tag not in HEADINGS
        self.open -= {tag}

    def handle_data(self, data: str) -> None:
        """Keep what is seen, and the page's title."""
        if self.silent == ["title"]:
            self.title += data
        elif not self.silent:
            is_note = self.open == NOTE_MARK and data.strip().isdigit()
            self.keep(f"[{data.strip()}]" if is_note else BLANKS.sub(" ", data))

    def note_meta(self, said: dict[str, str]) -> None:
        """What the page says of itself: its day, its publisher."""
        name = (said.get("property") or said.get("name") or said.get("itemprop") or "").lower()
        day = ISO_DAY.match(said.get("content", ""))
        if name in DATES and day:
            self.dated = self.dated or day[0]
        elif name == "og:site_name":
            self.publisher = tidy(said.get("content", ""))

    def enter(self, tag: str, said: dict[str, str]) -> None:
        """Open a container; a page's head is beside the article, an article's head is part of it."""
        names = {name.lower() for name in NAME_PART.findall(f"{said.get('class', '')} {said.get('id', '')}")}
        is_head = tag == "header" and not {"article", "main"} & {one.tag for one in self.containers}
        named = bool(names & BESIDE_NAMES) or said.get("role", "") in BESIDE_ROLES
        beside = tag in BESIDE_TAGS or is_head or (named and tag not in {"article", "main"})
        self.opened += 1
        self.containers.append(Container(tag, self.opened, beside))

    def leave(self, tag: str) -> None:
        """Close the container, and those within it that were never closed."""
        for place in range(len(self.containers) - 1, -1, -1):
            if self.containers[place].tag == tag:
                del self.containers[place:]
                return

    def keep(self, words: str) -> None:
        """Add words to the block at hand, or to a new one."""
        if words.strip():
            if "\n" in self.gap:
                self.end_block()
            if not self.count:
                self.within = tuple(self.containers[:DEEPEST])
            self.words.append(self.gap.strip("\n"))
            self.begins_as_heading = self.begins_as_heading or self.in_heading
            self.gap, self.row_has_words = "", True
            self.count += len(words)
            self.linked += len(words) if "a" in self.open else 0
        self.words.append(words)

    def end_block(self) -> None:
        """Close the block at hand."""
        text = tidy("".join(self.words))
        if text:
            block = Block(text, self.begins_as_heading)
            self.blocks.append(Part(block, self.within, self.linked / max(self.count, 1)))
        self.words, self.begins_as_heading = [], False
        self.linked = self.count = 0


def tidy(text: str) -> str:
    """Single blanks within a line, none around line ends and tabs; unbreakable blanks stay."""
    return AROUND_MARKS.sub(r"\1", BLANK_RUN.sub(" ", text)).strip()
