"""The files that were written without a look at the code: regression tests since they were opened."""

from __future__ import annotations

import pytest

from benchmarks.blind import FILES, KINDS, Label, score

MISSED: dict[tuple[str, str], set[Label]] = {
    # Of one test that can never hold TRT204 says so; another writer labelled it TRT204 alone.
    ("3", "python"): {("p051_dot_code_of_v4_error.py", 12, "TRT001")},
    # Names of a class's own, which TRT901 finds.
    ("3", "web"): {("w118_static_codes.ts", line, "TRT001") for line in (4, 5)},
}


@pytest.mark.parametrize("third", ["1", "2", "3"])
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_found_of_what_is_labelled(third: str, kind: str) -> None:
    result = score(FILES / third, kind)
    assert result.found
    assert result.missed == MISSED.get((third, kind), set())
    assert not result.false
