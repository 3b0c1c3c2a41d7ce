"""What the fitted part adds to a long text: heard, explained, and silent elsewhere."""

import pytest

from taama.extraction.objectives import PASSAGE, find_objectives
from taama.extraction.substance import HEARD_FROM, Packs, Substance, shipped_substance

LONG = (
    "Les migrants de retour attendent leur aide depuis l’hiver. La mairie dit qu’elle n’a plus de quoi payer.\n\n"
    "Dans la cour, une psychologue écoute ceux qui ont été vendus, battus et forcés de travailler sans salaire par "
    "des trafiquants, puis les adresse à un avocat. Le juge a déjà condamné deux exploitants.\n\n"
) * 3


@pytest.fixture(scope="module")
def substance():
    return shipped_substance()


def test_packed_words_say_what_their_weights_add_up_to():
    packs = Packs({"passeport": [(4, 1.5), (14, -0.25)], "visa": [(5, 2.0), (4, -0.5)]})
    fields = packs.sums(["passeports", "visas", "inconnu"])
    said = {number: fields[number] - (1 << 31) for number in (0, 4, 5, 14, 23)}
    assert said == {0: 2, 4: 100, 5: 200, 14: -25, 23: 0}


def test_a_sentence_is_heard_where_it_stands_and_a_scrap_is_not():
    words = {"passeport": [(4, 3.0)]}
    toy = Substance(words, dict.fromkeys(range(1, 24), -9.0) | {4: -1.0}, (), 0.5, Packs(words))
    text = "il pleut sur la ville depuis hier. le passeport arrive enfin demain"
    heard = toy.heard(text, [35, len(text)])
    assert (heard[4].start, heard[4].end) == (35, len(text))
    assert heard[4].loud == pytest.approx(3.0 - 1.0 - HEARD_FROM)
    assert toy.heard("le passeport arrive", [19]) == {}
    assert text[slice(*toy.shown(text, 4, heard[4])[0])] == "passeport"


def test_every_reason_lies_in_the_text(substance):
    assert len(LONG) > PASSAGE
    objectives = find_objectives(LONG, substance=substance)
    assert objectives
    for objective in objectives:
        assert substance.enough <= objective.score <= 1
        assert objective.why
        assert all(0 <= span.start < span.end <= len(LONG) for span in objective.why)


def test_a_passage_is_read_as_before(substance):
    text = LONG[: PASSAGE - 1]
    assert find_objectives(text, substance=substance) == find_objectives(text)


def test_where_migration_is_not_the_subject_nothing_is_heard(substance):
    football = "Le club a gagné devant ses supporters, grâce à un but marqué avant la pause. " * 12
    assert find_objectives(football, substance=substance) == []
