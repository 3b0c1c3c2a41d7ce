"""What a document says of itself."""

import pytest

from taama.extraction.boilerplate import boilerplate_of
from taama.extraction.card import card_of
from taama.extraction.kinds import kind_of

BODY = "\n\nLe ministre a reçu les partenaires le 3 avril 2021 pour parler de la politique, comme on l’a vu en 2019."


def card(text, **options):
    return card_of(text, boilerplate_of(text), **options)


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("Bamako, le 26 novembre 2021", "2021-11-26"),
        ("Bamako, 6 May 2022 – The IOM opened", "2022-05-06"),
        ("BAMAKO – 6 mai 2022 – Le", "2022-05-06"),
        ("Bamako, Mali, 6 May 2022 – The", "2022-05-06"),
        ("Bamako (OIM), le 6 mai 2022 - Le", "2022-05-06"),
        ("Bamako, May 6, 2022 – The", "2022-05-06"),
        ("Geneva/Bamako, 6 May 2022 – The", "2022-05-06"),
        ("Kayes, le 1er juin 2024.- Le gouverneur", "2024-06-01"),
        ("Addis Ababa, 9–10 October 2024", "2024-10-10"),
        ("Publié le 4 mars 2023 à 18h02", "2023-03-04"),
        ("Posted: 03/02/2023", "2023-02-03"),
        ("Published on Friday, 3 February 2023", "2023-02-03"),
        ("Last update: 31 October 2023", "2023-10-31"),
        ("Par Awa Exemple - 14 février 2023 à 10h32", "2023-02-14"),
        ("The Observer | Friday, 28 October 2022", "2022-10-28"),
        ("Un titre\n\nVendredi 6 mai 2022", "2022-05-06"),
        ("Rapport annuel\nMai 2022", "2022-05"),
        ("DÉCRET N° 2014-0765/P-RM DU 9 OCTOBRE 2014", "2014-10-09"),
        (
            "MINISTÈRE DE L’INTÉRIEUR            RÉPUBLIQUE DU MALI\nN° 12/MI            Gao, le 30 JUIN 2022",
            "2022-06-30",
        ),
    ],
)
def test_the_documents_own_day_is_found(head, date):
    assert card(head + BODY).date == date


@pytest.mark.parametrize(
    "text",
    [
        "Il a été validé le 6 mai 2022 à Bamako.",
        "En 2021, 300 personnes sont parties.",
        "Le 6 mai 2022, le ministre a signé la convention.",
        "Réunis à Bamako le 6 mai 2022, les ministres ont signé.",
        "La loi n° 2023-006 du 13 mars 2023 le prévoit.",
        "Period covered: 1 July to 31 December 2021",
    ],
)
def test_a_day_the_text_speaks_of_is_not_its_own(text):
    assert card(text).date == ""


def test_a_letter_is_dated_at_its_foot_where_its_head_is_silent():
    assert card(f"Un titre{BODY}\n\nFait à Bamako, le 3 mai 2022").date == "2022-05-03"


@pytest.mark.parametrize(
    ("head", "reference"),
    [
        ("RÉPUBLIQUE DU MALI\nN° 000475/MMEIA-SG", "N° 000475/MMEIA-SG"),
        ("No. 000512/MMEEIA-SG            Bamako, 26 November 2021", "No. 000512/MMEEIA-SG"),
        ("N/Réf. : 1093/MEPS/CAB/ds", "1093/MEPS/CAB/ds"),
        ("Reference: ToR/CNS/2025/031 – Contract type: special", "ToR/CNS/2025/031"),
        ("000874 /MI/SP/AT/DGEC-M-R            Niamey, le 30 juin 2022", "000874 /MI/SP/AT/DGEC-M-R"),
        ("CC No. 2023-47/SGG", "CC No. 2023-47/SGG"),
        ("United Nations            A/RES/73/195", "A/RES/73/195"),
        ("DÉCRET N° 2014-0765/P-RM DU 9 OCTOBRE 2014", "N° 2014-0765/P-RM"),
    ],
)
def test_the_documents_own_number_is_found(head, reference):
    assert card(head + BODY).reference == reference


