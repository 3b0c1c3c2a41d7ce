"""Which messages a room says: read from its Python by syntax tree, from its templates as Django reads them."""

import ast
import re

from django.utils.translation.template import templatize

from .plan import HOUSE, modules, tree

# What is called to say a message → which arguments are context, singular and plural.
SAYING = {
    "_": (None, 0, None),
    "gettext": (None, 0, None),
    "gettext_lazy": (None, 0, None),
    "gettext_noop": (None, 0, None),
    "ngettext": (None, 0, 1),
    "ngettext_lazy": (None, 0, 1),
    "pgettext": (0, 1, None),
    "pgettext_lazy": (0, 1, None),
    "npgettext": (0, 1, 2),
    "npgettext_lazy": (0, 1, 2),
}
STRING = r"""u?(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
CALL = re.compile(rf"\b(_|gettext|ngettext|pgettext|npgettext)\(\s*({STRING}(?:\s*,\s*{STRING})*)")


def of_call(name, arguments):
    """(context, singular, plural) of one call."""
    return tuple(None if place is None else arguments[place] for place in SAYING[name])


def in_python(source):
    """The messages of a syntax tree; a message that is not a plain string is given as its line instead."""
    for node in ast.walk(source):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in SAYING
            and node.args
        ):
            try:
                count = max(place for place in SAYING[node.func.id] if place is not None) + 1
                yield of_call(node.func.id, [ast.literal_eval(argument) for argument in node.args[:count]])
            except ValueError:
                yield node.lineno


def in_template(text):
    """The messages of a template."""
    for name, arguments in CALL.findall(templatize(text)):
        yield of_call(name, ast.literal_eval(f"({arguments},)"))


def said_by(room):
    """Every message a room says, and where."""
    for path in modules(room):
        for message in in_python(tree(path)):
            yield path, message
    for path in sorted((HOUSE / room).glob("templates/**/*.html")):
        for message in in_template(path.read_text(encoding="utf-8")):
            yield path, message
