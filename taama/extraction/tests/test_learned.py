"""The learned part: counts that grow and shrink, words that explain, tags that improve."""

import pytest

from taama.extraction.learned import Learned, learned_from, learned_from_json
from taama.extraction.objectives import find_objectives

# Words of one ministry that no phrase list knows: the « carnet bleu » is its register of those who came back.
HOUSE_WORDS = [
    "Le carnet bleu a été rempli pour les migrants de Kayes, page {}.",
    "Au bureau {}, le carnet bleu des migrants est tenu chaque soir.",
    "Les migrants signent le carnet bleu devant le chef de poste {}.",
]
OTHERS = [
    "Les migrants de Kayes ont reçu la visite du maire, salle {}.",
    "Le chef de poste {} a parlé aux migrants chaque soir.",
    "Au bureau {}, les migrants attendent la réunion du lundi.",
]


def confirmed(times):
    learned = Learned()
    for number in range(times):
        learned.add(HOUSE_WORDS[number % 3].format(number), [21])
        learned.add(OTHERS[number % 3].format(number), [])
    return learned


def found(text, model=None):
    return {objective.number: objective for objective in find_objectives(text, model=model)}


def test_confirmed_tags_teach_words_no_phrase_knows():
    text = "Hier encore, le carnet bleu des migrants comptait douze noms."

    assert 21 not in found(text)
    assert 21 in found(text, confirmed(60))
    assert 21 not in found("Hier encore, les migrants attendaient au bureau du maire.", confirmed(60))


def test_the_words_that_spoke_are_shown():
    text = "Hier encore, le carnet bleu des migrants comptait douze noms."
    objective = found(text, confirmed(60))[21]
    assert "carnet bleu" in [text[span.start : span.end] for span in objective.why]


def test_an_opinion_says_which_words_and_how_much():
    opinion = confirmed(60).opinions("le carnet bleu")[21]
    assert dict(opinion.words).keys() >= {"carnet", "bleu", "carnet bleu"}
    assert all(weight > 0 for _, weight in opinion.words)


def test_few_tags_weigh_little():
    text = "le carnet bleu"
    assert confirmed(6).opinions(text)[21].margin < confirmed(60).opinions(text)[21].margin


def test_what_is_added_can_be_taken_away():
    learned = confirmed(10)
    kept = learned.as_json()

    learned.add("Une caravane à Yélimané", [3, 9])
    learned.remove("Une caravane à Yélimané", [3, 9])

    assert learned.as_json() == kept
    assert learned == confirmed(10)


def test_all_taken_away_leaves_nothing():
    learned = learned_from([("Une caravane à Yélimané", [3])])
    learned.remove("Une caravane à Yélimané", [3])
    assert learned == Learned()


def test_what_is_kept_is_what_was_learned():
    learned = confirmed(40)
    again = learned_from_json(learned.as_json())

    assert again == learned
    assert again.opinions("le carnet bleu") == learned.opinions("le carnet bleu")


@pytest.mark.parametrize("text", ["", "12 345", "de la du"])
def test_texts_without_words_teach_nothing(text):
    learned = learned_from([(text, [1])])
    assert not learned.seen
    assert learned.opinions(text) == {}


def test_order_does_not_matter():
    texts = [(HOUSE_WORDS[0], [21]), (OTHERS[0], []), (HOUSE_WORDS[1], [21, 12])]
    assert learned_from(texts) == learned_from(texts[::-1])


def test_a_phrase_found_wrong_again_and_again_is_doubted():
    text = "Les migrants attendent le retour volontaire des pluies, dit-on."
    learned = learned_from((f"{text} {number}", []) for number in range(30))

    assert 21 in found(text)
    assert 21 not in found(text, learned)


def test_a_phrase_found_right_is_not_doubted():
    text = "Les migrants attendent le retour volontaire."
    learned = learned_from((f"{text} {number}", [21]) for number in range(30))
    assert learned.doubt(21, ["retour volontair"]) == 0
