"""How lines begin that are no text of a document's own, in French and English.

Matched against folded text: lower case, no accents, one character for one; a bullet is there \\x95, an arrow \\x9b.
"""

import re
from pathlib import Path

# What a line says that begins a stretch, by kind. `alone`: the line is a heading and others follow under it.
LINKED = (
    r"(?:a )?lire (?:aussi|egalement|encore)|lire (?:aussi|egalement)|voir (?:aussi|egalement)|"
    r"a (?:voir|decouvrir) aussi|"
    r"articles? (?:lies|similaires|connexes|recents|associes|recommandes)|autres articles?|"
    r"sur le meme (?:sujet|theme)|"
    r"dans la meme (?:rubrique|categorie)|les? plus (?:lus?|recents?|populaires?)|vous (?:aimerez|"
    r"pourriez) (?:aussi|aimer)\b|"
    r"ca peut (?:aussi )?vous interesser|dernieres (?:nouvelles|actualites|infos)|derniers articles|"
    r"actualites (?:liees|similaires|recentes)|a la une|"
    r"related (?:articles?|news|stories|content|posts?|links?|reading)|(?:read|see) (?:also|more|next)|"
    r"also read|"
    r"recent (?:posts|articles|news)|latest (?:news|articles|stories)|most (?:read|popular)|you (?:may|"
    r"might) also like|"
    r"more (?:on this|from|stories|news)\b|recommended (?:for you|articles|reading)|recommande pour vous|"
    r"(?:nos |les )?(?:abonnes|lecteurs|internautes|readers|subscribers) (?:ont |have )?(?:aussi|"
    r"also) (?:lu|aime|read|liked)|"
    r"\w+ (?:similaires|connexes)$|(?:similar|related) \w+$|"
    r"previous (?:article|post)|next (?:article|post)|article (?:precedent|suivant)"
)
SHARE = (
    r"(?:partage[rz]?|share|imprimer|print|reagir a cet article|envoyer a un ami|"
    r"signaler une erreur)\b ?(?:\(\d+\) ?)?[:|\xb7/\x95]|"
    r"reagir a cet article|signaler une erreur|advertisement$|publicite$|"
    r"partage[rz]?(?: cet? (?:article|page|contenu))?(?: (?:sur|avec|via|:).*)?$|partages?$|"
    r"partagez cet? |share(?: (?:this|on|via|with)\b.*)?$|"
    r"share this|(?:tweet|tweeter|tweetez|facebook|twitter|whatsapp|linkedin|telegram|pinterest|"
    r"instagram|youtube|messenger)\b"
    r"[\s,|/·\x95-]*(?:(?:tweet|tweeter|facebook|twitter|x|whatsapp|linkedin|telegram|pinterest|"
    r"instagram|youtube|messenger|"
    r"e-?mail|imprimer|print|partager|share|copier le lien|copy link)[\s,|/·\x95-]*)*$|"
    r"(?:imprimer|print)(?: (?:cet? |this ).*)?$|(?:envoyer|envoyer par|send by|send) (?:e-?mail|mail|"
    r"courriel).*$|copier le lien|copy link|"
    r"(?:suivez|rejoignez|retrouvez|contactez)[- ]nous\b|(?:follow|join|find|contact) us\b|j'aime$|"
    r"abonnez[- ]vous|s'abonner|inscrivez[- ]vous|je m'abonne|(?:subscribe|sign up)\b|newsletter|"
    r"recevez (?:nos|notre|l'actualite)|"
    r"telecharge[rz] (?:le pdf|l'application|notre application)|download (?:pdf|the app|our app)|get our app|"
    r"(?:laisser|laissez|poster|ajouter) un commentaire|(?:leave|post|add) a (?:comment|reply)|"
    r"commentaires? ?(?:\(\d+\)|:|$)|\d+ commentaires?$|"
    r"\d+ comments?$|comments? ?(?:\(\d+\)|$)|votre adresse (?:e-?mail|de messagerie) ne sera"
)
CONTACT = (
    r"pour (?:(?:plus|davantage) d'informations?|(?:de )?plus amples (?:informations?|renseignements?)|"
    r"toute (?:information|question|demande)|"
    r"en savoir plus)|(?:for|to get) (?:more|further|additional) (?:information|details)|"
    r"for (?:all )?(?:media|press|any) (?:enquir|inquir|quer|contact)\w*|"
    r"(?:please )?contact(?:s|ez)?(?:[- ](?:us|nous|presse|medias?|press|person|details|"
    r"information))?(?: ?:|$)|"
    r"(?:media|press|presse) contacts?\b|contacts? (?:medias?|presse|press)\b|(?:service|attachee?|"
    r"charge[e]?) (?:de )?presse ?:|"
    r"personnes? (?:a contacter|ressources?) ?:|points? focal\w* ?:|(?:tel|telephone|phone|fax|mobile|"
    r"cell|standard|e-?mail|courriel|mail|site ?web|website|web|"
    r"adresse|address|whatsapp)s?\.? ?(?:\([^)]*\) ?)?[:./] ?\S|b\.? ?p\.? ?:? ?(?:e ?)?\d|p\.? ?o\.? box"
)
LEGAL = (
    r"©|\(c\) ?(?:19|20)\d\d|copyright\b|tous droits reserves|all rights reserved|mentions legales|"
    r"conditions (?:generales )?d'utilisation|"
    r"terms (?:of use|and conditions|of service)|politique de confidentialite|privacy (?:policy|"
    r"notice)|donnees personnelles$|plan du site|"
    r"site ?map|powered by|(?:please|merci de|pensez a l'environnement) (?:think of|consider|"
    r"penser a) (?:the|l')\s?environ\w+|registered charity|propulse par|avis de non-responsabilite|"
    r"disclaimer"
)
CAPTION = (
    r"\(?(?:credits? )?photos?(?: credits?| d'archives?| d'illustration)? ?(?::|/|©|-|\(|par |by )|"
    r"\(?credits? ?(?:photos?)? ?:|legende ?:|caption ?:|image ?:|"
    r"\(?illustration ?:|ph\. ?:|photo$"
)
KEYWORDS = (
    r"(?:mots?[- ]cles?|tags?|etiquettes?|keywords?|categories?|rubriques?|thematiques?|topics?|"
    r"filed under|classe dans) ?:|"
    r"(?:publie|poste|mis en ligne|mis a jour|mise a jour|modifie|cree|ecrit)e? (?:le|par|il y a|"
    r"dans)\b|derniere (?:mise a jour|modification)|"
    r"(?:posted|published|updated|last (?:updated|modified))(?: (?:on|by|at|"
    r"in))? ?:? ?(?:on )?(?:\w+day,? )?(?:\d|[a-z]{3,9}\.? \d)|"
    r"temps de lecture|(?:\d+ )?(?:min(?:utes?)? (?:de lecture|read))|reading time|\d+ (?:vues|views|"
    r"lectures|partages|shares)$"
)
ABOUT = (
    r"a propos (?:de |du |des |d')|about (?:the )?(?:iom|oim|un|united|international|network|"
    r"migration|author|us)\b|qui sommes[- ]nous|a propos$|about$"
)
COPIES = (
    r"ampliations? ?:?|copies? ?(?:a|to|pour information|for information)? ?:|c\.?c\.? ?:|"
    r"pieces? jointes? ?:|p\.? ?j\.? ?:|enclosures? ?:|enc\. ?:"
)
PAGE = (
    r"page \d+(?: ?(?:/|sur|of|de) ?\d+)?$|p\. ?\d+$|\d+ ?(?:/|sur|of) ?\d+$|[-|] ?\d+ ?[-|]$|"
    r"\d{1,3}$|\|? ?page$|(?:haut de page|retour en haut|back to top)$"
)
OPENING = re.compile(
    r"[\s\-*\x95>|#\"(\[\xab]*(?:"
    rf"(?P<linked>(?:{LINKED})\b)|(?P<share>{SHARE})|(?P<contact>{CONTACT})|(?P<legal>{LEGAL})|"
    rf"(?P<caption>{CAPTION})|"
    rf"(?P<keywords>{KEYWORDS})|(?P<about>{ABOUT})|(?P<copies>(?:{COPIES}))|(?P<page>{PAGE}))"
)

