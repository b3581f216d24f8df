"""Findings, fixes, exit codes and reports are byte for byte what they were when last recorded."""

from __future__ import annotations

from functools import cache

import pytest
from recorded import RECORDED, recorded


@cache
def now() -> dict[str, str]:
    return recorded()


@pytest.mark.parametrize("name", ["findings.txt", "fixes.txt", "runs.txt"])
def test_as_it_was_recorded(name: str) -> None:
    """Where the difference is meant: python tests/recorded.py."""
    before = (RECORDED / name).read_bytes().decode()
    assert now()[name].splitlines() == before.splitlines()
    assert now()[name] == before


def test_all_that_is_recorded_is_compared() -> None:
    assert {path.name for path in RECORDED.iterdir()} == now().keys()
