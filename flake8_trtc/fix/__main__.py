"""`python -m flake8_trtc.fix`; see `command`."""

from __future__ import annotations

import sys

from flake8_trtc.cli.commands.fix import main

if __name__ == "__main__":
    sys.exit(main())
