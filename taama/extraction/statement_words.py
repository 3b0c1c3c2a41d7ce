"""The small words around an event word that say how it is used, in a folded text where "@" stands for « à »."""

import re

ADVERB = (
    r"(?:(?:egalement|aussi|formally|officially|also|jointly|[a-z]+ment|[a-z]+ly|ensuite|deja|already|pas|not|then|"
    r"ainsi)\s)?"
)
HAD = r"(?:a|ai|ont|avons|avez|avait|avaient|aura|auront|aurait|ait|ayant|has|have|had|having|will have)\s"
TO_BE = (
    r"(?:ete|est|sont|fut|furent|sera|seront|serait|seraient|etait|etaient|etre|etant|was|were|been|be|is|are|"
    r"being)\s"
)
MODAL = (
    r"(?:devrait|devraient|doit|doivent|devait|pourrait|va|vont|peut|prevu d'|will|would|should|shall|must|to|is to|"
    r"are to|expected to|due to)\s"
)
BE = set(TO_BE[3:-3].split("|"))
HAVE = set(HAD[3:-3].split("|")) | {"l'a", "l'ont", "n'a", "n'ont", "j'ai", "qu'a", "y", "will"}
ITSELF = {"se", "s'est", "sont", "s'etait", "s'etaient", "sera"}
PASSIVE = re.compile(rf"(?<!\w)(?:n'|ne )?(?:(?:{HAD}|{MODAL}){ADVERB})?{TO_BE}{ADVERB}\Z")
REFLEXIVE = re.compile(
    rf"(?<!\w)(?:(?:s'est|se sont|s'etait|s'etaient|se sera)\s{ADVERB}|(?:doit |devrait |va )?(?:se |s'))\Z"
)
ACTIVE = re.compile(rf"(?<!\w)(?:l'|les |n'|y )?{HAD}(?:pas )?{ADVERB}\Z")
CLITIC = re.compile(r"(?<!\w)(?:l'|les )(?:a|ont|avait|avaient)\s\Z")
NEGATION = re.compile(r"\bn(?:'|e |ot |ever )|jamais|aucun|pas encore")
NEGATED = re.compile(r"\b(?:n'|ne |not |never |jamais |aucune? |pas encore )[^,.;]{0,18}\Z")
PLANNED = re.compile(
    r"\b(?:sera|seront|aura|auront|tiendra|tiendront|will|shall|devrait|devraient|doit|doivent|prevue?s?|scheduled|"
    r"planned|expected|envisagee?|to be|va etre|[a-z]{3,}era|[a-z]{3,}eront|soumettra|ouvrira|paraitra)\b"
)
MEETING_OF = re.compile(
    r"(?:atelier|reunion|session|ceremonie|rencontre|seminaire|workshop|meeting|ceremony|forum|conference|"
    r"journee|comite|"
    r"lettre|projet|rapport|processus|process|report|phase|travaux|mission)s?(?: [a-z-]+)? (?:de |d'|for |of )"
    r"(?:la |l'|the )?\Z"
)
OF_MONEY = re.compile(
    r"\b(?:transferts?|fonds|envois|montants?|sommes?|milliards?|millions?|remittances|transfers|funds)\b"
)
NUMBER_INSIDE = re.compile(r"(?<![\w/°-])(?<!n° )[0-9]{1,3}(?: [0-9]{3})* [a-z]{4,}")
BY_NOUN = re.compile(
    r"(?:\b(?:la|le|une|un|sa|son|cette|the|an?|its|leur|their|pour|for|de|of|apres|after|before|avant|depuis|since|"
    r"following|during)\s|[ld]')(?:[a-z]+elle |officiel |official )?\Z"
)
OF_NEXT = re.compile(r"\s(?:de|du|des|of)\b|\sd'")
RELATIVE = re.compile(r"(?<=[a-z]),?\s(?:que|qu'|which|that)(?=\s|(?<='))[^,;:]*\Z")
RELATIVE_SUBJECT = re.compile(r",?\s(?:qui|which|that|lequel|laquelle)\s\Z")
FOR = re.compile(r"\b(?:pour|for)\b")
MODAL_BEFORE = re.compile(
    r"(?<!\w)(?:va|vont|doit|doivent|devrait|devraient|devait|pourra|pourrait|will|shall|would|should|must|"
    r"is to|are to|"
    r"plans to|intends to|expects to|is due to|prevoit de|compte)\s(?:se |s'|also |then )?\Z"
)
# « Publié le … », "Updated:", "Sent:" are of the page or the message itself.
METADATA = {"published", "revised", "transmitted", "issued", "signed", "created"}
TOLD_OF_ONESELF = re.compile(r"(?:he|she|i|je|j'ai|my \w+|his \w+|her \w+)(?:\s|\Z)")
SHORT = 75
GOES_WITH_OBJECT = {"appointed", "visited", "became", "joined"}
LASTS = {"ended", "renewed", "extended", "completed"}
POSSESSIVE = re.compile(r"\b(?:son|sa|its|leur|their)\s\Z")
IS_NEXT = re.compile(
    r"(?: technique| officielle| politique| finale| formal| final)?\s(?:est|a ete|sera|aura|interviendra|is|"
    r"was|will|has)\s"
)
MODIFIERS_AT_MOST = 5
LEFT_AT_MOST = 15
STANDS_FOR = ("celui ", "celle ", "ceux ", "celles ")
DOER = {"visited", "joined", "became", "arrived"}
WITHOUT_OBJECT = {"opened", "closed", "resumed", "ended", "begun", "written", "transmitted", "signed"}
NARRATED_AT_MOST = 16
SHORT_FOR_REVIEW = {
    f"{rank} {noun}" for rank in ("first", "second", "third") for noun in ("review", "report")
}
NEAR = 34  # how far before a form its auxiliary can stand
DEADLINED = re.compile(
    r"(?:applications?|candidatures?|offres?|dossiers?|bids?|proposals?|comments?|inscriptions?)\b"
)
WHOSE = re.compile(r",?\s(?:dont l[ae] |dont l'|whose )\Z")
ARTICLE_BEFORE = re.compile(r"(?:\b(?:le|la|les|un|une|ce|cet|cette|the|an?|its|son|sa|du|au|des)\s|\b[ld]')")
