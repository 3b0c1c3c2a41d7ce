"""What is counted, in words that meet across French and English."""

# Counted words that name one thing, each in normal English; what `extraction` translates already is not repeated.
COUNTED_AS = {
    "lit": "bed", "chambre": "room", "dossier": "case", "affaire": "case", "cas": "case", "prosecution": "case",
    "condamnation": "conviction", "sentence": "conviction", "sinistre": "affected", "deces": "death", "mort": "death",
    "poste": "post", "champion": "champion country", "menage": "household", "localite": "locality", "bureaux": "office",
    "cout": "cost", "coute": "cost", "montant": "cost", "budget": "cost", "enveloppe": "cost", "price": "cost",
    "avion": "flight", "vol": "flight", "plane": "flight", "kit": "kit", "vehicule": "vehicle", "centre": "centre",
    "agent": "agent", "officer": "agent", "policier": "agent", "appel": "call", "visiteur": "visitor",
    "bureau": "office", "projet": "project", "entreprise": "business", "permis": "permit", "titre": "permit",
    "reparti": "", "repartis": "", "prononcee": "", "prononcees": "", "ouvert": "", "enregistre": "", "enregistree": "",
    "venu": "", "venus": "", "available": "", "recorded": "", "registered": "", "total": "",
}  # fmt: skip
# Words that name a population without narrowing it: its code says the same.
NEUTRAL = {
    "person", "individual", "individuals", "internal", "internally", "displaced", "deplace", "deplaces", "deplacee",
    "interne", "internes", "pdi", "idp", "refugee", "refugees", "refugie", "refugies", "migrant", "returnee", "return",
    "malian", "mali", "abroad", "diaspora", "international", "resident", "residents", "habitant", "inhabitant",
    "population", "total", "national", "ressortissant", "etabli", "vivant", "living", "compatriote", "country",
    "unique", "trafficking", "victim", "returned", "retourne", "retournee", "distress", "detresse", "stranded",
}  # fmt: skip
# Said of all such things, or left out: movements are told as cross-border or not.
WIDE = {"cross-border", "transfrontalier", "new"}
VAGUE_THINGS = {"area", "areas", "zone", "zones", "unites", "units", "personne", "cas", "case"}
COSTS = {"cost"}
