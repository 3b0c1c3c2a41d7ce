"""When what was told agrees with a label: values, days, places, subjects. Plain Python."""

import re
import unicodedata
from datetime import date
from itertools import product

from taama.evidence.gold.labels import LabelledClaim, LabelledFinding
from taama.extraction.told import Span, ToldClaim, ToldFigure, ToldTime
from taama.web.partial_dates import first_day, last_day

QUALIFIER_CLASSES = {
    "more_than": "over",
    "at_least": "over",
    "less_than": "under",
    "at_most": "under",
    "nearly": "near",
    "about": "near",
}
PREDICATE_GROUPS = (
    {"adopted", "approved", "endorsed", "passed", "voted", "enacted", "promulgated"},
    {"validated", "approved"},
    {"submitted", "presented", "transmitted", "sent", "deposited", "filed", "addressed"},
    {"signed", "concluded", "ratified"},
    {"launched", "started", "begun", "initiated", "opened"},
    {"held", "organised", "organized", "convened", "met", "gathered", "hosted", "opened", "conducted"},
    {"revised", "updated", "reread", "amended", "reviewed"},
    {"published", "released", "issued", "disseminated"},
    {"issued", "taken", "decreed", "signed", "promulgated", "adopted"},
    {"created", "established", "founded", "formed"},
    {"set up", "established", "created", "installed"},
    {"inaugurated", "opened", "commissioned"},
    {"joined", "acceded", "became", "ratified"},
    {"evaluated", "assessed", "reviewed"},
    {"handed over", "delivered", "donated"},
    {"received", "met", "welcomed"},
    {"completed", "ended", "closed", "finished", "finalised", "finalized"},
    {"drafted", "drawn up", "elaborated", "developed", "prepared"},
    {"conducted", "carried out", "organised", "undertaken", "done"},
    {"arrived", "returned", "repatriated", "landed"},
    {"trained", "conducted", "held"},
    {"appointed", "named"},
    {"built", "constructed"},
    {"announced", "declared"},
    {"entered into force", "effective", "in force"},
    {"repealed", "abrogated"},
    {"extended", "renewed", "prolonged"},
)
EMPTY_WORDS = {"the", "of", "and", "for", "on", "in", "a", "an", "to", "s", "by", "with", "at", "its"}
Days = tuple[date | None, date | None]


def overlap(one: Span, other: Span) -> int:
    """How many characters two spans share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def finding_agrees(told: ToldFigure, label: LabelledFinding) -> bool:
    """Whether value, upper value, class of qualifier and unit are the label's."""
    return (
        told.value == label.value
        and told.value_to == label.value_to
        and qualifier_class(told.qualifier) in map(qualifier_class, label.qualifier.split("|"))
        and unit_class(told.unit) == unit_class(label.unit)
    )


def details(told: ToldFigure, label: LabelledFinding) -> dict[str, bool]:
    """Which details of a matched finding are right."""
    return {
        "qualifier": told.qualifier in label.qualifier.split("|"),
        "time": times_agree(told.time, label),
        "place": place_agrees(told.place.name if told.place else "", label.place),
        "population": told.population == label.population,
        "kind": kinds_agree(told, label),
        "deduplicated": told.deduplicated == label.deduplicated,
    }


def claim_agrees(told: ToldClaim, label: LabelledClaim) -> bool:
    """Whether event and days are the label's, and half of its subject's words are there."""
    return (
        predicates_agree(told.predicate, label.predicate)
        and times_agree(told.time, label)
        and subjects_agree(told.subject, label.subject)
    )


def qualifier_class(qualifier: str) -> str:
    """Qualifiers that a reader may take for each other count as one."""
    return QUALIFIER_CLASSES.get(qualifier, qualifier)


def unit_class(unit: str) -> str:
    """Areas are counted like other things."""
    return "count" if unit == "areas" else unit


def kinds_agree(told: ToldFigure, label: LabelledFinding) -> bool:
    """Whether the kind is right: one event counts as flow; nobody asks it of a share."""
    kinds = {"flow" if kind == "event" else kind for kind in (told.kind, label.kind)}
    return label.unit == "percent" or len(kinds) == 1


def predicates_agree(told: str, label: str) -> bool:
    """Whether two events are the same, or synonyms."""
    return any(
        told == way or any(told in group and way in group for group in PREDICATE_GROUPS)
        for way in label.split("|")
    )


def subjects_agree(told: str, label: str) -> bool:
    """Whether at least half the words of one way to name the subject are in what was told."""
    said = words_of(told)
    return any(2 * len(said & words_of(way)) >= len(words_of(way)) for way in label.split("|"))


def words_of(subject: str) -> set[str]:
    """The words that carry meaning, singular."""
    words = set(re.findall(r"\w+", folded(subject))) - EMPTY_WORDS
    return {word[:-1] if word.endswith("s") and len(word) > 3 else word for word in words}


def place_agrees(told: str, label: str) -> bool:
    """Whether a place is named as in one of the label's ways, accents aside."""
    return folded(told) in {folded(way) for way in label.split("|")}


def folded(text: str) -> str:
    """Lower case without accents; hyphens and apostrophes as spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.sub(r"[-’'\s]+", " ", "".join(c for c in plain if not unicodedata.combining(c))).strip()


def times_agree(told: ToldTime | None, label: LabelledFinding | LabelledClaim) -> bool:
    """Whether what was told covers the same days as one of the label's ways."""
    return days_told(told) in days_labelled(label)


def days_told(time: ToldTime | None) -> Days:
    """First and last day told; None where open."""
    if time is None:
        return None, None
    return days(time.begin or time.as_of, time.finish or time.as_of)


def days_labelled(label: LabelledFinding | LabelledClaim) -> set[Days]:
    """First and last days of all the label's ways to say the time."""
    ways = {days(way, way) for way in label.as_of.split("|")} if label.as_of else set()
    if label.begin or label.finish or not label.as_of:
        ways |= {days(*ends) for ends in product(label.begin.split("|"), label.finish.split("|"))}
    return ways


def days(begin: str, finish: str) -> Days:
    """The days from the beginning of one partial date to the end of another."""
    return first_day(begin) if begin else None, last_day(finish) if finish else None
