"""What importing the plugin adds to flake8, as JSON: milliseconds, and what it loads."""

import json
import sys
import time

import flake8.main.cli  # noqa: F401  (what a run of flake8 has loaded anyway)

HEAVY = ("libcst", "tree_sitter", "multiprocessing", "rich")

if __name__ == "__main__":
    loaded = set(sys.modules)
    start = time.perf_counter()
    import flake8_trtc.plugin  # noqa: F401

    milliseconds = (time.perf_counter() - start) * 1000
    added = set(sys.modules) - loaded
    print(json.dumps({"ms": milliseconds, "heavy": sorted(set(HEAVY) & added)}))
