"""Rewrite TRTC error codes written as numbers to ErrorCode.NAME, and import ErrorCode.

Every file is proved before it is written: it parses, nothing but the numbers and one import has
changed, and a second run would change nothing. What has no safe rewrite is left and listed.
"""

from __future__ import annotations

from flake8_trtc.fix.command import EPILOG, add_arguments, prepared, run

__all__ = ["EPILOG", "add_arguments", "prepared", "run"]
