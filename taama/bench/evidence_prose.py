"""What synthetic documents are made of: invented sentences in French and English that say nothing of anybody."""

from dataclasses import dataclass

PLACES = (
    "Gao", "Kayes", "Mopti", "Ségou", "Sikasso", "Tombouctou", "Kidal", "Ménaka", "Koulikoro", "Bamako",
)  # fmt: skip
MONTHS = {
    "fr": ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
           "décembre"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
}  # fmt: skip


@dataclass(frozen=True)
class Prose:
    """The sentences of one language; {…} are filled in by the generator."""

    title: tuple[str, ...]
    filling: tuple[str, ...]
    figures: tuple[str, ...]
    claims: tuple[str, ...]
    tags: tuple[str, ...]
    decoys: tuple[str, ...]
    hedges: dict[str, str]
    nouns: tuple[tuple[str, str], ...]
    subjects: tuple[str, ...]
    events: tuple[str, ...]
    things: tuple[str, ...]
    doings: tuple[str, ...]


FRENCH = Prose(
    title=("Une rencontre à {place} sur {thing}", "{Thing} : les équipes de {place} se concertent"),
    filling=(
        "Les équipes de {name} ont passé la semaine à {doing} avec les habitants, dans une salle prêtée par la mairie.",
        "« Nous avons commencé par {thing}, puis il a fallu {doing} », raconte {name}, qui dirige le service.",
        "Le matin, la cour s’est remplie ; l’après-midi, chacun a repris {thing} là où il l’avait laissé.",
        "Selon {name}, {thing} demande du temps, de la patience et des outils que tout le monde comprend.",
        "La discussion a porté sur {thing}, sur les habitudes prises et sur la façon de {doing} sans rien perdre.",
        "Personne n’avait prévu de {doing} si tôt, mais la pluie a changé l’ordre des choses.",
        "{name} rappelle que {thing} ne se règle pas depuis un bureau, et que les villages ont leur mot à dire.",
        "On y a parlé de {thing}, de routes coupées, de carnets mal tenus et de la manière de {doing}.",
        "Le compte rendu, rédigé par {name}, sera lu à voix haute avant d’être affiché près de la porte.",
        "Les plus anciens ont écouté, puis demandé que {thing} reste entre des mains connues.",
        "Ce que {name} retient : il faut {doing} ensemble, et ne pas attendre que {thing} se perde.",
        "Une visite est prévue plus tard, quand {thing} sera prêt et que les routes auront séché.",
    ),
    figures=(
        "Au {day}, {number} {noun} ont été dénombrés à {place}.",
        "Selon le dernier décompte, {number} {noun} se trouvaient à {place} au {day}.",
        "À {place}, {number} {noun} étaient recensés au {day}, d’après {name}.",
    ),
    claims=(
        "{Subject} a été {event} le {day} à {place}.",
        "C’est le {day} que {subject} a été {event}, en présence de {name}.",
        "{Subject}, {event} le {day}, est désormais affiché à {place}.",
    ),
    tags=(
        "Les participants sont revenus sur {phrase}, puis sur {other}.",
        "Il a été question de {phrase} ; {name} a plaidé pour {other}.",
        "Deux sujets ont retenu l’attention : {phrase} et {other}.",
    ),
    decoys=(
        "Renseignements au téléphone : +223 20 22 {low} {high}.",
        "Voir le décret n° 2014-0{low}{high}/P-RM et l’article {low} de la loi n° 2012-0{high}.",
        "La séance s’est ouverte à 10h{low} et le registre reprend à la page {low}.",
        "Courrier : BP {low}{high}, rue {low}, porte {high}, {place}.",
        "La lettre N° 000{low}{high}/MDE-SG a été lue devant tous.",
        "{name}, âgé de {low} ans, a parlé au nom des jeunes.",
    ),
    hedges={"": "exactly", "plus de ": "more_than", "près de ": "nearly", "environ ": "about", "au moins ": "at_least"},
    nouns=(
        ("personnes déplacées internes", "idps"), ("réfugiés", "refugees"), ("ménages", "households"),
        ("migrants de retour", "returnees"), ("élèves", "pupils"),
    ),
    subjects=("le guide de terrain", "la convention de partenariat", "le manuel de formation",
              "le règlement intérieur"),
    events=("adopté", "validé", "signé", "publié"),
    things=("le puits", "la cantine", "l’entretien des pistes", "le marché au bétail", "la salle de lecture",
            "le jardin commun", "l’atelier de couture", "la radio locale", "le moulin", "la bibliothèque"),
    doings=("dresser une liste", "réparer la clôture", "relire les notes", "préparer le repas", "ranger les archives",
            "planter des arbres", "compter les sacs", "accueillir les visiteurs"),
)  # fmt: skip

