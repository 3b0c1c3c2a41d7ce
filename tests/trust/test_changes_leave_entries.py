"""A change and its entry are one: both stay, or neither."""

import pytest
from django.db import DatabaseError, connection, transaction

from taama.journal.changes import change, open_change, record
from taama.journal.models import Entry, Head, OpenChange
from taama.journal.permits import OutsideAChange, UnjournaledChange
from taama.journal.queries import verification
from taama.partners.models import Organisation
from tests.cast import STAGE

pytestmark = pytest.mark.django_db


@change
def add_organisation(*, code, by):
    made = Organisation.objects.create(code=code, kind="ministry", name={"fr": code})
    record("partners.organisation.added", made, by=by)
    return made


def test_a_change_leaves_its_record_and_its_entry():
    made = add_organisation(code="one", by=STAGE)

    entry = Entry.objects.get()
    assert (entry.verb, entry.record_id) == ("partners.organisation.added", str(made.pk))
    assert entry.actor == "program:tests"
    assert entry.payload["code"] == "one"
    assert verification().holds


@change
def add_organisation_and_fail():
    add_organisation(code="one", by=STAGE)
    raise ZeroDivisionError


def test_neither_stays_when_the_change_fails():
    with pytest.raises(ZeroDivisionError):
        add_organisation_and_fail()

    assert not Organisation.objects.exists()
    assert not Entry.objects.exists()


def test_a_change_without_an_entry_is_undone():
    with pytest.raises(UnjournaledChange), open_change():
        Organisation.objects.create(code="one", kind="ministry", name={"fr": "one"})

    assert not Organisation.objects.exists()


def test_a_change_that_finds_nothing_to_write_needs_no_entry():
    with open_change():
        Organisation.objects.bulk_create([])
        Organisation.objects.filter(code="nobody").update(kind="donor")

    assert not Entry.objects.exists()


def test_an_entry_outside_a_change_is_refused():
    made = add_organisation(code="one", by=STAGE)

    with pytest.raises(UnjournaledChange):
        record("partners.organisation.edited", made, by=STAGE)


@pytest.mark.parametrize(
    "write",
    [
        lambda: Organisation(code="x", kind="ministry").save(),
        lambda: Organisation.objects.create(code="x", kind="ministry"),
        lambda: Organisation.objects.bulk_create([Organisation(code="x", kind="ministry")]),
        lambda: Organisation.objects.update(kind="donor"),
        lambda: Organisation.objects.all().delete(),
        lambda: Organisation.objects.get().delete(),
    ],
)
def test_a_journaled_record_is_not_written_outside_a_change(write):
    add_organisation(code="one", by=STAGE)

    with pytest.raises(OutsideAChange):
        write()


INSERT = (
    "INSERT INTO partners_organisation (id, code, kind, name, acronym, contact, link, note, source) "
    "VALUES ('{}', 'raw', 'ministry', '{{}}', '', '', '', '', '')"
)


def raw(statement):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_the_database_refuses_a_raw_write_outside_a_change():
    with pytest.raises(DatabaseError, match="outside a change"):
        raw(INSERT.format("0" * 32))


def test_the_same_raw_write_passes_inside_a_change():
    """The control: the guard, and nothing else, refused it."""
    with open_change():
        raw(INSERT.format("0" * 32))

    assert Organisation.objects.filter(code="raw").exists()


@pytest.mark.parametrize("statement", ["UPDATE journal_entry SET actor = 'x'", "DELETE FROM journal_entry"])
def test_the_database_refuses_to_alter_an_entry(statement):
    add_organisation(code="one", by=STAGE)

    with pytest.raises(DatabaseError, match="only added"):
        raw(statement)


def test_an_altered_payload_is_found_where_the_guard_was_taken_away():
    """The control of the guard: without it the change goes in, and the chain shows it."""
    add_organisation(code="one", by=STAGE)
    add_organisation(code="two", by=STAGE)
    drop_guard()

    raw("UPDATE journal_entry SET actor = 'user:somebody-else' WHERE seq = 1")

    assert verification().fault.seq == 1


def drop_guard():
    if connection.vendor == "sqlite":
        raw('DROP TRIGGER "guard_journal_entry_update"')
    else:
        raw('DROP TRIGGER "guard_journal_entry" ON journal_entry')


def test_a_change_inside_a_change_is_one_transaction():
    with open_change():
        add_organisation(code="one", by=STAGE)
        add_organisation(code="two", by=STAGE)

    assert list(Entry.objects.order_by("seq").values_list("seq", flat=True)) == [1, 2]
    assert Head.objects.get().seq == 2
    assert not OpenChange.objects.exists()
