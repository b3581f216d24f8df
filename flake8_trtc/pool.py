"""Several processes for many files; one for few, since starting others costs more than it saves."""

from __future__ import annotations

import importlib
import sys
from functools import partial
from itertools import chain, islice

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import TypeVar

    _Result = TypeVar("_Result")
# Below this many files, two processes measured slower than one.
_WORTHWHILE = 24
# One process walks and searches for all; it can't keep more than these busy.
_MOST = 8
_CHUNK = 4


def run_all(
    items: Iterator[str | _Result],
    work: Callable[[str], _Result],
    jobs: int,
    warm: Sequence[str] = (),
) -> Iterator[_Result]:
    """Do the work for each path in up to `jobs` processes, while the walk goes on.

    items: paths, and results that are known already; the results come in the same order. work:
    a function that can be sent to another process. warm: modules that the work will import.
    """
    first = list(islice(items, _WORTHWHILE)) if jobs > 1 else []
    if len(first) < _WORTHWHILE:
        for item in chain(first, items):
            yield _settle(item, work)
        return
    import multiprocessing
    import signal

    # Where processes can be forked they share what is imported here, once.
    forks = sys.platform == "linux"
    for module in warm if forks else ():
        importlib.import_module(module)
    context = multiprocessing.get_context("fork" if forks else "spawn")
    # Ctrl-C is this process's business: the others would each print a traceback.
    ignore = signal.signal, (signal.SIGINT, signal.SIG_IGN)
    with context.Pool(min(jobs, _MOST), *ignore) as pool:
        yield from pool.imap(partial(_settle, work=work), chain(first, items), chunksize=_CHUNK)


def _settle(item: str | _Result, work: Callable[[str], _Result]) -> _Result:
    return work(item) if isinstance(item, str) else item
