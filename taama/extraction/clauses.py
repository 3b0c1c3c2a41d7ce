"""Sentences, and the noun phrases around an event word. Grammar by its small words, no parser.

The text is folded, and « à » standing alone is "@", so that it is neither « a » (has) nor the English article.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from .date_words import MONTHS, WEEKDAYS

DAY_WORDS = "|".join((*WEEKDAYS, *MONTHS))
DATE_NEXT = rf"(?=(?:{DAY_WORDS})\b|[0-9])"
STOP = re.compile(
    r"[;:()\"»\n\[]|(?<!\bof)(?<!\bfor)(?<!\bon)(?<!\bagainst)\sa\s|,(?! ?(?:ordonnees|orderly))|\s(?:ont|est|sont|sera|seront|fut|etait|etaient|avait|qui|que|dont|ou|was|"
    r"were|is|are|has|have|had|will|which|that|who|where|when|while|par|by|lors|durant|during|afin|avec|with|sous|under|from|"
    r"depuis|since|apres|after|avant|before|selon|according|grace|ayant|s'est|se|s'etait|prevue?s?|scheduled|attended|"
    r"chez|dit|pour (?:la periode|la premiere fois|une duree)|for the (?:first time|period)|through|via|hier|between|entre|"
    r"est|c'est|il|elle|ce matin|ainsi|pendant|a hauteur|ne|n'|"
    r"porte|compte|prevoit|rappelle|rappelait|indique|vise|comprend|couvre|decrit|fixe|concerne|fait|permet|contient|reunit|"
    r"includes|sets|aims|describes|covers|provides|brings|brought|showed|shows|said|says|follows|marks|marque|souligne|"
    r"s'inscrit|s'appuie|devra|devait|doit|must|can|could|should|would|may|peut|pourra|comptait|"
    r"remonte|date|tenue?s?|held|organisee?s?|adoptee?s?|adopted|validee?s?|signee?s?|signed|publiee?s?|soumise?s?|submitted|"
    r"lancee?s?|launched|elaboree?s?|datee?s?|dated|situe|published|validated|intitulee?s?|entitled|couvrant|covering)(?![\w'])"
    rf"|\s(?:le|on|du|of|au|des|by|from|d')\s?{DATE_NEXT}|\s(?:en|in)\s(?!oe?uvre|place|persons|charge|vigueur|faveur|vue)"
    r"|\s(?:@|au|at|aux)\s(?!l'exterieur|mi-parcours|l'etranger|l'integration|la migration)"
)
BEGINS_AN_ADVERBIAL = re.compile(
    r"(?:@|au|aux|en|dans|lors|in|on|at|during|with|avec|par|by|from|entre|between|depuis|since|pour|for|apres|after|selon|"
    r"according|grace|sous|under|suite|face|ainsi|enfin|par ailleurs|also|finally|however|toutefois|cependant|puis|then|"
    r"as|comme|to|afin|outre|besides|following|conformement|s'agissant|concernant|regarding|this|bien)(?![\w'])"
    rf"|(?:le|ce|ce meme|du|les)\s{DATE_NEXT}|l'an(?:nee)?\s|[0-9]{{1,2}}(?:er)?\s(?:{DAY_WORDS})|[0-9]{{4}}\b"
)
BEGINS_AN_APPOSITION = re.compile(
    r"(?:dite?s?|known|called|denomme|qui|which|who|baptise|soit|y compris|including|intitule|entitled|dont|or|ou)(?![\w'])"
)
LEADS_IN = re.compile(
    r"(?:at which|on which|during which|au cours (?:duquel|de laquelle|desquels)|lors (?:duquel|de laquelle)|et|and|mais|but|que|qu'|that|ou|where|donc|or|car|alors que|apres que|puis|c'est|ainsi que)(?:\s|(?<='))"
)
CUTS_A_CLAUSE = re.compile(
    r"\s(?:que\s|qu'|that\s|where\s|because\s|when\s|while\s|apres que\s|lorsque\s|lorsqu'|et que\s)"
)
CUTS_A_RELATIVE = re.compile(r"\s(?:qui|which|who|that|et|and)$")
DETERMINED = re.compile(
    r"(?:l'|(?:le|la|les|un|une|ce|cet|cette|ces|son|sa|ses|leurs?|notre|the|an?|its|his|her|their|our|this|these|deux|two|"
    rf"plusieurs|several)\s)(?!(?:{DAY_WORDS})\b|[0-9]{{1,2}}(?![0-9])|1er|meme jour|lendemain|semaine derniere|semaine passee|semaine ecoulee|annee derniere|mois dernier|premier (?:{DAY_WORDS}))"
)
COUNTED = re.compile(
    r"(?:plus d|environ |pres d|quelque |au moins |about |around |over |nearly |some |more than |at least |almost |"
    r"(?:un |a )?total|[0-9]+(?![0-9]*(?:e|er|eme|re|st|nd|rd|th)\b))"
)
ADVERBS = re.compile(
    r"(?:\s*(?:officiellement|egalement|aussi|ensuite|solennellement|formellement|conjointement|recemment|formally|officially|"
    r"also|jointly|recently|then|successfully|techniquement|finalement|definitivement|enfin|ainsi|notamment|avec succes|yesterday|hier|aujourd'hui|today)"
    r"(?![\w']))*\s*"
)
PARTITIVE = re.compile(
    r"(?:officielle? |nationale? |solennelle? )?(?:de la |de l'|de |des |du |d'|of the |of |to the |@ la |au |to )"
)
FINITE = re.compile(
    r"\s(?:(?:a|ont|avait|avaient|has|have|had|est|sont|fut|was|were|is|are)\s(?:[a-z]+\s){0,2}?[a-z]+(?:e|ee|es|ees|i|u|is|it|ed)"
    r"|celle de|celui de|fait suite (?:@|au)|s'inscrit dans|s'appuie sur|decoule|fait partie|follows|builds on)(?![a-z])"
)
ARTICLE = r"(?:l'|(?:le|la|les|un|une|ce|cet|cette|the|an?|its|son|sa|leur|their|his|her|our|notre)\s)"
FREE_HEAD = re.compile(
    r"(?:^|(?<=celle de )|(?<=celui de )|(?<!\bde )(?<!\bdes )(?<!\bdu )(?<!\bof )(?<!\bet )(?<!\band )(?<!\bentre )"
    r"(?<!\bbetween )(?<!\bavec )(?<!\bwith )(?<!\bpar )(?<!\bby )(?<!\bpour )(?<!\bfor )(?<!\bsur )(?<!\bon )(?<!@ )"
    r"(?<!\bin )(?<!\bat )(?<!\bto )(?<!\bdans )(?<!\bcontre )(?<!\bagainst )(?<!\ben )(?<!\bchez )(?<!\bdepuis )"
    rf"(?<!\bsince )(?<!\bfrom ))(?<!\w)({ARTICLE})(?!(?:{DAY_WORDS})\b|[0-9])"
)
HEAD = re.compile(rf"(?<!\bde )(?<!\bof )(?<!\bet )(?<!\band )(?<!\w)({ARTICLE})(?!(?:{DAY_WORDS})\b|[0-9])")
AFTER_A_DATE = re.compile(r"(?<=[0-9] )(?:le|la|les|l'|un|une|the|an?|son|sa|its)(?=[\s']|(?<='))")
COORDINATED = re.compile(r"(?:^|\s)(?:and|et)\s(?:[a-z]+ly |[a-z]+ment )?\Z")
STANDS_ALONE = re.compile(rf"{DETERMINED.pattern}|{COUNTED.pattern}")
PRONOUNS = {
    "il", "elle", "ils", "elles", "it", "they", "celui-ci", "celle-ci", "ceux-ci", "ce dernier", "cette derniere", "this",
    "he", "she", "nous", "we", "on", "ce", "that", "these", "the latter", "i", "je", "l'", "c'", "dernier",
}  # fmt: skip
INSERTION = re.compile(
    r",\s?(?:le|on|@|en|in|at|ce|du|avec|dans|with|par|by|hier|lors|au|from|this|jeudi|lundi|mardi)\b[^.;]{0,110}?,\s?"
)
SKIPS_TO = re.compile(r"(?<=\s)(?:un|une|le|la|les|l'|son|sa|the|an?|its|deux|two)(?=[\s']|(?<='))")
LATER_COMPLEMENT = re.compile(
    r"[0-9](?:,? @ [a-z-]+,?)? (?:de la |de l'|d'une |d'un |du |des |of the |of an? |of )(?![0-9])"
)
TIME_OR_PLACE = re.compile(
    rf"\s*(?:$|(?:@|au|en|in|at|on|le|ce|dans|from|du|hier|yesterday|par|avec|with|lors|[0-9]|la semaine|{DAY_WORDS})(?![a-z]))"
)
GOVERNS = re.compile(r"(?<!\w)(?:@|au|en|in|at|to|dans|par|by|avec|with|de|of|aux|du|from)\s\Z")
ENDS_SKIPPING = re.compile(r"[;:]|\s(?:sur|des|pour|for|que|qui|that|et|and|about|on (?![0-9]))\s")


def phrase_from(folded: str, start: int, end: int) -> tuple[int, int] | None:
    """The noun phrase that begins at an offset, up to what ends it."""
    stop = STOP.search(folded, start, end)
    stretch = folded[start : stop.start() if stop else end]
    bare = stretch.rstrip(" ,.-")
    return (start, start + len(bare)) if bare.strip() else None


def phrase_before(folded: str, start: int, verb: int) -> tuple[int, int] | None:
    """The subject of a verb: the last comma's stretch before it that is no adverbial and no apposition."""
    colon = folded.rfind(":", start, verb)
    if colon >= 0 and folded[colon + 1 : verb].strip():
        start = colon + 1
    dash = folded.rfind(" - ", start, verb)
    if dash >= 0 and STANDS_ALONE.match(folded, dash + 3, verb):
        start = dash + 3
    commas = [start, *commas_in(folded, start, verb), verb + 1]
    spare = None
    for begin, stop in reversed(list(pairwise(commas))):
        found = phrase_within(folded, begin, stop - 1)
        if found and (begin == start or STANDS_ALONE.match(folded, found[0])):
            return found
        spare = spare or found
    return spare


