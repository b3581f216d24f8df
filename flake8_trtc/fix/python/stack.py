"""Room for Python's own recursion: its parser and compiler call themselves for each level."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar

_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")

DEPTH = 5000
"""The depth of statements and expressions up to which files are rewritten."""

_FRAMES = 8 * DEPTH
_STACK = 1 << 29
"""Bytes of address space; only what is used of it is taken."""


def deeply(function: Callable[_Given, _Made], *given: _Given.args, **named: _Given.kwargs) -> _Made:
    """Call a function; where it recurses too deeply, again with more room.

    Raises what the function raises: RecursionError where that is not enough, too.
    """
    try:
        return function(*given, **named)
    except RecursionError:
        return _with_room(lambda: function(*given, **named))


def _with_room(call: Callable[[], _Made]) -> _Made:
    import threading

    made: list[_Made] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            made.append(call())
        except BaseException as error:  # it is raised where the call was made
            failed.append(error)

    frames, stack = sys.getrecursionlimit(), threading.stack_size(_STACK)
    try:
        sys.setrecursionlimit(max(frames, _FRAMES))
        thread = threading.Thread(target=run)
        thread.start()
        thread.join()
    finally:
        threading.stack_size(stack)
        sys.setrecursionlimit(frames)
    if failed:
        raise failed[0]
    return made[0]
