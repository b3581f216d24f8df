"""Standard streams and signals of a process, before a command line is run."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager, suppress

from flake8_trtc.workspace.interrupts import persist

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType


class Terminated(KeyboardInterrupt):
    """Another process wants this one to end, by the signal of this number."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number

    def end(self) -> None:
        """End this process by the same signal, so that whoever waits for it is told."""
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError):
                stream.flush()
        signal.signal(self.number, signal.SIG_DFL)
        os.kill(os.getpid(), self.number)


@contextmanager
def ending(*, ours: bool = False) -> Iterator[Callable[[], None]]:
    """Raise `Terminated` where this process is to end: nothing half done is left then.

    A signal that is ignored, as under nohup, stays ignored. ours: Ctrl-C ends this process at once
    but from the call of what is given on; then a first one raises KeyboardInterrupt.
    """
    numbers = [signal.SIGTERM]
    if sys.platform != "win32":
        numbers.append(signal.SIGHUP)
    heeded: list[signal.Signals] = []
    unraisable = sys.unraisablehook

    def heed(number: int, _frame: FrameType | None) -> None:
        for other in heeded:  # once is enough: the end is not interrupted
            signal.signal(other, signal.SIG_IGN)
        raise Terminated(number)

    with suppress(ValueError):  # not the main thread: signals are somebody else's
        for number in numbers:
            if signal.getsignal(number) is signal.SIG_DFL:
                signal.signal(number, heed)
                heeded.append(number)
        persist()

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # a second one is not to wait for the end
        raise KeyboardInterrupt

    def begin() -> None:
        if ours:
            signal.signal(signal.SIGINT, interrupt)

    try:
        yield begin
    finally:
        if ours:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
        sys.unraisablehook = unraisable
        for number in heeded:
            signal.signal(number, signal.SIG_DFL)


def opened() -> bool:
    """Open the standard streams that are closed; whether standard output was open.

    Else the next file to be opened would take the place of one of them. What is read from a closed
    standard input, or written to a closed standard output, is an OSError; what is said to a closed
    standard error is lost, which is what its being closed asks for.
    """
    closed = [number for number in range(3) if not _is_open(number)]
    for number, flags in enumerate((os.O_WRONLY, os.O_RDONLY, os.O_WRONLY)):
        if number in closed:
            descriptor = os.open(os.devnull, flags)
            if descriptor != number:
                os.dup2(descriptor, number)
                os.close(descriptor)
    if sys.stdin is None:
        sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    if sys.stdout is None:
        sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    if sys.stderr is None:
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)
    return 1 not in closed


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True
