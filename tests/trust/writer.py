"""Adds organisations until it is killed, saying the code of each: `python -m tests.trust.writer after|before FIRST`."""

import os
import sys
import time

import django


def main(says: str, first: int) -> None:
    """Say each code after its commit, or, carelessly, before it."""
    django.setup()
    from taama.journal.actors import Program
    from taama.journal.changes import change, record
    from taama.partners.models import Organisation

    words = Program("writer")

    @change
    def add(code: str) -> None:
        made = Organisation.objects.create(code=code, kind="ministry", name={"fr": code})
        record("partners.organisation.added", made, by=words)

    number = first
    while True:
        code = f"w{number}"
        if says == "before":
            say(code)
            time.sleep(0.02)
        add(code)
        if says == "after":
            say(code)
        number += 1


def say(code: str) -> None:
    """An acknowledgement, past any buffer of ours."""
    os.write(1, f"{code}\n".encode())


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
