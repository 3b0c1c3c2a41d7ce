"""Tags: a person says of which objective a passage speaks, and may take it back."""

import pytest
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone

from taama.compact.queries import item
from taama.evidence.changes import tag_passage, withdraw_tag
from taama.evidence.models import Tag
from taama.evidence.queries import tags_for
from taama.journal.changes import open_change
from taama.journal.models import Entry
from taama.web.refusals import NotAllowedNow

from .factories import document, passage_with


@pytest.fixture
def tag(cast, compact):
    return tagged(cast.evidence_officer, "personnes en 2024", document())


def tagged(by, words, held):
    """A tag of objective 21 on these words."""
    passage = passage_with(words, held)
    start = passage.start + passage.text.index(words)
    return tag_passage(
        passage=passage, start=start, end=start + len(words), objective=item("gcm", "21"), by=by
    )


def test_a_tag_names_its_words_its_objective_and_who_said_so(tag, cast):
    assert (tag.quote, tag.objective.code, tag.by) == ("personnes en 2024", "21", cast.evidence_officer)
    assert Entry.objects.filter(verb="evidence.tag.added", record_id=str(tag.pk)).count() == 1


def test_saying_it_twice_adds_nothing(tag, cast):
    again = tag_passage(
        passage=tag.passage, start=tag.start, end=tag.end, objective=tag.objective, by=cast.coordinator
    )

    assert again == tag
    assert Tag.objects.count() == 1


def test_a_withdrawn_tag_stays_in_the_books_and_counts_no_more(tag, cast):
    withdraw_tag(tag=tag, by=cast.evidence_officer)

    assert Tag.objects.get().withdrawn_at is not None
    assert not tags_for(tag.objective)
    assert Entry.objects.filter(verb="evidence.tag.withdrawn").exists()
    with pytest.raises(NotAllowedNow):
        withdraw_tag(tag=tag, by=cast.evidence_officer)


def test_the_database_keeps_one_standing_tag(tag, cast):
    with pytest.raises(IntegrityError), open_change():
        Tag.objects.create(
            passage=tag.passage,
            start=tag.start,
            end=tag.end,
            objective=tag.objective,
            by=cast.coordinator,
            at=timezone.now(),
        )


def test_everybody_reads_it_beside_its_passage(client, tag, django_assert_max_num_queries):
    with django_assert_max_num_queries(7):
        page = client.get(reverse("evidence:document", args=[tag.document.slug])).text

    assert page.count(reverse("desk:objective", args=["21"])) == 2
    assert reverse("evidence:tag-withdraw", args=[tag.pk]) not in page


@pytest.mark.parametrize(
    ("name", "status"),
    [("evidence_officer", 302), ("coordinator", 302), ("validator", 403), ("partner", 403)],
)
def test_those_who_add_may_withdraw(client, cast, tag, name, status):
    client.force_login(getattr(cast, name))
    address = reverse("evidence:tag-withdraw", args=[tag.pk])

    asked = client.get(address)
    answer = client.post(address)

    assert (asked.status_code == 200) == (status == 302)
    assert answer.status_code == status
    assert (Tag.objects.get().withdrawn_at is not None) == (status == 302)
