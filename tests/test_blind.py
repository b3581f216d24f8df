"""The files that were written without a look at the code: regression tests since they were opened."""

from __future__ import annotations

import pytest

from benchmarks.blind import FILES, KINDS, Label, score

MISSED: dict[tuple[str, str], set[Label]] = {
    # Of one test that can never hold TRT204 says so; another writer labelled it TRT204 alone.
    ("3", "python"): {("p051_dot_code_of_v4_error.py", 12, "TRT001")},
    # Names of a class's own, which TRT901 finds.
    ("3", "web"): {("w118_static_codes.ts", line, "TRT001") for line in (4, 5)},
    ("4", "web"): {("w053_legacy.html", 32, "TRT001")},
    # Strings of five digits under the name `code`, in a file without a word of TRTC; and codes of v5
    # where nothing but the fix's own import speaks of it.
    ("5", "python"): {
        *(("p034_log_scan.py", line, "TRT002") for line in (16, 18)),
        *(("p044_v5_handler.py", line, "TRT001") for line in (20, 22, 30)),
    },
    # Names of an enum's own, which TRT901 finds.
    ("5", "web"): {("w014_rtc_codes.ts", line, "TRT001") for line in (7, 8, 9)},
}
FALSE: dict[tuple[str, str], set[Label]] = {
    # A common code of the same error that is compared with a rare one in the line above.
    ("4", "web"): {("w021_media_screen.ts", 12, "TRT001")},
}


@pytest.mark.parametrize("third", ["1", "2", "3", "4", "5", "6"])
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_found_of_what_is_labelled(third: str, kind: str) -> None:
    result = score(FILES / third, kind)
    assert result.found
    assert result.missed == MISSED.get((third, kind), set())
    assert result.false == FALSE.get((third, kind), set())
