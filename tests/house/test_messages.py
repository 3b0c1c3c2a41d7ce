"""Whatever a room says to a person, it says in French too: complete, compiled, and one French for one English."""

import ast
import re
from collections import defaultdict

import polib
import pytest

from taama.web.messages import compiled, read_catalogue

from .messages import in_python, in_template, said_by
from .plan import HOUSE, rooms, shown, told

HOW = "write it in locale/fr and run `make messages`"
NO_BREAK = "\u00a0\u202f"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}")


def catalogue(room):
    """The French of a room; empty where it says nothing."""
    path = HOUSE / room / "locale/fr/LC_MESSAGES/django.po"
    return polib.pofile(str(path)) if path.exists() else polib.POFile()


def missing(messages, entries):
    """Sentences about messages without an entry, and about those that cannot be looked up at all."""
    known = {
        (entry.msgctxt, entry.msgid, entry.msgid_plural or None) for entry in entries if not entry.obsolete
    }
    for where, message in messages:
        if isinstance(message, int):
            yield f"{where}:{message} hands a computed text to gettext: give it a plain string and fill it with %."
        elif message not in known:
            yield f"{where} says {message[1]!r}, which has no French: {HOW}."


def saying_rooms():
    return [room for room in rooms() if any(True for _ in said_by(room))]


@pytest.mark.parametrize("room", rooms())
def test_whatever_a_room_says_has_its_french(room):
    messages = [(shown(path), message) for path, message in said_by(room)]
    faults = set(missing(messages, catalogue(room)))
    assert not faults, told(faults)


def test_some_rooms_speak():
    """The reader of messages finds them at all."""
    assert {"web", "journal", "accounts", "compact"} <= set(saying_rooms())


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ('_("A new sentence.")', "A new sentence"),
        ('_("Two " "halves.")', "Two halves"),
        ('ngettext("one", "many", 3)', "one"),
        ('pgettext("a place", "word")', "word"),
        ('_(f"computed {x}")', "hands a computed text"),
        ("_(variable)", "hands a computed text"),
    ],
)
def test_a_message_without_french_is_told(code, said):
    messages = [("x.py", message) for message in in_python(ast.parse(code))]
    faults = list(missing(messages, polib.POFile()))
    assert len(faults) == 1
    assert said in faults[0]


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ('{% load i18n %}{% translate "It\'s here" %}', (None, "It's here", None)),
        ('{% load i18n %}{% translate "Go" context "verb" %}', ("verb", "Go", None)),
        (
            "{% load i18n %}{% blocktranslate trimmed %}\n Dear {{ name }}\n{% endblocktranslate %}",
            (None, "Dear %(name)s", None),
        ),
        (
            "{% load i18n %}{% blocktranslate count n=x %}{{ n }} page{% plural %}{{ n }} pages{% endblocktranslate %}",
            (None, "%(n)s page", "%(n)s pages"),
        ),
        ('{% load i18n %}{{ x|default:_("none") }}', (None, "none", None)),
    ],
)
def test_templates_are_read_as_django_reads_them(template, message):
    assert list(in_template(template)) == [message]


