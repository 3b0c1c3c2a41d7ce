"""Reading frameworks: objectives with their actions, principles and ties."""

from dataclasses import dataclass

from django.db.models import Prefetch

from .models import Crosswalk, Item
from .rules import ItemKind


@dataclass(frozen=True)
class ObjectiveCard:
    """An objective with what belongs to it."""

    objective: Item
    actions: tuple[Item, ...]
    round_tables: tuple[Item, ...]
    ties: tuple[Crosswalk, ...]


def objectives() -> list[Item]:
    """The Compact's 23 objectives in order."""
    return list(Item.objects.objectives())


def objective(number: int) -> Item | None:
    """One objective by its number."""
    return Item.objects.objectives().filter(code=str(number)).first()


def objective_card(number: int) -> ObjectiveCard | None:
    """An objective with its actions, round table and ties to other frameworks; None if there is none."""
    ties = Crosswalk.objects.select_related("to_item__framework", "from_item__framework")
    item = (
        Item.objects.objectives()
        .prefetch_related(
            "children",
            Prefetch("groups", Item.objects.order_by("kind", "position")),
            Prefetch("ties_out", ties.order_by("to_item__framework__code", "to_item__position")),
        )
        .filter(code=str(number))
        .first()
    )
    if item is None:
        return None
    actions = tuple(child for child in item.children.all() if child.kind == ItemKind.ACTION)
    tables = tuple(group for group in item.groups.all() if group.kind == ItemKind.ROUND_TABLE)
    return ObjectiveCard(item, actions, tables, tuple(item.ties_out.all()))


def item(framework: str, code: str) -> Item | None:
    """One item of a framework by its code."""
    return Item.objects.filter(framework__code=framework, code=code).first()


def items_by_code(framework: str) -> dict[str, Item]:
    """All items of a framework by code, for those who read files that name them."""
    return {found.code: found for found in Item.objects.of(framework)}
