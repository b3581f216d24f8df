"""What the accuracy benches leave behind: Markdown, CSV, and a block of the guides."""

from __future__ import annotations

import csv
import io
import platform
import posixpath
import re
import time
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

Row = dict[str, str]
"""A row of a table: its cells by the names of their columns, in order."""

RESULTS = Path(__file__).with_name("results")


def aligned(rows: Sequence[Row]) -> str:
    """A Markdown table; its columns are those of the first row."""
    columns = list(rows[0])
    lines = [columns, ["---", *["---:"] * (len(columns) - 1)]]
    lines += [[row[column] for column in columns] for row in rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def written(name: str, text: str, rows: Sequence[Row]) -> None:
    """Keep a run: its text with the date and the versions, and its rows as CSV."""
    RESULTS.mkdir(exist_ok=True)
    tools = " ".join(f"{tool} {version(tool)}," for tool in ("flake8-trtc", "tree-sitter"))
    head = f"# {name.capitalize()}, {time.strftime('%Y-%m-%d')}\n\n"
    head += f"{tools} Python {platform.python_version()}.\n\n"
    (RESULTS / f"{name}.md").write_text(head + text, encoding="utf-8")
    table = io.StringIO()
    columns = list(dict.fromkeys(column for row in rows for column in row))
    writer = csv.DictWriter(table, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    (RESULTS / f"{name}.csv").write_text(table.getvalue(), encoding="utf-8")


def date(name: str) -> str:
    """When the kept run of a bench was: 2026-11-24."""
    heading = (RESULTS / f"{name}.md").read_text(encoding="utf-8").partition("\n")[0]
    return heading.rpartition(", ")[2]


def from_csv(path: Path) -> list[Row]:
    """The rows that `written` kept; a cell that a row does not have is empty."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def results_from(document: str) -> str:
    """Where the results are, as seen from a document of the checkout."""
    return posixpath.relpath("benchmarks/results", posixpath.dirname(document) or ".")


def replaced(text: str, name: str, new: str) -> str:
    """A text with what stands between `<!-- name -->` and `<!-- /name -->` replaced.

    Raises ValueError where there is not one such block.
    """
    block = re.compile(rf"(?<=<!-- {name} -->\n).*?(?=<!-- /{name} -->)", re.DOTALL)
    if len(block.findall(text)) != 1:
        raise ValueError(f"there is not one block from <!-- {name} --> to <!-- /{name} -->")
    return block.sub(lambda _: new, text)
