"""`taama evidence read`, as typed: one JSON document, in the shape that docs/evidence-read.md promises."""

import json
import os
import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from taama.config.evidence_read import own_country, said_once
from taama.config.files import files_in
from taama.config.progress import Progress
from taama.evidence.tests.files import pdf
from taama.extraction.lexicon import shipped_lexicon
from taama.extraction.reading import tell
from taama.extraction.told import About

ROOT = Path(__file__).resolve().parents[3]
MANUAL = (ROOT / "docs" / "evidence-read.md").read_text(encoding="utf-8")
RELEASE = """Accueil > Actualités > Communiqués

Le Mali valide son deuxième rapport volontaire

Bamako, 6 mai 2022 – L’Organisation internationale pour les migrations (OIM) a tenu un atelier le 6 mai 2022 à Bamako.
Plus de 18 000 migrants de retour ont été assistés entre janvier 2018 et le 15 août 2019 au Mali.
Le rapport avait été validé le 21 janvier 2021. Selon Mme Awa Exemple, entre 300 et 400 ménages attendent.
"""
LETTER = """MINISTÈRE DES MALIENS            RÉPUBLIQUE DU MALI
N° 000123/MMEIA-SG               Bamako, le 26 novembre 2021

Objet : Rapport volontaire

Monsieur le Coordonnateur,

Le deuxième rapport volontaire a été validé le 9 juin 2022 à Bamako. La politique nationale de migration a été adoptée
le 3 septembre 2014.
"""


def taama(*words, language="en", folder=None):
    """The command as typed, with nothing of a database to be found."""
    environment = {
        "PATH": os.environ["PATH"],
        "TAAMA_LANGUAGE": language,
        "DATABASE_URL": "postgresql://nowhere:1/x",
    }
    command = [sys.executable, "-m", "taama.config.cli", "evidence", "read", *words]
    return subprocess.run(
        command, env=environment, cwd=folder or ROOT, capture_output=True, text=True, check=False
    )


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "release.txt").write_text(RELEASE, encoding="utf-8")
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "locked.pdf").write_bytes(pdf(encrypted="un mot de passe"))
    return tmp_path


@pytest.fixture
def answer(folder):
    files = [str(folder / name) for name in ("release.txt", "letter.txt", "locked.pdf", "nowhere.txt")]
    return json.loads(taama(*files, "--json").stdout)


def table(heading):
    """field → type, as the manual's table under a heading says; « `start`, `end` » are two fields."""
    section = MANUAL.split(f"## {heading}\n")[1].split("\n#")[0]
    rows = re.findall(r"^\| (`[^|]+`) \| ([^|]+) \|", section, re.MULTILINE)
    fields = {}
    for names, types in rows:
        names = re.findall(r"`(\w+)`", names)
        parts = types.split(", ") if len(names) == len(types.split(", ")) else [types] * len(names)
        fields |= {name: kind.strip() for name, kind in zip(names, parts, strict=True)}
    return fields


DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
KINDS = {
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "date": lambda value: isinstance(value, str) and DATE.fullmatch(value) is not None,
    "null": lambda value: value is None,
    "array": lambda value: isinstance(value, list),
}


def faults(record, fields, optional=()):
    """What is wrong with a record by its table."""
    yield from (f"{name} is missing" for name in fields if name not in record and name not in optional)
    yield from (f"{name} is not in the manual" for name in record if name not in fields)
    for name, value in record.items():
        kinds = [kind.split(" of ")[0] for kind in fields.get(name, "").split(" or ")]
        if name in fields and not any(KINDS[kind](value) for kind in kinds):
            yield f"{name} is {value!r} and not {fields[name]}"


def test_the_whole_document_is_as_the_manual_says(answer):
    assert list(faults(answer, table("The document"))) == []
    for record in answer["documents"]:
        heading = "A file that could not be read" if "error" in record else "A file that was read"
        assert list(faults(record, table(heading), optional=("text",))) == []
    read = [record for record in answer["documents"] if "error" not in record]
    for kind, heading in [
        ("objectives", "An objective"),
        ("findings", "A finding"),
        ("claims", "A claim"),
        ("names", "A name"),
    ]:
        found = [one for record in read for one in record[kind]]
        assert found, kind
        assert [fault for one in found for fault in faults(one, table(heading))] == []


def test_a_field_that_is_not_promised_would_be_noticed(answer):
    """The control."""
    record = answer["documents"][0]

    assert list(faults(record | {"surprise": 1}, table("A file that was read"), ("text",))) == [
        "surprise is not in the manual"
    ]
    assert list(faults(record | {"date": "6 mai"}, table("A file that was read"), ("text",)))
    del record["sha256"]
    assert list(faults(record, table("A file that was read"), ("text",))) == ["sha256 is missing"]


def test_offsets_are_exact_and_the_card_is_told(answer):
    release, letter = answer["documents"][:2]

    for record, text in ((release, RELEASE), (letter, LETTER)):
        said = [*record["findings"], *record["claims"], *record["names"]]
        said += [why for one in record["objectives"] for why in one["why"]]
        assert all(text[one["start"] : one["end"]] == one["text"] for one in said)
        assert record["text_length"] == len(text)
    assert (release["date"], release["language"]) == ("2022-05-06", "fr")
    assert letter["reference"] == "N° 000123/MMEIA-SG"


