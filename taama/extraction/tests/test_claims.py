"""Dated statements as texts make them, French and English. All sentences are invented or tell public facts anew."""

import pytest

from taama.extraction.claims import find_claims
from taama.extraction.dates import find_times
from taama.extraction.lexicon import shipped_lexicon
from taama.extraction.places import find_places
from taama.extraction.told import About

# sentence, words the subject must hold, event, when ("from/to" for a period)
STATED = [
    # nominal
    ("Il salue la validation de la deuxième revue nationale volontaire, le 6 mai 2022 à Bamako.",
     "second voluntary review", "validated", "2022-05-06"),
    ("Le ministre a présidé à Bamako, le jeudi 19 octobre 2023, le lancement du plan d’action national de lutte "
     "contre la traite.", "national anti-trafficking action plan", "launched", "2023-10-19"),
    ("Le Premier ministre a procédé, jeudi 17 juillet 2025, à l’ouverture du premier forum de la diaspora.",
     "first diaspora forum", "opened", "2025-07-17"),
    ("Ce projet a permis la signature le 16 novembre 2021 à Abuja d’un protocole d’accord.",
     "memorandum of understanding", "signed", "2021-11-16"),
    ("La validation du mécanisme de référencement a eu lieu les 29 et 30 septembre 2021.",
     "referral mechanism", "validated", "2021-09-29/2021-09-30"),
    ("Après son adoption le 3 septembre 2014, la politique a reçu un plan.", "policy", "adopted", "2014-09-03"),
    ("Since its creation in 2004, the ministry has worked with the diaspora.", "ministry", "created", "2004"),
    ("L’ouverture de deux centres d’orientation est prévue au premier trimestre 2022.",
     "orientation centre", "opened", "2022-01/2022-03"),
    # passive
    ("La Politique nationale de migration, dite PONAM, a été adoptée en Conseil des ministres le 3 septembre 2014.",
     "national migration policy", "adopted", "2014-09-03"),
    ("The workshop was held in Bamako on 6 May 2022.", "workshop", "held", "2022-05-06"),
    ("The Global Compact for Safe, Orderly and Regular Migration was adopted in Marrakech on 10 December 2018.",
     "Global Compact for Migration", "adopted", "2018-12-10"),
    ("Au cours d’un atelier organisé par le ministère, le second rapport volontaire a été validé le 6 mai 2022.",
     "second voluntary review", "validated", "2022-05-06"),
    ("A memorandum of understanding was signed between the agency and the Ministry on 3 March 2022.",
     "memorandum of understanding", "signed", "2022-03-03"),
    ("C’est en mars 2019 que le comité de pilotage a été mis en place.", "steering committee", "created", "2019-03"),
    ("The census was carried out from 15 June to 9 July 2022.", "census", "conducted", "2022-06-15/2022-07-09"),
    ("Le projet a été mis en œuvre entre février 2017 et janvier 2020.", "project", "implemented", "2017-02/2020-01"),
    ("Le décret a été pris le 13 septembre 2021.", "decree", "issued", "2021-09-13"),
    ("La convention a été rendue publique le 4 mars 2020.", "convention", "published", "2020-03-04"),
    # active
    ("Le ministère a organisé, le jeudi 15 août 2019 à Ségou, un atelier sur le plan d’action national.",
     "workshop national action plan", "held", "2019-08-15"),
    ("Mali adopted its national migration policy on 3 September 2014.",
     "national migration policy", "adopted", "2014-09-03"),
    ("Le Mali est l’un des États qui ont adopté le Pacte en décembre 2018.",
     "Global Compact for Migration", "adopted", "2018-12"),
    ("En 2020, le Mali a lancé le Réseau des Nations Unies pour la migration.",
     "UN Network on Migration", "launched", "2020"),
    ("L’OIM a organisé ce lundi 26 janvier 2026, à Abidjan, un atelier de présentation.",
     "workshop", "held", "2026-01-26"),
    ("The Steering Committee held its third session on 14 March 2023.", "third session", "held", "2023-03-14"),
    ("Le ministre a remis à la police, le vendredi 14 avril 2023, un poste mobile de police des frontières.",
     "mobile border post", "handed over", "2023-04-14"),
    ("L’OIM a suspendu le 1er décembre 2022 l’enregistrement des candidats au retour.",
     "registration", "suspended", "2022-12-01"),
    ("The National Assembly passed the anti-trafficking bill on 12 July 2012.", "bill", "passed", "2012-07-12"),
    ("Le Mali est devenu pays champion en novembre 2021.", "champion country", "became", "2021-11"),
    ("Nous avons signé, le 3 novembre 2023, une convention avec quatre banques.", "convention", "signed", "2023-11-03"),
    # participles
    ("Le premier rapport volontaire, soumis en juin 2020, décrit les progrès.",
     "first voluntary review", "submitted", "2020-06"),
    ("La lettre datée du 26 novembre 2021 exprime l’intérêt du Mali.", "letter", "dated", "2021-11-26"),
    ("In a letter dated 26 November 2021, the Minister expressed interest.", "letter", "dated", "2021-11-26"),
    ("L’atelier de validation, tenu à Bamako les 29 et 30 septembre 2021, a réuni 60 participants.",
     "validation workshop", "held", "2021-09-29/2021-09-30"),
    ("La série recouvre en partie celle de l’Initiative conjointe, ouverte en mai 2017.",
     "joint initiative", "opened", "2017-05"),
    ("Adopté à Marrakech le 10 décembre 2018, le Pacte mondial compte 23 objectifs.",
     "Global Compact for Migration", "adopted", "2018-12-10"),
    ("Il prend le relais du plan quinquennal arrivé à échéance en 2022.", "relais plan", "ended", "2022"),
    ("Un\nmémorandum avec la Croix-Rouge, signé le 6 juin 2022, encadre les échanges.",
     "memorandum", "signed", "2022-06-06"),
    ("Il a été validé lors d’un atelier ouvert le 29 septembre 2021 à Bamako.", "workshop", "opened", "2021-09-29"),
    ("The response plan, published on 26 August 2022, covers the floods.", "response plan", "published", "2022-08-26"),
    ("La commission, créée depuis 2014, compte dix membres.", "commission", "created", "2014"),
    ("The launch of the joint programme took place on 22 March 2023.", "joint programme", "launched", "2023-03-22"),
    ("La stratégie, dont le lancement est intervenu le 3 mars 2021, couvre cinq ans.",
     "strategy", "launched", "2021-03-03"),
    ("The agreement was signed in the presence of the Prime Minister on 6 June 2022.",
     "agreement", "signed", "2022-06-06"),
    ("| 15 août 2019 | Atelier d’élaboration du plan | Ségou |", "workshop plan", "held", "2019-08-15"),
    ("La prochaine session du comité est fixée au 14 juin 2023.", "session committee", "held", "2023-06-14"),
    ("At its meeting on 12 May 2022, the steering committee approved the annual plan.",
     "annual plan", "approved", "2022-05-12"),
    ("It was on 30 January 2019 that the field guide was validated.", "field guide", "validated", "2019-01-30"),
    ("Le règlement intérieur a été publié le 13 mai 2015 à Ségou.", "reglement", "published", "2015-05-13"),
    # reflexive, inverted, without object
    ("Du 24 au 26 janvier 2023 se tient à Rabat un dialogue des pays champions.",
     "champion countries dialogue", "held", "2023-01-24/2023-01-26"),
    ("Un atelier national s’est ouvert à Ségou le 20 octobre 2020.", "national workshop", "opened", "2020-10-20"),
    ("L’atelier a eu lieu le jeudi 15 août 2019.", "workshop", "held", "2019-08-15"),
    ("Le séminaire a pris fin le vendredi 17 février 2023, à Abidjan.", "seminar", "ended", "2023-02-17"),
    ("La loi est entrée en vigueur le 1er janvier 2020.", "law", "entered into force", "2020-01-01"),
    ("The project started in February 2020.", "project", "begun", "2020-02"),
    ("The first regional review for Africa opened on 31 August 2021.",
     "first regional review Africa", "opened", "2021-08-31"),
    ("La deuxième conférence d’examen régional s’est achevée hier.",
     "second regional review conference", "ended", "2022-05-08"),
    # relative clauses
    ("Le texte sera versé aux travaux du Forum d’examen des migrations internationales, qui se tiendra du 17 au 20 "
     "mai 2022.", "international migration review forum", "held", "2022-05-17/2022-05-20"),
    ("Le deuxième est le premier examen volontaire, que la lettre situe en juin 2020.",
     "first voluntary review", "dated", "2020-06"),
    ("Mali will present it at the first International Migration Review Forum, to be held from 17 to 20 May 2022.",
     "first international migration review forum", "held", "2022-05-17/2022-05-20"),
    ("Le communiqué rappelle que le premier rapport volontaire remonte à juin 2021.",
     "first voluntary review", "dated", "2021-06"),
    # no verb
    ("Le texte suit l’atelier de validation du 6 mai 2022.", "validation workshop", "held", "2022-05-06"),
    ("Conférence régionale sur les enfants migrants\nCotonou, du 8 au 10 novembre 2022\n",
     "regional conference", "held", "2022-11-08/2022-11-10"),
    ("3 septembre 2014 : adoption de la PONAM", "national migration policy", "adopted", "2014-09-03"),
    ("Le premier rapport volontaire (juin 2020) a été lu.", "first voluntary review", "dated", "2020-06"),
    # to come
    ("The third voluntary review will be submitted in 2026.", "third voluntary review", "submitted", "2026"),
    ("La feuille de route sera soumise au gouvernement en avril 2023.", "road map", "submitted", "2023-04"),
    ("On 26 November 2021, the Minister wrote to the Network.", "letter", "written", "2021-11-26"),
]  # fmt: skip

