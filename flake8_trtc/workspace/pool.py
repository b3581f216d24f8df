"""Several processes for one run: where they can be forked, and where they have to be spawned.

What forking gives, in wall time of `check` on two cores, beside one process: 276 -> 228 ms on the
standard library and 107 -> 74 on Django, where there is nothing to find, 519 -> 448 on the mixed
tree with its findings (CONTRIBUTING.md, "Where the time goes"). It is what keeps `check` ahead of
ruff there. Forking takes a millisecond, and each process takes the next part of the work when it is
done with one; to import multiprocessing alone takes twenty to thirty, as long as many a run.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from itertools import chain, islice

from flake8_trtc.workspace.interrupts import held_back, persist

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
    from typing import NoReturn, TypeAlias, TypeVar

    from flake8_trtc.messages.message import Message

    _Part = TypeVar("_Part")
    _Result = TypeVar("_Result")
    Notes: TypeAlias = list[tuple[str, Message | None]]
    Answer: TypeAlias = tuple[Notes, list[_Result]]
    """What is to be noted of a part of the work, and its results."""

FORKS = sys.platform == "linux"
PARTS = 2048
"""How many parts the work may have: two bytes each, and a pipe always takes a page of them."""
# Spawned processes take a second to begin; below this many files with codes one is done before.
_WORTHWHILE = 24
# One process walks and searches for them; it can't keep more than these busy.
_MOST = 8
_CHUNK = 4


def forked(
    parts: Sequence[_Part], work: Callable[[_Part], Answer[_Result]], jobs: int
) -> Generator[Answer[_Result], None, None]:
    """Do the work for each part in so many processes; what it came to, in the order of the parts.

    A part whose process is killed is done here.
    """
    import gc

    tickets, into = os.pipe()
    os.write(into, b"".join(number.to_bytes(2, "little") for number in range(len(parts))))
    os.close(into)
    processes: dict[int, int] = {}
    gc.freeze()  # what its collector marks, a process would have to copy
    try:
        with suppress(OSError):  # no more processes: those that there are will do
            for _ in range(jobs):
                _fork(parts, work, tickets, processes)
        yield from _in_order(parts, work, processes)
    finally:
        _end(tickets, processes)


def _fork(
    parts: Sequence[_Part],
    work: Callable[[_Part], Answer[_Result]],
    tickets: int,
    processes: dict[int, int],
) -> None:
    """Start a process, and enter its number under the pipe that its answers come from.

    No signal comes between: an interrupted run would not know the process, and the process would
    take itself for the run.
    """
    from signal import SIG_BLOCK, SIG_SETMASK, SIGHUP, SIGINT, SIGTERM, pthread_sigmask

    answers, into = os.pipe()
    parent = os.getpid()
    before = pthread_sigmask(SIG_BLOCK, {SIGHUP, SIGINT, SIGTERM})
    try:
        process = os.fork()
        if not process:
            _begin(parts, work, tickets, into, (answers, *processes), parent)
        processes[answers] = process
    except OSError:
        os.close(answers)
        raise
    finally:
        os.close(into)
        pthread_sigmask(SIG_SETMASK, before)


def _begin(
    parts: Sequence[_Part],
    work: Callable[[_Part], Answer[_Result]],
    tickets: int,
    into: int,
    others: Iterable[int],
    parent: int,
) -> NoReturn:
    """Do the work in a new process, and end it.

    others: ends of pipes that are its parent's. A writer who holds the reading end, too, is never
    told that the reader has gone.
    """
    try:
        for other in others:
            os.close(other)
        _heed()
        _serve(parts, work, tickets, into, parent)
    finally:  # without a word, even of an error: what has no answer is done where it is missed
        os._exit(0)


def _heed() -> None:
    """Leave Ctrl-C and a terminal's end to the parent, and end at its word as Ctrl-C would.

    So nothing half done stays.
    """
    persist()
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGHUP, signal.SIGINT, signal.SIGTERM})


def _end(tickets: int, processes: dict[int, int]) -> None:
    """End the processes that are not done: none begins another part, or waits for a reader.

    An interrupt does not hinder it, not even one that comes while the last of them goes.
    """
    try:
        with held_back():
            while os.read(tickets, 1 << 12):
                pass
            os.close(tickets)
            for answers, process in processes.items():
                os.close(answers)
                os.kill(process, signal.SIGTERM)
        _await(processes)
    except KeyboardInterrupt:  # the first; a second one ends this process
        _await(processes)
        raise


def _await(processes: dict[int, int]) -> None:
    for process in processes.values():
        with suppress(ChildProcessError):  # it has been waited for
            os.waitpid(process, 0)


def _serve(
    parts: Sequence[_Part],
    work: Callable[[_Part], Answer[_Result]],
    tickets: int,
    into: int,
    parent: int,
) -> None:
    """Do one part after the other; each message is its own length, and what a part came to.

    parent: the process that asks for it; when it is killed, nothing more is begun.
    """
    from marshal import dumps

    with open(into, "wb") as stream:
        while os.getppid() == parent and (ticket := os.read(tickets, 2)):
            number = int.from_bytes(ticket, "little")
            answer = work(parts[number])
            notes, results = answer
            plain = not results and all(reason is None for _, reason in notes)
            if plain:
                message = dumps((number, notes, b""))
            else:
                import pickle

                message = dumps((number, [], pickle.dumps(answer)))
            stream.write(len(message).to_bytes(4, "little") + message)
            if not plain:
                stream.flush()


def _in_order(
    parts: Sequence[_Part], work: Callable[[_Part], Answer[_Result]], processes: dict[int, int]
) -> Iterator[Answer[_Result]]:
    from select import POLLIN, poll

    heard = {answers: bytearray() for answers in processes}
    poller = poll()
    for answers in heard:
        poller.register(answers, POLLIN)
    waiting: dict[int, Answer[_Result]] = {}
    due = 0
    while heard:
        for answers, _ in poller.poll():
            data = os.read(answers, 1 << 16)
            if data:
                heard[answers] += data
                waiting.update(_messages(heard[answers]))
            else:
                poller.unregister(answers)
                del heard[answers]
        while due in waiting:
            yield waiting.pop(due)
            due += 1
    for number in range(due, len(parts)):
        yield waiting.pop(number) if number in waiting else work(parts[number])


def _messages(heard: bytearray) -> Iterator[tuple[int, Answer[_Result]]]:
    """Take the messages that are complete."""
    from marshal import loads

    while len(heard) >= 4:
        end = 4 + int.from_bytes(heard[:4], "little")
        if len(heard) < end:
            return
        number, notes, pickled = loads(heard[4:end])
        del heard[:end]
        if pickled:
            import pickle

            yield number, pickle.loads(pickled)
        else:
            yield number, (notes, [])


def spawned(
    items: Iterator[str | _Result], work: Callable[[str], _Result], jobs: int
) -> Iterator[_Result]:
    """Do the work for each path in so many processes, if they are many, while the walk goes on.

    items: paths, and results that are known already; the results come in the same order. work:
    a function that can be sent to another process.
    """
    first = list(islice(items, _WORTHWHILE)) if jobs > 1 else []
    if len(first) < _WORTHWHILE:
        for item in chain(first, items):
            yield settle(item, work)
        return
    import multiprocessing
    from functools import partial

    context = multiprocessing.get_context("spawn")
    # Ctrl-C is this process's business: the others would each print a traceback.
    ignore = signal.signal, (signal.SIGINT, signal.SIG_IGN)
    with context.Pool(min(jobs, _MOST), *ignore) as pool:
        yield from pool.imap(partial(settle, work=work), chain(first, items), chunksize=_CHUNK)


def settle(item: str | _Result, work: Callable[[str], _Result]) -> _Result:
    """Do the work for a path; a result is one already."""
    return work(item) if isinstance(item, str) else item