def test_values_and_periods_are_plain(answer):
    finding = next(one for one in answer["documents"][0]["findings"] if one["value"] == 18_000)

    assert (finding["qualifier"], finding["unit"], finding["from"], finding["to"]) == (
        "more_than", "persons", "2018-01", "2019-08-15",
    )  # fmt: skip
    between = next(one for one in answer["documents"][0]["findings"] if one["qualifier"] == "between")
    assert (between["value"], between["value_to"], between["unit"]) == (300, 400, "households")


def test_a_file_that_cannot_be_read_is_an_entry_and_the_others_go_on(folder):
    done = taama(str(folder), "nowhere.txt", "--json", language="fr")

    documents = {Path(record["file"]).name: record for record in json.loads(done.stdout)["documents"]}
    assert done.returncode == 1
    assert documents["locked.pdf"]["error"] == (
        "Ce fichier est protégé par un mot de passe. Enregistrez-le sans mot de passe et ajoutez-le de nouveau."
    )
    assert (documents["nowhere.txt"]["reason"], documents["nowhere.txt"]["sha256"]) == ("missing", None)
    assert documents["release.txt"]["findings"]


def test_standard_output_holds_the_document_and_nothing_else(folder):
    done = taama(str(folder / "release.txt"), "--json")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("{")
    assert json.loads(done.stdout)["documents"][0]["file"] == str(folder / "release.txt")


def test_with_text_offsets_can_be_looked_up(folder):
    (folder / "page.pdf").write_bytes(pdf("Le Mali compte 12 166 migrants de retour."))

    record = json.loads(taama(str(folder / "page.pdf"), "--json", "--text").stdout)["documents"][0]

    finding = record["findings"][0]
    assert record["text"][finding["start"] : finding["end"]] == finding["text"]


def test_two_files_that_disagree_are_told_with_their_passages(tmp_path):
    for name, day in (("one.txt", "6 mai 2022"), ("two.txt", "9 juin 2022")):
        (tmp_path / name).write_text(
            f"Le deuxième rapport national volontaire du Mali a été validé le {day} à Bamako.",
            encoding="utf-8",
        )

    conflicts = json.loads(taama(str(tmp_path), "--json").stdout)["conflicts"]

    assert list(faults(conflicts[0], table("A conflict"))) == []
    sides = conflicts[0]["between"]
    assert {side["when"] for side in sides} == {"2022-05-06", "2022-06-09"}
    assert {Path(side["file"]).name for side in sides} == {"one.txt", "two.txt"}
    assert all(isinstance(side["start"], int) and side["start"] < side["end"] for side in sides)


@pytest.mark.parametrize(("language", "said"), [("fr", "Constats (2)"), ("en", "Findings (2)")])
def test_without_json_a_person_reads_a_summary(folder, language, said):
    done = taama(str(folder / "release.txt"), language=language)

    assert said in done.stdout
    assert "“Plus de 18 000 migrants de retour” → > 18000 persons" in done.stdout


def test_it_needs_no_django_and_is_over_soon(folder):
    program = (
        "import sys; from taama.config.cli import main; code = main(sys.argv[1:]); "
        "sys.exit(code or ('django' in sys.modules) * 9)"
    )
    command = [sys.executable, "-c", program, "evidence", "read", str(folder / "release.txt"), "--json"]
    subprocess.run(command, capture_output=True, check=True)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)

    done = subprocess.run(command, capture_output=True, check=False)

    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode == 0
    assert (
        after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 1.5
    )  # 0.5 s where nothing else runs


def test_folders_stand_for_their_files_however_deep_and_hidden_ones_are_left_alone(tmp_path):
    for name in ("b.txt", "deep/er/a.txt", ".hidden/c.txt", "deep/.d.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()

    assert [path.name for path in files_in([tmp_path, tmp_path / "no.txt"])] == ["b.txt", "a.txt", "no.txt"]


def test_progress_keeps_quiet_at_first_and_speaks_then(capsys, monkeypatch):
    clock = iter([0.0, 1.0, 2.5, 3.0])
    monkeypatch.setattr("taama.config.progress.time.monotonic", lambda: next(clock))
    progress = Progress(9, "fr")

    for _file in range(3):
        progress.step()

    assert capsys.readouterr().err == "2 fichiers lus sur 9…\n"


def test_the_country_of_texts_is_that_of_the_installation(monkeypatch):
    monkeypatch.setenv("TAAMA_COUNTRY", "ner")

    assert own_country() == "NER"


def test_what_a_file_repeats_is_one_statement_of_it():
    text = "Le Mali compte 12 166 migrants de retour. " * 40 + "Le Mali compte 300 migrants de retour."
    told = tell(text, About("fr", "2022", "MLI"), shipped_lexicon())

    once = said_once(told)

    assert len(told.figures) == 41
    assert [figure.value for figure in once.figures] == [12_166, 300]
    assert once.figures[0].start == told.figures[0].start
