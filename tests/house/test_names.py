"""Names say what stands where: no vague modules, a first line for each, a sentence for each public verb."""

import ast

import pytest

from .plan import ROOT, modules, shown, told, tree

VAGUE = {"utils", "util", "common", "core", "misc", "base", "manager", "managers", "service", "services"}
VAGUE |= {"handler", "handlers", "helper", "helpers", "tools", "stuff"}
TOLD_IN_FULL = {"rules", "changes", "queries", "access"}


def name_faults(where, names):
    """A sentence where a module or folder bears a vague name."""
    for name in sorted(VAGUE & set(names)):
        yield f"{where} is called {name}, which says nothing: name it after its noun."


def test_no_module_has_a_vague_name():
    faults = [
        fault
        for path in modules(tests=True)
        for fault in name_faults(shown(path), [*path.relative_to(ROOT).parts[:-1], path.stem])
    ]
    assert not faults, told(faults)


@pytest.mark.parametrize("names", [("plans", "utils"), ("plans", "helpers", "dates")])
def test_a_vague_name_is_told(names):
    assert list(name_faults("taama/plans/x.py", names))


def first_line_faults(where, source):
    """A sentence where a module does not say what stands in it."""
    if not ast.get_docstring(source):
        yield f'{where} has no first line: write """What stands here."""'


def test_every_module_says_what_stands_in_it():
    ours = [*modules(tests=True), *sorted((ROOT / "tests").rglob("*.py")), ROOT / "conftest.py"]
    faults = [fault for path in ours for fault in first_line_faults(shown(path), tree(path))]
    assert not faults, told(faults)


def test_a_module_without_first_line_is_told():
    assert list(first_line_faults("x.py", ast.parse("import os")))
    assert not list(first_line_faults("x.py", ast.parse('"""Here."""')))


def silent_functions(where, source):
    """Sentences about public functions without their line."""
    for node in source.body:
        is_public = isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
        if is_public and not ast.get_docstring(node):
            yield f"{where}: {node.name} has no docstring: say in one line what the caller gets."


def test_rules_changes_queries_and_access_are_told_in_full():
    chosen = [path for path in modules() if TOLD_IN_FULL & {path.stem, path.parent.name}]
    faults = [fault for path in chosen for fault in silent_functions(shown(path), tree(path))]
    assert len(chosen) >= 20
    assert not faults, told(faults)


def test_a_silent_function_is_told():
    assert list(silent_functions("x.py", ast.parse("def overdue(): return 1")))
    assert not list(silent_functions("x.py", ast.parse("def _own(): return 1")))


def swallowed(where, source):
    """Sentences about handlers that catch everything and keep it; tidying up and raising again is fine."""
    for node in ast.walk(source):
        if isinstance(node, ast.ExceptHandler) and ast.unparse(node.body[-1]) != "raise":
            caught = ast.unparse(node.type) if node.type else "everything"
            if caught in {"everything", "Exception", "BaseException"}:
                yield f"{where}:{node.lineno} catches {caught}: name the failure you can mend."


def test_nothing_catches_everything():
    faults = [fault for path in modules() for fault in swallowed(shown(path), tree(path))]
    assert not faults, told(faults)


@pytest.mark.parametrize("handler", ["except Exception:", "except:", "except BaseException as error:"])
def test_a_handler_of_everything_is_told(handler):
    assert list(swallowed("x.py", ast.parse(f"try:\n  f()\n{handler}\n  pass")))
    assert not list(swallowed("x.py", ast.parse(f"try:\n  f()\n{handler}\n  tidy()\n  raise")))
