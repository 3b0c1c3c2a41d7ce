"""What is held is found, in both engines; what was taken back is not."""

import random
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from taama.evidence import search as searching
from taama.evidence.changes import DocumentCard, cite_passage
from taama.evidence.changes.documents import mend_card
from taama.evidence.models import IndexedPassage, Passage, Reading
from taama.evidence.passage_index import (
    TABLE,
    WORDS,
    engine_is_in_step,
    index_passages,
    install,
    number_not_indexed,
)
from taama.evidence.search import Asked, asked_in, choices, search, standing_apart
from taama.journal.changes import open_change, record
from taama.journal.keeping import Tally
from taama.web.partial_dates import first_day, last_day
from tests.cast import STAGE

from .factories import document, finding, passage_with

FRENCH = """Retour volontaire

Les personnes déplacées internes de Gao ont reçu 160 000 couvertures.

Une réfugiée malienne parle du plan d’action.
"""
ENGLISH = """Voluntary return

Refugees received 160,000 blankets; the plan of action was signed.
"""


@pytest.fixture
def held(db):
    return (
        document(FRENCH, title="Note", publisher="Agence", published_on="2022-05-09", place="Bamako"),
        document(ENGLISH, title="Brief", publisher="Agency", published_on="2023", language="en"),
    )


def texts(**asked):
    """The passages found, by rank."""
    return [hit.text for hit in search(Asked(**asked)).hits()]


def first_words(**asked):
    """The first word of each passage found."""
    return {text.split()[0] for text in texts(**asked)}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("deplacee", {"Les"}),
        ("DÉPLACÉS", {"Les"}),
        ("refugee", {"Refugees"}),
        ("réfugiés", {"Une"}),
        ("160000", {"Les", "Refugees"}),
        ("volontaire retour", {"Retour"}),
        ('"personnes internes"', set()),
        ('"plan of action"', {"Une", "Refugees"}),
        ("« plan d’action » malien", {"Une"}),
        ("gao refugee", set()),
        ("de la", set()),
        ("", set()),
    ],
)
def test_words_and_phrases_are_found_whatever_their_form(held, words, found):
    assert first_words(words=words) == found


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"language": "en", "words": "160 000"}, {"Refugees"}),
        ({"publisher": "Agence", "words": "160 000"}, {"Les"}),
        ({"publisher": "Nobody"}, set()),
        ({"since": "2023", "words": "160 000"}, {"Refugees"}),
        ({"until": "2022-05", "words": "160 000"}, {"Les"}),
        ({"since": "2023-04", "words": "160 000"}, {"Refugees"}),
        ({"until": "2022-04", "words": "160 000"}, set()),
        ({"place": "Bamako", "words": "160 000"}, {"Les"}),
        ({"language": "fr"}, {"Retour", "Les", "Une"}),
    ],
)
def test_filters_of_the_document(held, asked, found):
    assert first_words(**asked) == found


def test_filters_of_what_people_did_with_a_passage(held, cast, compact):
    passage = passage_with("réfugiée", held[0])
    cite_passage(passage=passage, start=passage.start, end=passage.end, note="", by=cast.evidence_officer)
    made = finding("160 000 couvertures", held[0], cast.evidence_officer)
    with open_change():
        made.objectives.add(compact_objective(7))
        record("evidence.finding.mended", made, by=STAGE)

    assert first_words(status="cited") == {"Une"}
    assert first_words(status="accepted") == {"Les"}
    assert first_words(status="waiting") == set()
    assert first_words(objective="7") == {"Les"}
    assert first_words(objective="8") == set()
    hit = search(Asked(words="couverture")).hits()[0]
    assert (hit.accepted, hit.waiting, hit.cited) == (1, 0, 0)


def compact_objective(number):
    """An objective as shipped."""
    from taama.compact.queries import objective

    return objective(number)


def test_filters_agree_with_looking_at_each_document(db):
    dice = random.Random(3)
    dates = ["", "2019", "2020", "2020-02", "2020-11", "2021-01-09", "2021-01-31", "1898-05-01", "2104"]
    held = [
        document(
            f"Note {number}. Gao et Kayes.",
            language=dice.choice(["fr", "en"]),
            publisher=dice.choice(["Agence", "Ministère de l’Intérieur"]),
            place=dice.choice(["", "Bamako", "Kayes"]),
            published_on=dice.choice(dates),
        )
        for number in range(60)
    ]
    for _ in range(80):
        ends = {end: dice.choice(["", *dates[1:7], "2020-02-15"]) for end in ("since", "until")}
        card = {
            name: dice.choice(["", getattr(dice.choice(held), name)])
            for name in ("language", "publisher", "place")
        }
        asked = Asked(words=dice.choice(["", "kayes", '"gao kayes"']), **ends, **card)
        passing = {
            one.slug
            for one in held
            if all(not value or getattr(one, name) == value for name, value in card.items())
            and overlaps(one.published_on, asked.since, asked.until)
        }
        found = {hit.document.slug for hit in search(asked).hits(0, 60)}
        assert found == (passing if asked.says_anything else set()), asked


def overlaps(day, since, until):
    """Whether a date as exact as it is known can lie between two others."""
    if not (since or until):
        return True
    return (
        bool(day)
        and (not since or last_day(day) >= first_day(since))
        and (not until or first_day(day) <= last_day(until))
    )


