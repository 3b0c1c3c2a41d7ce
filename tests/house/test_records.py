"""Every record names its zone and the privacy class of each field, and cannot be written behind the journal's back."""

import io
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.db import connection, models, transaction
from django.db.models import CheckConstraint, F, Q

from taama.journal.guards import guarded_tables
from taama.journal.models import Entry, Head, JournaledQuerySet, JournaledRecord, OpenChange
from taama.journal.privacy import CLASSES

from .plan import our_models, told

ZONES = {"open", "operations", "cases", "keys"}
# Written by the machinery itself; why each may do without an entry.
UNJOURNALED = {
    "journal.Entry": "the entries themselves, held by triggers of their own",
    "journal.Head": "moves with each entry",
    "journal.OpenChange": "lives only inside a running change",
    "evidence.IndexedPassage": "made from the text of a passage, anew at any time; says nothing of its own",
    "accounts.User": "signing in writes it; adding a person and giving a role are journaled",
}


def zone_faults(label, zone, zones_it_points_at=()):
    """Sentences about a record without a zone, or tied to another one."""
    if zone not in ZONES:
        yield f"{label} names no zone: write zone = one of {', '.join(sorted(ZONES))}."
    for other in zones_it_points_at:
        if other != zone:
            yield f"{label} ({zone}) points into the zone {other}: keep the code or the id instead."


def test_every_record_names_its_zone_and_stays_in_it():
    faults = []
    for model in our_models():
        others = [
            getattr(field.related_model, "zone", None) for field in model._meta.fields if field.related_model
        ]
        faults += zone_faults(model._meta.label, getattr(model, "zone", None), others)
    assert not faults, told(faults)


@pytest.mark.parametrize(
    ("zone", "others", "said"),
    [(None, [], "names no zone"), ("attic", [], "names no zone"), ("open", ["cases"], "into the zone cases")],
)
def test_a_wrong_zone_is_told(zone, others, said):
    assert any(said in fault for fault in zone_faults("plans.Thing", zone, others))


def privacy_faults(label, fields, privacy):
    """Sentences about fields without a class, classes without a field, classes that do not exist."""
    for name in sorted(set(fields) - set(privacy)):
        yield f"{label}.{name} has no privacy class: add it to `privacy = classes(…)` of the model."
    for name in sorted(set(privacy) - set(fields)):
        yield f"{label} gives a class to {name}, a field that does not exist: take it out."
    for name, given in sorted(privacy.items()):
        if given not in CLASSES:
            yield f"{label}.{name} has the class {given}; there are {', '.join(CLASSES)}."


def fields_of(model):
    """The names of what a record itself holds."""
    return [field.name for field in (*model._meta.concrete_fields, *model._meta.local_many_to_many)]


def test_every_field_has_a_privacy_class():
    faults = []
    for model in our_models():
        faults += privacy_faults(model._meta.label, fields_of(model), getattr(model, "privacy", {}))
    assert not faults, told(faults)


@pytest.mark.parametrize(
    ("privacy", "said"),
    [
        ({"id": "public"}, "name has no privacy class"),
        ({"id": "public", "name": "public", "gone": "public"}, "does not exist"),
        ({"id": "public", "name": "secret"}, "has the class secret"),
    ],
)
def test_a_wrong_privacy_class_is_told(privacy, said):
    assert any(said in fault for fault in privacy_faults("plans.Thing", ["id", "name"], privacy))


def test_every_record_is_journaled_or_says_why_not():
    unjournaled = {m._meta.label for m in our_models() if not issubclass(m, JournaledRecord)}
    assert unjournaled == set(UNJOURNALED), (
        f"{unjournaled ^ set(UNJOURNALED)}: derive the record from JournaledRecord, "
        "or say in UNJOURNALED why it may do without entries."
    )
    assert {m._meta.label for m in (Entry, Head, OpenChange)} < set(UNJOURNALED)


def bypass_faults(label, managers):
    """Sentences about managers whose bulk writes would not be counted."""
    for name, queryset in managers:
        if not issubclass(queryset, JournaledQuerySet):
            yield f"{label}.{name} can write in bulk unseen: derive its queryset from JournaledQuerySet."


def test_no_manager_writes_in_bulk_unseen():
    faults = []
    for model in our_models():
        if issubclass(model, JournaledRecord):
            managers = [(manager.name, manager._queryset_class) for manager in model._meta.managers]
            faults += bypass_faults(model._meta.label, managers)
    assert not faults, told(faults)


