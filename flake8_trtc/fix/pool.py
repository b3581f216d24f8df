"""Several processes for many files; one for few, since starting others costs more than it saves."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from itertools import chain, islice

from flake8_trtc.fix.one import Job, Result, fix_path

# Below this many files, two processes measured slower than one.
_WORTHWHILE = 24
# One process walks and searches for all; it can't keep more than these busy.
_MOST = 8
_CHUNK = 4


def fix_all(items: Iterator[str | Result], job: Job, jobs: int) -> Iterator[Result]:
    """Fix files in up to `jobs` processes, while the walk goes on.

    items: paths, and results that are known already; the results come in the same order.
    """
    first = list(islice(items, _WORTHWHILE)) if jobs > 1 else []
    if len(first) < _WORTHWHILE:
        for item in chain(first, items):
            yield _settle(item, job)
        return
    import multiprocessing

    # Where processes can be forked they share what is imported here, once.
    forks = sys.platform == "linux"
    if forks:
        import flake8_trtc.fix.engine
        import flake8_trtc.fix.rewrite  # noqa: F401
    context = multiprocessing.get_context("fork" if forks else "spawn")
    with context.Pool(min(jobs, _MOST)) as pool:
        yield from pool.imap(partial(_settle, job=job), chain(first, items), chunksize=_CHUNK)


def _settle(item: str | Result, job: Job) -> Result:
    return item if isinstance(item, Result) else fix_path(item, job)
