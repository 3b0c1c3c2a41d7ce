"""Whether an SVG text is only a drawing: it goes into pages as it is, so it may not run, load or style anything."""

from xml.etree import ElementTree

SPACE = "{http://www.w3.org/2000/svg}"
MARKS = frozenset(
    f"{SPACE}{name}"
    for name in (
        "svg",
        "title",
        "desc",
        "defs",
        "pattern",
        "g",
        "rect",
        "line",
        "path",
        "circle",
        "text",
        "tspan",
    )
)


def fault_of_drawing(svg: str) -> str:
    """What is wrong with the drawing, in words; empty where nothing is."""
    if "<!" in svg or "<?" in svg:
        return "its drawing declares something"
    try:
        root = ElementTree.fromstring(svg)  # noqa: S314 -- no declarations, so no entities
    except ElementTree.ParseError as error:
        return f"its drawing is no SVG ({error})"
    if root.tag != f"{SPACE}svg":
        return "its drawing is no SVG"
    return next((fault for mark in root.iter() if (fault := fault_of_mark(mark))), "")


def fault_of_mark(mark: ElementTree.Element) -> str:
    """What is wrong with one element."""
    if mark.tag not in MARKS:
        return f"its drawing has <{mark.tag.removeprefix(SPACE)}>, which is no mark"
    for name, value in mark.items():
        if name.startswith(("on", "{")) or name in {"style", "href"} or "javascript:" in value:
            return f"its drawing has the attribute {name}"
        if "url(" in value and not value.startswith("url(#"):
            return f"its drawing loads {value}"
    return ""
