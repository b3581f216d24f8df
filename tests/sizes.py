"""How much is run of what could take any amount: a sample, or all of it where FLAKE8_TRTC_FULL is set."""

from __future__ import annotations

import os

FULL = "FLAKE8_TRTC_FULL" in os.environ


def every(step: int) -> int:
    """A step between samples; 1 where all are to be taken."""
    return 1 if FULL else step
