"""What somebody with the database's own password could do."""

from django.db import connection, transaction


def raw(statement):
    """One statement of SQL, past every model."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def drop_guards():
    """Take away what refuses to alter an entry."""
    if connection.vendor == "sqlite":
        raw('DROP TRIGGER "guard_journal_entry_update"')
        raw('DROP TRIGGER "guard_journal_entry_delete"')
    else:
        raw('DROP TRIGGER "guard_journal_entry" ON journal_entry')
