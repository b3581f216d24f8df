"""The files of a run that may hold a code: walked, read, searched, and given to the work."""

from __future__ import annotations

import os
from functools import partial

from flake8_trtc.detect.scan import may_hold
from flake8_trtc.source import is_read
from flake8_trtc.workspace.files import FileError, read
from flake8_trtc.workspace.pool import FORKS, PARTS, forked, settle, spawned
from flake8_trtc.workspace.walk import UNREAD, Directory, Missing, Walk, apart

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
    from typing import TypeVar

    from flake8_trtc.config.options import Options
    from flake8_trtc.messages.message import Message
    from flake8_trtc.workspace.pool import Answer, Notes
    from flake8_trtc.workspace.walk import Node, Note

    _Result = TypeVar("_Result")

# So many files and directories are worth a process.
_EACH = 16
# Directories that are shared out among the processes, each with all that is below it.
_SPREAD = 64


def run_all(
    paths: Iterable[str],
    options: Options,
    work: Callable[[str], _Result],
    failed: Callable[[str, Message], _Result],
    note: Note,
    *,
    jobs: int = 1,
    forced: bool = False,
    total: Callable[[int], object] = lambda _: None,
) -> Generator[_Result, None, None]:
    """Do the work for each file that may hold a code, in up to `jobs` processes.

    The results come in the order of the walk, with what `failed(path, why)` makes of a path that
    can't be read. work: a function that can be sent to another process. note: is told of each file
    that is read, with None, and of what is left out, with the reason. forced: see `Walk`. total: is
    told how many files there are, where that is known before they are read. Whoever stops early
    closes it, which ends the processes.
    """
    walk = Walk(
        options.exclude,
        note,
        forced=forced,
        is_module=options.is_module if options.modules else None,
    )
    nodes = walk.start(paths)
    if FORKS and jobs > 1 and apart(nodes):
        nodes = _spread(walk, nodes)
        _tell(nodes, total)
        jobs = min(jobs, len(nodes) // _EACH)
        if jobs > 1:
            size = -(-len(nodes) // PARTS)
            parts = [nodes[start : start + size] for start in range(0, len(nodes), size)]
            part = partial(_part, walk, options, work, failed, os.getpid())
            for notes, results in forked(parts, part, jobs):
                for path, reason in notes:
                    note(path, reason)
                yield from results
            return
    _tell(nodes, total)
    yield from spawned(_found(walk, walk.files(nodes), options, failed), work, 1 if FORKS else jobs)


def _tell(nodes: Sequence[Node], total: Callable[[int], object]) -> None:
    """Tell how many files there are, unless a directory has not been looked into."""
    if not any(isinstance(node, Directory) for node in nodes):
        total(len(nodes))


def _part(
    walk: Walk,
    options: Options,
    work: Callable[[str], _Result],
    failed: Callable[[str, Message], _Result],
    run: int,
    nodes: Sequence[Node],
) -> Answer[_Result]:
    """The work for a part of the files, and what is to be noted of them.

    run: the process that asks for it; when that is killed, not even the next file is begun.
    """
    notes: Notes = []
    walk.note = lambda path, reason: notes.append((path, reason))
    found = _found(walk, walk.below(nodes), options, failed)
    results = []
    for item in found:
        if run not in {os.getpid(), os.getppid()}:
            break
        results.append(settle(item, work))
    return notes, results


def _found(
    walk: Walk,
    paths: Iterable[str | Missing],
    options: Options,
    failed: Callable[[str, Message], _Result],
) -> Iterator[str | _Result]:
    """Those of a walk's files whose bytes may hold a code, and results for what can't be read."""
    for path in paths:
        if isinstance(path, Missing):
            yield failed(path.path, path.reason)
            continue
        try:
            data = read(path).data
        except FileError as error:
            yield failed(path, error.message)
            continue
        if not (is_read(path, data) or options.is_module(path)):
            walk.note(path, UNREAD)
            continue
        if not may_hold(data, path, options):
            walk.note(path, None)
            continue
        from flake8_trtc.workspace.generated import not_ours

        reason = not_ours(path, data)
        walk.note(path, reason)
        if reason is None:
            yield path


def _spread(walk: Walk, nodes: list[Node]) -> list[Node]:
    """Look into the directories, level by level, until there are enough of them to share out."""
    while 0 < sum(isinstance(node, Directory) for node in nodes) < _SPREAD:
        nodes = [
            inner
            for node in nodes
            for inner in (walk.entries(node) if isinstance(node, Directory) else [node])
        ]
    return nodes
