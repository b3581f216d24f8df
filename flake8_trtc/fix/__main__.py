"""`python -P -m flake8_trtc.fix`, which is `flake8-trtc fix`."""

from __future__ import annotations

import os
import sys

if __name__ == "__main__":
    # Without -P the directory that is checked comes first, and its json.py before Python's own.
    if not sys.flags.safe_path and sys.path[:1] == [os.getcwd()]:
        del sys.path[0]
    from flake8_trtc.cli import main

    sys.argv.insert(1, "fix")
    sys.exit(main())
