"""Dates and periods as texts write them. All sentences are invented."""

import pytest

from taama.extraction.dates import find_times
from taama.extraction.told import About

DATED = About(dated="2022-05-09")

DATES = [
    ("160 000 personnes au 31 juillet 2019", "31 juillet 2019", "2019-07-31"),
    ("signé le 6 mai 2022 à Bamako", "6 mai 2022", "2022-05-06"),
    ("le 1er mars 2021", "1er mars 2021", "2021-03-01"),
    ("le 1ᵉʳ juillet 2021", "1ᵉʳ juillet 2021", "2021-07-01"),
    ("le jeudi 15 août 2019 à Ségou", "15 août 2019", "2019-08-15"),
    ("Bamako, le 26 novembre 2021", "26 novembre 2021", "2021-11-26"),
    ("On 26 November 2021, the Minister", "26 November 2021", "2021-11-26"),
    ("on May 6, 2022 in Bamako", "May 6, 2022", "2022-05-06"),
    ("on Wednesday, 23rd December, 2020", "23rd December, 2020", "2020-12-23"),
    ("the 15th of August 2019", "15th of August 2019", "2019-08-15"),
    ("le 15/08/2019 à Mopti", "15/08/2019", "2019-08-15"),
    ("reçu le 15.08.2019", "15.08.2019", "2019-08-15"),
    ("generated 2019-08-15", "2019-08-15", "2019-08-15"),
    ("le 26/11/21", "26/11/21", "2021-11-26"),
    ("soumis en juin 2020", "juin 2020", "2020-06"),
    ("Sept. 2021", "Sept. 2021", "2021-09"),
    ("le 15 sept 2020", "15 sept 2020", "2020-09-15"),
    ("fin juin 2022", "juin 2022", "2022-06"),
    ("en 2020", "2020", "2020"),
    ("exercice 2021", "2021", "2021"),
    ("mi-2024", "mi-2024", "2024-06"),
    ("in mid-2024", "mid-2024", "2024-06"),
    ("d’ici fin 2022", "fin 2022", "2022-12"),
    ("by the end of 2022", "end of 2022", "2022-12"),
    ("le 6 mai dernier", "6 mai", "2022-05-06"),
    ("Le 12 juin prochain", "12 juin", "2022-06-12"),
    ("en décembre", "décembre", "2021-12"),
    ("in June", "June", "2022-06"),
    ("du nombre relevé au 15/08", "15/08", "2021-08-15"),
    ("12 000 personnes (31/03)", "31/03", "2022-03-31"),
    ("l’année dernière", "année dernière", "2021"),
    ("le mois dernier", "mois dernier", "2022-04"),
    ("ce mardi, le ministre", "mardi", "2022-05-03"),
    ("on Thursday the team", "Thursday", "2022-05-05"),
    ("s’est achevée hier", "hier", "2022-05-08"),
    ("ce mardi 3 mai", "3 mai", "2022-05-03"),
    ("en mai 12 166 migrants", "mai", "2022-05"),
    ("Loi n°2023-004 du 13 mars 2023", "13 mars 2023", "2023-03-13"),
    ("le 31 juin 2022", "juin 2022", "2022-06"),
]