def test_a_plain_manager_is_told():
    assert list(bypass_faults("plans.Thing", [("objects", models.QuerySet)]))
    assert not list(bypass_faults("plans.Thing", [("objects", JournaledQuerySet)]))


def guards_in_database():
    """(table, what is refused) for each guard that stands."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger'")
            found = cursor.fetchall()
            return {
                (table, name.rpartition("_")[2].upper()) for table, name in found if name.startswith("guard_")
            }
        cursor.execute(
            "SELECT event_object_table, event_manipulation FROM information_schema.triggers "
            "WHERE trigger_name LIKE 'guard\\_%'"
        )
        return set(cursor.fetchall())


def guard_faults():
    """Sentences about tables that could be written behind the journal's back."""
    wanted = {(table, event) for table in guarded_tables() for event in ("INSERT", "UPDATE", "DELETE")}
    wanted |= {(Entry._meta.db_table, event) for event in ("UPDATE", "DELETE")}
    for table, event in sorted(wanted - guards_in_database()):
        yield f"{table} has no guard against {event} outside a change: see taama/journal/guards.py."


@pytest.mark.django_db
def test_every_journaled_table_has_its_guards():
    faults = list(guard_faults())
    assert not faults, told(faults)


@pytest.mark.django_db
def test_a_guard_taken_away_is_told():
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute('DROP TRIGGER "guard_plans_activity_insert"')
        else:
            cursor.execute('DROP TRIGGER "guard_plans_activity" ON plans_activity')
    assert any("plans_activity has no guard against INSERT" in fault for fault in guard_faults())


def pairs(fields):
    """Fields that belong together: approved_at or approved_on with approved_by, where the first may be empty."""
    names = {field.name: field for field in fields}
    for name, field in names.items():
        stem, _, ending = name.rpartition("_")
        by = names.get(f"{stem}_by")
        if ending in {"at", "on"} and by is not None and (field.null or field.blank):
            yield field.name, by.name


def leaves(condition):
    """The (field, value) leaves of a condition."""
    for child in getattr(condition, "children", []):
        if isinstance(child, tuple):
            yield child
        else:
            yield from leaves(child)


def pair_faults(label, fields, constraints):
    """Sentences about paired fields the database does not keep together."""
    kept = [
        {name.split("__")[0] for name, _ in leaves(constraint.condition)}
        for constraint in constraints
        if isinstance(constraint, CheckConstraint)
    ]
    for when, by in pairs(fields):
        if not any({when, by} <= names for names in kept):
            yield f"{label}: {when} and {by} belong together; add a CheckConstraint that both are set or neither."


def test_paired_fields_are_kept_together_by_the_database():
    faults = []
    for model in our_models():
        faults += pair_faults(model._meta.label, model._meta.concrete_fields, model._meta.constraints)
    assert not faults, told(faults)


def field(name, *, null):
    """A field as far as pairs are concerned."""
    return SimpleNamespace(name=name, null=null, blank=null)


PAIR = [field("approved_on", null=True), field("approved_by", null=True)]
BOTH = CheckConstraint(
    condition=Q(approved_on=None, approved_by=None) | Q(approved_on__isnull=False, approved_by__isnull=False),
    name="both",
)
ONE = CheckConstraint(condition=Q(approved_on__gte=F("began_on")), name="one")


@pytest.mark.parametrize("constraints", [[], [ONE]])
def test_a_pair_that_is_not_kept_is_told(constraints):
    assert list(pair_faults("plans.Thing", PAIR, constraints))


def test_a_pair_that_is_kept_passes():
    assert not list(pair_faults("plans.Thing", PAIR, [BOTH, ONE]))
    assert not list(
        pair_faults("plans.Thing", [field("made_at", null=False), field("made_by", null=True)], [])
    )


@pytest.mark.django_db
def test_migrations_are_complete():
    found = io.StringIO()
    try:
        call_command("makemigrations", check=True, dry_run=True, stdout=found)
    except SystemExit:
        pytest.fail(f"Run `manage.py makemigrations` and commit what it writes:\n{found.getvalue()}")


@pytest.mark.django_db
def test_a_missing_migration_is_told(settings):
    """The control: without its migrations a room must be found incomplete."""
    settings.MIGRATION_MODULES = {"reviews": "tests.house.nowhere"}
    with pytest.raises(SystemExit):
        call_command("makemigrations", "reviews", check=True, dry_run=True, verbosity=0)
