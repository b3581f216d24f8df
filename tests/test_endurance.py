"""The page of what a run survives: each part is kept apart, and what was tried is counted."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Literal

import pytest

from benchmarks import endurance, results

if sys.platform == "win32":
    pytest.skip("it sends signals", allow_module_level=True)

import smuggled
from environments import ROOT

Outcome = Literal["passed", "failed", "skipped"]


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(endurance, "RESULTS", tmp_path)
    monkeypatch.setattr(results, "RESULTS", tmp_path)
    monkeypatch.setattr(endurance, "_run", lambda: "2026-11-30, here")
    return tmp_path


def test_a_part_replaces_itself_alone(kept: Path) -> None:
    endurance.keep("left", [{"command": "`rules`", "hang": "1"}])
    endurance.keep("killed", [{"what": "disk full", "lost": "0"}])
    endurance.keep("left", [{"command": "`list`", "hang": "0"}, {"command": "`fix`", "hang": "2"}])
    assert (kept / "endurance.csv").read_text(encoding="utf-8") == (
        "part,run,what,lost,command,hang\n"
        'killed,"2026-11-30, here",disk full,0,,\n'
        'left,"2026-11-30, here",,,`list`,0\n'
        'left,"2026-11-30, here",,,`fix`,2\n'
    )
    text = (kept / "endurance.md").read_text(encoding="utf-8")
    head, first, second = text.split("## ")
    assert head.startswith("# Endurance, ")
    for section, name, rows in (
        (first, "killed", "| what | lost |\n| --- | ---: |\n| disk full | 0 |\n\n"),
        (second, "left", "| command | hang |\n| --- | ---: |\n| `list` | 0 |\n| `fix` | 2 |\n"),
    ):
        assert section == "{}\n\n{}\n\n2026-11-30, here.\n\n{}".format(*endurance.PARTS[name], rows)


def test_the_rows_of_what_was_tried() -> None:
    tried = smuggled.rows((ROOT / "SECURITY.md").read_text(encoding="utf-8"))
    assert len(tried) >= 20
    assert list(dict.fromkeys(row.kind for row in tried)) == [
        "Code",
        "Options",
        "Paths",
        "Workflow commands, terminals, patches",
        "Time and room",
    ]
    assert tried[-1] == smuggled.Tried(
        "Time and room",
        "UTF-16, `# coding: rot13`, NUL bytes",
        "one line, ends with 3",
        "test_untrusted.py::test_an_encoding_that_can_not_be_read",
    )


def test_the_cases_of_a_test_are_counted() -> None:
    def report(
        test: str, outcome: Outcome, when: Literal["setup", "call"] = "call"
    ) -> pytest.TestReport:
        return pytest.TestReport(f"tests/test_a.py::{test}", ("", 1, ""), {}, outcome, None, when)

    counts = smuggled._Counting()
    for item in (
        report("test_x[1]", "passed", "setup"),
        report("test_x[1]", "passed"),
        report("test_x[a/b]", "failed"),
        report("test_x[3]", "skipped"),
        report("test_y", "passed"),
        report("test_z", "failed", "setup"),
    ):
        counts.pytest_runtest_logreport(item)
    assert counts.all == {
        "test_a.py::test_x": 2, "test_a.py::test_y": 1, "test_a.py::test_z": 1, "test_a.py": 4,
    }  # fmt: skip
    assert counts.held == Counter(
        {"test_a.py::test_x": 1, "test_a.py::test_y": 1, "test_a.py::test_z": 0, "test_a.py": 2}
    )
