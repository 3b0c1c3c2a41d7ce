"""What is written about the house is true: READMEs, settings, glossary."""

import ast
import re

import pytest

from .plan import HOUSE, ROOT, modules, our_models, rooms, shown, told, tree

PARTS = ("**Nouns.**", "**Reads.**", "**Offers.**", "**Never.**")
VARIABLE = re.compile(r"^(TAAMA_[A-Z_]+|DATABASE_URL|DJANGO_SETTINGS_MODULE)$")


def readme_faults(room, text):
    """Sentences about a room that does not introduce itself."""
    if not text:
        yield f"taama/{room} has no README.md: half a page, as taama/partners/README.md."
        return
    for part in PARTS:
        if part not in text:
            yield f"taama/{room}/README.md lacks {part}"
    if len(text.splitlines()) > 45:
        yield f"taama/{room}/README.md is longer than a page: half of one is enough."


@pytest.mark.parametrize("room", rooms())
def test_every_room_introduces_itself(room):
    path = HOUSE / room / "README.md"
    faults = list(readme_faults(room, path.read_text(encoding="utf-8") if path.exists() else ""))
    assert not faults, told(faults)


@pytest.mark.parametrize("text", ["", "# cellar", "**Nouns.** **Reads.** **Offers.** **Never.**" + "\n" * 50])
def test_a_room_that_does_not_is_told(text):
    assert list(readme_faults("cellar", text))


def variables_read(sources):
    """Names of environment variables the code speaks of."""
    return {
        node.value
        for source in sources
        for node in ast.walk(source)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and VARIABLE.match(node.value)
    }


def variables_written(text):
    """Names in the first column of the table."""
    return set(re.findall(r"^\| `([A-Z_]+)` \|", text, re.MULTILINE))


def settings_faults(read, written):
    """Sentences about settings without a line, and lines without a setting."""
    for name in sorted(read - written):
        yield f"{name} is read and not described: add a line to docs/settings.md."
    for name in sorted(written - read):
        yield f"docs/settings.md describes {name}, which nothing reads: take the line out."


def test_every_setting_is_described():
    text = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    faults = list(settings_faults(variables_read(tree(path) for path in modules()), variables_written(text)))
    assert not faults, told(faults)


def test_a_setting_nobody_described_is_told():
    read = variables_read([ast.parse('x = os.environ["TAAMA_SECRET_DOOR"]')])
    written = variables_written("| `TAAMA_GONE` | for | nothing |")
    assert len(list(settings_faults(read, written))) == 2


def environment_reads(where, source):
    """Sentences about rooms that read the environment past the settings."""
    for node in ast.walk(source):
        is_read = isinstance(node, ast.Call) or (
            isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load)
        )
        if is_read and re.match(r"(os\.)?(getenv\(|environ(\.get\(|\[))", ast.unparse(node)):
            yield f"{where}:{node.lineno} reads the environment: make it a setting, and read it through django.conf."


def test_only_config_reads_the_environment():
    faults = [
        fault
        for path in modules()
        if path.relative_to(HOUSE).parts[0] != "config"
        for fault in environment_reads(shown(path), tree(path))
    ]
    assert not faults, told(faults)


@pytest.mark.parametrize("code", ['os.environ.get("A")', 'os.getenv("A")', 'os.environ["A"]'])
def test_a_room_that_reads_the_environment_is_told(code):
    assert list(environment_reads("x.py", ast.parse(code)))


def as_words(name):
    """FrozenFigure → frozen figure."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def glossary_terms(text):
    """The first column of the glossary, lower case."""
    return {term.strip().lower() for term in re.findall(r"^\| ([^|]+) \|", text, re.MULTILINE)}


def glossary_faults(names, terms):
    """Sentences about records that no entry of the glossary explains."""
    for name in sorted(names):
        if as_words(name) not in terms:
            yield f"{name}: “{as_words(name)}” is not in docs/glossary.md. Glossary first, then code."


def test_every_record_bears_a_word_of_the_glossary():
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    faults = list(glossary_faults({model.__name__ for model in our_models()}, glossary_terms(text)))
    assert not faults, told(faults)


def test_a_record_with_another_word_is_told():
    terms = glossary_terms("| term | français |\n|---|---|\n| frozen figure | chiffre figé |\n")
    assert len(list(glossary_faults({"FrozenFigure", "Blob"}, terms))) == 1


def glossary_rows(text):
    """The filled cells of each entry."""
    rows = [line.strip("|").split("|") for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in row] for row in rows[1:]]


def test_every_entry_has_its_french_and_its_meaning():
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    unfinished = [row[0] for row in glossary_rows(text) if len(row) != 3 or not all(row)]
    assert not unfinished, f"docs/glossary.md: finish {', '.join(unfinished)}."