NOT_STATED = [
    "Bamako, le 26 novembre 2021\nMonsieur le Directeur général,",
    "Au 31 juillet 2019, plus de 160 000 personnes ont été enregistrées.",
    "Vu le décret n° 2014-0765/P-RM du 9 octobre 2014 ;",
    "Plus de 200 kits ont été remis en 2021.",
    "Le centre a accueilli 200 migrants en 2021.",
    "Mali hosted 485,829 international migrants in 2020.",
    "Le rapport n’a pas été publié en 2020.",
    "Le plan d’action 2020-2024 a huit axes.",
    "Les transferts reçus ont atteint 900 millions de dollars en 2018.",
    "12 166 migrants sont revenus entre janvier 2018 et le 15 août 2019.",
    "Publié le 06/03/2024",
    "Sent: 12 September 2022",
    "> On 13 Sep 2022, at 18:05, Anta Exemple wrote:",
    "Né le 3 mars 1990 à Kayes.",
    "Ouvert du lundi au vendredi, de 8h00 à 16h00.",
    "The law of 2012 defines trafficking.",
    "In 2021, 120 young people completed the course.",
    "I opened a shop in March 2021.",
    "She returned in November 2022 and opened a hair salon in 2023.",
    "Applications must be submitted by 30 September 2024.",
    "As of 30 June 2022, the fund had granted 45 loans.",
    "Elle pose la question depuis 2014.",
    "La stratégie couvre les années 2015 à 2019.",
]


