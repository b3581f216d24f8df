"""The injection bench marks what it injects, and tells a broken fix from a sound one."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import pytest
from runjs import needs_node

ROOT = Path(__file__).parent.parent
# Behind everything else, so that an installed wheel of flake8_trtc stays what is tested.
sys.path.append(str(ROOT))

from benchmarks.injection import __main__ as bench  # noqa: E402
from benchmarks.injection.hosts import Host, chosen, host_of  # noqa: E402
from benchmarks.injection.inject import injected  # noqa: E402
from benchmarks.injection.prove import python_broken, script_broken  # noqa: E402
from benchmarks.injection.table import rows  # noqa: E402

PYTHON = '"""It."""\nfrom __future__ import annotations\nimport os\n\n\nclass A:\n    x = 1\n\n\ndef f(a):\n    b = a\n    if b:\n        c = 2\n    match b:\n        case 1:\n            pass\n    return (\n        b)\n'
SCRIPT = "'use strict';\nfunction f(a) {\n  const b = a;\n  if (b) {\n    return 1;\n  }\n  return 2; let c;\n}\n"


def host(path: str, text: str) -> Host:
    found = host_of("pad", path, (text + "\n" * 2000).encode(), {"python", "js"})
    assert found is not None
    return found


def lines(found: Host) -> list[str]:
    return [found.text[start:].split(b"\n", 1)[0].decode() for start, _ in found.places]


def test_where_a_statement_can_stand() -> None:
    assert lines(host("a.py", PYTHON)) == [
        "import os",
        "class A:",
        "def f(a):",
        "    b = a",
        "    if b:",
        "        c = 2",
        "    match b:",
        "            pass",
        "    return (",
    ]
    assert lines(host("a.js", SCRIPT)) == [
        "function f(a) {",
        "  const b = a;",
        "  if (b) {",
        "    return 1;",
        "  return 2; let c;",
    ]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.py", PYTHON + "def broken(:\n"),
        ("a.js", SCRIPT + "function {\n"),
        ("a.py", PYTHON + "# MetaTrader\n"),
        ("a.py", PYTHON + "# trtc\n"),
        ("a.ts", SCRIPT),
        ("a.d.ts", SCRIPT),
        ("a.min.js", SCRIPT),
    ],
)
def test_files_that_nothing_is_put_into(path: str, text: str) -> None:
    padded = (text + "\n" * 2000).encode()
    assert host_of("pad", path, padded, {"python", "js"}) is None


def test_too_few_files_fail(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(PYTHON + "\n" * 2000)
    with pytest.raises(ValueError, match="1 files to inject into, 2 there should be"):
        chosen({"a": tmp_path}, {"python"}, 2, Random(1))


@pytest.mark.parametrize("path", ["a.py", "a.js"])
def test_marks_stand_at_numbers(path: str) -> None:
    found = host(path, PYTHON if path == "a.py" else SCRIPT)
    one, two, other = (injected(found, Random(seed)) for seed in (1, 1, 2))
    assert one == two != other
    for seed in range(30):
        text, marks = injected(found, Random(seed))
        assert marks
        for mark in marks:
            assert int(text[mark.start : mark.end], 0) > 4000
        cut = bytearray(text)
        for mark in reversed(marks):
            del cut[mark.start : mark.end]
        assert "‹".encode() not in cut
        assert "@" not in cut.decode()
        assert "§" not in cut.decode()


@needs_node
@pytest.mark.parametrize("path", ["a.py", "a.js"])
def test_what_is_injected_is_found_and_fixed(path: str) -> None:
    found = host(path, PYTHON if path == "a.py" else SCRIPT)
    outcomes = [bench._tried((found, seed)) for seed in range(10)]
    assert [problem for outcome in outcomes for problem in outcome.problems] == []
    assert sum(outcome.fixed for outcome in outcomes) > 20
    table = rows(outcomes)
    places = [row for row in table if row["by"] == "place"]
    strings = [row for row in table if row["by"] == "string"]
    for column in ("codes", "found", "numbers that are none"):
        total = sum(int(row[column]) for row in places)
        assert total == sum(int(row[column]) for row in strings) > 20
    assert {row["missed"] for row in table} == {row["false alarms"] for row in table} == {"0"}


@needs_node
def test_a_miss_and_a_false_alarm_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    found = host("a.py", PYTHON)
    _, marks = injected(found, Random(1))
    monkeypatch.setattr(bench, "scan", lambda source, options: [])
    blind = bench._tried((found, 1)).problems
    wanted = sum(mark.wanted for mark in marks)
    assert wanted > 0
    assert sum(problem.startswith("missed: pad: a.py: ") for problem in blind) == wanted
    monkeypatch.undo()
    monkeypatch.setattr(
        bench, "injected", lambda *_: (PYTHON.encode() + b"if e.code == 16388: pass\n", ())
    )
    monkeypatch.setattr(bench, "_broken", lambda *_: "it is")
    own, broken = bench._tried((found, 1)).problems
    assert own.startswith("false alarm: pad: a.py: its own: 19: 16388 is ")
    assert broken == "broken fix: pad: a.py (seed 1): it is"


IMPORT = "from flake8_trtc import ErrorCode\n"


@needs_node
@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("x = code == 16388\n", IMPORT + "x = code == ErrorCode.JOIN_ROOM_FAILED\n", None),
        ("x = code == 16388\n", IMPORT + "x = code == ErrorCode.UNKNOWN\n", "another one"),
        ("x = code == 16388\n", IMPORT + "x = code != ErrorCode.JOIN_ROOM_FAILED\n", "another one"),
        ("x = code == 16388\n", "x = code == ErrorCode.\n", "does not compile"),
        ("x = 1\n", IMPORT * 2 + "x = 1\n", "twice"),
        ("page_1.evaluate('a === 16388')\n", "page_1.evaluate('a === 16389')\n", "in a string: "),
        ("page_1.evaluate('a === 1')\n", "page_1.evaluate('a === 1')\n", None),
    ],
)
def test_python_broken(old: str, new: str, said: str | None) -> None:
    broken = python_broken(old, new)
    assert broken is None if said is None else broken is not None and said in broken


DECLARED = "const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });\n"


@needs_node
@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("f(c === 16388);", DECLARED + "f(c === ErrorCode.JOIN_ROOM_FAILED);", None),
        ("f(c === 16388);", "{ " + DECLARED + "f(c === ErrorCode.JOIN_ROOM_FAILED); }", None),
        ("f({ 16388: 1 });", DECLARED + "f({ [ErrorCode.JOIN_ROOM_FAILED]: 1 });", None),
        ("f(c === 16388);", DECLARED + "f(c === ErrorCode.PLAY_NOT_ALLOWED);", "16451 stands"),
        ("f(c === 16388);", DECLARED + "f(c !== ErrorCode.JOIN_ROOM_FAILED);", "'!==' stands"),
        ("f(c); g();", "f(c);", "'g' is gone"),
        ("f(c);", "f(c); }", "Node: SyntaxError"),
        ("f(c);", "const c = 1; const c = 2;", "Node: SyntaxError"),
        ("f(c);", "{ f(c);", "Node: SyntaxError"),
    ],
)
def test_script_broken(old: str, new: str, said: str | None) -> None:
    broken = script_broken(old, new, "js", module=False)
    assert broken is None if said is None else broken is not None and said in broken


def test_typescript_broken() -> None:
    old = "const a = c as number === 16388;"
    declared = DECLARED.replace("Object.freeze({", "{").replace("})", "} as const")
    new = declared + "const a = c as number === ErrorCode.JOIN_ROOM_FAILED;"
    assert script_broken(old, new, "ts", module=False) is None
    fields = "class ErrorCode { static readonly JOIN_ROOM_FAILED = 0x4004; }\n"
    assert script_broken(old, new.replace(declared, fields), "ts", module=False) is None
    assert script_broken(old, new + " }", "ts", module=False) == "it does not parse"