@pytest.mark.parametrize(
    "text",
    [
        "Vu le décret n° 2014-0765/P-RM du 9 octobre 2014, le ministre décide.",
        "Votre lettre N° 000475/MMEIA-SG nous est parvenue.",
        "Tél. : 20 22 76 97\nBP 288",
        "No.\tDate\tFrom\n17\t02/04/2024\tRef. 2024/GAO/017",
        "La résolution A/RES/73/195 a été adoptée.",
    ],
)
def test_a_number_the_text_cites_is_not_its_own(text):
    assert card(f"Un titre qui n’en a pas\n\n{text}").reference == ""


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("N° 12/MI\n\nObjet : Intérêt du Mali\npour le statut\n\nMonsieur,", "Intérêt du Mali pour le statut"),
        ("Subject: Voluntary report\n\nDear Sir,", "Voluntary report"),
        ("*Fiche.*\n\n# Le **Mali** valide\n\nTexte.", "Le **Mali** valide"),
        ("COMMUNIQUÉ DE PRESSE\n\nLe Mali valide\n\nBamako, 6 mai 2022 – Le Mali", "Le Mali valide"),
        ("Accueil > Actualités > Mali\n\nLe Mali valide son examen\n\nLe Mali.", "Le Mali valide son examen"),
    ],
)  # fmt: skip
def test_the_title_is_the_object_or_the_first_heading(text, title):
    assert card(text).title == title


def test_where_the_text_has_no_title_the_files_own_is_taken():
    assert (
        card("Le ministre a reçu les partenaires.", title="Audience du ministre").title
        == "Audience du ministre"
    )


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("MINISTÈRE DES MALIENS            RÉPUBLIQUE DU MALI\nDE L’EXTÉRIEUR", "MINISTÈRE DES MALIENS DE L’EXTÉRIEUR"),
        ("Un titre\n\nSource : Studio Exemple\n\nTexte.", "Studio Exemple"),
        ("OIM Mali\n\nLe Mali valide son examen\n\nTexte.", "OIM Mali"),
        ("Un titre\n\nTexte.\n\n© 2022 Agence Exemple. Tous droits réservés.", "Agence Exemple"),
        ("Bamako, 6 mai 2022 (AMAP) – Le ministre a parlé.", "AMAP"),
        ("Un titre\n\nTexte.", ""),
    ],
)  # fmt: skip
def test_the_publisher_is_who_signs_as_such(text, publisher):
    assert card(text).publisher == publisher


def test_the_language_is_that_of_the_documents_own_text():
    text = (
        "Home | News | About us\nSkip to main content\n\nLe ministre a reçu les partenaires de la politique."
    )

    assert card(text).language == "fr"


@pytest.mark.parametrize(
    ("text", "media_type", "kind"),
    [
        ("N° 12/MI\nObjet : demande\n\nMonsieur le Ministre,\n\nTexte.", "", "letter"),
        ("Bamako, 6 May 2022 – The Government validated.", "", "release"),
        ("Communiqué de presse\n\nTexte.", "", "release"),
        ("DÉCRET N° 2014-0765/P-RM DU 9 OCTOBRE 2014", "", "law"),
        ("Compte rendu de la réunion du comité", "", "minutes"),
        ("Un titre\nPar Awa Exemple\n\nTexte.", "", "article"),
        ("Un titre\n\nTexte.", "text/html", "web_page"),
        (
            "Retours\nKayes\t12",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "dataset",
        ),
        ("Texte.", "", "report"),
    ],
)
def test_the_kind_of_document_is_told_from_its_head(text, media_type, kind):
    assert kind_of(text, media_type) == kind
