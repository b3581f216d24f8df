"""`python -m flake8_trtc`; see `cli`."""

from __future__ import annotations

import sys

from flake8_trtc.cli import main

if __name__ == "__main__":
    sys.exit(main())