def commas_in(folded: str, start: int, end: int) -> list[int]:
    """Offsets after the commas that part stretches: not those in brackets, nor that of « sûres, ordonnées »."""
    found = []
    at = folded.find(",", start, end)
    while at >= 0:
        if not in_brackets(folded, start, at):
            found.append(at + 1)
        at = folded.find(",", at + 1, end)
    return found


def phrase_modified(folded: str, start: int, participle: int) -> tuple[int, int] | None:
    """What a participle without auxiliary belongs to: the phrase next to it, else the subject of the verb before."""
    verb = last_of(FINITE, folded, start, participle)
    begin = verb.end() if verb else start
    if verb and COORDINATED.search(folded, begin, participle):
        return phrase_before(folded, start, verb.start())
    for left, right in reversed(
        list(pairwise([begin, *commas_in(folded, begin, participle), participle + 1]))
    ):
        if not folded[left : right - 1].strip():
            continue
        if right <= participle and BEGINS_AN_APPOSITION.match(folded, left + 1, right - 1):
            continue
        if found := next_to(folded, left, right - 1):
            return found
        if not BEGINS_AN_ADVERBIAL.match(folded, left + 1, right - 1):
            break
    found = phrase_before(folded, begin, participle)
    return found or (phrase_before(folded, start, verb.start()) if verb else None)


