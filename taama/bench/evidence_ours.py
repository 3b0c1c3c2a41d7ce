"""Our engine for a fresh process: `evidence_ours CORPUS FOLDER`: tell every document, index its passages."""

import json
import sys
from pathlib import Path

from pysqlite3 import dbapi2 as sqlite3

from taama.evidence.about_words import about_words
from taama.evidence.passages import cut
from taama.evidence.stems import stems_of
from taama.extraction.lexicon import shipped_lexicon
from taama.extraction.reading import tell
from taama.extraction.told import About, Told

from .evidence_documents import read_corpus

TABLE = "CREATE TABLE passages (id INTEGER PRIMARY KEY, document INTEGER, stems TEXT, about TEXT)"
WORDS = (
    "CREATE VIRTUAL TABLE words USING fts5("
    "stems, about, content='passages', content_rowid='id', columnsize=0, tokenize='ascii')"
)
PUBLISHER, PLACE = "Publisher", "Bamako"  # these documents have none; what is indexed must be as much


def main(corpus: Path, folder: Path) -> None:
    """Do the whole work and write down what was found."""
    documents = read_corpus(corpus)
    lexicon = shipped_lexicon()
    told = [tell(made["text"], About(made["language"], made["dated"], "MLI"), lexicon) for made in documents]
    index(documents, folder / "index.sqlite3")
    lines = [json.dumps(answer(made["number"], one)) for made, one in zip(documents, told, strict=True)]
    (folder / "answers.jsonl").write_text("\n".join(lines))


def index(documents: list[dict[str, object]], path: Path) -> None:
    """Cut every text into passages and index their stems, as the product's tables hold them."""
    database = sqlite3.connect(path)  # type: ignore[attr-defined]  # a C module without types
    database.execute("PRAGMA journal_mode=WAL")
    database.execute(TABLE)
    database.execute(WORDS)
    for made in documents:
        text = str(made["text"])
        about = about_words(
            language=str(made["language"]), publisher=PUBLISHER, place=PLACE, published_on=str(made["dated"])
        )
        rows = [(made["number"], stems_of(text[span.start : span.end]), about) for span in cut(text)]
        database.executemany("INSERT INTO passages(document, stems, about) VALUES (?, ?, ?)", rows)
    database.execute("INSERT INTO words(rowid, stems, about) SELECT id, stems, about FROM passages")
    database.commit()
    database.close()


def answer(number: int, told: Told) -> dict[str, object]:
    """What is held against the truth."""
    return {
        "number": number,
        "objectives": [one.number for one in told.objectives],
        "figures": [
            [one.start, one.end, str(one.value), one.time.as_of if one.time else ""] for one in told.figures
        ],
        "claims": [[one.start, one.end, one.time.as_of] for one in told.claims],
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
