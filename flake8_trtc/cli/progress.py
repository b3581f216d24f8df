"""How far a long run is: one line at the foot of a terminal, gone when there is more to say."""

from __future__ import annotations

import sys
from threading import RLock
from time import monotonic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.live import Live

DELAY = 1.0
"""Seconds after which a run is long."""
EVERY = 0.1


class Progress:
    """The line. The walk may tick from another thread than the one that prints results.

    told: the words for a number of files.
    """

    def __init__(self, told: Callable[[int], str]) -> None:
        self._told = told
        self._next = monotonic() + DELAY
        self._lock = RLock()
        self._live: Live | None = None
        self._hidden = False

    def tick(self, count: int, path: str) -> None:
        """Show how many files have been looked at, and the last of them."""
        if monotonic() < self._next:
            return
        from rich.text import Text

        with self._lock:
            if self._hidden:
                return
            if self._live is None:
                self._live = _line()
                self._live.start()
            # A name may hold anything, even what steers a terminal.
            name = "".join(c if c.isprintable() else "?" for c in path)
            line = Text(f"{self._told(count)}  {name}", no_wrap=True, overflow="ellipsis")
            self._live.update(line, refresh=True)
            self._next = monotonic() + EVERY

    def hide(self) -> None:
        """Take the line away until `show`."""
        with self._lock:
            self._hidden = True
            if self._live is not None:
                self._live.stop()
                self._live = None

    def show(self) -> None:
        """Let the next tick bring the line back."""
        with self._lock:
            self._hidden = False


def _line() -> Live:
    from rich.console import Console
    from rich.live import Live

    # No thread of its own, and no hand on sys.stdout.
    return Live(
        console=Console(file=sys.stderr, highlight=False),
        auto_refresh=False,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
