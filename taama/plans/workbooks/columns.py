"""Which column of a workbook holds what: guessed from its head, in French or English. Plain Python."""

import re
import unicodedata
from collections.abc import Sequence

# Per field the heads that mean it, most particular first; folded: no case, no accents, no marks.
HEADS: dict[str, tuple[str, ...]] = {
    "code": ("code", "reference", "ref", "n", "no", "numero", "id", "identifiant"),
    "title_fr": (
        "titre en francais", "titre fr", "title in french", "title fr", "intitule de l activite", "intitule",
        "activites", "activite", "libelle", "titre",
    ),
    "title_en": ("titre en anglais", "titre en", "title in english", "title en", "activity", "activities", "title"),
    "description_fr": ("description en francais", "description fr", "description in french", "description"),
    "description_en": ("description en anglais", "description in english", "description en"),
    "serves": (
        "contribue a", "serves", "objectifs du pacte", "objectifs", "objectif", "objectives", "objective", "gcm",
        "pmm",
    ),
    "axis": ("axe de la politique", "axe ponam", "axes", "axe", "axis"),
    "lead": (
        "structure responsable", "responsables", "responsable", "chef de file", "lead", "leader", "institution",
    ),
    "participants": ("participants", "partenaires", "structures associees", "takes part", "partners", "acteurs"),
    "areas": ("unites territoriales", "regions", "region", "zones", "zone", "lieu", "localites", "areas", "where"),
    "starts_on": ("date de debut", "debut", "start date", "starts", "start", "from"),
    "ends_on": ("date de fin", "fin", "echeance", "end date", "ends", "end", "deadline", "until"),
    "status": ("etat d avancement", "etat", "statut", "status", "state"),
    "planned_amount": (
        "montant prevu", "planned amount", "cout estime", "budget prevu", "budget", "cout", "montant", "cost",
        "amount",
    ),
    "currency": ("monnaie", "devise", "currency"),
}  # fmt: skip
MARKS = re.compile(r"[^a-z0-9]+")


def folded(text: str) -> str:
    """A head or word without case, accents and marks."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("’", "'"))
    return MARKS.sub(" ", "".join(one for one in plain if not unicodedata.combining(one))).strip()


def guessed(heads: Sequence[str]) -> list[str]:
    """The field each column holds, "" where none; no field twice: the more exact head wins."""
    found = [""] * len(heads)
    taken: set[str] = set()
    for exact in (True, False):
        for at, head in enumerate(heads):
            field = "" if found[at] else field_of(folded(head), taken, exact=exact)
            if field:
                found[at] = field
                taken.add(field)
    return found


def field_of(head: str, taken: set[str], *, exact: bool) -> str:
    """The field a folded head means: it is one of its heads, or, less exactly, begins with one."""
    for field, names in HEADS.items():
        if field in taken or not head:
            continue
        if head in names or (
            not exact and any(len(one) > 2 and f"{head} ".startswith(f"{one} ") for one in names)
        ):
            return field
    return ""


def head_row(rows: Sequence[tuple[int, Sequence[str]]], within: int = 15) -> int | None:
    """The row that looks most like heads among the first ones; the first where none does, None without rows."""
    first = rows[:within]
    if not first:
        return None
    return max(first, key=lambda row: (sum(map(bool, guessed(row[1]))), -row[0]))[0]


def letters(column: int) -> str:
    """The name Excel gives a column, from 0: A, B, … AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name
