"""The invented people of the demonstration: one per role, with a password everybody may read."""

from dataclasses import dataclass

from .models import User
from .roles import Role

PASSWORD = "le fleuve passe à Ségou"  # noqa: S105  # shown on the sign-in page of the demonstration


@dataclass(frozen=True)
class DemoPerson:
    """Somebody who does not exist, with the role they hold and the organisation they hold it for."""

    email: str
    name: str
    title: str
    role: Role
    organisation: str


COORDINATOR = DemoPerson(
    "coordination@demo.taama.example",
    "Aminata Exemple",
    "Coordonnatrice du suivi du Pacte",
    Role.COORDINATOR,
    "mmeia",
)
FOCAL_POINT = DemoPerson(
    "point-focal@demo.taama.example",
    "Boubacar Exemple",
    "Point focal, retours",
    Role.FOCAL_POINT,
    "dgme",
)
VALIDATOR = DemoPerson(
    "validation@demo.taama.example",
    "Coumba Exemple",
    "Responsable de la validation des données",
    Role.VALIDATOR,
    "mmeia",
)
EVIDENCE_OFFICER = DemoPerson(
    "preuves@demo.taama.example", "Djibril Exemple", "Chargé des preuves", Role.EVIDENCE_OFFICER, "cigem"
)
REVIEWER = DemoPerson(
    "relecture@demo.taama.example",
    "Fanta Exemple",
    "Relectrice de l’examen",
    Role.REVIEWER,
    "un-network-mali",
)
PARTNER = DemoPerson(
    "partenaire@demo.taama.example", "Henri Exemple", "Chargé de programme", Role.PARTNER, "iom-mali"
)
AUDITOR = DemoPerson("audit@demo.taama.example", "Kadiatou Exemple", "Auditrice", Role.AUDITOR, "mmeia")
ADMINISTRATOR = DemoPerson(
    "administration@demo.taama.example",
    "Lassana Exemple",
    "Administrateur du système",
    Role.ADMINISTRATOR,
    "mmeia",
)
CAST = (
    COORDINATOR,
    FOCAL_POINT,
    VALIDATOR,
    EVIDENCE_OFFICER,
    REVIEWER,
    PARTNER,
    AUDITOR,
    ADMINISTRATOR,
)


def demo_user(person: DemoPerson) -> User:
    """The account of an invented person, once the cast is loaded."""
    return User.objects.get(email=person.email)
