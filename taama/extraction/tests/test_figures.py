"""Sentences as releases, letters, reports and the press write them, and the figures they hold."""

import pytest

from taama.extraction.dates import find_times
from taama.extraction.figures import find_figures
from taama.extraction.lexicon import shipped_lexicon
from taama.extraction.places import find_places
from taama.extraction.told import About, ToldFigure

ABOUT = {"fr": About("fr", "2024-12-01", "MLI"), "en": About("en", "2024-12-01", "MLI")}


def figures(text: str, language: str = "fr") -> list[ToldFigure]:
    about = ABOUT[language]
    return find_figures(text, about, find_times(text, about), find_places(text, shipped_lexicon()))


def shown(text: str, figure: ToldFigure) -> str:
    value = f"{figure.value.normalize():f}"
    value += "" if figure.value_to is None else f"..{figure.value_to.normalize():f}"
    return f"{text[figure.start : figure.end]} = {figure.qualifier} {value} {figure.unit}"


FRENCH = [
    (
        "Entre 2019 et 2022, plus de 18 000 Maliens en détresse ont été assistés par l’organisation.",
        ["plus de 18 000 Maliens en détresse = more_than 18000 persons"],
    ),
    (
        "Au 31 juillet 2019, le Mali comptait plus de 160 000 personnes déplacées internes.",
        ["plus de 160 000 personnes déplacées internes = more_than 160000 persons"],
    ),
    (
        "Du 1er janvier 2018 au 15 août 2019, 12 166 migrants maliens de retour ont reçu une aide.",
        ["12 166 migrants maliens de retour = exactly 12166 persons"],
    ),
    (
        "Le pays accueille 286 715 réfugiés, dont 200 771 Burkinabè.",
        ["286 715 réfugiés = exactly 286715 persons", "200 771 Burkinabè = exactly 200771 persons"],
    ),
    (
        "Les déplacés internes étaient 160 000 au 31 mai 2020.",
        ["déplacés internes étaient 160 000 = exactly 160000 persons"],
    ),
    ("Nombre de retours : 3 245", ["retours : 3 245 = exactly 3245 movements"]),
    ("À fin juin, 360 591 PDI étaient recensées.", ["360 591 PDI = exactly 360591 persons"]),
    (
        "Le centre a reçu 18 000 migrants, dont 1 200 femmes et 300 enfants.",
        [
            "18 000 migrants = exactly 18000 persons",
            "1 200 femmes = exactly 1200 persons",
            "300 enfants = exactly 300 persons",
        ],
    ),
    (
        "Le coût est estimé à 2 milliards 992 millions de francs CFA.",
        ["estimé à 2 milliards 992 millions de francs CFA = about 2992000000 xof"],
    ),
    (
        "Environ 25 % des migrants interrogés disent avoir subi un abus.",
        ["Environ 25 % des migrants interrogés = about 25 percent"],
    ),
    (
        "Trois millions cinq cent mille Maliens vivent à l’étranger.",
        ["Trois millions cinq cent mille Maliens = exactly 3500000 persons"],
    ),
    ("45.037 mouvements ont été observés en mai 2022.", ["45.037 mouvements = exactly 45037 movements"]),
    ("Une centaine de migrants attendent au poste.", ["Une centaine de migrants = about 100 persons"]),
    ("Le site accueille de 4 000 à 5 000 migrants.", ["4 000 à 5 000 migrants = between 4000..5000 persons"]),
    ("Cinquante (50) migrants ont été rapatriés.", ["Cinquante (50) migrants = exactly 50 persons"]),
    ("Trois (03) centres d’accueil ont été réhabilités.", ["Trois (03) centres d’accueil = exactly 3 count"]),
    (
        "La diaspora compterait environ six millions de personnes.",
        ["environ six millions de personnes = about 6000000 persons"],
    ),
    (
        "L’Europe en compterait deux cent mille environ. Elle compte 12 000 étudiants.",
        ["12 000 étudiants = exactly 12000 persons"],
    ),
    (
        "Les ménages retournés sont au nombre de 2 345 (soit 12 890 individus).",
        [
            "ménages retournés sont au nombre de 2 345 = exactly 2345 households",
            "12 890 individus = exactly 12890 persons",
        ],
    ),
    (
        "Le nombre de réfugiés maliens en Mauritanie a atteint 300 192 en 2025.",
        ["réfugiés maliens en Mauritanie a atteint 300 192 = exactly 300192 persons"],
    ),
    (
        "Le nombre de PDI est passé de 344 000 en 2023 à 360 591 en 2024.",
        ["PDI est passé de 344 000 = exactly 344000 persons", "360 591 = exactly 360591 persons"],
    ),
    (
        "Les transferts sont passés de 538 milliards en 2017 à 793 milliards de FCFA en 2022.",
        ["538 milliards = exactly 538000000000 xof", "793 milliards de FCFA = exactly 793000000000 xof"],
    ),
    (
        "Les transferts reçus ont atteint 900 millions de dollars en 2018, contre 1,059 milliard de dollars en 2017.",
        [
            "900 millions de dollars = exactly 900000000 usd",
            "1,059 milliard de dollars = exactly 1059000000 usd",
        ],
    ),
    ("Les envois représentaient près de 7 % du PIB.", ["près de 7 % du PIB = nearly 7 percent"]),
    (
        "Le projet, d’un montant de 5 millions d’euros (3,28 milliards de FCFA), durera trois ans.",
        ["5 millions d’euros = exactly 5000000 eur", "3,28 milliards de FCFA = exactly 3280000000 xof"],
    ),
    ("La construction a coûté 976 691 853 FCFA.", ["976 691 853 FCFA = exactly 976691853 xof"]),
    ("Le plan coûte 1.500.000 F CFA.", ["1.500.000 F CFA = exactly 1500000 xof"]),
    ("Chaque adulte a reçu 52.000 FCFA.", ["52.000 FCFA = exactly 52000 xof"]),
    (
        "Plus de 14 872 660 USD ont été investis depuis 2014.",
        ["Plus de 14 872 660 USD = more_than 14872660 usd"],
    ),
    (
        "On a compté 12 morts, 7 blessés et 3 disparus.",
        ["12 morts = exactly 12 persons", "7 blessés = exactly 7 persons", "3 disparus = exactly 3 persons"],
    ),
    (
        "Quatre-vingt-dix-sept migrants, dont une vingtaine de femmes, ont été secourus.",
        ["Quatre-vingt-dix-sept migrants = exactly 97 persons", "une vingtaine de femmes = about 20 persons"],
    ),
    (
        "Cent soixante-seize (176) de nos compatriotes sont arrivés.",
        ["Cent soixante-seize (176) de nos compatriotes = exactly 176 persons"],
    ),
    ("Ils sont 54 agents.", ["54 agents = exactly 54 persons"]),
    ("Ils ont été 18 640 à regagner le pays.", ["18 640 = exactly 18640 persons"]),
    (
        "Au total, 1.245 personnes uniques ont été enregistrées, sans double comptage.",
        ["1.245 personnes uniques = exactly 1245 persons"],
    ),
    (
        "Au moins 34 personnes sont mortes et près de 80 autres ont disparu.",
        ["Au moins 34 personnes = at_least 34 persons", "près de 80 = nearly 80 persons"],
    ),
    (
        "Pas moins de 700 ménages, soit quelque 4 200 personnes, ont fui.",
        [
            "Pas moins de 700 ménages = at_least 700 households",
            "quelque 4 200 personnes = about 4200 persons",
        ],
    ),
    ("Jusqu’à 3 000 ménages pourraient en bénéficier.", ["Jusqu’à 3 000 ménages = at_most 3000 households"]),
    ("Moins de 200 personnes ont répondu.", ["Moins de 200 personnes = less_than 200 persons"]),
    (
        "La capacité du centre passe de 150 à 278 lits.",
        ["150 = exactly 150 count", "278 lits = exactly 278 count"],
    ),
    (
        "Le bloc compte 35 chambres et 278 lits installés.",
        ["35 chambres = exactly 35 count", "278 lits installés = exactly 278 count"],
    ),
    (
        "Le pays compterait 156 cercles, 466 arrondissements et 819 communes.",
        [
            "156 cercles = exactly 156 areas",
            "466 arrondissements = exactly 466 areas",
            "819 communes = exactly 819 areas",
        ],
    ),
    ("Les participants venaient de 77 pays.", ["77 pays = exactly 77 count"]),
    ("Les 33 pays champions se sont réunis à Rabat.", ["33 pays champions = exactly 33 count"]),
    (
        "22 des 33 pays champions ont répondu.",
        ["22 des 33 pays champions = exactly 22 count", "33 pays champions = exactly 33 count"],
    ),
    (
        "Sur 1 200 migrants interrogés, 300 ont déclaré des abus.",
        ["1 200 migrants interrogés = exactly 1200 persons", "300 = exactly 300 persons"],
    ),
    (
        "Il a remis 250 kits de dignité, 30 tablettes, 2 véhicules et 10 motos.",
        [
            "250 kits de dignité = exactly 250 count",
            "30 tablettes = exactly 30 count",
            "2 véhicules = exactly 2 count",
            "10 motos = exactly 10 count",
        ],
    ),
    (
        "Les régions de Mopti (145 200 PDI), Gao (68 300) et Ménaka (52 100) en accueillent le plus.",
        [
            "145 200 PDI = exactly 145200 persons",
            "68 300 = exactly 68300 persons",
            "52 100 = exactly 52100 persons",
        ],
    ),
    (
        "Les retours enregistrés concernent 1 650 personnes : Kayes (1 200), Nioro (340) et Yélimané (110).",
        [
            "1 650 personnes = exactly 1650 persons",
            "1 200 = exactly 1200 persons",
            "340 = exactly 340 persons",
            "110 = exactly 110 persons",
        ],
    ),
    ("Femmes : 53 %", ["53 % = exactly 53 percent"]),
    (
        "60 % étaient des femmes et 18 % des mineurs.",
        ["60 % étaient des femmes = exactly 60 percent", "18 % des mineurs = exactly 18 percent"],
    ),
    (
        "2 300 migrants, dont 45 % de femmes",
        ["2 300 migrants = exactly 2300 persons", "45 % de femmes = exactly 45 percent"],
    ),
    (
        "Près de la moitié, soit 48,5 %, sont des enfants.",
        ["48,5 %, sont des enfants = exactly 48.5 percent"],
    ),
    ("Les enfants de moins de 5 ans représentent 12 % du total.", ["12 % du total = exactly 12 percent"]),
    (
        "Le taux est passé de 10 à 15 pour cent.",
        ["10 = exactly 10 percent", "15 pour cent = exactly 15 percent"],
    ),
    (
        "Vingt-cinq pour cent des ménages ruraux reçoivent des fonds.",
        ["Vingt-cinq pour cent des ménages ruraux = exactly 25 percent"],
    ),
    (
        "Le budget annuel est de 3,5 milliards FCFA, dont 250 millions pour Kayes.",
        ["3,5 milliards FCFA = exactly 3500000000 xof", "250 millions = exactly 250000000 xof"],
    ),
    (
        "Plus d’un million trois cent mille Maliens vivent en Côte d’Ivoire.",
        ["Plus d’un million trois cent mille Maliens = more_than 1300000 persons"],
    ),
    (
        "Près d’un million et demi d’enfants sont concernés.",
        ["Près d’un million et demi d’enfants = nearly 1500000 persons"],
    ),
    (
        "Un demi-million de personnes ont besoin d’aide.",
        ["Un demi-million de personnes = exactly 500000 persons"],
    ),
    (
        "Porter à 120 le nombre de travailleurs sociaux aux frontières.",
        ["120 le nombre de travailleurs sociaux = exactly 120 persons"],
    ),
    (
        "Trois conventions et deux accords ont été signés.",
        ["Trois conventions = exactly 3 count", "deux accords = exactly 2 count"],
    ),
    (
        "La séance a réuni 64 participants venus de l’administration.",
        ["64 participants venus = exactly 64 persons"],
    ),
    (
        "Un appui de 75 millions de francs CFA a été reçu pour l’hébergement.",
        ["75 millions de francs CFA = exactly 75000000 xof"],
    ),
    (
        "De 4 à 6 millions de Maliens vivent hors du pays.",
        ["4 à 6 millions de Maliens = between 4000000..6000000 persons"],
    ),
    (
        "Entre 4 et 6 millions de ressortissants sont établis à l’extérieur.",
        ["Entre 4 et 6 millions de ressortissants = between 4000000..6000000 persons"],
    ),
    ("« 1 303 511 » migrants venus du Mali", ["1 303 511 » migrants venus = exactly 1303511 persons"]),
    ("Une population de 22 395 489 habitants", ["22 395 489 habitants = exactly 22395489 persons"]),
    (
        "Ce sont 3 500 ménages, soit environ 21 000 personnes.",
        ["3 500 ménages = exactly 3500 households", "environ 21 000 personnes = about 21000 persons"],
    ),
    ("Les femmes ne sont que 63.", ["femmes ne sont que 63 = exactly 63 persons"]),
    (
        "1 876 personnes ont été orientées, contre 1 322 en 2022.",
        ["1 876 personnes = exactly 1876 persons", "1 322 = exactly 1322 persons"],
    ),
    ("150 migrants interceptés le 3 mai 2022", ["150 migrants interceptés = exactly 150 persons"]),
    (
        "Le 16 mai 2024, 157 Maliens sont arrivés par un vol affrété : 95 hommes, 22 femmes et 40 enfants mineurs.",
        [
            "157 Maliens = exactly 157 persons",
            "95 hommes = exactly 95 persons",
            "22 femmes = exactly 22 persons",
            "40 enfants mineurs = exactly 40 persons",
        ],
    ),
    (
        "Plus de 220 techniciens, prestataires de services et travailleurs sociaux étaient concernés.",
        ["Plus de 220 techniciens = more_than 220 persons"],
    ),
    ("Le bilan est de 68 noyés au minimum.", ["68 noyés = exactly 68 persons"]),
    (
        "Quelque 300 000 retournés (soit 45 000 ménages)",
        ["Quelque 300 000 retournés = about 300000 persons", "45 000 ménages = exactly 45000 households"],
    ),
    (
        "415 arrivées et 320 départs par semaine",
        ["415 arrivées = exactly 415 movements", "320 départs = exactly 320 movements"],
    ),
    (
        "Elle estime à 793 milliards de FCFA les fonds envoyés.",
        ["estime à 793 milliards de FCFA = about 793000000000 xof"],
    ),
    ("Le Réseau regroupe 39 entités des Nations Unies.", ["39 entités = exactly 39 count"]),
    (
        "L’opération a mobilisé huit équipes mobiles dans une trentaine de localités.",
        ["huit équipes mobiles = exactly 8 count", "une trentaine de localités = about 30 areas"],
    ),
    ("16 000 000 d’euros ont été engagés.", ["16 000 000 d’euros = exactly 16000000 eur"]),
    (
        "Deux mille trois cent quarante-cinq (2 345) compatriotes ont été rapatriés.",
        ["Deux mille trois cent quarante-cinq (2 345) compatriotes = exactly 2345 persons"],
    ),
    ("1,2 million de personnes", ["1,2 million de personnes = exactly 1200000 persons"]),
    ("plus de 1,2 M€ investis", ["plus de 1,2 M€ = more_than 1200000 eur"]),
    (
        "La population déplacée est passée de 370 548 à 396 904 personnes.",
        [
            "population déplacée est passée de 370 548 = exactly 370548 persons",
            "396 904 personnes = exactly 396904 persons",
        ],
    ),
    (
        "Le registre fait état de 2 648 arrivées, soit 1 120 hommes, 980 femmes et 548 mineurs.",
        [
            "2 648 arrivées = exactly 2648 movements",
            "1 120 hommes = exactly 1120 persons",
            "980 femmes = exactly 980 persons",
            "548 mineurs = exactly 548 persons",
        ],
    ),
    ("Le pays a franchi la barre des 350 000 déplacés.", ["350 000 déplacés = exactly 350000 persons"]),
    (
        "Deux cent quarante-cinq mille sept cent douze habitants",
        ["Deux cent quarante-cinq mille sept cent douze habitants = exactly 245712 persons"],
    ),
    (
        "Plus de la moitié des 1 200 bénéficiaires sont des jeunes.",
        ["1 200 bénéficiaires = exactly 1200 persons"],
    ),
    (
        "Les 12 organisations et 3 syndicats ont signé.",
        ["12 organisations = exactly 12 count", "3 syndicats = exactly 3 count"],
    ),
    ("Quelque 40 000 francs CFA par ménage", ["Quelque 40 000 francs CFA = about 40000 xof"]),
    (
        "Les frais s’élèvent à 7 500 000 FCFA et 12 000 euros.",
        ["7 500 000 FCFA = exactly 7500000 xof", "12 000 euros = exactly 12000 eur"],
    ),
]


