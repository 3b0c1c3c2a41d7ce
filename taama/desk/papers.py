"""The Monday sheet and an objective's sheet as document models of one page: what a reader holds in the hand."""

from collections.abc import Callable, Iterable, Mapping

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from taama.evidence.models import Finding
from taama.evidence.wording import answer_in_words, time_in_words
from taama.monitoring.models import Observation
from taama.monitoring.wording import value_in_words
from taama.places.country import country
from taama.plans.models import Activity, Milestone
from taama.web import formatting
from taama.web.languages import in_language
from taama.web.paper.model import (
    Block,
    FigureRun,
    Heading,
    ItemList,
    Link,
    Paragraph,
    Report,
    Run,
    Runs,
    Status,
    Text,
)

from .queries.monday import Ahead, Few, MondaySheet, Owing
from .queries.sheet import KeyFigure, ObjectiveSheet
from .wording import need_in_words, owed_in_words, publisher_of, time_left

# From an address of the house to the whole one; a letter that knows no server leaves addresses out.
Whole = Callable[[str], str]


LONGEST = 96  # letters of a title: two lines at most, or a full week does not fit one page


def titled(texts: Mapping[str, str], language: str) -> str:
    """A title, cut where it is too long for the page."""
    return Truncator(in_language(texts, language)).chars(LONGEST)


def nowhere(_address: str) -> str:
    """No address at all."""
    return ""


def monday_report(sheet: MondaySheet, language: str, whole: Whole = nowhere) -> Report:
    """The Monday sheet; called with this language in force."""
    day = formatting.date(sheet.week, language)
    return framed(
        language,
        _("Monday sheet of %(day)s") % {"day": day},
        (
            *stands(sheet),
            *moved(sheet, language, whole),
            *late(sheet.late, language),
            *owed(sheet.owing, language),
            *comes(sheet.ahead, language),
        ),
        dated=sheet.on.isoformat(),
        notice=illustrative_notice() if sheet.is_illustrative else "",
    )


def framed(language: str, title: str, blocks: Iterable[Block], *, dated: str, notice: str = "") -> Report:
    """A report of the country in one language."""
    here = country()
    return Report(
        language=language,
        title=title,
        issuer=in_language(here.government, language),
        ministry=_("Follow-up of the Global Compact for Migration"),
        blocks=tuple(blocks),
        dateline=_("State of %(day)s") % {"day": formatting.partial_date(dated, language)},
        notice=notice,
        dated=dated,
        labels={"illustrative": _("illustrative value")},
    )


def illustrative_notice() -> str:
    """Said above whatever rests in part on made-up things."""
    return _("Some activities and values here are illustrative: made up to show how things work.")


def section(title: str, *blocks: Block) -> list[Block]:
    """A heading and what stands under it."""
    return [Heading(1, title), *blocks]


def listed(rest: int, lines: Iterable[Runs], empty: str) -> Block:
    """The lines, and how many more there are; a sentence where there is none."""
    items = [*lines]
    if not items:
        return Paragraph((Text(empty),))
    if rest:
        items.append((Text(_("and %(count)s more") % {"count": rest}, emphasis=True),))
    return ItemList(tuple(items))


def stands(sheet: MondaySheet) -> list[Block]:
    """Where the objectives stand, in one line."""
    counts = " · ".join(f"{progress.label} {count}" for progress, count in sheet.tally)
    return (
        [Paragraph((Text(_("Objectives: %(counts)s") % {"counts": counts}, strong=True),))] if counts else []
    )


def moved(sheet: MondaySheet, language: str, whole: Whole) -> list[Block]:
    """What moved since last Monday."""
    title = _("What moved since %(day)s") % {"day": formatting.date(sheet.since, language)}
    lines = [value_runs(one, language, whole) for one in sheet.values.shown]
    lines += [state_runs(one, language) for one in sheet.states]
    done = [*counted(sheet)]
    blocks: list[Block] = [Paragraph((Text(f"{', '.join(done)}."),))] if done else []
    return section(title, *blocks, *([listed(0, lines, "")] if lines else []), *nothing(sheet))


def counted(sheet: MondaySheet) -> Iterable[str]:
    """What was done, in numbers."""
    if count := sheet.values.total:
        yield ngettext("%(count)s value validated", "%(count)s values validated", count) % {"count": count}
    if count := sheet.milestones:
        yield ngettext("%(count)s milestone reached", "%(count)s milestones reached", count) % {
            "count": count
        }
    if count := sheet.accepted:
        yield ngettext("%(count)s finding accepted", "%(count)s findings accepted", count) % {"count": count}


def nothing(sheet: MondaySheet) -> list[Block]:
    """Said where nothing moved."""
    return [Paragraph((Text(_("Nothing moved.")),))] if sheet.is_still else []


def value_runs(one: Observation, language: str, whole: Whole) -> Runs:
    """An indicator with its value, time and source."""
    source = publisher_of(one, language)
    rest = f" ({formatting.period(one.time_start, one.time_end, language)}{f', {source}' if source else ''})"
    return (
        Text(f"{titled(one.indicator.title, language)} — "),
        figure(one, language, whole),
        Text(rest),
    )