def texts(entry):
    """All French texts of an entry."""
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def entry_faults(entry):
    """Sentences about one entry: unfinished, with other gaps to fill, or against French typography."""
    if entry.fuzzy:
        yield f"{entry.msgid!r} is marked fuzzy: read it again and take the mark away."
    for text in texts(entry):
        if not text:
            yield f"{entry.msgid!r} is not translated."
            continue
        wanted = set(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        if set(PLACEHOLDER.findall(text)) - wanted or (
            wanted - set(PLACEHOLDER.findall(text)) and not entry.msgid_plural
        ):
            yield f"{text!r} fills other gaps than {entry.msgid!r}."
        if re.search(r"(?<=\w)'(?=\w)", text):
            yield f"{text!r}: write the apostrophe ’."
        if re.search(r" [:;!?»]|« |[\w)][:;!?»](?=\s|$)|«\w", re.sub(r"<[^>]*>|&\w+;", "", text)):
            yield f"{text!r}: a no-break space stands before : ; ! ? » and after «."


@pytest.mark.parametrize("room", rooms())
def test_the_french_is_finished(room):
    faults = {fault for entry in catalogue(room) if not entry.obsolete for fault in entry_faults(entry)}
    assert not faults, told(faults)


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (polib.POEntry(msgid="a", msgstr=""), "not translated"),
        (polib.POEntry(msgid="a", msgstr="b", flags=["fuzzy"]), "fuzzy"),
        (polib.POEntry(msgid="%(n)s a", msgstr="b"), "other gaps"),
        (polib.POEntry(msgid="a", msgid_plural="as", msgstr_plural={0: "b", 1: ""}), "not translated"),
        (polib.POEntry(msgid="a", msgstr="l'air"), "apostrophe"),
        (polib.POEntry(msgid="a", msgstr="Quoi ?"), "no-break space"),
        (polib.POEntry(msgid="a", msgstr="Quoi?"), "no-break space"),
    ],
)
def test_unfinished_french_is_told(entry, said):
    assert any(said in fault for fault in entry_faults(entry))


def test_finished_french_passes():
    entry = polib.POEntry(
        msgid="What “%(name)s” is?", msgstr=f"Qu’est «{NO_BREAK[0]}%(name)s{NO_BREAK[0]}»{NO_BREAK[1]}?"
    )
    assert not list(entry_faults(entry))


def compiled_faults(path):
    """Sentences about a catalogue whose compiled file is another."""
    text = path.read_text(encoding="utf-8")
    if "charset=UTF-8" not in read_catalogue(text).get("", ""):
        yield f"{path.name} of {path.parents[3].name} has lost its head (Content-Type … charset=UTF-8)."
    made = path.with_suffix(".mo")
    if not made.exists() or made.read_bytes() != compiled(read_catalogue(text)):
        yield f"{made.name} of {path.parents[3].name} is not what its .po says: run `make messages` and commit."


@pytest.mark.parametrize("room", [room for room in rooms() if len(catalogue(room))])
def test_the_compiled_catalogue_is_the_written_one(room):
    faults = list(compiled_faults(HOUSE / room / "locale/fr/LC_MESSAGES/django.po"))
    assert not faults, told(faults)


def test_a_catalogue_that_was_not_compiled_is_told(tmp_path):
    path = tmp_path / "room/locale/fr/LC_MESSAGES/django.po"
    path.parent.mkdir(parents=True)
    path.write_text('msgid "a"\nmsgstr "b"\n')

    faults = list(compiled_faults(path))

    assert len(faults) == 2
    assert "make messages" in faults[1]


def doubled(catalogues):
    """Sentences about one English message with two French ones: Django would show either."""
    french = defaultdict(lambda: defaultdict(list))
    for room, entries in catalogues:
        for entry in entries:
            if not entry.obsolete:
                french[entry.msgctxt, entry.msgid][tuple(texts(entry))].append(room)
    for (_, msgid), versions in french.items():
        if len(versions) > 1:
            named = "; ".join(f"{' / '.join(text)} ({', '.join(where)})" for text, where in versions.items())
            yield f"{msgid!r} has two French texts, {named}: agree on one, or give one of them a context."


def test_one_english_message_has_one_french():
    faults = set(doubled((room, catalogue(room)) for room in rooms()))
    assert not faults, told(faults)


def test_two_french_texts_of_one_message_are_told():
    one, other = (
        [polib.POEntry(msgid="review", msgstr="examen")],
        [polib.POEntry(msgid="review", msgstr="revue")],
    )
    assert list(doubled([("desk", one), ("reviews", other)]))
    assert not list(doubled([("desk", one), ("reviews", one)]))
