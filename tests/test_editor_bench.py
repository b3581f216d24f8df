"""The bench of the language server: what it types into, and what it makes of its figures."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

pytest.importorskip("pygls")
ROOT = Path(__file__).parent.parent
sys.path.append(str(ROOT))

from benchmarks.editor import __main__ as bench  # noqa: E402
from benchmarks.editor import texts  # noqa: E402
from flake8_trtc.api import check_text, load_options  # noqa: E402
from flake8_trtc.detect.scan import may_hold  # noqa: E402

PLAIN = load_options(isolated=True)


@pytest.mark.parametrize(("name", "make"), [("a.py", texts.python), ("a.vue", texts.vue)])
def test_texts(name: str, make: object) -> None:
    assert callable(make)
    for candidates in (0, 20):
        text = make(candidates)
        assert 1000 <= text.count("\n") <= 1020
        assert may_hold(text.encode(), name, PLAIN) == bool(candidates)
        found = check_text(name, text, PLAIN)
        assert [item.code for item in found] == ["TRT001"] * candidates
        for version in range(1, 9):
            assert len(check_text(name, bench.typed(text, version), PLAIN)) == candidates


def test_a_case() -> None:
    case = bench.CASES[3]._replace(make=lambda candidates: texts.vue(candidates, 200), limit=60.0)
    row, good = bench.changed(case, 5)
    assert good
    assert row["measured"] == "a change of a.vue, 212 lines, 20 findings"
    assert not bench.changed(case._replace(limit=0.0), 3)[1]
    row, _ = bench.started(1, 0)
    assert "; pygls' smallest server " in row["found"]


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="memory is read from /proc")
def test_memory() -> None:
    row, _ = bench.remembered(20)
    assert row["measured"] == "memory after 2 and after 20 changes, 10 findings"
