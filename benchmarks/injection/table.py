"""The tables of a run, as rows and in Markdown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from benchmarks.injection.inject import Mark
from benchmarks.results import Row, aligned

if TYPE_CHECKING:
    from benchmarks.injection.__main__ import Outcome


def rows(outcomes: Sequence[Outcome]) -> list[Row]:
    """A row a place and a row a kind of string, found and missed, silent and false."""
    pairs = [
        (mark, found)
        for outcome in outcomes
        for mark, found in zip(outcome.marks, outcome.found, strict=True)
    ]
    return [
        *_rows("place", pairs, lambda mark: mark.place),
        *_rows("string", pairs, lambda mark: mark.kind),
    ]


def _rows(by: str, pairs: Sequence[tuple[Mark, bool]], key: Callable[[Mark], str]) -> list[Row]:
    names = list(
        dict.fromkeys(key(mark) for mark, _ in sorted(pairs, key=lambda pair: _order(pair[0])))
    )
    return [_row(by, name, [pair for pair in pairs if key(pair[0]) == name]) for name in names]


def _order(mark: Mark) -> tuple[bool, str, str]:
    return not mark.wanted, mark.place, mark.kind


def _row(by: str, name: str, pairs: Sequence[tuple[Mark, bool]]) -> Row:
    wanted = [found for mark, found in pairs if mark.wanted]
    others = [found for mark, found in pairs if not mark.wanted]
    return {
        "by": by,
        "where": name,
        "codes": str(len(wanted)),
        "found": str(sum(wanted)),
        "missed": str(len(wanted) - sum(wanted)),
        "numbers that are none": str(len(others)),
        "false alarms": str(sum(others)),
    }


def markdown(
    table: Sequence[Row], outcomes: Sequence[Outcome], refused: Mapping[str, int], files: str
) -> str:
    """The table, and what became of the fix."""
    fixed = sum(outcome.fixed for outcome in outcomes)
    own = sum(outcome.own for outcome in outcomes)
    reasons = "".join(f"- {count}: {reason}\n" for reason, count in sorted(refused.items()))
    return (
        f"Codes put into {files} files of the corpus.\n\n{aligned(table)}\n"
        f"False alarms at the files' own numbers: {own}.\n\n"
        f"Fixed: {fixed} codes, each file proved by Python's compiler or Node, by its tree or its "
        f"tokens.\nRefused, by reason:\n\n{reasons}\n"
    )