def next_to(folded: str, start: int, end: int) -> tuple[int, int] | None:
    """The phrase of the last article in a stretch that no preposition governs; else of the last one « de » does not."""
    free = last_of(FREE_HEAD, folded, start, end) or last_of(HEAD, folded, start, end)
    return phrase_from(folded, free.start(1), end) if free else None


def last_of(pattern: re.Pattern[str], folded: str, start: int, end: int) -> re.Match[str] | None:
    """The last match in a stretch."""
    found = None
    for match in pattern.finditer(folded, start, end):
        found = match
    return found


def in_brackets(folded: str, start: int, at: int) -> bool:
    """Whether a bracket is open there, or a comma stands inside « sûres, ordonnées »."""
    if folded.startswith((" ordonnees", " orderly"), at + 1):
        return True
    return folded.rfind("(", start, at) > folded.rfind(")", start, at)


def phrase_within(folded: str, begin: int, stop: int) -> tuple[int, int] | None:
    """The noun phrase of a comma's stretch, past what leads in; None if it is an adverbial or an apposition."""
    cut = last_of(CUTS_A_CLAUSE, folded, begin, stop)
    if cut and folded[cut.end() : stop].strip():
        begin = cut.end()
    while begin < stop and folded[begin] in ' \n-"»«*#':
        begin += 1
    if lead := LEADS_IN.match(folded, begin, stop):
        begin = lead.end()
    if BEGINS_AN_APPOSITION.match(folded, begin, stop):
        return None
    if BEGINS_AN_ADVERBIAL.match(folded, begin, stop):
        return past_adverbial(folded, begin, stop)
    relative = CUTS_A_RELATIVE.search(folded, begin, stop)
    return phrase_from(folded, begin, relative.start() if relative else stop)


def past_adverbial(folded: str, begin: int, stop: int) -> tuple[int, int] | None:
    """« En juin 2020 le rapport » without a comma: the determined phrase after the date."""
    found = last_of(AFTER_A_DATE, folded, begin, stop)
    return phrase_from(folded, found.start(), stop) if found else None


def phrase_after(folded: str, start: int, end: int, *, of_noun: bool = False) -> tuple[int, int] | None:
    """The object of a verb, or the complement of a noun; past an insertion between commas and adverbials."""
    adverbs = ADVERBS.match(folded, start, end)
    at = adverbs.end() if adverbs else start
    if of_noun:
        if link := PARTITIVE.match(folded, at, end):
            return phrase_from(folded, link.end(), end)
    elif DETERMINED.match(folded, at, end):
        return phrase_from(folded, at, end)
    elif folded.startswith(("par ", "by "), at):
        return None
    if insertion := INSERTION.match(folded, at, end):
        return phrase_after(folded, insertion.end(), end, of_noun=of_noun)
    if of_noun:
        later = LATER_COMPLEMENT.search(folded, at, min(end, at + 75))
        return phrase_from(folded, later.end(), end) if later else None
    return past_adverbials(folded, at, end)


def past_adverbials(folded: str, at: int, end: int) -> tuple[int, int] | None:
    """« a remis à la police, le vendredi 14 avril, un poste »: the determined phrase after times and places."""
    for skip in SKIPS_TO.finditer(folded, at, min(end, at + 90)):
        skipped = folded[at : skip.start()]
        if GOVERNS.search(skipped):
            continue
        if ENDS_SKIPPING.search(skipped) or not all(map(TIME_OR_PLACE.match, skipped.split(","))):
            return None
        if DETERMINED.match(folded, skip.start(), end):
            return phrase_from(folded, skip.start(), end)
    return None
