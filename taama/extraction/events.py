"""Words that say that something happened, French and English, from `lexicon/events.csv`."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import ahocorasick

DATA = Path(__file__).parent / "lexicon" / "events.csv"

# Endings of French verbs in -er as a text uses them, folded: participles, present, past, future.
ER_ENDINGS = (
    "e",
    "ee",
    "es",
    "ees",
    "ent",
    "a",
    "erent",
    "era",
    "eront",
    "erait",
    "eraient",
    "ait",
    "aient",
    "ons",
)
FRENCH = {
    "soumettre": "soumis soumise soumises soumet soumettent soumettra soumettront soumit",
    "tenir": "tenu tenue tenus tenues tient tiennent tint tinrent tiendra tiendront tenait tiendrait",
    "avoir lieu": "a eu lieu|ont eu lieu|aura lieu|auront lieu|eu lieu|a lieu|avait eu lieu|eut lieu|ont lieu|ayant eu lieu",
    "accueillir": "accueilli accueillie accueillis accueillies accueille accueillent accueillera accueillait",
    "se reunir": "reuni reunie reunis reunies reunit reunissait reunira reunissent",
    "relire": "relu relue relus relues relit",
    "paraitre": "paru parue parus parait paraitra",
    "mettre en place": "mis en place|mise en place|mis en oeuvre la|mises en place|met en place|mettra en place",
    "mettre en service": "mis en service|mise en service|mises en service|met en service",
    "ouvrir": "ouvert ouverte ouverts ouvertes ouvre ouvrent ouvrira ouvriront ouvrit ouvrait",
    "prendre fin": "pris fin|prend fin|prendra fin|prit fin|prendre fin",
    "s'achever": "s'acheve|s'est acheve|s'est achevee|s'acheva|s'achevera",
    "arriver a terme": "arrive a echeance|arrivee a echeance|arrives a echeance|arrive a terme|arrivee a terme|arrive a son terme|arrivee a son terme|arriver a terme",
    "se rendre": "s'est rendu|s'est rendue|se sont rendus|se sont rendues|se rend|se rendra",
    "produire": "produit produite produits produites produisait produira",
    "transmettre": "transmis transmise transmises transmet transmettra",
    "recevoir": "recu recue recus recues recoit recevra",
    "entrer en vigueur": "entre en vigueur|entree en vigueur|entres en vigueur|entrera en vigueur|entrent en vigueur|entra en vigueur",
    "remettre": "remis remise remises remet remettra remettront",
    "rejoindre": "rejoint rejointe rejoignent rejoindra",
    "elire": "elu elue elus elues elit",
    "prendre": "pris prise prises",
    "ecrire": "ecrit ecrite ecrits ecrites ecrira ecrivit ecrivait",
    "construire": "construit construite construits construites construira",
    "conduire": "conduit conduite conduits conduites conduira",
    "mener": "mene menee menes menees menera",
    "suspendre": "suspendu suspendue suspendus suspendues suspend suspendra",
    "reprendre": "repris reprise reprises reprend reprendra",
    "mettre en oeuvre": "mis en oeuvre|mise en oeuvre|mises en oeuvre|mis en ouvre|mise en ouvre|mises en ouvre",
    "devenir": "devenu devenue devenus devient devint deviendra",
    "arriver": "arrive arrivee arrives arrivees arrivera arriva",
    "atterrir": "atterri atterrie",
    "courir": "couru",
    "rendre public": "rendu public|rendue publique|rendus publics|rendues publiques|rend public",
    "rouvrir": "rouvert rouverte rouverts rouvertes",
    "entrer en service": "entre en service|entree en service|entrera en service",
    "voir le jour": "a vu le jour|ont vu le jour|verra le jour|vu le jour|voit le jour",
    "former": "formes formees formee",
    "traduire": "traduit traduite traduits traduites",
    "faire don": "fait don|font don",
    "partir": "parti partie partis parties",
    "quitter": "quitte quittee",
    "preter serment": "prete serment",
    "convenir de": "convenu de|convenu d'",
    "emettre": "emis emise emises emet",
    "conclure": "conclu conclue conclus conclues conclut",
    "se derouler": "deroule deroulee deroules deroulees deroulent deroulait deroulera derouleront deroulaient",
    "situer": "situe situee situes situent",
    "creer": "cree creee crees creees creent crea creera creait",
    "convoquer": "convoque convoquee convoques convoquees convoquent convoquera",
    "achever": "acheve achevee acheves achevees",
    "constituer": "constituee constituees",
}
ENGLISH = {
    "hold": "held holds", "take place": "took place|taken place|takes place|take place", "meet": "met", "submit":
    "submitted submits submit", "set up": "set up|sets up", "begin": "began begun begins", "write": "wrote written writes",
    "send": "sent sends", "go back": "goes back|went back|dates back|dating back", "carry out": "carried out|carries out",
    "ratify": "ratified ratifies", "enter into force": "entered into force|enters into force|enter into force",
    "come into force": "came into force|comes into force|come into force", "hand over": "handed over|hands over",
    "travel": "travelled traveled travels", "adopt": "adopted adopts adopt", "name": "named", "form": "formed", "end":
    "ended ends", "close": "closed closes", "open": "opened opens open", "start": "started starts", "date": "dated dates",
    "address": "addressed addresses", "host": "hosted hosts", "present": "presented presents",
    "release": "released releases", "launch": "launched launches", "update": "updated", "amend": "amended", "visit":
    "visited visits", "sign": "signed signs", "join": "joined joins", "establish": "established establishes", "publish":
    "published publishes", "extend": "extended extends", "forward": "forwarded", "install": "installed", "deploy":
    "deployed", "accede": "acceded accedes", "enact": "enacted", "conduct": "conducted conducts", "draft": "drafted",
    "complete": "completed completes", "deliver": "delivered delivers", "transmit": "transmitted transmits", "elect":
    "elected elects", "repeal": "repealed","issue": "issued", "undertake": "undertook undertaken", "build": "built", "make public": "made public", "unveil": "unveiled unveils", "roll out": "rolled out",
    "kick off": "kicked off", "found": "founded", "leave": "left", "swear in": "sworn in", "table": "tabled", "agree": "agreed", "become": "became", "run": "ran", "pass": "passed", "draw up": "drawn up|drew up", "initial": "initialled initialed", "appoint": "appointed appoints", "designate":
    "designated", "conclude": "concluded concludes",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class EventWord:
    """A form of an event word: what happened, whether it is a noun or may be one, whether it takes
    an object, whether only « va », “will” make it a statement."""

    form: str
    predicate: str
    is_noun: bool
    is_transitive: bool
    may_be_noun: bool = False
    needs_modal: bool = False


@cache
def event_finder() -> Any:
    """An automaton over all forms; it gives the event word."""
    finder = ahocorasick.Automaton()
    for word in event_words():
        if word.form not in finder:
            finder.add_word(word.form, word)
    finder.make_automaton()
    return finder


def event_words() -> Iterator[EventWord]:
    """Every form of the shipped events."""
    with DATA.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            way, nouns = row["way"] == "transitive", row["nouns"].split("|") if row["nouns"] else []
            for verb in filter(None, row["verbs"].split("|")):
                for form in forms(verb):
                    yield EventWord(form, row["predicate"], False, way, form in nouns)
                yield EventWord(verb, row["predicate"], False, way, False, True)
            for noun in nouns:
                yield EventWord(noun, row["predicate"], True, way)


def forms(verb: str) -> list[str]:
    """The forms of a verb a text may use, folded."""
    listed = FRENCH.get(verb) or ENGLISH.get(verb)
    if listed:
        is_phrase = "|" in listed or (verb in ENGLISH and " " in verb) or verb == "preter serment"
        return listed.split("|") if is_phrase else listed.split()
    if verb.endswith("er"):
        stem = verb[:-2]
        return [stem + ending for ending in ER_ENDINGS] + [stem + "ea"] * verb.endswith("ger")
    stem = verb.removesuffix("e")
    return [stem + "ed", stem + "es", stem + "e"] if verb.endswith("e") else [verb + "ed", verb + "s"]


def events_in(folded: str, start: int, end: int) -> list[tuple[int, int, EventWord]]:
    """(start, end, event) of whole words, in order, the longest of those that overlap."""
    kept: list[tuple[int, int, EventWord]] = []
    for last, word in event_finder().iter(folded, start, end):
        begin, stop = last + 1 - len(word.form), last + 1
        if (begin and folded[begin - 1].isalnum()) or folded[stop : stop + 1].isalnum():
            continue
        while kept and kept[-1][0] >= begin:
            kept.pop()
        if not kept or kept[-1][1] <= begin:
            kept.append((begin, stop, word))
    return kept
