"""The files that were written without a look at the code: regression tests since they were opened."""

from __future__ import annotations

import pytest

from benchmarks.blind import FILES, KINDS, Label, score

MISSED: dict[tuple[str, str], set[Label]] = {
    # A reply's code in a file that names trtc by the head of a module alone.
    ("2", "python"): {("p101_unittest_asserts.py", line, "TRT001") for line in (12, 17)},
    # A condition in Svelte's markup.
    ("2", "web"): {("w129_player_card.svelte", 23, "TRT001")},
    # v4's numbers as keys of a Map beside v5's SDK; names of a class's own, which TRT901 finds.
    ("3", "web"): {
        *(("w001_migrate_codes.ts", line, "TRT001") for line in range(7, 14)),
        *(("w118_static_codes.ts", line, "TRT001") for line in (4, 5)),
    },
}
FALSE: dict[tuple[str, str], set[Label]] = {
    # TRT204 is labelled, and found; the number is reported, too.
    ("2", "web"): {("w077_dot_code_v4.js", line, "TRT001") for line in (8, 14)},
}


@pytest.mark.parametrize("third", ["1", "2", "3"])
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_found_of_what_is_labelled(third: str, kind: str) -> None:
    result = score(FILES / third, kind)
    assert result.found
    assert result.missed == MISSED.get((third, kind), set())
    assert result.false == FALSE.get((third, kind), set())