ENGLISH = [
    (
        "Between 2019 and 2022, more than 18,000 distressed Malians were assisted.",
        ["more than 18,000 distressed Malians = more_than 18000 persons"],
    ),
    (
        "As of 30 June 2023, there were 66,793 refugees and 1,420 asylum seekers in Mali.",
        ["66,793 refugees = exactly 66793 persons", "1,420 asylum seekers = exactly 1420 persons"],
    ),
    (
        "From January 2018 to 15 August 2019, 12,166 returnees received help.",
        ["12,166 returnees = exactly 12166 persons"],
    ),
    (
        "Between 4 and 6 million Malians live abroad.",
        ["Between 4 and 6 million Malians = between 4000000..6000000 persons"],
    ),
    (
        "The number of refugees reached 120,000 in 2023.",
        ["refugees reached 120,000 = exactly 120000 persons"],
    ),
    (
        "The number of IDPs rose from 344,000 in 2023 to 360,591 in 2024.",
        ["IDPs rose from 344,000 = exactly 344000 persons", "360,591 = exactly 360591 persons"],
    ),
    (
        "Internally displaced persons: 391,961 (30 September 2023)",
        ["Internally displaced persons: 391,961 = exactly 391961 persons"],
    ),
    (
        "2,300 returnees, of whom 45 per cent women",
        ["2,300 returnees = exactly 2300 persons", "45 per cent women = exactly 45 percent"],
    ),
    (
        "16 of the 33 champion countries met in Rabat.",
        ["16 of the 33 champion countries = exactly 16 count", "33 champion countries = exactly 33 count"],
    ),
    ("Eleven champion countries submitted reports.", ["Eleven champion countries = exactly 11 count"]),
    ("10-15 per cent of migrants reported abuse.", ["10-15 per cent of migrants = between 10..15 percent"]),
    (
        "Some 8.8 million people, or 40% of the population, need assistance.",
        ["Some 8.8 million people = about 8800000 persons", "40% of the population = exactly 40 percent"],
    ),
    (
        "US$ 1.2 billion in remittances, up from $900 million",
        ["US$ 1.2 billion = exactly 1200000000 usd", "$900 million = exactly 900000000 usd"],
    ),
    (
        "The plan requires US$751 million, of which only 17 per cent has been funded.",
        ["US$751 million = exactly 751000000 usd", "17 per cent = exactly 17 percent"],
    ),
    (
        "EUR 2.4 million (of which 1.6 million for 2022)",
        ["EUR 2.4 million = exactly 2400000 eur", "1.6 million = exactly 1600000 eur"],
    ),
    (
        "USD1.2m and CFAF 25,000 were paid.",
        ["USD1.2m = exactly 1200000 usd", "CFAF 25,000 = exactly 25000 xof"],
    ),
    (
        "Two hundred and thirty-five (235) returnees arrived in Bamako.",
        ["Two hundred and thirty-five (235) returnees = exactly 235 persons"],
    ),
    (
        "Twenty-three thousand people have arrived in the town.",
        ["Twenty-three thousand people = exactly 23000 persons"],
    ),
    ("At least 34 people died or went missing in 2023.", ["At least 34 people = at_least 34 persons"]),
    (
        "No fewer than 68 bodies were recovered, while 53 are still missing.",
        ["No fewer than 68 bodies = at_least 68 count", "53 = exactly 53 count"],
    ),
    (
        "Nearly one million Malians live in Côte d’Ivoire.",
        ["Nearly one million Malians = nearly 1000000 persons"],
    ),
    ("Half a million persons were reached.", ["Half a million persons = exactly 500000 persons"]),
    (
        "An estimated 5,000-7,000 migrants cross the town each month.",
        ["An estimated 5,000-7,000 migrants = between 5000..7000 persons"],
    ),
    ("Up to 150 people can be hosted at a time.", ["Up to 150 people = at_most 150 persons"]),
    ("Fewer than 60 villagers stayed.", ["Fewer than 60 villagers = less_than 60 persons"]),
    (
        "Around 3,245 households (16,225 individuals) were displaced.",
        ["Around 3,245 households = about 3245 households", "16,225 individuals = exactly 16225 persons"],
    ),
    (
        "In May 2022, 45,037 flows were observed: 25,922 incoming flows and 19,115 outgoing flows.",
        [
            "45,037 flows = exactly 45037 movements",
            "25,922 incoming flows = exactly 25922 movements",
            "19,115 outgoing flows = exactly 19115 movements",
        ],
    ),
    (
        "42,857 migrants were observed: 24,325 incoming and 18,532 outgoing.",
        [
            "42,857 migrants = exactly 42857 persons",
            "migrants were observed: 24,325 = exactly 24325 persons",
            "18,532 = exactly 18532 persons",
        ],
    ),
    (
        "There were 284,025 new displacements in 2019, 153,990 in 2022 and 130,600 in 2024.",
        [
            "284,025 new displacements = exactly 284025 movements",
            "153,990 = exactly 153990 movements",
            "130,600 = exactly 130600 movements",
        ],
    ),
    (
        "Refugees come from Burkina Faso (200,771), Niger (68,961) and Mauritania (15,044).",
        [
            "Refugees come from Burkina Faso (200,771 = exactly 200771 persons",
            "68,961 = exactly 68961 persons",
            "15,044 = exactly 15044 persons",
        ],
    ),
    (
        "522,146 persons from Mali live in Côte d’Ivoire, then Nigeria with 172,481 and France with 86,437.",
        [
            "522,146 persons = exactly 522146 persons",
            "172,481 = exactly 172481 persons",
            "86,437 = exactly 86437 persons",
        ],
    ),
    (
        "They show 117 dead and missing in 2018 and 1 dead or missing in 2024.",
        ["117 dead = exactly 117 persons", "1 dead = exactly 1 persons"],
    ),
    (
        "The project trained 250 border guards and 3 judges.",
        ["250 border guards = exactly 250 persons", "3 judges = exactly 3 persons"],
    ),
    (
        "1,250 nationals came back, 340 of them children.",
        ["1,250 nationals = exactly 1250 persons", "340 of them = exactly 340 persons"],
    ),
    (
        "Migrants assisted – returnees: 2,204 (of whom 212 women)",
        ["Migrants assisted – returnees: 2,204 = exactly 2204 persons", "212 women = exactly 212 persons"],
    ),
    (
        "A total of 5 buses carrying 231 migrants reached Gao.",
        ["5 buses = exactly 5 count", "231 migrants = exactly 231 persons"],
    ),
    (
        "Of the 1,200 migrants interviewed, 300 reported abuse.",
        ["1,200 migrants = exactly 1200 persons", "300 = exactly 300 persons"],
    ),
    (
        "Women accounted for 48.5 per cent of returnees, children for 12 per cent.",
        ["48.5 per cent of returnees = exactly 48.5 percent", "12 per cent = exactly 12 percent"],
    ),
    (
        "More than 40 per cent of those surveyed were women.",
        ["More than 40 per cent of those surveyed = more_than 40 percent"],
    ),
    (
        "12.5 percent of households receive money from abroad.",
        ["12.5 percent of households = exactly 12.5 percent"],
    ),
    (
        "The Network comprises 39 members; 214 pledges were made by 57 countries.",
        [
            "39 members = exactly 39 persons",
            "214 pledges = exactly 214 count",
            "57 countries = exactly 57 count",
        ],
    ),
    ("The review concerned 54 African Member States.", ["54 African Member States = exactly 54 count"]),
    ("Over 250 delegates took part.", ["Over 250 delegates = more_than 250 persons"]),
    (
        "281 million international migrants",
        ["281 million international migrants = exactly 281000000 persons"],
    ),
    (
        "15,000 migrants in vulnerable situations and 3,200 victims of trafficking",
        [
            "15,000 migrants in vulnerable situations = exactly 15000 persons",
            "3,200 victims of trafficking = exactly 3200 persons",
        ],
    ),
    (
        "One hundred and five people on the move",
        ["One hundred and five people on the move = exactly 105 persons"],
    ),
    ("200,000+ refugees", ["200,000+ refugees = more_than 200000 persons"]),
    ("Fifty-three boats were intercepted.", ["Fifty-three boats = exactly 53 count"]),
    ("The death toll stands at 53.", ["toll stands at 53 = exactly 53 persons"]),
    ("Boats intercepted: 14", ["Boats intercepted: 14 = exactly 14 count"]),
    ("A further 342 people were referred.", ["342 people = exactly 342 persons"]),
    ("The cost per person was 412,000 FCFA.", ["412,000 FCFA = exactly 412000 xof"]),
    (
        "The caseload was 4,120 persons, against 3,900 persons a year before.",
        ["4,120 persons = exactly 4120 persons", "3,900 persons = exactly 3900 persons"],
    ),
    (
        "Malian refugees in neighbouring countries: 200,000",
        ["Malian refugees in neighbouring countries: 200,000 = exactly 200000 persons"],
    ),
    ("We hosted 28 champion countries last November.", ["28 champion countries = exactly 28 count"]),
    ("Sixty per cent had paid smugglers.", ["Sixty per cent = exactly 60 percent"]),
    (
        "Three workshops were held with 120 participants from 14 institutions.",
        [
            "Three workshops = exactly 3 count",
            "120 participants = exactly 120 persons",
            "14 institutions = exactly 14 count",
        ],
    ),
    ("Returnees registered in Q2 2024: 354", ["Returnees registered in Q2 2024: 354 = exactly 354 persons"]),
    (
        "From 4,000 to 5,000 households were reached.",
        ["4,000 to 5,000 households = between 4000..5000 households"],
    ),
    ("Only 240 of these people found work.", ["240 of these people = exactly 240 persons"]),
    (
        "Remittances grew from $900 million to $1.2 billion.",
        ["$900 million = exactly 900000000 usd", "$1.2 billion = exactly 1200000000 usd"],
    ),
    ("About a dozen families left.", ["About a dozen families = about 12 households"]),
    (
        "More than 1.5 million children are out of school.",
        ["More than 1.5 million children = more_than 1500000 persons"],
    ),
    (
        "The centre has 278 beds, 35 rooms and two vehicles.",
        ["278 beds = exactly 278 count", "35 rooms = exactly 35 count", "two vehicles = exactly 2 count"],
    ),
    (
        "17,412 unique individuals were assisted, duplicates removed.",
        ["17,412 unique individuals = exactly 17412 persons"],
    ),
]


