"""Standard input as a file: `check -` and `fix -`, for editors and other programs."""

from __future__ import annotations

import sys

from flake8_trtc.messages import failures
from flake8_trtc.source import is_read
from flake8_trtc.workspace.files import FileError
from flake8_trtc.workspace.generated import not_ours
from flake8_trtc.workspace.walk import EXCLUDED, UNREAD, excluded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from flake8_trtc.config.options import Options
    from flake8_trtc.messages.message import Message

UNNAMED = "stdin"
"""The default name of the file; it is Python then."""


def read_input() -> bytes:
    """The bytes of standard input. Raises FileError."""
    try:
        return sys.stdin.buffer.read()
    except OSError as error:  # it is closed, or a directory
        raise FileError(failures.system(error)) from None


def unfit(name: str | None, data: bytes, options: Options, *, forced: bool) -> Message | None:
    """Why standard input is skipped, as a file of this name would be, or None.

    forced: the value of `--force-exclude`.
    """
    if name is None:
        return None
    if excluded(name, options.exclude, forced=forced):
        return EXCLUDED
    return not_ours(name, data) if is_read(name, data) else UNREAD
