"""A terminal in the place of standard output or standard error, without one."""

from __future__ import annotations

import io
import re

import pytest


class Terminal(io.StringIO):
    """What was sent to a terminal of 60 columns that has colours."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, stream: str = "stdout") -> None:
        """Take the place of a stream until the test ends."""
        super().__init__()
        for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "TTY_COMPATIBLE"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.setenv("COLUMNS", "60")
        monkeypatch.setattr(f"sys.{stream}", self)

    def isatty(self) -> bool:
        """Say that it is one."""
        return True

    @property
    def lines(self) -> list[str]:
        """The lines as a person sees them, without what colours them."""
        text = re.sub(r"\x1b\[[\d;]*m", "", self.getvalue())
        return [line.rstrip() for line in text.splitlines()]
