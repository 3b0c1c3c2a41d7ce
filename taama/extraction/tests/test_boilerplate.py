"""What is kept out of suggestions, and what must not be."""

from itertools import pairwise
from pathlib import Path

import pytest

from taama.extraction.boilerplate import BESIDE, boilerplate_of

SAMPLE = Path(__file__).resolve().parents[3] / "sample" / "mali" / "documents"
BODY = (
    "Le Gouvernement a validé son deuxième examen en présence de plus de 60 participants venus des régions."
)
MORE = "Entre janvier 2018 et le 15 août 2019, 18 000 migrants ont bénéficié d’une assistance directe."


def kept(text, media_type=""):
    """The text without its boilerplate, and the boilerplate."""
    spans = boilerplate_of(text, media_type)
    own, position = "", 0
    for span in spans:
        own += text[position : span.start]
        position = span.end
    return own + text[position:], " ".join(text[span.start : span.end] for span in spans)


LETTER = f"""MINISTÈRE DES MALIENS ÉTABLIS            RÉPUBLIQUE DU MALI
À L’EXTÉRIEUR                            Un Peuple – Un But – Une Foi
---------------
N° 000123/MMEIA-SG                       Bamako, le 26 novembre 2021

À Monsieur le Coordonnateur du Réseau
Genève

Objet : Manifestation d’intérêt

Monsieur le Coordonnateur,

{BODY}

Le Ministre

Ampliations :
Primature 1
Archives 1
"""


def test_the_head_of_a_letter_and_its_copies_list_are_left_out_and_its_object_is_not():
    own, left_out = kept(LETTER)

    assert "RÉPUBLIQUE" not in own
    assert "N° 000123" not in own
    assert "Primature" not in own
    assert own.lstrip().startswith("Objet : Manifestation d’intérêt")
    assert BODY in own
    assert "Genève" in left_out


@pytest.mark.parametrize(
    "line",
    [
        "Accueil > Actualités > Communiqués de presse",
        "Home | News | Mali",
        "Vous êtes ici : Accueil » Actualités",
        "Aller au contenu principal",
        "Pôle du Réseau > Pratiques > Afrique de l’Ouest",
        "Nos abonnés ont aussi lu",
        "Please think of the environment before printing this e-mail.",
        "FR | EN",
        "Lire aussi : 2 500 migrants rapatriés du Niger",
        "À lire également : la traite recule",
        "Related articles",
        "Partager sur Facebook",
        "Facebook Twitter WhatsApp",
        "Share this page via:",
        "Abonnez-vous à notre lettre d’information",
        "Nous utilisons des cookies pour améliorer votre expérience.",
        "We use cookies to improve your experience on this site.",
        "© 2022 OIM. Tous droits réservés.",
        "Photo : OIM / A. Exemple",
        "(Photo credit: IOM 2022)",
        "Mots-clés : migration, retour",
        "Publié le 4 mars 2023 à 18h02",
        "Posted: 03/02/2023",
        "Page 3 sur 12",
        "Tél. : +223 20 22 76 97",
        "Courriel : presse@exemple.org",
        "Awa Exemple, chargée de communication, OIM, awa@exemple.org",
        "Quartier ACI 2000, BP 288, Bamako",
        "Laisser un commentaire",
        "Politique de confidentialité",
    ],
)
def test_a_line_that_is_none_of_the_documents_own_is_left_out(line):
    own, left_out = kept(f"{BODY}\n\n{line}\n\n{MORE}")

    assert line in left_out
    assert own.split() == f"{BODY} {MORE}".split()


@pytest.mark.parametrize(
    "line",
    [
        "Pour en savoir plus sur les causes du départ, il faut remonter à 2012.",
        "Le contact avec les familles a été rétabli pour 45 personnes.",
        "Les informations sur les cookies des sites publics n’intéressent personne : 12 plaintes.",
        "Contacts : 12 points focaux ont été nommés dans les régions de Kayes et de Gao au cours de l’année.",
        "Voir les 5 000 cas signalés à Gao en 2022 comme une alerte serait une erreur.",
        "Un Peuple uni : 12 000 personnes à Kayes",
        "La République du Mali a ratifié 14 conventions.",
        "Kayes\t12 166\t8 %",
        "- 1 200 ménages à Mopti",
        "Le numéro vert 80 00 11 11 a reçu 300 appels depuis son ouverture.",
        "Ministère : 3 agents sur 14 ont été formés.",
        "Share of women among returnees: 12 per cent",
        "About 4,500 migrants crossed the border in May.",
        "À propos de la traite, 837 victimes ont été assistées.",
        "Related to this, 300 people left.",
        "Next steps include 3 workshops.",
        "Tel est le sens des 23 engagements pris par 12 pays.",
    ],
)
def test_a_line_of_the_documents_own_stays(line):
    own, _left_out = kept(f"{BODY}\n\n{line}\n\n{MORE}")

    assert line in own


