"""The index of passages: written with them in one transaction; the engine's part stands after each migration."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import DatabaseError, connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper
from django.db.models import Count, F, QuerySet

from .about_words import about_words
from .asked import Phrase
from .models import Document, IndexedPassage, Passage
from .stems import stems_of

TABLE = IndexedPassage._meta.db_table
WORDS = "evidence_passage_words"  # the engine's own index
CARD_FIELDS = ("language", "publisher", "place", "published_on")  # what of a card is indexed

Row = tuple[int, str]


def index_passages(document: Document, text: str, passages: Iterable[Passage]) -> None:
    """Index the passages of a document's current reading instead of those of an earlier one."""
    IndexedPassage.objects.filter(document=document).delete()
    about = about_words_of(document)
    IndexedPassage.objects.bulk_create(
        IndexedPassage(
            passage=passage, document=document, stems=stems_of(text[passage.start : passage.end]), about=about
        )
        for passage in passages
    )


def about_words_of(document: Document) -> str:
    """The words for what a document is, from its card."""
    return about_words(**{name: getattr(document, name) for name in CARD_FIELDS})


def index_card(document: Document) -> None:
    """Say anew what a document is, beside each of its passages, where its card changed in such a thing."""
    about = about_words_of(document)
    IndexedPassage.objects.filter(document=document).exclude(about=about).update(about=about)


def number_not_indexed() -> int:
    """How many passages of current readings are not found as they stand, and how many found ones are not current."""
    current = Passage.objects.filter(reading__is_current=True)
    missing = current.filter(indexed=None).count()
    outdated = IndexedPassage.objects.filter(passage__reading__is_current=False).count()
    return missing + outdated + number_about_another_card()


def number_about_another_card() -> int:
    """How many indexed passages say of their document what its card no longer says."""
    cards = Document.objects.only("pk", *CARD_FIELDS)
    about = {document.pk: about_words_of(document) for document in cards}
    said = IndexedPassage.objects.values_list("document", "about").annotate(number=Count("pk")).order_by()
    return sum(number for document, words, number in said if words != about[document])


def engine_is_in_step() -> bool:
    """Whether the engine's own index says what the table says; PostgreSQL makes its column itself."""
    if connection.vendor != "sqlite":
        return True
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {WORDS}({WORDS}, rank) VALUES ('integrity-check', 1)")  # noqa: S608
    except DatabaseError:
        return False
    return True


@dataclass(frozen=True)
class Wanted:
    """What a passage must be: hold every phrase, have one word of each set about its document, be among some."""

    phrases: tuple[Phrase, ...] = ()
    about: tuple[tuple[str, ...], ...] = ()
    among: QuerySet[IndexedPassage] | None = None

    @property
    def asks_the_engine(self) -> bool:
        """Whether there is anything the engine's own index can answer."""
        return bool(self.phrases or self.about)


def newest_with(wanted: Wanted, most: int) -> list[Row]:
    """The passages that are so, with their stems, those received last first, no more than `most`."""
    if not all(wanted.about):
        return []
    if not wanted.asks_the_engine:
        return newest_among(wanted.among, most)
    only, values = among_as_sql(wanted.among)
    sql, asked = ASKING[connection.vendor](wanted, only)
    with connection.cursor() as cursor:
        cursor.execute(f"{sql} ORDER BY 1 DESC LIMIT {most:d}", [*asked, *values])
        return list(cursor.fetchall())


def newest_among(among: QuerySet[IndexedPassage] | None, most: int) -> list[Row]:
    """The same where no words are asked. The sum keeps engines from walking over all passages by their number."""
    every = IndexedPassage.objects.all() if among is None else among
    return list(every.order_by((F("pk") + 0).desc()).values_list("pk", "stems")[:most])


def among_as_sql(among: QuerySet[IndexedPassage] | None) -> tuple[str, tuple[Any, ...]]:
    """The numbers of the passages that count, as SQL made by the ORM; "" where all do."""
    return among.order_by().values("pk").query.sql_with_params() if among is not None else ("", ())


