"""The table of a run: what became of each kind of file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from benchmarks.behaviour.case import Case
from benchmarks.behaviour.fixed import Fixed
from benchmarks.results import Row, aligned


class Outcome(NamedTuple):
    """A case and what became of it.

    ran: it does something that depends on the code, or None if it was not run, since nothing of it
    was changed; different: what it did before and does after, where that is not the same.
    """

    case: Case
    fixed: Fixed
    ran: bool | None
    different: tuple[str, str] | None = None


def rows(outcomes: Sequence[Outcome]) -> list[Row]:
    """A row a kind, and one for all."""
    kinds = list(dict.fromkeys(outcome.case.kind for outcome in outcomes))
    found = [_row(kind, [item for item in outcomes if item.case.kind == kind]) for kind in kinds]
    return [*found, _row("all", outcomes)]


def _row(kind: str, outcomes: Sequence[Outcome]) -> Row:
    done = sum(item.fixed.fixed for item in outcomes)
    refused = sum(len(item.fixed.refused) for item in outcomes)
    share = refused / (done + refused) if done + refused else 0.0
    return {
        "kind": kind,
        "files": str(len(outcomes)),
        "changed": str(sum(item.ran is not None for item in outcomes)),
        "codes fixed": str(done),
        "refused": str(refused),
        "share refused": f"{share:.0%}",
        "different": str(sum(item.different is not None for item in outcomes)),
    }


def markdown(table: Sequence[Row], outcomes: Sequence[Outcome]) -> str:
    """The table, and why codes were refused."""
    reasons = Counter(reason for item in outcomes for reason in item.fixed.refused)
    lines = "".join(f"- {count}: {reason}\n" for reason, count in reasons.most_common())
    deciding = sum(item.ran is True for item in outcomes)
    ran = sum(item.ran is not None for item in outcomes)
    return (
        f"{aligned(table)}\nWhat a file does depends on the code in {deciding} of {ran} changed "
        f"ones.\n\nRefused, by reason:\n\n{lines}\n"
    )
