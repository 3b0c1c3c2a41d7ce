"""Imports and relations point down the floors, and the drawing shows the house that stands."""

import ast
import re
import subprocess
import sys
from types import SimpleNamespace

import pytest

from .plan import HOUSE, ROOT, floor_of, floors, modules, our_models, room_of, rooms, shown, told, tree

PRIVATE_MODULES = {"views", "forms", "urls", "access", "admin", "apps", "tests", "migrations", "management"}
KNOWS_EVERYBODY = {"config"}


def test_the_contracts_hold():
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as run; run()",
        "--no-cache",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_wrong_import_breaks_the_contracts(tmp_path):
    """The control: a room of its own house that imports upwards."""
    for room in ("desk", "web"):
        (tmp_path / "taama" / room).mkdir(parents=True)
        (tmp_path / "taama" / room / "__init__.py").write_text("")
    (tmp_path / "taama" / "__init__.py").write_text("")
    (tmp_path / "taama" / "web" / "page.py").write_text("import taama.desk\n")
    (tmp_path / "pyproject.toml").write_text(
        '[tool.importlinter]\nroot_package = "taama"\n[[tool.importlinter.contracts]]\nname = "floors"\n'
        'type = "layers"\ncontainers = ["taama"]\nlayers = ["desk", "web"]\n'
    )
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as run; run()",
        "--no-cache",
    ]

    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert "taama.web.page -> taama.desk" in done.stdout


@pytest.mark.parametrize("room", rooms())
def test_every_room_stands_on_a_floor(room):
    assert floor_of(room) >= 0


def test_a_room_without_a_floor_is_told():
    with pytest.raises(LookupError, match="cellar stands on no floor"):
        floor_of("cellar")


def imports(source):
    """What a module takes from rooms: (room, module parts, names)."""
    for node in ast.walk(source):
        if isinstance(node, ast.ImportFrom) and not node.level and (node.module or "").startswith("taama."):
            _, room, *parts = node.module.split(".")
            yield room, parts, [alias.name for alias in node.names]
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.startswith("taama."):
                    _, room, *parts = alias.name.split(".")
                    yield room, parts, []


def trespasses(source, own_room, where):
    """Sentences about imports from another room that are none of this room's business."""
    for room, parts, names in imports(source):
        if room == own_room or own_room in KNOWS_EVERYBODY:
            continue
        touched = [*parts, *names]
        private = [name for name in touched if name.startswith("_")]
        if not parts:
            private += [name for name in names if name in PRIVATE_MODULES]
        elif parts[0] in PRIVATE_MODULES:
            private.append(parts[0])
        if private:
            yield (
                f"{where} takes {', '.join(private)} from {room}: ask {room}'s queries, changes, rules or models, "
                f"or give the thing a module with a name of its own there."
            )


def test_a_room_takes_from_another_only_what_is_offered():
    faults = [
        fault
        for path in modules()
        for fault in trespasses(tree(path), path.relative_to(HOUSE).parts[0], shown(path))
    ]
    assert not faults, told(faults)


@pytest.mark.parametrize(
    "line",
    [
        "from taama.plans.views import plan",
        "from taama.plans import forms",
        "from taama.plans.access import may_edit",
        "from taama.plans.rules import _secret",
        "import taama.plans.forms",
    ],
)
def test_a_trespass_is_told(line):
    faults = list(trespasses(ast.parse(line), "desk", "desk/queries.py"))
    assert len(faults) == 1
    assert "plans" in faults[0]


def test_what_is_offered_may_be_taken():
    """The control of the control."""
    fine = "from taama.plans.queries import plan_of\nfrom taama.accounts.roles import Role\nfrom .views import home"
    assert not list(trespasses(ast.parse(fine), "desk", "desk/queries.py"))


def relation_faults(model, room, fields, floor=floor_of):
    """Sentences about relations that reach up, sideways, or back."""
    for field in fields:
        other = field.related_model
        if other is None or room_of(other) == room:
            continue
        name = f"{model}.{field.name}"
        if room_of(other) not in rooms():
            yield f"{name} points at {other._meta.label}, a record that is not ours: keep its code instead."
        elif floor(room_of(other)) >= floor(room):
            yield f"{name} points at {other._meta.label}, which stands no lower: turn the relation round."
        if not field.remote_field.hidden:
            yield f'{name} crosses rooms: give it related_name="+", so that the lower room cannot reach up.'


def test_relations_point_down():
    faults = []
    for model in our_models():
        fields = [field for field in model._meta.get_fields() if field.is_relation and not field.auto_created]
        faults += relation_faults(model._meta.label, room_of(model), fields)
    assert not faults, told(faults)


def pretended(label, hidden):
    """A relation to a record of this room."""
    other = SimpleNamespace(_meta=SimpleNamespace(app_label=label, label=f"{label}.Thing"))
    return SimpleNamespace(name="thing", related_model=other, remote_field=SimpleNamespace(hidden=hidden))


@pytest.mark.parametrize(
    ("label", "hidden", "said"),
    [
        ("reviews", True, "turn the relation round"),
        ("auth", True, "not ours"),
        ("compact", False, 'related_name="\\+"'),
    ],
)
def test_a_relation_that_reaches_up_or_back_is_told(label, hidden, said):
    faults = list(relation_faults("plans.Activity", "plans", [pretended(label, hidden)]))
    assert len(faults) == 1
    assert re.search(said, faults[0])


def test_a_sound_relation_passes():
    assert not list(relation_faults("plans.Activity", "plans", [pretended("compact", True)]))


def drawn_floors(text):
    """The rooms of the drawing, from the top; rooms of one floor share a line."""
    drawing = text.split("```")[1]
    return [re.findall(r"[a-z]+(?=/)", line) for line in drawing.splitlines() if re.match(r"^[├└]── ", line)]


def drawing_faults(drawn, built, contract):
    """Sentences about a drawing that shows another house."""
    shown_rooms = {name for floor in drawn for name in floor}
    for room in sorted(set(built) - shown_rooms):
        yield f"docs/architecture.md does not draw {room}: add it on its floor."
    for room in sorted(shown_rooms - set(built)):
        yield f"docs/architecture.md draws {room}, which does not stand: take it out until it does."
    expected = [sorted(set(floor) & set(built)) for floor in contract]
    if [sorted(floor) for floor in drawn] != [floor for floor in expected if floor]:
        yield "docs/architecture.md draws the floors in another order than pyproject.toml: make them agree."


def test_the_drawing_shows_the_house_that_stands():
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    faults = list(drawing_faults(drawn_floors(text), rooms(), floors()))
    assert not faults, told(faults)


@pytest.mark.parametrize(
    ("drawn", "said"),
    [
        ([["desk"]], "does not draw web"),
        ([["desk"], ["attic"], ["web"]], "which does not stand"),
        ([["web"], ["desk"]], "another order"),
    ],
)
def test_a_drawing_of_another_house_is_told(drawn, said):
    faults = list(drawing_faults(drawn, ["desk", "web"], [["desk"], ["web"]]))
    assert any(said in fault for fault in faults)