NO_FINDING_IN_FRENCH = [
    "Des milliers de personnes, des centaines de familles, plusieurs dizaines d’enfants.",
    "Décret n° 2014-0765/P-RM du 9 octobre 2014",
    "Lettre N° 000475/MMEIA-SG du 26 novembre 2021",
    "Tél. : +223 20 22 58 30 / 76 12 34 56, BP 1278, Bamako",
    "Vu l’article 12 de la loi n° 2012-023 et l’alinéa 2 de l’article 5",
    "Les 23 objectifs du Pacte, les 10 principes directeurs et les 4 piliers",
    "ODD 10.7, cible 8.8, objectif 23, Agenda 2030",
    "La réunion s’ouvre à 10h30 (ou 10 h 30) en salle 12.",
    "Moussa, 25 ans, a passé trois ans et six mois en Libye.",
    "Un atelier de deux jours, 48 heures après la 5e édition",
    "Voir la page 12, le tableau 3, les annexes 2 et 3 du rapport de 45 pages.",
    "Objectifs : 3, 5, 6",
    "Un Malien sur cinq, trois migrants sur dix, un enfant sur 3",
    "Les deux pays, les trois parties, ces quatre années",
    "Père de cinq enfants, il vend du thé.",
    "Le poste est à 561 km, sur 12 hectares, à 35 degrés.",
    "Le Mali est 184e sur 189 pays.",
    "Le plan 2020-2024, la vision 2063, le G5 Sahel, la COVID-19",
    "1 USD = 600 FCFA",
    "En trois exemplaires ; 12 pages ; 3 volets ; 8 axes",
    "Le 12/05/2022 à 10:45, vol ET 909, IBAN 12345678901234",
    "En 2020, 2021 et 2022",
    "Il va de la mi-2019 à 2022.",
]


