"""What stands in a document and is not its own text: letterheads, menus, linked articles, contacts."""

BESIDE = "⁂"  # alone on a line: what follows stood around the article of a web page