def in_sqlite(wanted: Wanted, only: str) -> tuple[str, list[str]]:
    """By FTS5: each phrase in quotation marks, so that no word of it is an operator.

    The plus keeps SQLite from asking FTS5 for each passage that counts.
    """
    phrases = [quoted(" ".join(phrase)) for phrase in wanted.phrases]
    about = [f"({' OR '.join(map(quoted, words))})" for words in wanted.about]
    sql = (
        f"SELECT {WORDS}.rowid, {TABLE}.stems FROM {WORDS} CROSS JOIN {TABLE} ON {TABLE}.id = {WORDS}.rowid "  # noqa: S608
        f"WHERE {WORDS} MATCH %s" + (f" AND +{WORDS}.rowid IN ({only})" if only else "")
    )
    return sql, [" AND ".join([*phrases, *about])]


def quoted(words: str) -> str:
    """A phrase as FTS5 takes it."""
    return f'"{words}"'


def in_postgresql(wanted: Wanted, only: str) -> tuple[str, list[str]]:
    """By full text: one query of phrases and of words about the document."""
    phrases = [" ".join(phrase) for phrase in wanted.phrases]
    about = [" | ".join(f"'{word}'" for word in words) for words in wanted.about]
    query = " && ".join([*["phraseto_tsquery('simple', %s)"] * len(phrases), *["%s::tsquery"] * len(about)])
    sql = f"SELECT id, stems FROM {TABLE} WHERE words @@ ({query})"  # noqa: S608  # our own names
    return sql + (f" AND id IN ({only})" if only else ""), [*phrases, *about]


ASKING = {"sqlite": in_sqlite, "postgresql": in_postgresql}


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the engine's part in place where it is missing; doing so twice changes nothing."""
    if TABLE not in connection.introspection.table_names():
        return
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite" and set(IN_SQLITE) <= names_in_sqlite(cursor):
            return
        for statement in ENGINES[connection.vendor]():
            cursor.execute(statement)


def names_in_sqlite(cursor: CursorWrapper) -> set[str]:
    """The tables and triggers there are."""
    cursor.execute("SELECT name FROM sqlite_master")
    return {name for (name,) in cursor.fetchall()}


def sqlite_engine() -> Iterator[str]:
    """FTS5 over the stems, which it does not keep a second time, held in step by triggers, filled from what is there.

    A migration that rebuilds the table loses its triggers: then all is made anew.
    """
    new = f"INSERT INTO {WORDS}(rowid, stems, about) VALUES (new.id, new.stems, new.about)"  # noqa: S608  # our own
    old = f"INSERT INTO {WORDS}({WORDS}, rowid, stems, about) VALUES ('delete', old.id, old.stems, old.about)"  # noqa: S608
    for event, work in {"insert": new, "delete": old, "update": f"{old}; {new}"}.items():
        yield f"DROP TRIGGER IF EXISTS {WORDS}_{event}"
        yield f"CREATE TRIGGER {WORDS}_{event} AFTER {event} ON {TABLE} BEGIN {work}; END"
    yield f"DROP TABLE IF EXISTS {WORDS}"
    yield (
        f"CREATE VIRTUAL TABLE {WORDS} USING fts5("
        f"stems, about, content='{TABLE}', content_rowid='id', columnsize=0, tokenize='ascii')"
    )
    yield f"INSERT INTO {WORDS}({WORDS}) VALUES ('rebuild')"  # noqa: S608


def postgresql_engine() -> Iterator[str]:
    """A column made from the stems by the engine itself, and its index. The stems are ours: no dictionary is asked."""
    words = "to_tsvector('simple'::regconfig, stems) || array_to_tsvector(string_to_array(about, ' '))"
    made = f"GENERATED ALWAYS AS ({words}) STORED"
    yield f"ALTER TABLE {TABLE} ADD COLUMN IF NOT EXISTS words tsvector {made}"
    yield f"CREATE INDEX IF NOT EXISTS {WORDS} ON {TABLE} USING gin (words) WITH (fastupdate = off)"


IN_SQLITE = (WORDS, f"{WORDS}_insert", f"{WORDS}_delete", f"{WORDS}_update")
ENGINES = {"sqlite": sqlite_engine, "postgresql": postgresql_engine}
