"""`python -m flake8_trtc.fix`, which is `flake8-trtc fix`."""

from __future__ import annotations

import sys

from flake8_trtc.cli import main

if __name__ == "__main__":
    sys.exit(main(["fix", *sys.argv[1:]]))
