"""Objectives a text speaks of: close pairs kept apart, reasons exact, passages within their text."""

from time import process_time

import pytest

from taama.extraction.learned import Learned, learned_from
from taama.extraction.objectives import find_objectives, tags_of_passages
from taama.extraction.tests.objective_scores import passages
from taama.extraction.told import Span


def found(text):
    return {objective.number for objective in find_objectives(text)}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("La police a arrêté des passeurs qui se livraient au trafic illicite de migrants.", {9}),
        ("Trente victimes de la traite des personnes ont été identifiées au Mali.", {10}),
        ("Migrant smuggling networks charge more each year.", {9}),
        ("Trafficking in persons is punished by law 2012-023.", {10}),
        ("Les envois de fonds des émigrés font vivre les familles.", {20}),
        ("Le forum de la diaspora veut attirer les investissements de la diaspora.", {19}),
        ("Un accord de réadmission et l’aide au retour volontaire.", {21}),
        ("Des voies régulières et un programme de mobilité circulaire pour les migrants.", {5}),
        ("Recruitment fees must not be charged to migrant workers.", {6}),
        ("Search and rescue teams look for missing migrants.", {8}),
        ("Integrated border management and border information systems.", {11}),
        ("A national referral mechanism with standard operating procedures for migrants.", {12}),
        ("Alternatives to detention for migrants.", {13}),
        ("La portabilité des droits à pension des migrants.", {22}),
        ("Lutter contre la xénophobie et les discours de haine envers les migrants.", {17}),
    ],
)
def test_close_pairs_are_kept_apart(text, numbers):
    assert found(text) == numbers


def test_the_compact_alone_tells_of_cooperation_only():
    assert found("Le Pacte mondial pour des migrations sûres, ordonnées et régulières") == {23}


def test_the_compact_on_refugees_is_another():
    assert found("Le Pacte mondial sur les réfugiés a été adopté.") == set()


def test_an_objective_named_is_sure_and_the_sdg_is_not():
    (objective,) = find_objectives("Au titre de l’objectif 13 du Pacte, rien n’a été fait.")
    assert objective.number == 13
    assert objective.score > 0.9
    assert found("La mise en œuvre de l’ODD 13 du pays avance.") == set()


def test_the_action_where_it_is_clear():
    (objective,) = find_objectives(
        "Des jugements supplétifs pour lutter contre l’apatridie : le risque d’apatridie recule."
    )
    assert (objective.number, objective.action) == (4, "e")


def test_supporting_words_say_nothing_where_migration_is_not_the_subject():
    assert found("La banque annonce des milliards de fonds, selon la presse et les partenaires.") == set()


def test_reasons_are_in_the_text_for_every_labelled_passage():
    for passage in passages():
        for objective in find_objectives(passage.text):
            spans = [(span.start, span.end) for span in objective.why]
            assert spans == sorted(set(spans))
            assert objective.why
            for start, end in spans:
                assert 0 <= start < end <= len(passage.text)
                assert passage.text[start].isalnum()
                assert not passage.text[end - 1].isspace()


def test_scores_are_shares_and_the_surest_comes_first():
    objectives = find_objectives(
        "Retour volontaire et réintégration durable ; sans état civil, la diaspora attend."
    )
    scores = [objective.score for objective in objectives]
    assert scores == sorted(scores, reverse=True)
    assert all(0.5 <= score <= 1 for score in scores)


def test_a_word_by_the_way_in_a_long_text_is_no_subject():
    filler = "Le maire a ouvert la séance et remercié les migrants présents. " * 60
    assert 18 in found("Une formation professionnelle pour les migrants.")
    assert 18 not in found(filler + "Une formation professionnelle a été évoquée." + filler)


def test_letterheads_do_not_count():
    head = "Direction de la gestion des frontières\n"
    text = head + "Le retour volontaire de 40 migrants."
    assert {objective.number for objective in find_objectives(text, apart=[Span(0, len(head))])} == {21}


def test_passages_are_tagged_with_the_text():
    one, two = (
        "Le retour volontaire de 40 migrants.",
        "Les passeurs ont été jugés pour trafic illicite de migrants.",
    )
    text = f"{one}\n\n{two}"
    spans = [Span(0, len(one)), Span(len(one) + 2, len(text))]

    tags = tags_of_passages(text, spans)

    assert {objective.number for objective in tags.document} == {9, 21}
    assert [[objective.number for objective in passage] for passage in tags.passages] == [[21], [9]]
    for span, (objective,) in zip(spans, tags.passages, strict=True):
        assert all(span.start <= reason.start and reason.end <= span.end for reason in objective.why)


def test_passages_without_signs_stay_empty():
    assert tags_of_passages("", []).passages == []
    assert tags_of_passages("Bonjour.", [Span(0, 8)]).passages == [[]]


def test_a_model_that_learned_nothing_changes_nothing():
    for passage in passages(language="fr")[:40]:
        assert find_objectives(passage.text, model=Learned()) == find_objectives(passage.text)


def test_what_lies_between_letterheads_counts():
    text = "Gestion des frontières. Retour volontaire de migrants. Trafic illicite de migrants."
    apart = [Span(55, len(text)), Span(0, 23), Span(2, 10)]
    assert {objective.number for objective in find_objectives(text, apart=apart)} == {21}


def test_cost_grows_with_the_text_and_no_faster():
    page = "Objectif 8 du Pacte : sauver des vies. Objectif 21 : le retour volontaire des migrants, sans passeurs. "

    short, long = (seconds(page * times) for times in (100, 1600))

    assert long <= 16 * short * 3


def seconds(text):
    """The best of three, in processor time."""

    def once():
        before = process_time()
        find_objectives(text)
        return process_time() - before

    return min(once() for _ in range(3))


def test_the_learned_part_does_not_hear_letterheads():
    head = "Le carnet bleu du service. "
    learned = learned_from(
        [(f"Le carnet bleu des migrants, page {page}.", [21]) for page in range(60)]
        + [(f"Les migrants attendent, page {page}.", []) for page in range(60)]
    )

    heard = find_objectives(head + "Les migrants.", model=learned)
    apart = find_objectives(head + "Les migrants.", model=learned, apart=[Span(0, len(head))])

    assert [objective.number for objective in heard] == [21]
    assert apart == []
