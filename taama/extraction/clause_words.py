"""The small words a noun phrase begins and ends at, in a folded text where "@" stands for « à »."""

import re

from .date_words import MONTHS, WEEKDAYS

DAY_WORDS = "|".join((*WEEKDAYS, *MONTHS))
DATE_NEXT = (
    rf"(?=(?:{DAY_WORDS})\b|[0-9]{{4}}\b|[0-9]{{1,2}}(?:er|st|nd|rd|th)?(?:[/.]|\s?-\s?[0-9]|\s(?:(?:et|and|au|to)\s[0-9]"
    rf"|(?:{DAY_WORDS}))))"
)
STOP = re.compile(
    r"[;:()\"»\n\[]|(?<!\bof)(?<!\bfor)(?<!\bon)(?<!\bagainst)\sa\s|,(?! ?(?:ordonnees|orderly))|\s(?:ont|est|"
    r"sont|sera|seront|fut|etait|etaient|avait|qui|que|dont|ou|was|"
    r"were|is|are|has|have|had|will|which|that|who|where|when|while|par|by|lors|durant|during|afin|avec|with|"
    r"sous|under|from|"
    r"depuis|since|apres|after|avant|before|selon|according|grace|ayant|s'est|se|s'etait|prevue?s?|scheduled|"
    r"attended|"
    r"chez|dit|pour (?:la periode|la premiere fois|une duree)|for the (?:first time|period)|through|via|hier|"
    r"between|entre|"
    r"est|c'est|il|elle|ce matin|ainsi|pendant|a hauteur|ne|n'|"
    r"officiellement|solennellement|formally|officially|transportant|carrying|ramenant|bringing|"
    r"rassemblant|gathering|regroupant|comprenant|started|began|ended|led|"
    r"porte|compte|prevoit|rappelle|rappelait|indique|vise|comprend|couvre|decrit|fixe|concerne|fait|permet|"
    r"contient|reunit|"
    r"includes|sets|aims|describes|covers|provides|brings|brought|showed|shows|said|says|follows|marks|marque|"
    r"souligne|"
    r"s'inscrit|s'appuie|devra|devait|doit|must|can|could|should|would|may|peut|pourra|comptait|"
    r"remonte|date|tenue?s?|held|organisee?s?|adoptee?s?|adopted|validee?s?|signee?s?|signed|publiee?s?|"
    r"soumise?s?|submitted|"
    r"lancee?s?|launched|elaboree?s?|datee?s?|dated|situe|published|validated|intitulee?s?|entitled|couvrant|"
    r"covering)(?![\w'-])"
    rf"|\s(?:le|on|du|of|au|des|by|from|d')\s?{DATE_NEXT}|\s(?:en|in)\s(?!oe?uvre|place|persons|charge|vigueur|"
    rf"faveur|vue)"
    r"|\s(?:@|au|at|aux)\s(?!l'exterieur|mi-parcours|l'etranger|l'integration|la migration)"
)
BEGINS_AN_ADVERBIAL = re.compile(
    r"(?:@|au|aux|en|dans|lors|in|on|at|during|with|avec|par|by|from|entre|between|depuis|since|pour|for|apres|"
    r"after|selon|"
    r"according|grace|sous|under|suite|face|ainsi|enfin|par ailleurs|also|finally|however|toutefois|cependant|"
    r"puis|then|"
    r"as|comme|to|afin|outre|besides|following|conformement|s'agissant|concernant|regarding|this|bien)(?![\w'])"
    rf"|(?:le|ce|ce meme|du|les)\s{DATE_NEXT}|l'an(?:nee)?\s|[0-9]{{1,2}}(?:er)?\s(?:{DAY_WORDS})|[0-9]{{4}}\b"
)
BEGINS_AN_APPOSITION = re.compile(
    r"(?:dite?s?|known|called|denomme|qui|which|who|baptise|soit|y compris|including|intitule|entitled|dont|or|"
    r"ou)(?![\w'])"
)
LEADS_IN = re.compile(
    r"(?:at which|on which|during which|au cours (?:duquel|de laquelle|desquels)|lors (?:duquel|de laquelle)|"
    r"et|and|mais|but|que|qu'|that|ou|where|donc|or|car|alors que|apres que|puis|c'est|ainsi que)(?:\s|(?<='))"
)
CUTS_A_CLAUSE = re.compile(
    r"\s(?:que\s|qu'|that\s|where\s|because\s|when\s|while\s|apres que\s|lorsque\s|lorsqu'|et que\s)"
)
CUTS_A_RELATIVE = re.compile(r"\s(?:qui|which|who|that|et|and)$")
DETERMINED = re.compile(
    r"(?:l'|(?:le|la|les|un|une|ce|cet|cette|ces|son|sa|ses|leurs?|notre|the|an?|its|his|her|their|our|this|"
    r"these|deux|two|trois|quatre|cinq|six|three|four|five|six|"
    rf"plusieurs|several)\s)(?!(?:{DAY_WORDS})\b|[0-9]{{1,2}}(?![0-9])|1er|meme jour|lendemain|"
    rf"semaine derniere|semaine passee|semaine ecoulee|annee derniere|mois dernier|premier (?:{DAY_WORDS}))"
)
COUNTED = re.compile(
    r"(?:plus d|environ |pres d|quelque |au moins |about |around |over |nearly |some |more than |at least |almost |"
    r"(?:un |a )?total|[0-9]+(?![0-9]*(?:e|er|eme|re|st|nd|rd|th)\b))"
)
ADVERBS = re.compile(
    r"(?:\s*(?:officiellement|egalement|aussi|ensuite|solennellement|formellement|conjointement|recemment|"
    r"formally|officially|"
    r"also|jointly|recently|then|successfully|techniquement|finalement|definitivement|enfin|ainsi|notamment|"
    r"avec succes|yesterday|hier|aujourd'hui|today)"
    r"(?![\w']))*\s*"
)
PARTITIVE = re.compile(
    r"(?:(?:officiel|officielle|national|nationale|solennel|solennelle|technique) )?"
    r"(?:de la |de l'|de |des |du |d'|of the |of |to the |@ la |au |to )"
)
FINITE = re.compile(
    r"\s(?:(?:a|ont|avait|avaient|has|have|had|est|sont|fut|was|were|is|are)\s(?:[a-z]+\s){0,2}?[a-z]+(?:e|ee|"
    r"es|ees|i|u|is|it|ed)"
    r"|celle de|celui de|fait suite (?:@|au)|s'inscrit dans|s'appuie sur|decoule|fait partie|follows|"
    r"builds on)(?![a-z])"
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
STANDS_ALONE = re.compile(rf"{DETERMINED.pattern}|{COUNTED.pattern}|(?:les|the) [0-9]+ (?!{DAY_WORDS})[a-z]")
PRONOUNS = {
    "il", "elle", "ils", "elles", "it", "they", "celui-ci", "celle-ci", "ceux-ci", "ce dernier", "cette derniere",
    "this", "the one", "he", "she", "nous", "we", "on", "ce", "that", "these", "the latter", "i", "je", "l'", "c'",
    "dernier",
}  # fmt: skip
INSERTION = re.compile(
    r",\s?(?:le|on|@|en|in|at|ce|du|avec|dans|with|par|by|hier|lors|au|from|this|jeudi|lundi|"
    r"mardi)\b[^.;]{0,110}?,\s?"
)
SKIPS_TO = re.compile(
    r"(?<=\s)(?:un|une|le|la|les|l'|son|sa|the|an?|its|deux|two|trois|three|quatre|four|cinq|five)(?=[\s']|(?<='))"
)
LATER_COMPLEMENT = re.compile(
    r"[0-9](?:,? @ [a-z-]+,?)? (?:de la |de l'|d'une |d'un |du |des |of the |of an? |of )(?![0-9])"
)
TIME_OR_PLACE = re.compile(
    rf"\s*(?:$|(?:@|au|en|in|at|on|le|ce|dans|from|du|hier|yesterday|par|avec|with|lors|[0-9]|la semaine|"
    rf"{DAY_WORDS})(?![a-z]))"
)
GOVERNS = re.compile(r"(?<!\w)(?:@|au|en|in|at|to|dans|par|by|avec|with|de|of|aux|du|from)\s\Z")
ENDS_SKIPPING = re.compile(r"[;:]|\s(?:sur|des|pour|for|que|qui|that|et|and|about|on (?![0-9]))\s")
