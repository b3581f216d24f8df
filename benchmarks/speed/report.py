"""The report: printed, and with `--write` put into benchmarks/results/ and the guides."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.speed import readme
from benchmarks.speed.plot import svg
from benchmarks.speed.table import (
    Done,
    Row,
    as_csv,
    done_markdown,
    from_csv,
    markdown,
    memory_markdown,
)

_NOTES = """\
Each value is the median of so many runs as stand in brackets, in pairs: both commands by turns,
after a run of each that does not count. A ratio is that of the medians, with the lowest and the
highest of the pairs; below 1, ours is the faster. Each command runs as it comes, with as many
processes or threads as it chooses, and its output goes to a file; its start is part of the time.
A command that writes gets a fresh copy of the tree, outside the time; ast-grep "until it
converges" runs until a pass changes nothing, that pass included. ast-grep's rules and Fixit's
only replace numbers; `fix` and LibCST's command also import the names, `fix` declares them in
JavaScript besides and verifies what it writes. Fixit and LibCST read only the Python files of the
mixed tree, ruff too (a few tests of syntax are beyond LibCST; they hold no codes); PLR2004 is
another rule (every magic number in a comparison). The libraries' trees hold no code, and a run in
which `check` finds one fails. "bare Python" walks, reads and searches for nine words.
"""

_SITES = """\
What each reported or wrote, counted before anything is timed, and how many sites the files that it
reads have. rg reports every such number, ruff every magic number.
"""
_MEMORY = "About 10 MiB is the least that this can see.\n"


class Report(NamedTuple):
    """A whole run: its rows, and what they were measured with and on."""

    facts: readme.Facts
    trees: dict[str, str]
    load: float
    rows: Sequence[Row]
    done: Sequence[Done]
    missing: Sequence[str]

    def markdown(self) -> str:
        """All of it, as Markdown."""
        facts = self.facts
        head = [
            f"# Speed, {facts.date}",
            f"{facts.machine}; load when it began: {self.load:.1f} a core. {facts.versions}.",
            "\n".join(f"- {name}: {said}" for name, said in self.trees.items()),
            _NOTES.rstrip(),
        ]
        parts = [markdown(row for row in self.rows if row.kind != "scale")]
        if self.missing:
            parts.append("Missing: " + "; ".join(self.missing) + ".\n")
        if self.done:
            parts += ["## Sites on the mixed tree\n", _SITES, done_markdown(self.done)]
        if any(row.kind == "scale" for row in self.rows):
            scale = markdown(row for row in self.rows if row.kind == "scale")
            parts += ["## By size\n", scale]
        parts += ["## Peak memory of the largest process\n", _MEMORY, memory_markdown(self.rows)]
        return "\n\n".join(head) + "\n\n" + "\n".join(parts)

    def write(self, root: Path) -> None:
        """Write the results and the guides' blocks of a checkout."""
        results = root / "benchmarks" / "results"
        results.mkdir(exist_ok=True)
        texts = {"speed.md": self.markdown(), "speed.csv": as_csv(self.rows)}
        for name, text in {**texts, "speed.svg": svg(self.rows)}.items():
            (results / name).write_text(text, encoding="utf-8")
        # What the guides say is what the CSV says, rounded from its digits.
        rows = from_csv(texts["speed.csv"])
        for name in readme.WORDS:
            path = root / name
            new = readme.block(name, rows, self.facts)
            path.write_text(
                readme.replaced(path.read_text(encoding="utf-8"), new), encoding="utf-8"
            )
