"""Interrupts: those that Python would lose, and those of work that takes too long."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

if sys.platform != "win32":
    _ENDING = frozenset({signal.SIGALRM, signal.SIGHUP, signal.SIGINT, signal.SIGTERM})
# In seconds: by then the callback that swallowed the interrupt has returned.
_LATER = 0.001


@contextmanager
def held_back() -> Iterator[None]:
    """Have this process's interrupts wait: what must be done whole is done whole.

    For work that has an end of its own. On Windows, which can't hold them back, they do not wait.
    """
    if sys.platform == "win32":
        yield
        return
    block, restore = signal.SIG_BLOCK, signal.SIG_SETMASK
    before = signal.pthread_sigmask(block, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(restore, before)


class TooLong(BaseException):
    """Something takes too long; no Exception, which would be taken for a defect of it."""


def persist() -> None:
    """Have an interrupt that Python swallows raised again a moment later, in this process.

    In a finalizer or the callback of a weak reference an exception is printed and dropped: the run
    would go on as if nobody had asked it to end. On Windows, which has no timer, it still does.
    """
    if sys.platform != "win32":
        sys.unraisablehook = _again


if sys.platform != "win32":

    def _again(unraisable: sys.UnraisableHookArgs) -> None:
        interrupt = unraisable.exc_value
        if not isinstance(interrupt, KeyboardInterrupt):
            sys.__unraisablehook__(unraisable)
            return

        def repeat(_number: int, _frame: FrameType | None) -> None:
            raise interrupt

        signal.signal(signal.SIGALRM, repeat)
        signal.setitimer(signal.ITIMER_REAL, _LATER)

    @contextmanager
    def limited(seconds: float) -> Iterator[None]:
        """Raise `TooLong` after so many seconds of CPU, and again should it get lost in a callback.

        Not of time: on a busy machine no file takes long.
        """

        def end(_number: int, _frame: FrameType | None) -> None:
            raise TooLong

        before = signal.signal(signal.SIGPROF, end)
        signal.setitimer(signal.ITIMER_PROF, seconds, 0.1)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.signal(signal.SIGPROF, before)
