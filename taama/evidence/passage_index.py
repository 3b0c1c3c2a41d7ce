"""The index of passages: written with them in one transaction; the engine's part stands after each migration."""

from collections.abc import Iterable, Iterator

from django.db import DatabaseError, connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper
from django.db.models import QuerySet

from .asked import Phrase
from .models import Document, IndexedPassage, Passage
from .stems import stems_of

TABLE = IndexedPassage._meta.db_table
WORDS = "evidence_passage_words"  # the engine's own index


def index_passages(document: Document, text: str, passages: Iterable[Passage]) -> None:
    """Index the passages of a document's current reading instead of those of an earlier one."""
    IndexedPassage.objects.filter(document=document).delete()
    IndexedPassage.objects.bulk_create(
        IndexedPassage(passage=passage, document=document, stems=stems_of(text[passage.start : passage.end]))
        for passage in passages
    )


def number_not_indexed() -> int:
    """How many passages of current readings cannot be found, and how many indexed ones are not current."""
    current = Passage.objects.filter(reading__is_current=True)
    missing = current.filter(indexed=None).count()
    outdated = IndexedPassage.objects.filter(passage__reading__is_current=False).count()
    return missing + outdated


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


def holding(
    phrases: Iterable[Phrase], among: QuerySet[IndexedPassage] | None = None
) -> QuerySet[IndexedPassage]:
    """The indexed passages that hold every phrase, by the engine's index, those received last first.

    `among` are the only ones that count, where not all do.
    """
    return HOLDING[connection.vendor](tuple(phrases), among)


def holding_in_sqlite(
    phrases: tuple[Phrase, ...], among: QuerySet[IndexedPassage] | None
) -> QuerySet[IndexedPassage]:
    """By FTS5: each phrase in quotation marks, so that no word of it is an operator."""
    wanted = " ".join(f'"{" ".join(phrase)}"' for phrase in phrases)
    found = IndexedPassage.objects.extra(  # noqa: S610  # our own names; what is asked is a parameter
        tables=[WORDS],
        where=[f"{WORDS} MATCH %s", f"{WORDS}.rowid = {TABLE}.id"],
        params=[wanted],
        order_by=[f"-{WORDS}.rowid"],
    )
    if among is None:
        return found
    if among.order_by()[: FEW + 1].count() > FEW:
        return found & among
    # So few that it is quicker to know them first; the plus keeps SQLite from asking FTS5 for each of them.
    only, values = among.order_by().values("pk").query.sql_with_params()
    return found.extra(where=[f"+{WORDS}.rowid IN ({only})"], params=values)  # noqa: S610  # made by the ORM


FEW = 3_000  # passages a filter leaves


def holding_in_postgresql(
    phrases: tuple[Phrase, ...], among: QuerySet[IndexedPassage] | None
) -> QuerySet[IndexedPassage]:
    """By full text: one query of phrases."""
    wanted = " && ".join(["phraseto_tsquery('simple', %s)"] * len(phrases))
    every = IndexedPassage.objects.all() if among is None else among
    found = every.extra(  # noqa: S610  # our own names; what is asked are parameters
        where=[f"{TABLE}.words @@ ({wanted})"], params=[" ".join(phrase) for phrase in phrases]
    )
    return found.order_by("-pk")


HOLDING = {"sqlite": holding_in_sqlite, "postgresql": holding_in_postgresql}


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
    new = f"INSERT INTO {WORDS}(rowid, stems) VALUES (new.id, new.stems)"  # noqa: S608  # our own names
    old = f"INSERT INTO {WORDS}({WORDS}, rowid, stems) VALUES ('delete', old.id, old.stems)"  # noqa: S608
    for event, work in {"insert": new, "delete": old, "update": f"{old}; {new}"}.items():
        yield f"DROP TRIGGER IF EXISTS {WORDS}_{event}"
        yield f"CREATE TRIGGER {WORDS}_{event} AFTER {event} ON {TABLE} BEGIN {work}; END"
    yield f"DROP TABLE IF EXISTS {WORDS}"
    yield (
        f"CREATE VIRTUAL TABLE {WORDS} USING fts5("
        f"stems, content='{TABLE}', content_rowid='id', columnsize=0, tokenize='ascii')"
    )
    yield f"INSERT INTO {WORDS}({WORDS}) VALUES ('rebuild')"  # noqa: S608


def postgresql_engine() -> Iterator[str]:
    """A column made from the stems by the engine itself, and its index. The stems are ours: no dictionary is asked."""
    made = "GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, stems)) STORED"
    yield f"ALTER TABLE {TABLE} ADD COLUMN IF NOT EXISTS words tsvector {made}"
    yield f"CREATE INDEX IF NOT EXISTS {WORDS} ON {TABLE} USING gin (words)"


IN_SQLITE = (WORDS, f"{WORDS}_insert", f"{WORDS}_delete", f"{WORDS}_update")
ENGINES = {"sqlite": sqlite_engine, "postgresql": postgresql_engine}