NO_FINDING_IN_ENGLISH = [
    "A/RES/73/195, GCM/2018/1, ML-2022/045, US-223",
    "See page 12, footnote 3, paragraph 41 of resolution 76/266 and annex 2.",
    "All 23 objectives, ten guiding principles and SDG 8.8",
    "Room 305, P.O. Box 120, phone +223 4490 1234, ext. 12",
    "The meeting opened at 9.05 a.m. and closed at 17:30.",
    "Aged 18 to 44, she is the mother of four children; boys under 15 years",
    "A two-day workshop, a 5-year plan, a five-member delegation, 15-year-olds",
    "One in five migrants, 3 out of 4, one in 30 people",
    "Thousands of people, hundreds of families, several dozen children",
    "In 2018, 2019 and 2020; from 2021; by 2030",
    "The 2nd round, the 3rd meeting, the 10th anniversary",
    "14 May 2022; 15/08/2019; 2019-08-15",
    "The two countries; these three ministers; both sides",
]


@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_french_sentence_holds_these_figures(text, expected):
    assert [shown(text, figure) for figure in figures(text)] == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english_sentence_holds_these_figures(text, expected):
    assert [shown(text, figure) for figure in figures(text, "en")] == expected


@pytest.mark.parametrize("text", NO_FINDING_IN_FRENCH)
def test_french_numbers_that_count_nothing(text):
    assert [shown(text, figure) for figure in figures(text)] == []


