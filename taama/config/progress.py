"""How far a long command is: nothing in the first two seconds, then a line on standard error."""

import sys
import time

from .wording import catalogue

PATIENCE_S, RARELY_S = 2.0, 10.0


class Progress:
    """Counts files; on a terminal its line is written over, elsewhere it comes seldom."""

    def __init__(self, total: int, language: str) -> None:
        self.total = total
        self.done = 0
        self.say = catalogue(language)
        self.live = sys.stderr.isatty()
        self.next = time.monotonic() + PATIENCE_S
        self.shown = False

    def step(self) -> None:
        """One file more is done."""
        self.done += 1
        now = time.monotonic()
        if now >= self.next and self.done < self.total:
            self.next = now + (0.2 if self.live else RARELY_S)
            self.show()

    def show(self) -> None:
        """The line."""
        self.shown = True
        _ = self.say
        line = _("%(done)s of %(total)s files read …") % {"done": self.done, "total": self.total}
        sys.stderr.write(f"\r{line}" if self.live else f"{line}\n")
        sys.stderr.flush()

    def end(self) -> None:
        """Take the line away."""
        if self.shown and self.live:
            sys.stderr.write("\r\033[K")
