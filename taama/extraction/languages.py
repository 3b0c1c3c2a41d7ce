"""Which language a passage is in, by its small words and its letters: a microsecond a word, nothing to load.

A library of language models (lingua, 90 MB and a second to load) would be right a little more often on single words;
passages are longer than that, and the command has a second in all.
"""

import re

FEWEST_HITS, FEWEST_WORDS = 1.5, 4
AHEAD = 1.15  # of the next language, to be told
ENOUGH_WORDS = 120  # of a long text, from its beginning: its first page tells

SMALL_WORDS = {
    "fr": """
        le la les des du de et est en un une dans pour par sur au aux ce cette ces qui que ne pas
        avec son sa ses leur leurs ont été sont il elle ils nous vous plus ou mais entre ainsi afin
        selon lors dont où depuis après avant l’ d’ qu’ n’ s’ à été y a
    """,
    "en": """
        the of and to in is was were for on with that this by from at as are be has have had it its
        their an or not which who will more than also between after before during into about over
        been they he she we you a
    """,
    "es": """
        el la los las de del y en un una que por para con se es son fue al lo su sus como más pero
        entre sobre este esta estos ha han desde también o e a no ser
    """,
    "pt": """
        o a os as de do da dos das e em no na nos nas um uma que por para com se é são foi ao à pelo
        pela mais mas entre sobre este esta foram também não ou seu sua desde
    """,
    "de": """
        der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an
        werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war
        haben nur oder
    """,
    "it": """
        il lo la i gli le di del della dei delle e in un una che per con si è sono al alla da dal
        nel nella più ma anche come tra fra questo questa non ha hanno stato
    """,
    "bm": """
        ye la ka ni kɛ tɛ bɛ ma n’ o u i a an don fɔ min mɔgɔ mɔgɔw jamana kan na cogo kɔnɔ walasa
        kɔfɛ sigi tun wa nka bɔ cɛ muso den faso maliw ko kun sɔrɔ ani
    """,
}
WORDS: dict[str, tuple[str, ...]] = {}
for _language, _words in SMALL_WORDS.items():
    for _word in _words.split():
        WORDS[_word] = (*WORDS.get(_word, ()), _language)
# Letters that only some of them write; a hit each.
LETTERS = {"ñ": "es", "¿": "es", "¡": "es", "ã": "pt", "õ": "pt", "ß": "de", "ɛ": "bm", "ɔ": "bm", "ɲ": "bm", "ŋ": "bm",
           "œ": "fr", "ê": "fr", "è": "fr"}  # fmt: skip
ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
WORD = re.compile(r"[^\W\d_]+’?")


def language_of(text: str) -> str:
    """ISO 639-1 code; "" where the text is too short, or its signs point both ways."""
    start = text[: ENOUGH_WORDS * 8]
    letters = sum(map(str.isalpha, start))
    if letters and len(ARABIC.findall(start)) > letters / 2:
        return "ar"
    words = WORD.findall(start.lower().replace("'", "’"))[:ENOUGH_WORDS]
    if len(words) < FEWEST_WORDS:
        return ""
    return clear_first(hits(words, start))


def hits(words: list[str], text: str) -> dict[str, float]:
    """How often each language is pointed at; a word of several counts as a part for each."""
    found = dict.fromkeys(SMALL_WORDS, 0.0)
    for word in words:
        for language in WORDS.get(word, ()):
            found[language] += 1 / len(WORDS[word])
    for letter, language in LETTERS.items():
        if letter in text:
            found[language] += 1
    return found


def clear_first(found: dict[str, float]) -> str:
    """The language that is ahead of all others; "" where none is."""
    first, second = sorted(found, key=found.__getitem__, reverse=True)[:2]
    return first if found[first] >= FEWEST_HITS and found[first] >= AHEAD * found[second] else ""
