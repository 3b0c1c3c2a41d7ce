"""Files with bytes changed at random: a reading or a reason, never anything else."""

import random
import zipfile

import pytest
import typst

from taama.evidence.readers import archives
from taama.evidence.readers.__main__ import read
from taama.evidence.readers.reading import Unreadable
from taama.evidence.refusals import SENTENCES

from .files import docx, pdf, words
from .office_files import eml, odt, picture_of_text, pptx, xlsx

PAGE = (
    "<!doctype html><html><body>"
    + "<p>Le Mali a validé son examen le 6 mai 2022.</p>" * 20
    + "</body></html>"
)
SOUND = {
    "pdf": pdf(),
    "larger pdf": typst.compile(b"= Titre\n" + b"Une phrase du rapport. " * 60),
    "docx": docx([words("Le Mali a validé son examen.")] * 20),
    "odt": odt("<text:p>Le Mali a validé son examen.</text:p>" * 20),
    "xlsx": xlsx({"Retours": [["Kayes", 12]] * 40}),
    "pptx": pptx([("Titre", ["Un point"] * 10)] * 3),
    "mail": eml("Le Mali a validé son examen. " * 20, page=PAGE, attached=["a.pdf"]),
    "picture": picture_of_text(ppi=30),
    "html": PAGE.encode(),
    "text": "Été à Ségou. ".encode() * 20,
}
SHARES = (0.0005, 0.002, 0.02)


def spoiled(data, seed):
    """The same bytes, some of them changed."""
    chance, changed = random.Random(seed), bytearray(data)
    for _time in range(1 + int(len(data) * chance.choice(SHARES))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def outcomes(data, path, seeds):
    """What became of each spoiled copy; anything but a reading or a refusal escapes."""
    for seed in seeds:
        path.write_bytes(spoiled(data, seed))
        try:
            yield "read" if read(path).text else "empty"
        except Unreadable as reason:
            yield reason.code


@pytest.mark.parametrize("kind", SOUND)
def test_a_spoiled_file_is_read_or_refused_with_a_reason(kind, tmp_path):
    found = set(outcomes(SOUND[kind], tmp_path / "file", range(200)))

    assert found <= {"read", *SENTENCES}
    assert len(found) > 1


def test_an_error_nobody_translates_would_be_noticed(tmp_path, monkeypatch):
    """The control: archives opened without care."""
    monkeypatch.setattr(archives, "judge_end", lambda path: zipfile.ZipFile(path).close())

    with pytest.raises(zipfile.BadZipFile):
        list(outcomes(SOUND["docx"], tmp_path / "file", range(200)))
