"""The small words around an event word that say how it is used, in a folded text where "@" stands for « à »."""

import re

from .clause_words import DAY_WORDS

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
NUMBER_INSIDE = re.compile(
    rf"(?<![\w/°-])(?<!n° )(?<!\bde )(?<!\bdes )(?<!\bof )(?<!\bles )(?<!\bthe )"
    rf"[0-9]{{1,3}}(?: [0-9]{{3}})* (?!(?:{DAY_WORDS})\b)[a-z]{{4,}}"
)
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
# What calls for papers ask for, and what did not happen.
NOTHING = re.compile(
    r"(?:no|aucune?|applications?|candidatures?|offres?|dossiers?|bids?|proposals?|comments?|inscriptions?)\b"
)
WHOSE = re.compile(r",?\s(?:dont l[ae] |dont l'|whose )\Z")
ARTICLE_BEFORE = re.compile(r"(?:\b(?:le|la|les|un|une|ce|cet|cette|the|an?|its|son|sa|du|au|des)\s|\b[ld]')")
COLLECTS, DATA = ("collect", "data coll"), ("data", "les donnees", "des donnees", "the data")
CLOSES = 90  # a participle alone in so short a sentence closes a text
AGREEMENT = re.compile(r"\b(?:agreement|convention|memorandum|protocol|partnership)\b")
PARTIES = re.compile(r",?\s(?:with|avec|entre|between)\s")
PARTIES_AT_MOST = 70
KEEPS_TO = re.compile(r"\bs'en \Z")  # « s’en tiennent à »
PARTED = re.compile(r"[\x95•·|]\s*\Z|\s-\s\Z")  # from what stands beside it
HOUR = re.compile(r",?\s(?:@|at)\s[0-9]{1,2}\s?[h:.]")
# What a planned thing comes to: « une évaluation est prévue » means that it is to be carried out.
CARRIED_OUT = (
    "evaluation",
    "mid-term evaluation",
    "final evaluation",
    "survey",
    "census",
    "mid-term review",
    "training",
)
PURPOSE = re.compile(r"\s(?:to|in order to|pour|afin de|en vue de|destinee? @)\s\Z")
FOR_WHICH_ONE_MEETS = {"validated", "launched", "adopted", "signed", "revised", "approved", "endorsed"}
ROW_OF_EVENT = re.compile(r"\s?:\s(?:du |le |from |on |en |in )?")
BARE_OBJECT = re.compile(
    r"\s(?!(?:on|in|at|by|to|with|from|for|under|over|during|last|this|next|yesterday|today|after|before|since|as|and|or|"
    r"but|into|upon|through|until|between|within|when|while|who|which|that|there|here|of|off|out|up|down|again|"
    r"jointly|a|the|is|was|were|are|has|have|had|will|just|only|not|also|only|earlier|ahead|back|early|late|mid|its|his|their|our)\b)"
    r"[a-z]{3,}(?<!ly)\b"
)
GATHERS = (
    " a reuni",
    " avait reuni",
    " reunit",
    " reunira",
    " a rassemble",
    " brought together",
    " gathered",
)
SPEAKERS = {"i", "we", "you", "je", "nous", "vous", "on", "j'", "who", "qui"}
MERELY_COUNTED = {"received", "trained", "distributed", "issued", "granted"}
NUMBER_WORD = re.compile(
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|"
    r"douze|several|plusieurs)\b"
)
DATES_FROM = re.compile(r"\s(?:from|back|of|de|du|d')")
IMPERSONAL = {"il", "there"}
# Articles of nouns a pronoun or participle does not agree with.
MASCULINE = re.compile(r"\b(?:le|un|du|au|ce|cet|ledit|ces projets)\s\Z")
FEMININE = re.compile(r"\b(?:la|une|cette|sa|ladite)\s\Z")
THINGS = ("text", "meeting", "place", "programme", "thing", "status")
TO_OBJECT = re.compile(r"\s(?:@|au|aux|to|as|comme)\s")
BEFORE_TIME = re.compile(
    r"\s(?:(?:(?:in|at|@|en) [a-z'-]+,? )?(?:on |le |ce |in |en |from |du )?(?:[a-z]+day |the )?)?"
)
FROM_TIME_TO_OBJECT = re.compile(r"\s(?:(?:in|at|@|en) [a-z'-]+ )?")
