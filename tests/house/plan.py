"""The house as it stands on disk: rooms, floors, modules, records. Every house test reads it from here."""

import ast
import tomllib
from pathlib import Path

from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]
HOUSE = ROOT / "taama"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def rooms():
    """The rooms on disk."""
    return sorted(path.parent.name for path in HOUSE.glob("*/__init__.py"))


def floors():
    """The floors of the contract, the top one first, each with its rooms; later ones in brackets too."""
    contract = PROJECT["tool"]["importlinter"]["contracts"][0]
    return [[name.strip(" ()") for name in layer.split("|")] for layer in contract["layers"]]


def floor_of(room):
    """How high a room stands; 0 is the ground."""
    for height, names in enumerate(reversed(floors())):
        if room in names:
            return height
    raise LookupError(f"{room} stands on no floor: give it one in pyproject.toml, and write an ADR.")


def modules(room="*", *, tests=False):
    """Python files of a room; without its tests and migrations."""
    hidden = {"migrations"} if tests else {"migrations", "tests"}
    found = HOUSE.glob(f"{room}/**/*.py")
    return sorted(path for path in found if not hidden & set(path.relative_to(HOUSE).parts))


def tree(path):
    """The syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def shown(path):
    """A path as a person would write it."""
    return path.relative_to(ROOT).as_posix()


def our_models():
    """Every record of ours."""
    return [model for model in apps.get_models() if model.__module__.startswith("taama.")]


def room_of(model):
    """The room a record belongs to, ours or not."""
    return model._meta.app_label


def told(faults):
    """Sentences one below the other, for a failing test."""
    return "\n" + "\n".join(sorted(faults))
