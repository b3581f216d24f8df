"""What the plugin costs inside flake8: by the megabyte, and to import."""

from __future__ import annotations

import json
import statistics
import sys
from pathlib import Path

from benchmarks.speed.clock import run
from benchmarks.speed.table import Row
from benchmarks.speed.trees import Tree

_PEERS = Path(__file__).parent / "peers"
_MOST = 40.0
"""Milliseconds a megabyte."""
_OF_PYFLAKES = 0.10
_IMPORT = 10.0


def by_megabyte(name: str, tree: Tree, work: Path, repeats: int) -> list[Row]:
    """The plugin's time on a tree, alone and beside pyflakes' and bugbear's, in one process."""
    command = [sys.executable, str(_PEERS / "in_process.py"), str(tree.path), str(repeats)]
    done = json.loads(run(command, work, worst=0).out)
    megabytes = done["bytes"] / 1e6
    costs = {
        plugin: [seconds * 1000 / megabytes for seconds in taken]
        for plugin, taken in done["seconds"].items()
    }
    ours = costs["flake8-trtc"]
    value = statistics.median(ours)
    rows = [
        Row(
            "inside",
            "plugin in process",
            name,
            value,
            "ms/MB",
            low=min(ours),
            high=max(ours),
            target=_MOST,
            pairs=repeats,
        )
    ]
    for plugin, target in (("pyflakes", _OF_PYFLAKES), ("flake8-bugbear", None)):
        ratios = [a / b for a, b in zip(ours, costs[plugin], strict=True)]
        theirs = statistics.median(costs[plugin])
        rows.append(
            Row(
                "peer",
                "plugin in process",
                name,
                value,
                "ms/MB",
                f"{plugin} in process",
                theirs,
                value / theirs,
                min(ratios),
                max(ratios),
                target,
                repeats,
                telling=target is not None,
            )
        )
    return rows


def importing(work: Path, repeats: int) -> Row:
    """What importing the plugin adds to a flake8 that is loaded.

    Raises SystemExit where it loads what it should not.
    """
    command = [sys.executable, str(_PEERS / "importing.py")]
    found = [json.loads(run(command, work, worst=0).out) for _ in range(repeats + 1)][1:]
    if found[0]["heavy"]:
        raise SystemExit(f"importing the plugin loads {', '.join(found[0]['heavy'])}")
    taken = [each["ms"] for each in found]
    return Row(
        "inside",
        "plugin's import",
        "–",
        statistics.median(taken),
        "ms",
        low=min(taken),
        high=max(taken),
        target=_IMPORT,
        pairs=repeats,
    )