# Words of a menu, each the whole entry of it.
MENU = frozenset(
    (Path(__file__).parent / "lexicon" / "menu_entries.txt").read_text(encoding="utf-8").splitlines()
)
ENTRY_GAP = re.compile(r"\s*(?:[|>»\x9b·\x95\t]|\s/\s|\s-\s|\s{2,})\s*")
STEPS = re.compile(r"[a-z][a-z' \-]{1,34}(?:\s*[>»\x9b]\s*[a-z][a-z' \-]{1,34}){2,}$")
ENTRY_SIGNS = ("|", ">", "»", "\x9b", "·", "\x95", "\t", " / ", " - ", "  ")
SURE_ENTRIES = re.compile(
    r"(?:skip|aller|passer|acceder) (?:to|au|directement au) (?:main )?(?:content|contenu)"
)
TRAIL = re.compile(r"[\s\-*\x95]*(?:vous etes ici|you are here|fil d'ariane|breadcrumb) ?:?")

# A letter's head.
STATE = re.compile(
    r"\b(?:republique|republic|royaume|kingdom|etat) (?:du|de|des|d'|of|islamique|democratique)\b"
)
MOTTO = re.compile(
    r"[\s\-*]*[a-z']+(?: [a-z']+)?\s*[-,/.]\s*[a-z']+(?: [a-z']+)?\s*[-,/.]\s*[a-z']+(?: [a-z']+)?[\s\-*]*$"
)
OFFICE = re.compile(
    r"[\s\-*]*(?:ministere|ministry|primature|presidence|assemblee nationale|gouvernorat|secretariat|"
    r"cabinet|direction|departement|department|"
    r"office|le (?:premier )?ministre|the minister|la ministre|service|cellule|inspection|ambassade|"
    r"embassy|consulat|delegation generale|"
    r"haut conseil|comite|commission|coordination|bureau|permanent mission|mission permanente|"
    r"united nations|nations unies|organisation|"
    r"organization|agence|agency)\b"
)
RULE = re.compile(r"[\s\-=_*~.·\x95#+oO]+$")
NUMBERED = re.compile(
    r"[\s\-*]*(?:(?:lettre|note|circulaire|decision|communique|letter) )?(?:n ?[°ºo]\.?|no\.|"
    r"nos? ref\w*\.?|n/?ref\.?|v/?ref\.?|vos ref\w*\.?|"
    r"ref(?:erence)?s?\b\.?|our ref\w*\.?|your ref\w*\.?)\s*:?\s*[a-z]{0,6}[\-/ ]?[_./ ]*\d|"
    r"[\s\-*]*\d{3,6} ?/[a-z]"
)
PLACED = re.compile(
    r"[\s\-*]*[a-z][a-z' \-]{2,30},? (?:(?:le|on|the|this) )?"
    r"(?:(?:\d{1,2}|1er) [a-z]{3,9}\.?,? \d{4}|[a-z]{3,9} \d{1,2},? \d{4}|"
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|[_.]{3,}.*)[\s.]*$"
)
HEAD_SIGNS = ("republi", "royaume", "kingdom", "n°", "nº", "n o", "no.", "ref", "etat ")
SUBJECT = re.compile(r"[\s\-*]*(?:objet|subject|re|concerne|obj)\.? ?:")
SALUTATION = re.compile(
    r"[\s\-*]*(?:(?:monsieur|madame|mesdames|messieurs|mademoiselle|excellence|excellences|"
    r"votre excellence|son excellence|cher|chere|chers|dear|"
    r"your excellency|excellency|sir|madam)\b[^.:;]{0,90})[,!]\s*$"
)
MAIL_HEAD = re.compile(r"(?:from|to|cc|bcc|date|sent|de|a|envoye|expediteur|destinataires?) ?: ?\S")
COOKIE = re.compile(
    r"cookies?\b.*\b(?:accept|refus|reject|polic|politiqu|utilis|uses?\b|consent|setting|parametr|"
    r"experience|prefer)|"
    r"\b(?:accept|refus|reject|polic|politiqu|utilis|uses?\b|consent|gere|gerer|manage)\w*\b.*\bcookies?\b"
)
PHONE = re.compile(
    r"(?:\b(?:tel|telephone|phone|mobile|cell|fax|whatsapp|standard|portable|gsm)\b[^\d+(]{0,14}|"
    r"(?<![\w.,])\(?(?:\+|00) ?\d{1,3}\)?[ .\-])"
    r"\(?\+?\d[\d ().\-]{6,}\d"
)
PHONE_DIGITS = re.compile(r"\d[\d ().\-]{6}")
PHONE_SIGNS = ("+", " 00", "tel", "phone", "fax", "mobile", "whatsapp", "gsm")
ADDRESS = re.compile(r"[\w.+\-]+@[\w\-]+\.[\w.\-]+")
WEB = re.compile(r"(?:https?://|www\.)\S+")
STANDING = re.compile(
    r"(?:creee? en|fondee? en|etablie? en|established in|founded in|created in) (?:19|20)\d\d,? (?:l'|"
    r"the |la |le )?"
    r"(?:oim|iom|organisation internationale|international organi[sz]ation|hcr|unhcr|onu|united nations)|"
    r"(?:l'oim|iom|the international organization for migration) (?:est|is) (?:la principale|"
    r"the leading|l'agence|the un|l'organisme|the principal)"
)
ONE_LINK = re.compile(r"[\s\-*\x95>|#]*(?:a |also )?(?:lire|voir|read|see)\b")
REACH = re.compile(
    r"\b(?:contact\w*|veuillez|merci de|please|visit\w*|consult\w*|rendez-vous|ecri(?:re|vez)|write to|"
    r"call|appele[rz]|joindre|"
    r"adress(?:er|ez)|reach|www\.|https?:)|[@]"
)
REACH_SIGNS = ("contact", "veuillez", "please", "visit", "consult", "rendez-vous", "www.", "http", "tel")
BOX = re.compile(r"\bb\.? ?p\.? ?:? ?(?:e ?)?\d|\bp\.? ?o\.? box\b")
CONTACT_LINE = re.compile(
    r"[\s\-*\x95]*(?:tel|telephone|phone|fax|mobile|e-?mail|courriel|mail|m\.|mme|mr|ms|mrs|dr|site|"
    r"web|charge[e]?|responsable|"
    r"communication|media|press|public information|spokes|porte-parole|attache)\w*\b"
)
# A ministry's name that goes on over the next line begins there with a small word.
GOES_ON = re.compile(r"[\s\-*]*(?:et|de|des|du|de la|d'|a|au|aux|and|of|for|chargee?|l'|la|les)\b")
