"""Guards in the database itself: entries are only added, journaled records only written inside a change."""

from collections.abc import Iterator

from django.apps import apps
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from .models import Entry, JournaledRecord, OpenChange

APPEND_ONLY = "journal entries are only added"
NEEDS_CHANGE = "written outside a change"


def guarded_tables() -> Iterator[str]:
    """The tables of all journaled records, their many-to-many tables with them."""
    for model in apps.get_models():
        if issubclass(model, JournaledRecord):
            yield model._meta.db_table
            yield from (m2m_table(field) for field in model._meta.local_many_to_many if is_automatic(field))


def is_automatic(field: models.ManyToManyField) -> bool:  # type: ignore[type-arg]
    """Whether Django made the table between; one with a model of its own is listed as that model."""
    return bool(table_between(field)._meta.auto_created)


def m2m_table(field: models.ManyToManyField) -> str:  # type: ignore[type-arg]
    """The name of the table between."""
    return str(table_between(field)._meta.db_table)


def table_between(field: models.ManyToManyField) -> type[models.Model]:  # type: ignore[type-arg]
    """The model of the table between."""
    between = field.remote_field.through
    assert between is not None  # known once the models are loaded
    return between


def install(connection: BaseDatabaseWrapper) -> None:
    """Put every guard in place; doing so twice changes nothing."""
    existing = set(connection.introspection.table_names())
    write = {"sqlite": sqlite_guard, "postgresql": postgresql_guard}[connection.vendor]
    with connection.cursor() as cursor:
        if Entry._meta.db_table in existing:
            for statement in write(Entry._meta.db_table, APPEND_ONLY, ("UPDATE", "DELETE"), ""):
                cursor.execute(statement)
        absent = f"NOT EXISTS (SELECT 1 FROM {OpenChange._meta.db_table})"  # noqa: S608  # our own table's name
        for table in sorted(set(guarded_tables()) & existing):
            for statement in write(table, NEEDS_CHANGE, ("INSERT", "UPDATE", "DELETE"), absent):
                cursor.execute(statement)


def sqlite_guard(table: str, reason: str, events: tuple[str, ...], when: str) -> Iterator[str]:
    """SQLite: one trigger an event."""
    condition = f"WHEN {when} " if when else ""
    for event in events:
        name = f"guard_{table}_{event.lower()}"
        yield f'DROP TRIGGER IF EXISTS "{name}"'
        yield (
            f'CREATE TRIGGER "{name}" BEFORE {event} ON "{table}" {condition}'
            f"BEGIN SELECT RAISE(ABORT, '{table}: {reason}'); END"
        )


def postgresql_guard(table: str, reason: str, events: tuple[str, ...], when: str) -> Iterator[str]:
    """PostgreSQL: one function and one trigger a table."""
    test = f"IF {when} THEN {{}} END IF;" if when else "{}"
    body = test.format(f"RAISE EXCEPTION '{table}: {reason}' USING ERRCODE = 'check_violation';")
    yield (
        f"CREATE OR REPLACE FUNCTION guard_{table}() RETURNS trigger LANGUAGE plpgsql AS $guard$ "
        f"BEGIN {body} IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $guard$"
    )
    yield (
        f'CREATE OR REPLACE TRIGGER "guard_{table}" BEFORE {" OR ".join(events)} ON "{table}" '
        f"FOR EACH ROW EXECUTE FUNCTION guard_{table}()"
    )