def figure(one: Observation, language: str, whole: Whole) -> FigureRun:
    """A value that leads to its says-who page."""
    return FigureRun(
        value_in_words(one, language),
        ref=f"observation:{one.pk}",
        value="" if one.value is None else f"{one.value:f}",
        unit=one.indicator.unit,
        illustrative=one.is_illustrative,
        url=whole(reverse("desk:observation", args=[one.pk])),
    )


def state_runs(one: Activity, language: str) -> Runs:
    """An activity and its new state."""
    return (Text(f"{titled(one.title, language)} — "), Text(str(one.get_status_display()), strong=True))


def late(found: Few[Milestone], language: str) -> list[Block]:
    """Milestones past their day."""
    lines = [late_runs(one, language) for one in found.shown]
    return section(_("What is late"), listed(found.rest, lines, _("No milestone is past its day.")))


def late_runs(one: Milestone, language: str) -> Runs:
    """A milestone with its day and who leads."""
    lead = one.activity.lead
    due = _("due %(day)s") % {"day": formatting.partial_date(one.due_on, language)}
    who = lead.acronym or titled(lead.name, language)
    return (Text(f"{titled(one.title, language)} — {due}, {who}"),)


def owed(found: Few[Owing], language: str) -> list[Block]:
    """Who owes what."""
    lines = [owed_runs(one, language) for one in found.shown]
    return section(_("Who owes what"), listed(found.rest, lines, _("Nobody owes anything.")))


def owed_runs(one: Owing, language: str) -> Runs:
    """An organisation with what it owes and until when."""
    runs: list[Run] = [Text(titled(one.organisation.name, language), strong=True)]
    runs.append(Text(f" — {owed_in_words(one.milestones, one.answers)}"))
    if one.is_late:
        runs.append(Text(f", {_('late')}", strong=True))
    elif one.deadline:
        until = _("until %(day)s") % {"day": formatting.date(one.deadline.date(), language)}
        runs.append(Text(f", {until}"))
    return tuple(runs)


def comes(found: Iterable[Ahead], language: str) -> list[Block]:
    """The next international dates and what they need."""
    lines = [ahead_runs(one, language) for one in found]
    return section(_("What the next international dates need"), ItemList(tuple(lines))) if lines else []


def ahead_runs(one: Ahead, language: str) -> Runs:
    """A date, how far it is, what is missing for it, and who says so."""
    when = formatting.partial_date(one.event.when, language)
    left = time_left(one.days)
    unsure = "" if one.event.is_checked else f" ({_('date not verified')})"
    needs = ", ".join(need_in_words(need.kind, need.missing) for need in one.needs) or _("nothing is missing")
    return (
        Text(
            f"{when}{f', {left}' if left else ''}{unsure} — {titled(one.event.name, language)}",
            strong=True,
        ),
        Text(f" — {needs}. "),
        Text(_("Source: %(source)s.") % {"source": in_language(one.event.source, language)}, emphasis=True),
    )


def objective_report(sheet: ObjectiveSheet, language: str, whole: Whole = nowhere) -> Report:
    """An objective on one page; called with this language in force."""
    item = sheet.item
    title = _("Objective %(number)s: %(title)s") % {
        "number": item.code, "title": in_language(item.short, language),
    }  # fmt: skip
    figures = [key_runs(one, language, whole) for one in sheet.figures]
    activities = [activity_runs(one, language) for one in sheet.activities.shown]
    missing = [(Text(words),) for words in sheet.missing]
    return framed(
        language,
        title,
        (
            Paragraph((Text(in_language(item.title, language), emphasis=True),)),
            Status(str(sheet.progress.label), sheet.progress.value, sheet.counts),  # type: ignore[arg-type]
            *section(_("Key figures"), listed(0, figures, _("No value was validated yet."))),
            *section(
                _("Activities of the plan"),
                listed(sheet.activities.rest, activities, _("No activity serves this objective.")),
            ),
            *section(_("What is missing"), listed(0, missing, _("Nothing of the kinds we count."))),
        ),
        dated=sheet.on.isoformat(),
        notice=illustrative_notice() if sheet.is_illustrative else "",
    )


def key_runs(one: KeyFigure, language: str, whole: Whole) -> Runs:
    """A key figure: an indicator's value, or what a source says."""
    if isinstance(one, Observation):
        return value_runs(one, language, whole)
    return finding_runs(one, language, whole)


def finding_runs(one: Finding, language: str, whole: Whole) -> Runs:
    """A question with what a source answers."""
    said = Link(answer_in_words(one, language), whole(reverse("desk:finding", args=[one.code])))
    rest = ", ".join(part for part in (time_in_words(one, language), str(one.document.publisher)) if part)
    return (Text(f"{titled(one.question.wording, language)} — "), said, Text(f" ({rest})"))


def activity_runs(one: Activity, language: str) -> Runs:
    """An activity, who leads it and its state."""
    who = one.lead.acronym or titled(one.lead.name, language)
    state = Text(f" — {one.get_status_display()}", strong=True)
    sign = Text(f" ({_('illustrative')})") if one.is_illustrative else Text("")
    return (Text(titled(one.title, language)), state, Text(f", {who}"), sign)