@pytest.mark.parametrize("text", NO_FINDING_IN_ENGLISH)
def test_english_numbers_that_count_nothing(text):
    assert [shown(text, figure) for figure in figures(text, "en")] == []


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
def test_any_space_parts_thousands_and_offsets_stay_exact(space):
    text = f"Le pays comptait 360{space}591{space}personnes déplacées internes."

    (figure,) = figures(text)

    assert figure.value == 360591
    assert text[figure.start : figure.end] == f"360{space}591{space}personnes déplacées internes"


WHEN = [
    ("Au 31 juillet 2019, le Mali comptait 160 000 PDI.", ["2019-07-31"]),
    ("En 2023, 4 577 Maliens sont rentrés.", ["2023"]),
    ("344 061 déplacés en 2023 et 360 591 déplacés en 2024", ["2023", "2024"]),
    ("Depuis 2017, 837 victimes de traite ont été assistées.", ["2017.."]),
    ("Du 1er janvier au 11 avril 2024, 3 209 Maliens ont été rapatriés.", ["2024-01-01..2024-04-11"]),
    (
        "Entre 2019 et 2022, 18 000 Maliens ont été assistés. Parmi eux, 1 200 femmes.",
        ["2019..2022", "2019..2022"],
    ),
    ("Le coût est passé de 5,8 % (2019) à 4,9 % (2021).", ["2019", "2021"]),
    ("La salle a 278 lits.", [""]),
    ("En 2023, 8 900 Maliens sont rentrés, contre 7 200 un an plus tôt.", ["2023", "2022"]),
    ("Depuis le début de février 2024, 23 400 réfugiés ont fui.", ["2024-02.."]),
    ("Le plan, publié le 26 août 2024, prévoit 300 logements.", [""]),
    ("La police a arrêté 87 migrants, dont 12 filles et 3 mineurs, le 5 mai 2024.", ["2024-05-05"] * 3),
    (
        "Au 28 août 2024, des crues touchaient le nord. Gao est la plus atteinte, avec 11 240 sinistrés.",
        ["2024-08-28"],
    ),
    ("Le registre a été clos au 28 août 2024.\n\nGao compte 11 240 sinistrés.", [""]),
]


