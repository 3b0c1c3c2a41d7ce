"""Reading many files on all cores: each in its own child process, their order kept."""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from .child import WHILE_SOMEONE_WAITS, Limits
from .held_copies import sha256_of
from .readers.reading import Reading
from .sandbox import read_in_sandbox


class ReadingAhead:
    """Readings under way, by the hash of what was read: a file that changed meanwhile is read anew."""

    def __init__(self, pool: ThreadPoolExecutor, paths: Iterable[Path], pictures: Limits) -> None:
        self.read_one = partial(read_in_sandbox, pictures=pictures)
        self.under_way: dict[str, Future[Reading]] = {
            sha256_of(path): pool.submit(self.read_one, path) for path in paths
        }

    def read(self, path: Path) -> Reading:
        """The reading of these bytes; ReadingRefused as the sandbox says."""
        future = self.under_way.pop(sha256_of(path), None)
        return future.result() if future else self.read_one(path)


@contextmanager
def reading_ahead(paths: Iterable[Path], pictures: Limits = WHILE_SOMEONE_WAITS) -> Iterator[ReadingAhead]:
    """Start reading these files; what nobody asked for by the end is given up. `pictures` limits scanned ones."""
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        try:
            yield ReadingAhead(pool, paths, pictures)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
