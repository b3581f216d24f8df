"""Rows, and how they are shown: Markdown, CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple


class Row(NamedTuple):
    """One line of the table: ours, and what stands beside it.

    unit: of the first two values. beside_value: None where ours stands alone; then the target is
    for the value, else for the ratio. low, high: the range of the ratio, or of the value.
    """

    kind: str
    ours: str
    tree: str
    value: float
    unit: str
    beside: str = ""
    beside_value: float | None = None
    ratio: float | None = None
    low: float = 0.0
    high: float = 0.0
    target: float | None = None
    pairs: int = 0
    peak: float | None = None
    beside_peak: float | None = None
    telling: bool = False

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None where there is none."""
        if self.target is None:
            return None
        return (self.value if self.ratio is None else self.ratio) <= self.target

    @property
    def behind(self) -> bool:
        """Whether a peer, doing the same, is ahead, or a target is missed."""
        peer = self.kind == "peer" and self.ratio is not None and self.ratio > 1
        return peer or self.met is False


class Done(NamedTuple):
    """How many sites a tool reported or wrote, and how many there are in the files it reads."""

    tool: str
    sites: int
    of: int


def ratio(value: float) -> str:
    """Two digits after the point, more for what is tiny: 0.42, 0.0087."""
    return f"{value:.2f}" if value >= 0.1 else f"{value:.2g}"


def number(value: float, unit: str) -> str:
    """A value with its unit: 0.213 s, 3.1 ms/MB."""
    digits = {"": 2, "s": 3 if value < 1 else 1}.get(unit, 1)
    return f"{value:.{digits}f} {unit}".strip()


def markdown(rows: Iterable[Row]) -> str:
    """The table of all rows."""
    lines = [
        "| ours | tree | median | beside it | median | ratio (pairs) | target | met |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        cells = [row.ours, row.tree, number(row.value, row.unit), row.beside or "–"]
        cells.append("–" if row.beside_value is None else number(row.beside_value, row.unit))
        cells.append(_shown(row))
        cells.append("–" if row.target is None else f"≤ {ratio(row.target)}")
        cells.append({True: "yes", False: "**no**", None: "–"}[row.met])
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def done_markdown(done: Iterable[Done]) -> str:
    """The table of what each tool reported or wrote on the mixed tree."""
    lines = ["| tool | sites | of |", "|---|---|---|"]
    lines += [f"| {name} | {sites:,} | {of:,} |" for name, sites, of in done]
    return "\n".join(lines) + "\n"


def memory_markdown(rows: Iterable[Row]) -> str:
    """The table of the highest peak of memory of each tool on each tree."""
    peaks: dict[tuple[str, str], float] = {}
    for row in rows:
        for name, peak in ((row.ours, row.peak), (row.beside, row.beside_peak)):
            if peak is not None:
                key = (name, row.tree)
                peaks[key] = max(peak, peaks.get(key, 0.0))
    lines = ["| tool | tree | MiB |", "|---|---|---|"]
    lines += [f"| {name} | {tree} | {peak:.0f} |" for (name, tree), peak in sorted(peaks.items())]
    return "\n".join(lines) + "\n"


def as_csv(rows: Iterable[Row]) -> str:
    """All rows with all their fields, and whether the target is met."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*Row._fields, "met"])
    for row in rows:
        cells = [f"{cell:.6g}" if isinstance(cell, float) else cell for cell in row]
        writer.writerow([*cells, row.met])
    return out.getvalue()


def from_csv(text: str) -> list[Row]:
    """The rows that `as_csv` wrote, floats to six digits."""
    return [
        Row(**{name: _READ[name](cell) for name, cell in cells.items() if name in _READ})
        for cells in csv.DictReader(io.StringIO(text))
    ]


def _maybe(cell: str) -> float | None:
    return float(cell) if cell else None


_READ: dict[str, Callable[[str], Any]] = {
    **dict.fromkeys(("kind", "ours", "tree", "unit", "beside"), str),
    **dict.fromkeys(("value", "low", "high"), float),
    **dict.fromkeys(("beside_value", "ratio", "target", "peak", "beside_peak"), _maybe),
    "pairs": int,
    "telling": "True".__eq__,
}


def _shown(row: Row) -> str:
    if row.ratio is None and not row.pairs:
        return "–"
    if row.ratio is None:
        return f"{row.low:.3g}–{row.high:.3g}" + f" ({row.pairs})"
    return f"{ratio(row.ratio)}, {ratio(row.low)}–{ratio(row.high)} ({row.pairs})"
