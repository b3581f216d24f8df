"""What the parser loses of code is said, whatever is selected; it never counts as checked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from flake8_trtc.cli import main
from flake8_trtc.config.options import Options
from flake8_trtc.detect.scan import scan
from flake8_trtc.source import Source

LOST = {
    "calls.py": ("import trtc\nx = (16388\n\ndef f(code):\n    return code == 16389\n", 2, 6),
    "page.html": ("<script>\n// TRTC\nif (x.y(16388, ]] { f(); }\n</script>\n", 3, 1),
    "call.js": ("// TRTC\nfoo(16388 ]] {{ ((\n", 2, 5),
    "browser_test.py": (
        "import trtc\n\n\ndef f(page):\n    page.evaluate('''\n() => { f([16388 }\n''')\n",
        6,
        9,
    ),
    "call.md": ("# TRTC\n\n```python\nif (16388 ] :\n```\n", 4, 5),
}
READ = {
    "broken.py": "import trtc\n\n\ndef f(code):\n    if code == 16388\n        return 1\n",
    "text.py": "import trtc\nx = ('16388', # 16389\n",
    "other.py": "x = (16388\n",  # nothing says TRTC
    "broken.js": "// TRTC\nif (e.getCode() === 16388 { f(); }\n",
    "string.js": "// TRTC\nf('16388' ]);\n",
    "page.html": "<p>TRTC: a < 16388 & b</p><div a='16388' <b>\n",
    "valid.py": "import trtc\n\n\ndef f(code):\n    if code:\n        x = (code ==  # a\n  16388)\n",
}


def said(path: str, line: int, column: int) -> str:
    return (
        f"{path}:{line}:{column}: what may be a code here was not checked, since the code around "
        "it does not parse"
    )


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("command", ["check", "fix"])
@pytest.mark.parametrize("quiet", [False, True])
@pytest.mark.parametrize("name", LOST)
def test_what_is_lost(
    name: str, quiet: bool, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text, line, column = LOST[name]
    if command == "fix":  # of a module that has something to fix it says that it does not compile
        text = text.replace("== 16389", "== x")
    Path(name).write_text(text, encoding="utf-8")
    options = ["-q"] if quiet else []
    assert main([command, "--isolated", "-j1", *options, name]) == ("== 16389" in text)
    err = capsys.readouterr().err.splitlines()
    assert err.count(said(name, line, column)) == 1
    assert not [item for item in err if "no findings" in item]
    assert len(err) == (1 if quiet else 2)


@pytest.mark.parametrize("name", LOST)
def test_trt902(name: str) -> None:
    text, line, column = LOST[name]
    found = scan(Source.from_bytes(name, text.encode()), Options(extend_select=("TRT9",)))
    language = "JavaScript" if name in {"page.html", "call.js", "browser_test.py"} else "Python"
    assert [(item.line, item.column, item.message) for item in found if item.code == "TRT902"] == [
        (line, column, f"the {language} here does not parse; codes behind this may be missed")
    ]


@pytest.mark.parametrize("name", READ)
def test_what_is_read_in_spite_of_errors(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(name).write_text(READ[name], encoding="utf-8")
    main(["check", "--isolated", "-j1", name])
    assert "was not checked" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "text", "check", "fix"),
    [
        ("no_code.py", "import trtc\ndef f(:\n", 0, 0),
        ("lost.py", "import trtc\nx = (16388\n", 0, 0),
        ("broken.py", READ["broken.py"], 1, 3),
        ("broken.js", READ["broken.js"], 1, 1),
        ("no_code.js", "// TRTC\nfoo({{ ]]\n", 0, 0),
        ("broken.ipynb", '{"cells": [ trtc 16388', 3, 3),
        ("broken.py", READ["broken.py"].encode("utf-16"), 3, 3),
    ],
)
def test_what_fails(name: str, text: str | bytes, check: int, fix: int) -> None:
    """As `check --help`, `fix --help` and the table of exit codes in the guide say it."""
    Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())
    assert main(["check", "--isolated", "-j1", name]) == check
    assert main(["fix", "--isolated", name]) == fix


def test_check_that_fixes_says_it_once(capsys: pytest.CaptureFixture[str]) -> None:
    """What is skipped or lost is said by the check alone, which is told of the fix's own work."""
    text, line, column = LOST["call.md"]
    Path("call.md").write_text(text, encoding="utf-8")
    Path("a.txt").write_text("", encoding="utf-8")
    Path("a.min.js").write_text("// TRTC\nf(16388);", encoding="utf-8")
    assert main(["check", "--isolated", "--fix", "-j1", "call.md", "a.txt", "a.min.js"]) == 0
    assert capsys.readouterr().err.splitlines() == [
        "checked 1 file; 2 files skipped",
        "a.txt: skipped: not a kind of file that is read",
        "a.min.js: skipped: minified",
        said("call.md", line, column),
        "checked 1 file; 2 files skipped",
    ]


def test_several_files_have_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    for name, (text, _, _) in LOST.items():
        Path(name).write_text(text, encoding="utf-8")
    main(["check", "--isolated", "-q", "-j1", "."])
    assert capsys.readouterr().err == (
        "5 files hold what may be codes in code that does not parse, and were not checked there, "
        "e.g. ./browser_test.py:6:9; enable TRT902 to list them\n"
    )


def test_a_comment_silences_it(capsys: pytest.CaptureFixture[str]) -> None:
    Path("call.js").write_text("// TRTC\n// trtc: ignore-next-line[TRT902]\nfoo(16388 ]] {{ ((\n")
    main(["check", "--isolated", "-j1", "call.js"])
    assert capsys.readouterr().err == "checked 1 file: no findings\n"


def test_flake8_says_it_once() -> None:
    text = "import trtc\n\n\ndef f(page):\n    page.evaluate('''\n() => { f([16388 }\n''')\n"
    Path("a.py").write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "flake8", "--isolated", "--select=TRT", "-j1", "a.py"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"flake8-trtc: {said('a.py', 6, 9)}\n"
