"""All that a text tells, in one call."""

import time

import pytest

from taama.extraction.lexicon import shipped_lexicon
from taama.extraction.reading import outside, tell
from taama.extraction.told import About, Span

RELEASE = """Accueil > Actualités > Mali

Le Mali valide son deuxième rapport volontaire

Bamako, 6 mai 2022 – Le Gouvernement et l’OIM ont tenu un atelier. Plus de 60 participants y ont pris part.

Lire aussi : 2 500 migrants rapatriés du Niger

Le 15 août 2019, le Mali a adopté son plan d’action à Ségou. Au 31 mars, 45 000 personnes déplacées vivaient à Mopti.

Pour plus d’informations, contactez Mme Awa Exemple, OIM, tél. : +223 20 22 76 97, awa@exemple.org.
"""


def told(text=RELEASE, about=None, **options):
    return tell(text, about or About("fr", "", "MLI"), shipped_lexicon(), **options)


def test_nothing_is_told_from_boilerplate():
    found = told()

    said = [
        *found.figures,
        *found.claims,
        *found.names,
        *(why for one in found.objectives for why in one.why),
    ]
    keep = outside(found.boilerplate)
    assert said
    assert keep(said) == said


def test_the_same_figure_would_be_told_were_it_no_linked_article():
    """The control."""
    assert 2500 in [
        figure.value for figure in told("Le ministère compte 2 500 migrants rapatriés du Niger.").figures
    ]
    assert 2500 not in [figure.value for figure in told().figures]


def test_figures_and_claims_are_both_told_with_exact_words():
    found = told()

    assert "Plus de 60 participants" in [RELEASE[one.start : one.end] for one in found.figures]
    assert "2019-08-15" in [claim.time.as_of for claim in found.claims]


def test_a_date_without_its_year_leans_on_the_documents_own_day():
    figure = next(one for one in told().figures if one.value == 45_000)

    assert figure.time is not None
    assert figure.time.as_of == "2022-03-31"


def test_what_is_known_of_the_day_beforehand_stands():
    figure = next(one for one in told(about=About("fr", "2020-06-01", "MLI")).figures if one.value == 45_000)

    assert figure.time is not None
    assert figure.time.as_of == "2020-03-31"


def test_an_empty_text_tells_nothing():
    assert told("") == told(" \n ")
    assert told("").figures == ()


@pytest.mark.parametrize(
    ("span", "kept"), [((0, 5), True), ((4, 6), False), ((7, 8), False), ((9, 12), False), ((10, 12), True)]
)
def test_what_touches_a_stretch_is_left_out(span, kept):
    keep = outside([Span(5, 10)])

    assert bool(keep([Span(*span)])) is kept


def test_a_text_ten_times_as_long_takes_no_more_than_in_measure():
    once, ten_times = RELEASE * 5, RELEASE * 50
    told(once)
    before = time.process_time()
    told(once)
    short = time.process_time() - before
    before = time.process_time()
    told(ten_times)

    assert time.process_time() - before < 30 * max(short, 0.005)
