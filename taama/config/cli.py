"""The `taama` command: what a person types. Parsing only; each command's work stands in a module of its own."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from .wording import catalogue

if TYPE_CHECKING:
    Actions = argparse._SubParsersAction[argparse.ArgumentParser]

DONE, REFUSED, MISUSED, GOAL_MISSED, UNFIT = range(5)


def reader_language(environment: Mapping[str, str]) -> str:
    """The reader's language by TAAMA_LANGUAGE, else the locale of the terminal; English where it names none."""
    for name in ("TAAMA_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "fr" if environment[name].startswith("fr") else "en"
    return "en"


def parser(language: str) -> argparse.ArgumentParser:
    """The whole command line, its help in the reader's language."""
    _ = catalogue(language)
    top = argparse.ArgumentParser(
        prog="taama",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description=_(
            "From a country's plan, values and documents to its voluntary review under the Compact."
        ),
        epilog=_(
            "Exit codes: 0 done · 1 refused, the sentence says why · 2 the command was typed wrongly · "
            "3 a measured goal was missed · 4 this machine or database is not fit.\n"
            "Language: TAAMA_LANGUAGE=fr or the terminal's locale. Settings: docs/settings.md."
        ),
    )
    commands = top.add_subparsers(dest="command", required=True, metavar=_("COMMAND"))

    def command(name: str, help_text: str, work: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=help_text, description=help_text)
        made.set_defaults(work=work, alone=False)
        return made

    demo = command(
        "demo", _("load the Compact and the Mali sample, compile the review, serve it"), "demo:run"
    )
    demo.add_argument("--no-serve", action="store_true", help=_("stop when everything is ready"))
    demo.add_argument("--port", type=int, default=8000, help=_("port to serve on (8000)"))

    serve = command("serve", _("serve the pages"), "serving:run")
    serve.add_argument("--host", default="127.0.0.1", help=_("address to listen on (127.0.0.1)"))
    serve.add_argument("--port", type=int, default=8000, help=_("port to listen on (8000)"))
    serve.add_argument("--workers", type=int, default=2, help=_("server processes (2)"))

    command("check", _("check the database engine, the journal's chain and the held files"), "fitness:run")

    load = command("load", _("load shipped data: the Compact, or a sample"), "loads:run")
    load.add_argument("what", choices=["compact", "sample"], help=_("what to load"))
    load.add_argument("name", nargs="?", default="", help=_("which sample: mali"))

    evidence = command("evidence", _("source documents"), "evidence_command:run")
    actions = evidence.add_subparsers(dest="action", required=True, metavar=_("ACTION"))
    add_action(actions, _)
    read_action(actions, _)
    suggest_action(actions, _)

    review = command("review", _("voluntary reviews"), "review_command:run")
    review.add_argument("action", choices=["compile"], help=_("freeze the figures and write the files"))
    review.add_argument("slug", help=_("which review, such as mali-voluntary-review"))
    review.add_argument("--to", type=Path, required=True, metavar=_("DIR"), help=_("folder for the files"))
    review.add_argument("--formats", type=words, default=["pdf", "docx", "html"], help="pdf,docx,html")
    review.add_argument("--language", type=words, default=["fr", "en"], help="fr,en")

    rounds = command("rounds", _("reporting rounds"), "rounds_command:run")
    rounds.add_argument(
        "action", choices=["remind"], help=_("write to those who are late, once a day at most")
    )

    monday = command(
        "monday", _("the Monday sheet: what moved, what is late, who owes what"), "monday_command:run"
    )
    monday.add_argument(
        "--send", action="store_true", help=_("e-mail it to coordinators and those who asked, once a week")
    )
    monday.add_argument("--to", type=Path, metavar=_("DIR"), help=_("folder for the PDF files"))

    bench = command("bench", _("measure speed beside what a user would pick instead"), "bench_command:run")
    bench.add_argument("names", nargs="*", help=_("which workloads (all)"))
    bench.add_argument("--quick", action="store_true", help=_("fewer rounds"))
    bench.add_argument("--json", action="store_true", help=_("one JSON document on standard output"))
    return top


def add_action(actions: Actions, _: Callable[[str], str]) -> None:
    """`taama evidence add`."""
    help_text = _("hold these files as received")
    add = actions.add_parser("add", help=help_text, description=help_text)
    add.add_argument("files", nargs="+", type=Path, metavar=_("FILE"), help=_("files, or folders of files"))
    add.add_argument("--title", default="", help=_("title (the text's own, or the file's name)"))
    add.add_argument("--publisher", default="", help=_("who published it (as the text says)"))
    add.add_argument("--date", default="", help=_("when: 2022, 2022-05 or 2022-05-06 (as the text says)"))
    add.add_argument("--language", default="", help=_("language of the document (told from the text)"))
    add.add_argument(
        "--kind",
        default="",
        help=_("letter, release, report, article, law, dataset, minutes, web_page (told from the text)"),
    )


def read_action(actions: Actions, _: Callable[[str], str]) -> None:
    """`taama evidence read`: it needs neither a database nor Django, and does not wait for them."""
    help_text = _("say what these files tell; nothing is held, no database is needed")
    read = actions.add_parser("read", help=help_text, description=help_text)
    read.add_argument("files", nargs="+", type=Path, metavar=_("FILE"), help=_("files, or folders of files"))
    read.add_argument("--json", action="store_true", help=_("one JSON document on standard output"))
    read.add_argument("--text", action="store_true", help=_("with the whole text of each file in the JSON"))
    read.set_defaults(work="evidence_read:run", alone=True)


def suggest_action(actions: Actions, _: Callable[[str], str]) -> None:
    """`taama evidence suggest`."""
    help_text = _("go through held documents for what they seem to say")
    suggest = actions.add_parser("suggest", help=help_text, description=help_text)
    suggest.add_argument("--all", action="store_true", help=_("all of them again, not only new ones"))
    suggest.set_defaults(work="suggest_command:run")


def words(text: str) -> list[str]:
    """Words separated by commas."""
    return [word for word in text.split(",") if word]


def done(options: argparse.Namespace) -> int:
    """The work itself; its module is loaded only now."""
    module, _, function = options.work.partition(":")
    return int(getattr(import_module(f"taama.config.{module}"), function)(options))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; a refusal is one line on standard error, never a traceback."""
    language = reader_language(os.environ)
    options = parser(language).parse_args(arguments)
    options.reader = language
    if options.alone:
        return done(options)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "taama.config.settings.demo")
    from taama.web.refusals import Refused  # cheap: no Django behind it

    from .terminal import Unfit, prepared

    try:
        with prepared(language):
            return done(options)
    except Refused as refusal:
        print(f"taama: {refusal}", file=sys.stderr)
        return REFUSED
    except Unfit as unfit:
        print(f"taama: {unfit}", file=sys.stderr)
        return UNFIT
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