@pytest.mark.parametrize(("text", "expected"), WHEN)
def test_time_of_a_figure(text, expected):
    times = [figure.time for figure in figures(text)]

    assert [(time and (time.as_of or f"{time.begin}..{time.finish}")) or "" for time in times] == expected


WHERE = [
    ("En 2025, la Mauritanie accueillait 300 192 réfugiés.", ["Mauritanie"]),
    ("Les PDI sont 145 200 à Mopti, 68 300 à Gao et 52 100 à Ménaka.", ["Mopti", "Gao", "Ménaka"]),
    ("157 Maliens sont rentrés de Libye.", [""]),
    ("Le Mali reçoit peu. Dans le pays, 286 715 réfugiés vivent dans des camps.", ["Mali"]),
    ("4 306 Maliens sont revenus de Tunisie, du Niger et de Libye.", [""]),
    ("À Gao, 4 306 Maliens sont arrivés de Tunisie, du Niger et de Libye.", ["Gao"]),
    ("L’atelier a été financé par le Danemark à hauteur de 38 millions de FCFA.", [""]),
    ("PDI par région :\nMopti : 145 200\nGao : 68 300\n", ["Mopti", "Gao"]),
]


@pytest.mark.parametrize(("text", "expected"), WHERE)
def test_place_of_a_figure(text, expected):
    assert [figure.place.name if figure.place else "" for figure in figures(text)] == expected