PERIODS = [
    ("entre 2019 et 2022", "2019 et 2022", "2019", "2022"),
    ("de janvier 2018 au 15 août 2019", "janvier 2018 au 15 août 2019", "2018-01", "2019-08-15"),
    ("from January 2018 to 15 August 2019", "January 2018 to 15 August 2019", "2018-01", "2019-08-15"),
    ("between 3 and 5 May 2022", "3 and 5 May 2022", "2022-05-03", "2022-05-05"),
    ("du 3 au 5 mai 2022", "3 au 5 mai 2022", "2022-05-03", "2022-05-05"),
    ("24–26 January 2023", "24–26 January 2023", "2023-01-24", "2023-01-26"),
    ("January 24-26, 2023", "January 24-26, 2023", "2023-01-24", "2023-01-26"),
    ("du mardi 24 au jeudi 26 janvier 2023", "24 au jeudi 26 janvier 2023", "2023-01-24", "2023-01-26"),
    ("les 29 et 30 septembre 2021", "29 et 30 septembre 2021", "2021-09-29", "2021-09-30"),
    ("du 29 septembre au 1er octobre 2021", "29 septembre au 1er octobre 2021", "2021-09-29", "2021-10-01"),
    ("20 March 2021 to 21 June 2021", "20 March 2021 to 21 June 2021", "2021-03-20", "2021-06-21"),
    ("from 17 May 2022 to 20 May", "17 May 2022 to 20 May", "2022-05-17", "2022-05-20"),
    ("en avril et mai 2022", "avril et mai 2022", "2022-04", "2022-05"),
    ("January–March 2022", "January–March 2022", "2022-01", "2022-03"),
    ("entre janvier et mars", "janvier et mars", "2022-01", "2022-03"),
    ("du 27 au 29 décembre", "27 au 29 décembre", "2021-12-27", "2021-12-29"),
    ("du 29 avril au 2 mai", "29 avril au 2 mai", "2022-04-29", "2022-05-02"),
    ("premier trimestre 2023", "premier trimestre 2023", "2023-01", "2023-03"),
    ("au 1er trimestre de l’année 2024", "1er trimestre de l’année 2024", "2024-01", "2024-03"),
    ("in Q1 2023", "Q1 2023", "2023-01", "2023-03"),
    ("au T2 2024", "T2 2024", "2024-04", "2024-06"),
    ("au cours du premier semestre 2023", "premier semestre 2023", "2023-01", "2023-06"),
    ("the first half of 2022", "first half of 2022", "2022-01", "2022-06"),
    ("the fourth quarter of 2021", "fourth quarter of 2021", "2021-10", "2021-12"),
    ("au troisième trimestre", "troisième trimestre", "2022-07", "2022-09"),
    ("le plan 2015-2019", "2015-2019", "2015", "2019"),
    ("the plan 2020–2024", "2020–2024", "2020", "2024"),
    ("de 2017 à mai 2025", "2017 à mai 2025", "2017", "2025-05"),
    ("depuis 2014", "2014", "2014", ""),
    ("since May 2017", "May 2017", "2017-05", ""),
    ("à partir de 2025", "2025", "2025", ""),
    ("jusqu’en mai 2022", "mai 2022", "", "2022-05"),
    ("until 31 December 2021", "31 December 2021", "", "2021-12-31"),
    ("IOM held (4-6/9) a workshop", "4-6/9", "2021-09-04", "2021-09-06"),
]

NONE = [
    "Décret n° 2014-0765/P-RM",
    "A/RES/73/195",
    "Tél. : +223 20 21 22 23, fax 2022 45 67",
    "2020 personnes",
    "Article 18 may be applied",
    "They march 12 km",
    "le Programme et l’Agenda 2030",
    "page 2019",
    "en 2 019 dossiers",
    "sept jours sur sept. 2. La suite",
    "rapport 12/2020",
]


@pytest.mark.parametrize(("text", "words", "day"), DATES)
def test_a_date_is_as_precise_as_the_text(text: str, words: str, day: str) -> None:
    time = only(find_times(text, DATED))
    assert (text[time.start : time.end], time.as_of, time.begin, time.finish) == (words, day, "", "")


@pytest.mark.parametrize(("text", "words", "begin", "finish"), PERIODS)
def test_a_period_has_its_two_ends_or_an_open_one(text: str, words: str, begin: str, finish: str) -> None:
    time = only(find_times(text, DATED))
    assert (text[time.start : time.end], time.as_of, time.begin, time.finish) == (words, "", begin, finish)


@pytest.mark.parametrize("text", NONE)
def test_numbers_of_other_things_are_no_dates(text: str) -> None:
    assert find_times(text, DATED) == []


def test_several_dates_of_a_sentence_stay_apart() -> None:
    text = "160 000 déplacés au 31 juillet 2019 et 19 193 migrants au 15 août 2019, 2 000 en 2018"
    assert [time.as_of for time in find_times(text, DATED)] == ["2019-07-31", "2019-08-15", "2018"]


def test_without_a_date_of_the_document_the_year_before_completes() -> None:
    text = "Le 6 mai 2021 à Bamako, puis le 8 mai à Kayes"
    assert [time.as_of for time in find_times(text, About())] == ["2021-05-06", "2021-05-08"]


def test_without_any_year_nothing_is_told() -> None:
    assert find_times("le 6 mai à Bamako, ce mardi, l’année dernière", About()) == []


def test_a_document_dated_by_its_year_alone_completes_with_it() -> None:
    assert [time.as_of for time in find_times("le 6 mai", About(dated="2019"))] == ["2019-05-06"]


def test_offsets_count_from_the_start_of_the_whole_text() -> None:
    text = "En 2018, puis le 6 mai 2022, enfin en 2024."
    (time,) = find_times(text, DATED, at=10, end=30)
    assert text[time.start : time.end] == "6 mai 2022"


def only(times):
    (time,) = times
    return time
