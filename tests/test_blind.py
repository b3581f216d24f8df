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
    ("7", "python"): {
        # That liteav's functions did well: 0 is its code only where OnError's is compared.
        *(("music_bot.py", line, "TRT001") for line in (55, 64)),
        ("recorder.py", 59, "TRT001"),
        # Constants and tables of the file's own that give a number a name; TRT901 finds those that
        # have the catalog's.
        ("errors.py", 28, "TRT001"),
        *(("v5_reports.py", line, "TRT001") for line in (12, 13)),
        ("trtc_explain.py", 19, "TRT001"),
        # Strings, and what makes one, that are given to a call by the name `code`.
        *(("rtc_exporter.py", line, rule) for line, rule in ((15, "TRT002"), (16, "TRT001"))),
        ("test_fault_ingest.py", 51, "TRT002"),
        # What `extra` is given; what stands for a code of nobody's in particular.
        ("test_fake_sdk.py", 29, "TRT004"),
        ("providers.py", 52, "TRT001"),
    },
    # A common number under a name that says nothing; a field of a form.
    ("9", "python"): {("retrying.py", 53, "TRT001"), ("support_bot.py", 54, "TRT002")},
    # Names of an enum's own, which TRT901 finds.
    ("9", "web"): {("client-errors.ts", line, "TRT001") for line in (4, 5, 7)},
    # What a function of liteav's gives to a name that says nothing.
    ("8", "python"): {("liteav_recorder.py", 63, "TRT001")},
    ("7", "web"): {
        *(("recovery.ts", line, "TRT001") for line in (7, 8, 9)),
        # Numbers that go through other functions: `reduce`, `evaluate`, a state, an emitted event.
        ("log-stats.mjs", 43, "TRT001"),
        ("join.spec.ts", 52, "TRT001"),
        *(("Classroom.jsx", line, rule) for line, rule in ((55, "TRT001"), (56, "TRT004"))),
        *(("room.test.ts", line, rule) for line, rule in ((35, "TRT004"), (38, "TRT001"))),
        # A default called `fallback`.
        ("retry.mjs", 10, "TRT001"),
        # v5's extra codes, of which TRT905 finds those that are read from an error.
        ("rtc.ts", 20, "TRT001"),
        *(("v5-demo.html", line, "TRT001") for line in (20, 21, 22)),
    },
}
FALSE: dict[tuple[str, str], set[Label]] = {
    # A common code of the same error that is compared with a rare one in the line above.
    ("4", "web"): {("w021_media_screen.ts", 12, "TRT001")},
}


@pytest.mark.parametrize("third", ["1", "2", "3", "4", "5", "6", "7", "8", "9"])
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_found_of_what_is_labelled(third: str, kind: str) -> None:
    result = score(FILES / third, kind)
    assert result.found
    assert result.missed == MISSED.get((third, kind), set())
    assert result.false == FALSE.get((third, kind), set())