KINDS = [
    ("Au 31 juillet 2019, le Mali comptait 160 000 PDI.", "stock"),
    ("Entre 2019 et 2022, 18 000 Maliens ont été assistés.", "flow"),
    ("Depuis 2017, 837 victimes ont été assistées.", "cumulative"),
    ("150 migrants ont été interceptés le 3 mai 2022.", "event"),
    ("45 037 mouvements ont été observés en mai 2022.", "flow"),
    ("L’atelier a réuni 64 participants.", "event"),
    ("Le centre dispose de 278 lits.", "stock"),
    ("Le coût du bâtiment est de 976 691 853 FCFA.", "event"),
    ("En 2020, la diaspora a transféré 743 milliards de francs CFA.", "flow"),
    ("La police a arrêté 87 migrants le 5 mai 2024.", "event"),
    ("Envoyer de l’argent coûte 2 500 FCFA.", "stock"),
]


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_kind_of_a_figure(text, expected):
    (figure,) = figures(text)

    assert figure.kind == expected


POPULATIONS = [
    ("160 000 personnes déplacées internes", "idps"),
    ("12 000 PDI retournées", "returned_idps"),
    ("286 715 réfugiés", "refugees"),
    ("1 420 demandeurs d’asile", "asylum_seekers"),
    ("12 166 migrants maliens de retour", "returnees"),
    ("4 577 Maliens ont été rapatriés.", "returnees"),
    ("837 victimes de traite", "trafficking_victims"),
    ("4 millions de Maliens vivent à l’extérieur.", "diaspora"),
    ("3 136 décès sur les routes migratoires", "missing_migrants"),
    ("22 395 489 habitants", "residents"),
    ("19 193 migrants", "migrants"),
    ("743 milliards de francs CFA de transferts de la diaspora", "diaspora"),
    ("278 lits", ""),
]


@pytest.mark.parametrize(("text", "expected"), POPULATIONS)
def test_population_of_a_figure(text, expected):
    (figure,) = figures(text)

    assert figure.population == expected


def test_people_without_a_kind_are_those_of_the_sentence_before():
    told = figures("Le vol a ramené 146 migrants de retour. Une vingtaine de personnes ont été soignées.")

    assert [figure.population for figure in told] == ["returnees", "returnees"]


