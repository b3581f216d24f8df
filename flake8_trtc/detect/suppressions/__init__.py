"""What comments silence: `trtc: ignore` and flake8's noqa."""
