"""What SECURITY.md says was tried is tried: each test that it names is there."""

from __future__ import annotations

import re

import pytest
from environments import ROOT

_TEXT = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
_ROWS = [row for row in _TEXT.splitlines() if row.startswith("| ") and ".py" in row]
_TESTS = [re.findall(r"`(test_\w+\.py)(?:::(\w+))?`", row)[-1] for row in _ROWS]


@pytest.mark.parametrize(("file", "test"), sorted(set(_TESTS)))
def test_what_is_named_is_there(file: str, test: str) -> None:
    source = (ROOT / "tests" / file).read_text(encoding="utf-8")
    assert test == "" or re.search(rf"^def {test}\(", source, re.MULTILINE)


def test_every_row_names_a_test() -> None:
    assert len(_ROWS) == len(_TESTS) >= 20