def claims(text, dated="2022-05-09"):
    about = About(dated=dated)
    return find_claims(text, about, find_times(text, about), find_places(text, shipped_lexicon()))


def when(claim):
    time = claim.time
    return time.as_of or f"{time.begin}/{time.finish}"


@pytest.mark.parametrize(("text", "subject", "event", "day"), STATED)
def test_a_statement_has_its_subject_event_and_date(text: str, subject: str, event: str, day: str) -> None:
    found = [claim for claim in claims(text) if (claim.predicate, when(claim)) == (event, day)]
    assert found, claims(text)
    assert set(subject.split()) <= set(found[0].subject.split())


@pytest.mark.parametrize("text", NOT_STATED)
def test_figures_datelines_and_citations_state_no_event(text: str) -> None:
    assert claims(text) == []


def test_each_date_takes_its_own_event() -> None:
    found = claims("L’accord, signé le 4 mars 2020, est entré en vigueur le 1er avril 2020.")
    assert [(claim.predicate, when(claim)) for claim in found] == [
        ("signed", "2020-03-04"),
        ("entered into force", "2020-04-01"),
    ]
    assert {claim.subject for claim in found} == {"agreement"}


def test_a_second_event_shares_the_subject_of_the_first() -> None:
    found = claims("The Global Compact was adopted on 10 December 2018 and endorsed on 19 December 2018.")
    assert [(claim.subject, claim.predicate) for claim in found] == [
        ("Global Compact for Migration", "adopted"),
        ("Global Compact for Migration", "endorsed"),
    ]


def test_a_pronoun_stands_for_what_was_spoken_of() -> None:
    found = claims("La Politique nationale de migration a huit axes. Elle a été lancée le 20 mai 2015.")
    assert [(claim.subject, claim.predicate) for claim in found] == [
        ("national migration policy", "launched")
    ]


def test_the_place_is_the_one_named_with_the_statement() -> None:
    (claim,) = claims("Au Niger voisin, on suit. L’atelier s’est tenu à Ségou le 15 août 2019.")
    assert claim.place is not None
    assert claim.place.name == "Ségou"


def test_what_is_to_come_is_said_to_be_planned() -> None:
    (planned,) = claims("Le Forum se tiendra à New York du 5 au 8 mai 2026.")
    (done,) = claims("Le Forum s’est tenu à New York du 17 au 20 mai 2022.")
    assert (planned.is_planned, done.is_planned) == (True, False)


def test_the_stretch_carries_subject_event_and_date() -> None:
    text = "Selon la lettre, le premier rapport volontaire, soumis en juin 2020, décrit les progrès."
    (claim,) = claims(text)
    assert text[claim.start : claim.end] == "le premier rapport volontaire, soumis en juin 2020"


def test_two_languages_meet_in_one_subject() -> None:
    (french,) = claims("La deuxième revue nationale volontaire a été validée le 6 mai 2022.")
    (english,) = claims("The second voluntary national review was validated on 6 May 2022.")
    assert (french.subject, french.predicate) == (english.subject, english.predicate)


def test_without_dates_nothing_is_stated() -> None:
    assert claims("Le plan a été adopté.") == []
    assert claims("") == []


@pytest.mark.parametrize(
    "text", ["adopté le 6 mai 2022", "( , le 6 mai 2022 ;", "6 mai 2022 adoption de", "\n\n6 mai 2022\n|"]
)
def test_scraps_of_text_do_no_harm(text: str) -> None:
    for claim in claims(text):
        assert 0 <= claim.start < claim.end <= len(text)
