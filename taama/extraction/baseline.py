"""Five words for each objective, French and English: the plainest tagger, always measured beside the real one."""

from .stems import plain

FIVE = {
    1: "données statistiques statistics census data",
    2: "causes pauvreté drivers déplacés displaced",
    3: "information sensibilisation awareness campagne campaign",
    4: "identité identity passeport passport civil",
    5: "visa visas pathways circulation regular",
    6: "travail labour workers recrutement recruitment",
    7: "vulnérables vulnerable vulnérabilité vulnerabilities protection",
    8: "disparus missing sauvetage rescue morts",
    9: "passeurs smuggling smugglers trafic illicite",
    10: "traite trafficking victimes victims exploitation",
    11: "frontières frontière borders border frontaliers",
    12: "référencement referral orientation screening procédures",
    13: "détention detention rétention détenus detained",
    14: "consulaire consular consulat consulate ambassade",
    15: "services santé health éducation education",
    16: "inclusion intégration integration cohésion cohesion",
    17: "discrimination xénophobie xenophobia racisme racism",
    18: "compétences skills formation training diplômes",
    19: "diaspora diasporas investissements investment extérieur",
    20: "transferts remittances envois fonds transfers",
    21: "retour return réintégration reintegration rapatriement",
    22: "sociale social portabilité portability pensions",
    23: "pacte compact coopération cooperation partenariat",
}
WORDS = {number: frozenset(plain(words).split()) for number, words in FIVE.items()}


def five_words(text: str) -> list[int]:
    """The objectives one of whose five words the text holds."""
    held = set(plain(text).split())
    return [number for number, words in WORDS.items() if not words.isdisjoint(held)]
