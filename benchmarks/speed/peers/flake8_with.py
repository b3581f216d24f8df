"""flake8 with the named plugins and no other: `flake8_with.py [PACKAGE…] -- ARGUMENT…`.

One environment then holds every plugin, and a run loads only those it is about.
"""

import importlib.metadata
import sys
from collections.abc import Iterator
from typing import Any

_found = importlib.metadata.distributions


def main() -> None:
    """Hide the other packages' entry points, then be flake8."""
    end = sys.argv.index("--")
    wanted = {"flake8", "pyflakes", "pycodestyle", "mccabe", *sys.argv[1:end]}

    def distributions(**given: Any) -> Iterator[importlib.metadata.Distribution]:
        return (found for found in _found(**given) if found.metadata["Name"] in wanted)

    importlib.metadata.distributions = distributions
    from flake8.main.cli import main as flake8

    raise SystemExit(flake8(sys.argv[end + 1 :]))


if __name__ == "__main__":
    main()
