"""Several processes for many files; one for few, since starting others costs more than it saves."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import partial

from flake8_trtc.fix.one import Job, Result, fix_path

# Below this many files, two processes measured slower than one.
_WORTHWHILE = 24
_CHUNK = 4


def fix_paths(paths: Sequence[str], job: Job, jobs: int) -> Iterator[Result]:
    """Fix files in up to `jobs` processes; the results come in the order of the paths."""
    jobs = min(jobs, len(paths) // (_WORTHWHILE // 2))
    if jobs < 2:
        for path in paths:
            yield fix_path(path, job)
        return
    import multiprocessing

    # Where processes can be forked they share what is imported here, once.
    forks = sys.platform == "linux"
    if forks:
        import flake8_trtc.fix.engine
        import flake8_trtc.fix.rewrite  # noqa: F401
    context = multiprocessing.get_context("fork" if forks else "spawn")
    with context.Pool(jobs) as pool:
        yield from pool.imap(partial(fix_path, job=job), paths, chunksize=_CHUNK)