def test_linked_articles_are_left_out_with_their_headlines():
    headlines = "Articles liés\n1 200 ménages assistés à Gao\nQue sont devenus les 300 migrants de 2019 ?"

    own, left_out = kept(f"{BODY}\n\n{MORE}\n\n{headlines}\n\nPartager")

    assert "1 200" not in own
    assert "300 migrants" in left_out


def test_a_single_link_within_the_text_takes_one_headline_only():
    own, left_out = kept(f"{BODY}\n\nÀ lire également\nTunisie : 160 rapatriés\n\n{MORE}\n\n{BODY}")

    assert "160" in left_out
    assert MORE in own


def test_contacts_are_left_out_with_the_lines_that_belong_to_them():
    contact = "Pour plus d’informations, veuillez contacter :\nAwa Exemple, OIM Mali\nTél. : +223 20 22 76 97"

    own, _left_out = kept(f"{BODY}\n\n{contact}")

    assert own.strip() == BODY


def test_of_a_paragraph_only_the_sentence_that_names_a_contact_is_left_out():
    sentence = "Pour plus d’informations, rendez-vous sur www.exemple.org."

    own, left_out = kept(f"{BODY} {sentence} {MORE}")

    assert left_out == sentence
    assert own == f"{BODY}  {MORE}"


def test_the_standing_paragraph_on_the_publisher_is_left_out_at_the_end():
    about = (
        "À propos de l’OIM\nCréée en 1951, l’OIM est la principale organisation du domaine, avec 174 États."
    )

    own, left_out = kept(f"{BODY}\n\n{MORE}\n\n{about}")

    assert "174" in left_out
    assert own.strip().endswith(MORE)


def test_a_run_of_menu_entries_is_left_out_and_three_short_lines_are_not():
    menu, list_of_regions = "Menu\nAccueil\nNos projets pilotes\nPublications\nContact", "Kayes\nGao\nMopti"

    own, left_out = kept(f"{menu}\n\n{BODY}\n\n{list_of_regions}")

    assert left_out == menu
    assert list_of_regions in own


def test_heads_and_feet_that_come_again_on_each_page_are_left_out():
    pages = "\n\n".join(f"Rapport annuel 2022 – page {number}\n\n{BODY * 8}" for number in range(1, 5))

    own, left_out = kept(pages)

    assert "Rapport annuel" not in own
    assert left_out.count("Rapport annuel") == 4


def test_rows_that_repeat_close_together_are_no_page_heads():
    rows = "\n".join(f"Cercle de Kita : {number} retours" for number in range(9))

    assert kept(rows)[1] == ""


def test_what_stands_around_a_web_article_is_left_out():
    own, left_out = kept(f"{BODY}\n\n{BESIDE}\n\n5 000 migrants : notre dossier", "text/html")

    assert own.strip() == BODY
    assert "5 000" in left_out


def test_the_heads_of_a_mail_are_left_out_and_its_subject_is_not():
    own, left_out = kept(
        f"From: Awa <a@exemple.org>\nDate: 6 May 2022\nSubject: 12 000 retours\n\n{BODY}", "message/rfc822"
    )

    assert own.split("\n\n")[0].strip() == "Subject: 12 000 retours"
    assert "a@exemple.org" in left_out


def test_stretches_stand_in_order_without_overlap_within_the_text():
    text = LETTER + "\nPartager\n" + LETTER

    spans = boilerplate_of(text)

    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@pytest.mark.parametrize("path", sorted(SAMPLE.glob("*.md")), ids=lambda path: path.stem)
def test_fact_sheets_are_their_own_text_throughout(path):
    assert boilerplate_of(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Letter No. 0002642/MDE-SG was read out to all.\n\nAs of 26 June 2018, nearly 354,201 refugees were counted.",
        "Le service a reçu 12 familles.\n\nN° 12 de la rue 4 : 3 ménages.\n\nLa République du Mali compte 8 régions.",
        "Titre\n\nLa note n° 475/MMEIA-SG du 3 mai fixe 4 mesures. Le comité en a retenu 3 le 26 juin 2018.",
    ],
)
def test_a_text_that_speaks_of_letters_and_offices_has_no_letterhead(text):
    assert boilerplate_of(text) == []


def test_the_sentence_after_an_address_stays():
    own, left_out = kept(f"Courrier : BP 1268, rue 12, Koulikoro. « {MORE} », dit le chef.\n\n{BODY}")

    assert MORE in own
    assert MORE not in left_out