def test_a_mended_card_is_found_by_what_it_now_says(held):
    card = DocumentCard(
        title="Note", publisher="Ministère", published_on="2019", language="fr", place="Kayes"
    )
    tally = Tally()
    mend_card(document=held[0], card=card, by=STAGE, tally=tally)

    assert tally.changed == 1
    assert first_words(publisher="Ministère", words="160 000") == {"Les"}
    assert first_words(publisher="Agence", words="160 000") == set()
    assert first_words(until="2019", place="Kayes", words="160 000") == {"Les"}
    assert number_not_indexed() == 0
    assert engine_is_in_step()


def test_an_index_that_says_another_card_is_seen(held):
    assert number_not_indexed() == 0

    IndexedPassage.objects.filter(document=held[1]).update(about="")

    assert number_not_indexed() == 2


def test_of_many_passages_the_last_ones_are_ranked_and_that_is_said(held, monkeypatch):
    monkeypatch.setattr(searching, "MOST_RANKED", 1)

    found = search(Asked(words="160000"))
    assert (found.number, found.has_more) == (1, True)
    assert found.hits()[0].document.slug == held[1].slug


def test_a_word_nobody_wrote_is_named(held):
    found = search(Asked(words="Gao chimère"))

    assert found.number == 0
    assert standing_apart(found.phrases) == [("Gao", 1), ("chimère", 0)]


@pytest.mark.parametrize(
    "words",
    ["\"", "'", "* OR", "NEAR(a b, 2)", "a AND NOT", "stems:gao", "\x00", "%_\\", "🙂", "ا\u202eل", "x" * 10_000,
     '"' * 5_000, "(((", "a" * 39 + "é" * 99, "--", ";drop table", "𞤀𞤁", "½ ² ﬁ"],
)  # fmt: skip
def test_odd_words_are_no_error(held, words):
    search(Asked(words=words)).hits()


@given(st.text(max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
def test_any_words_are_no_error(held, words):
    found = search(asked_in({"words": words, "publisher": words, "place": words, "since": words}))
    found.hits()
    standing_apart(found.phrases)


def test_what_an_address_asks_is_read_with_care():
    asked = asked_in({"words": " x\0 ", "status": "odd", "since": "2022-13", "until": "2022", "else": "1"})

    assert asked == Asked(words="x", until="2022")


def test_choices_are_those_there_are(held):
    found = choices()

    assert found.publishers == ("Agence", "Agency")
    assert found.languages == (("en", "English"), ("fr", "français"))
    assert found.places == ("Bamako",)


def test_a_search_takes_few_queries(held, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        assert search(Asked(words="160000")).hits()


def test_a_newer_reading_is_found_instead_of_the_old_one(held):
    with open_change():
        old = held[0].readings.get()
        old.is_current = False
        old.save()
        new = Reading.objects.create(document=held[0], reader="another", text="Une chimère.")
        passages = Passage.objects.bulk_create([Passage(reading=new, position=1, start=0, end=12)])
        assert number_not_indexed() == 4
        index_passages(held[0], new.text, passages)
        record("evidence.document.read_again", held[0], by=STAGE)

    assert texts(words="chimere") == ["Une chimère."]
    assert texts(words="couvertures") == []
    assert number_not_indexed() == 0


def test_the_engine_keeps_in_step_when_rows_change_and_go(held):
    row = IndexedPassage.objects.get(stems__contains=" couvertur ")
    row.stems = " chimer "
    row.save()
    assert len(texts(words="chimère")) == 1
    assert texts(words="couverture") == []

    row.delete()
    assert texts(words="chimère") == []
    assert engine_is_in_step()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL makes its column itself")
def test_an_index_out_of_step_is_seen(held):
    assert engine_is_in_step()

    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {WORDS}({WORDS}) VALUES ('delete-all')")

    assert not engine_is_in_step()


def test_a_lost_index_is_made_anew(held):
    drop = {
        "sqlite": [f"DROP TRIGGER {WORDS}_insert", f"INSERT INTO {WORDS}({WORDS}) VALUES ('delete-all')"],
        "postgresql": ["SET CONSTRAINTS ALL IMMEDIATE", f"ALTER TABLE {TABLE} DROP COLUMN words"],
    }
    with connection.cursor() as cursor:
        for statement in drop[connection.vendor]:
            cursor.execute(statement)

    install(connection)
    install(connection)

    assert len(texts(words="couverture")) == 1
    assert engine_is_in_step()


def test_what_is_rolled_back_is_not_found(held):
    with pytest.raises(KeyError):
        hold_and_fail()

    assert texts(words="chimère") == []
    assert number_not_indexed() == 0


def hold_and_fail():
    """A document that is found while its transaction lasts."""
    with transaction.atomic():
        document("Une chimère passe.")
        assert len(texts(words="chimère")) == 1
        raise KeyError


def test_what_was_held_before_the_index_is_found_after_the_migration(held):
    IndexedPassage.objects.all().delete()
    assert texts(words="couverture") == []

    import_module("taama.evidence.migrations.0004_indexed_passages").index_what_is_held(apps, None)
    import_module("taama.evidence.migrations.0005_about_words").say_what_documents_are(apps, None)

    assert len(texts(words="couverture")) == 1
    assert number_not_indexed() == 0
