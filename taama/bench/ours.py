"""Our own engines, each for a fresh process: `model FILE`, `files DIR`, `typst FILE DIR`."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # records can be imported only once Django is ready
    from taama.reviews.models import Compilation

LANGUAGE = "fr"


def main(words: list[str]) -> int:
    """Do what the first word says."""
    work, *paths = words
    WORKS[work](*(Path(path) for path in paths))
    return 0


def write_model(target: Path) -> None:
    """The document model as JSON, and beside it one figure a line: what every engine's files must hold."""
    compilation = compiled()
    from taama.web.paper.model import figures, from_json

    text = json.dumps(compilation.model, ensure_ascii=False, sort_keys=True)
    target.write_text(text, encoding="utf-8")
    found = dict.fromkeys(figure.text for figure in figures(from_json(text)))
    target.with_suffix(".figures").write_text("\n".join(found), encoding="utf-8")


def write_all(folder: Path) -> None:
    """From the database to three files."""
    compilation = compiled()
    from taama.reviews.publishing import FORMATS, write_files

    write_files(compilation, folder, FORMATS)


def compiled() -> "Compilation":
    """The sample's review, compiled now from live data."""
    import django

    django.setup()
    from taama.journal.actors import Program
    from taama.reviews.changes import compile_review
    from taama.reviews.models import Review

    return compile_review(review=Review.objects.get(), language=LANGUAGE, by=Program("bench"))


def typst_alone(model_file: Path, folder: Path) -> None:
    """The PDF only, from a model in memory: near the limit of what layout costs."""
    from taama.web.paper.model import from_json
    from taama.web.paper.pdf import pdf

    report = from_json(model_file.read_text(encoding="utf-8"))
    (folder / "review.pdf").write_bytes(pdf(report))


WORKS: dict[str, Callable[..., None]] = {"model": write_model, "files": write_all, "typst": typst_alone}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
