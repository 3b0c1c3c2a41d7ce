"""XML inside office files: parsed without ever unfolding an entity."""

from xml.etree import ElementTree

from .reading import Unreadable


class Builder(ElementTree.TreeBuilder):
    """Builds the tree, and refuses a document type before anything in it can unfold."""

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        """No office file has one."""
        raise Unreadable("bomb", "DOCTYPE")


def tree(data: bytes) -> ElementTree.Element:
    """The parsed part, whatever its encoding."""
    try:
        return ElementTree.fromstring(data, ElementTree.XMLParser(target=Builder()))  # noqa: S314
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise Unreadable("broken", str(error)) from error
