"""The plot of the README: seconds on the mixed tree, and growth; legible on light and dark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import StringIO

from benchmarks.speed.comparisons import MIXED
from benchmarks.speed.table import Row

_INK = "#7d8590"
_OURS = "#2f81f7"
_THEIRS = "#a0a7b0"
_SIZE = re.compile(r"([\d.]+) MB")


def svg(rows: Sequence[Row]) -> str:
    """Bars for every tool on the mixed tree, lines for `check` and `fix` by size."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    # Text stays text; no date and a fixed salt: the same figures give the same bytes.
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": "speed", "font.size": 9}):
        figure = Figure(figsize=(9, 3.4), layout="constrained")
        bars, lines = figure.subplots(1, 2, width_ratios=(5, 3))
        taken = seconds(rows)
        colours = [_OURS if name in {"check", "fix"} else _THEIRS for name in taken]
        drawn = bars.barh(list(taken), list(taken.values()), color=colours, log=True)
        labels = [f"{value:.2f} s" if value < 10 else f"{value:.0f} s" for value in taken.values()]
        bars.bar_label(drawn, labels, padding=3, color=_INK)
        bars.margins(x=0.25)
        bars.invert_yaxis()
        bars.set_title("seconds on the mixed tree", color=_INK, loc="left")
        for name, colour in (("check", _OURS), ("fix", "#d29922")):
            points = [row for row in rows if row.kind == "scale" and row.ours == name]
            sizes = [float(found[1]) for row in points if (found := _SIZE.search(row.tree))]
            lines.loglog(sizes, [row.value for row in points], "o-", color=colour, label=name)
        lines.set_title("seconds by MB of source", color=_INK, loc="left")
        lines.legend(frameon=False, labelcolor=_INK)
        for axes in (bars, lines):
            axes.patch.set_alpha(0)
            axes.tick_params(which="both", colors=_INK)
            axes.spines[["top", "right"]].set_visible(False)
            axes.spines[["left", "bottom"]].set_color(_INK)
        out = StringIO()
        figure.savefig(out, format="svg", transparent=True, metadata={"Date": None})
    return re.sub(r"[ \t]+$", "", out.getvalue(), flags=re.MULTILINE)


def seconds(rows: Sequence[Row]) -> dict[str, float]:
    """The seconds of each tool on the mixed tree: those beside `check`, those beside `fix`.

    Ours are measured beside each of them; the first measurement is shown.
    """
    groups: dict[str, dict[str, float]] = {}
    for row in rows:
        if row.tree == MIXED and row.unit == "s" and row.kind != "noise":
            group = groups.setdefault(row.ours, {row.ours: row.value})
            group[row.beside] = row.beside_value or 0.0
    return {
        name: group[name]
        for group in groups.values()
        for name in sorted(group, key=group.__getitem__)
    }