def test_a_new_paragraph_speaks_of_other_people():
    told = figures("Le vol a ramené 146 migrants de retour.\n\nL’atelier a réuni 64 personnes.")

    assert [figure.population for figure in told] == ["returnees", ""]


def test_women_among_returnees_are_of_the_returnees():
    returnees, women = figures("18 000 migrants de retour, dont 1 200 femmes")

    assert (returnees.population, women.population) == ("returnees", "returnees")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 245 personnes uniques ont été enregistrées.", "yes"),
        ("17 412 migrants assistés, sans double comptage", "yes"),
        ("45 037 mouvements ; une personne peut être comptée plusieurs fois", "no"),
        ("1 245 personnes ont été enregistrées.", "unknown"),
    ],
)
def test_deduplication_is_told_when_said(text, expected):
    (figure,) = figures(text)

    assert figure.deduplicated == expected


def test_what_is_counted_is_in_the_words_of_the_text():
    text = "Plus de 160 000 personnes\ndéplacées internes ; 16 of the 33 champion countries ; 5 % du PIB"

    assert [figure.what for figure in figures(text)] == [
        "personnes déplacées internes",
        "champion countries",
        "champion countries",
        "PIB",
    ]


def test_rows_of_a_table_take_the_noun_of_the_head_and_the_date_of_the_column():
    text = "Région\tMénages 2022\tPersonnes 2023\nKayes\t1 245\t6 225\n"

    households, persons = figures(text)

    assert (households.unit, households.time.as_of, households.place.name) == ("households", "2022", "Kayes")
    assert (persons.unit, persons.time.as_of, persons.value) == ("persons", "2023", 6225)


def test_cells_of_a_target_or_a_baseline_are_no_findings():
    text = "Indicateur\tRéférence 2019\tCible 2024\tValeur 2022\nMigrants assistés\t3 000\t10 000\t5 985\n"

    assert [figure.value for figure in figures(text)] == [5985]


def test_a_clear_figure_scores_higher_than_one_that_borrows_its_noun():
    clear, borrowed = figures("284 025 déplacements en 2019, 153 990 en 2022")

    assert clear.score > borrowed.score
    assert all(0 < figure.score < 1 for figure in (clear, borrowed))


def test_an_empty_text_has_no_figures():
    assert figures("") == []


def test_figures_come_in_order_and_lie_within_the_text():
    text = "\n\n".join(text for text, _ in FRENCH)

    found = figures(text)

    assert len(found) > 100
    assert [figure.start for figure in found] == sorted(figure.start for figure in found)
    assert all(0 <= figure.start < figure.end <= len(text) for figure in found)


MEASURED = [
    ("Transferts (milliards de FCFA) : 743\n", [("xof", 743000000000)]),
    ("Budget (USD): 1,200,000\n", [("usd", 1200000)]),
    ("Part des femmes par région (en %) :\nKayes : 45\nMopti : 52\n", [("percent", 45), ("percent", 52)]),
    (
        "Transfers by country (USD million):\n- France: 45\n- Spain: 12.5\n",
        [("usd", 45000000), ("usd", 12500000)],
    ),
    (
        "Indicator\tUnit\t2021\nRemittances\tbillion CFA francs\t743\nWomen trained\t%\t34\n",
        [("xof", 743000000000), ("percent", 34)],
    ),
    (
        "Région      Ménages    Femmes (%)\nKayes       1 245      53\n",
        [("households", 1245), ("percent", 53)],
    ),
    ("Les parts sont respectivement de 45, 35 et 20 %.", [("percent", 45), ("percent", 35), ("percent", 20)]),
    ("Ils ont payé 450, 600 et 900 dollars.", [("usd", 450), ("usd", 600), ("usd", 900)]),
    ("La part est passée de 40 en 2019 à 45 % en 2022.", [("percent", 40), ("percent", 45)]),
]


@pytest.mark.parametrize(("text", "expected"), MEASURED)
def test_a_unit_said_once_holds_for_its_row_list_or_heading(text, expected):
    assert [(figure.unit, figure.value) for figure in figures(text)] == expected


BORROWED = [
    ("375 539 PDI (71 240 ménages) ont été recensées. Mopti en compte 145 200.", "persons"),
    ("In Gao, Sikasso and Kayes, 371 women, 402 and 273 respectively", "persons"),
    ("Le centre accueille 60 personnes, 97 présentes ce jour.", "persons"),
    ("Over 1,350 people were left there. A further 342 came by road.", "persons"),
    ("12 000 migrants sont arrivés, contre 9 300 en 2021.", "persons"),
]


@pytest.mark.parametrize(("text", "unit"), BORROWED)
def test_a_number_without_a_noun_counts_what_was_counted_before(text, unit):
    *_, last = figures(text)

    assert last.unit == unit


def test_a_wrapped_line_does_not_part_a_number_from_its_unit():
    text = "Dans les régions du nord et du centre, on a versé au moins 45\nmillions de francs CFA en 2022."

    (figure,) = figures(text)

    assert (figure.value, figure.unit, figure.qualifier) == (45000000, "xof", "at_least")
    assert text[figure.start : figure.end] == "au moins 45\nmillions de francs CFA"
