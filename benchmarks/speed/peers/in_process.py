"""What plugins cost inside flake8: `in_process.py PATH REPEATS` prints seconds as JSON.

Every file is read and parsed once a repeat, as flake8 does; then each plugin in turn gets its tree
and lines, and only that is timed. The plugins begin by turns.
"""

import ast
import json
import os
import sys
import time
import tokenize
from collections.abc import Iterator
from pathlib import Path

from bugbear import BugBearChecker
from flake8.main.options import register_default_options
from flake8.options.manager import OptionManager
from flake8.plugins.pyflakes import FlakesChecker

from flake8_trtc.plugin import Plugin


def main(path: str, repeats: int) -> None:
    """Time the plugins over all files."""
    manager = OptionManager(version="", plugin_versions="", parents=[], formatter_names=[])
    register_default_options(manager)
    for plugin in (FlakesChecker, BugBearChecker):
        plugin.add_options(manager)
    options = manager.parse_args([])
    FlakesChecker.parse_options(options)
    BugBearChecker.options = options
    made = {
        "flake8-trtc": lambda tree, name, lines: Plugin(tree, name, lines),
        "pyflakes": lambda tree, name, _lines: FlakesChecker(tree, name),
        "flake8-bugbear": lambda tree, name, lines: BugBearChecker(
            tree, name, lines, options=options
        ),
    }
    taken: dict[str, list[float]] = {name: [] for name in made}
    size = files = 0
    for repeat in range(repeats):
        total = dict.fromkeys(made, 0.0)
        size = files = 0
        for name, lines, tree in _files(path):
            size += os.path.getsize(name)
            files += 1
            for turn in range(len(made)):
                plugin = list(made)[(turn + repeat + files) % len(made)]
                start = time.perf_counter()
                for _ in made[plugin](tree, name, lines).run():
                    pass
                total[plugin] += time.perf_counter() - start
        for plugin, seconds in total.items():
            taken[plugin].append(seconds)
    print(json.dumps({"bytes": size, "files": files, "seconds": taken}))


def _files(path: str) -> Iterator[tuple[str, list[str], ast.Module]]:
    """What flake8 would hand to its plugins: names, lines and trees of the files that parse."""
    for file in sorted(Path(path).rglob("*.py")):
        try:
            with tokenize.open(file) as opened:
                lines = opened.readlines()
            yield str(file), lines, ast.parse("".join(lines))
        except (SyntaxError, ValueError):
            continue


if __name__ == "__main__":
    import warnings

    warnings.simplefilter("ignore")
    main(sys.argv[1], int(sys.argv[2]))