ENGLISH = Prose(
    title=("A meeting in {place} about {thing}", "{Thing}: teams in {place} sit down together"),
    filling=(
        "The teams of {name} spent the week trying to {doing} with the neighbours, in a room lent by the town hall.",
        "“We began with {thing}, and then we had to {doing},” says {name}, who runs the office.",
        "In the morning the yard filled up; in the afternoon everybody went back to {thing} where they had left it.",
        "According to {name}, {thing} takes time, patience and tools that everybody understands.",
        "The talk was about {thing}, about habits and about the way to {doing} without losing anything.",
        "Nobody had planned to {doing} so early, but the rain changed the order of things.",
        "{name} recalls that {thing} is not settled from a desk, and that villages have their say.",
        "They spoke of {thing}, of roads cut off, of notebooks badly kept and of how to {doing}.",
        "The notes, written by {name}, will be read aloud before they are put up near the door.",
        "The eldest listened, then asked that {thing} stay in hands they know.",
        "What {name} takes home: one must {doing} together, and not wait until {thing} is lost.",
        "A visit is foreseen later, when {thing} is ready and the roads have dried.",
    ),
    figures=(
        "As of {day}, {number} {noun} were counted in {place}.",
        "According to the latest count, {number} {noun} were in {place} as of {day}.",
        "In {place}, {number} {noun} were registered as of {day}, says {name}.",
    ),
    claims=(
        "{Subject} was {event} on {day} in {place}.",
        "It was on {day} that {subject} was {event}, with {name} looking on.",
        "{Subject}, {event} on {day}, now hangs on a wall in {place}.",
    ),
    tags=(
        "Participants came back to {phrase}, then to {other}.",
        "There was talk of {phrase}; {name} spoke up for {other}.",
        "Two subjects stood out: {phrase} and {other}.",
    ),
    decoys=(
        "Information by telephone: +223 20 22 {low} {high}.",
        "See decree No. 2014-0{low}{high}/P-RM and article {low} of law No. 2012-0{high}.",
        "The sitting opened at 10:{low} and the register goes on at page {low}.",
        "Letters: PO Box {low}{high}, street {low}, door {high}, {place}.",
        "Letter No. 000{low}{high}/MDE-SG was read out to all.",
        "{name}, aged {low}, spoke for the young.",
    ),
    hedges={"": "exactly", "more than ": "more_than", "nearly ": "nearly", "about ": "about", "at least ": "at_least"},
    nouns=(
        ("internally displaced persons", "idps"), ("refugees", "refugees"), ("households", "households"),
        ("returnees", "returnees"), ("pupils", "pupils"),
    ),
    subjects=("the field guide", "the partnership agreement", "the training manual", "the staff charter"),
    events=("adopted", "validated", "signed", "published"),
    things=("the well", "the canteen", "the upkeep of tracks", "the cattle market", "the reading room",
            "the shared garden", "the sewing workshop", "the local radio", "the mill", "the library"),
    doings=("draw up a list", "mend the fence", "read the notes again", "cook the meal", "put the archives in order",
            "plant trees", "count the sacks", "welcome visitors"),
)  # fmt: skip

PROSE = {"fr": FRENCH, "en": ENGLISH}
