"""Interrupts that come where Python can't raise them."""

from __future__ import annotations

import signal
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType

# In seconds: by then the callback that swallowed the interrupt has returned.
_LATER = 0.001


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
