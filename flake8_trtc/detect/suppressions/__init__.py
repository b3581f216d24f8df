"""Suppressions by comments: `trtc: ignore` and flake8's noqa."""
