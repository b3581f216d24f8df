"""A file of a kind that is not read is said to be skipped: it is not clean, and it is not Python."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from flake8_trtc.cli import main
from flake8_trtc.source import is_read

PY = "import trtc\nif code == 16388: pass\n"
JS = "import TRTC from 'trtc-js-sdk';\nif (e.getCode() === 0x4043) f();\n"
WHY = "skipped: not a kind of file that is read"
NAMES = ("a.txt", "a.json", "a.java", "a.php", "a.unknown", "a.png", "Jenkinsfile", "a.py.orig")


@pytest.fixture(autouse=True)
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("a.js").write_text(JS, encoding="utf-8")
    return tmp_path


def run(capfd: pytest.CaptureFixture[str], command: str, *words: str) -> tuple[int, str, list[str]]:
    code = main([command, "--isolated", *words])
    out, err = capfd.readouterr()
    return code, out, err.splitlines()


@pytest.mark.parametrize("command", ["check", "fix"])
@pytest.mark.parametrize("text", [PY, JS, "def (", "", "\0"])
@pytest.mark.parametrize("name", NAMES)
def test_named(name: str, text: str, command: str, capfd: pytest.CaptureFixture[str]) -> None:
    Path(name).write_text(text, encoding="utf-8")
    said = [f"{name}: {WHY}", "checked 0 files; 1 file skipped"]
    assert run(capfd, command, name) == (0, "", said)
    assert run(capfd, command, "-v", f"./{name}")[2] == [f"./{said[0]}", said[1]]
    assert run(capfd, command, "-q", name) == (0, "", [])
    assert Path(name).read_text(encoding="utf-8") == text


def test_beside_others(capfd: pytest.CaptureFixture[str]) -> None:
    for name in NAMES:
        Path(name).write_text(PY, encoding="utf-8")
    code, out, said = run(capfd, "check", "a.txt", "a.js", "a.txt", "a.png")
    assert code == 1
    assert out.startswith("a.js:2:21: TRT001 0x4043 is ErrorCode.PLAY_NOT_ALLOWED ")
    assert said == [
        f"a.txt: {WHY}",
        f"a.png: {WHY}",
        "checked 1 file: 1 finding, 1 with a fix (flake8-trtc fix); 2 files skipped",
    ]
    Path("a.js").write_text("", encoding="utf-8")
    said = ["a.txt: 已跳过：不支持的文件类型", "检查了 1 个文件：没有问题；跳过 1 个文件"]
    assert run(capfd, "check", "--trtc-language=zh", "a.txt", "a.js") == (0, "", said)
    # Nobody named those that a walk passes by.
    assert run(capfd, "check", "-v", ".") == (0, "", ["checked 1 file: no findings"])
    said = ["gone.txt: no such file or directory", "checked 0 files: no findings; 1 file failed"]
    assert run(capfd, "check", "gone.txt") == (3, "", said)


@pytest.mark.parametrize("command", ["check", "fix"])
def test_a_script_that_is_built(command: str, capfd: pytest.CaptureFixture[str]) -> None:
    """One that somebody has chosen is told of; pre-commit and a walk choose none."""
    Path("d").mkdir()
    Path("d", "a.min.js").write_text(JS, encoding="utf-8")
    said = ["d/a.min.js: skipped: minified", "checked 0 files; 1 file skipped"]
    assert run(capfd, command, "d/a.min.js") == (0, "", said)
    assert run(capfd, command, "-v", "d/a.min.js") == (0, "", said)
    assert run(capfd, command, "-q", "d/a.min.js") == (0, "", [])
    said = ["checked 0 files: nothing to check (-v names what is skipped)"]
    assert run(capfd, command, "d") == (0, "", said)
    assert run(capfd, command, "--force-exclude", "d/a.min.js") == (0, "", said)
    assert Path("d", "a.min.js").read_text(encoding="utf-8") == JS


def test_several_processes(capfd: pytest.CaptureFixture[str]) -> None:
    names = [f"n{number}.{'txt' if number % 2 else 'py'}" for number in range(60)]
    for name in names:
        Path(name).write_text(PY, encoding="utf-8")
    code, out, said = run(capfd, "check", "-j2", *names)
    assert (code, out.count("TRT001")) == (1, 30)
    assert said[:-1] == [f"{name}: {WHY}" for name in names if name.endswith("txt")]
    counts = "30 findings, 30 with a fix (flake8-trtc fix)"
    assert said[-1] == f"checked 30 files: {counts}; 30 files skipped"


PYTHON = (
    *("#!/usr/bin/python", "#!/usr/bin/env python3", "#! /usr/bin/python3.11 -P", "#!python\r"),
    *("#!/usr/bin/env -S uv run --script", "#!/usr/bin/env pypy3", "#!/opt/v/bin/python3-dbg"),
)


@pytest.mark.parametrize("name", ["tool", "tool.cgi", "a.b/tool"])
@pytest.mark.parametrize("first", PYTHON)
def test_a_script_that_runs_python(
    first: str, name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_bytes(f"{first}\n{PY}".encode())
    code, out, said = run(capfd, "check", name)
    assert (code, out.split(" is ")[0]) == (1, f"{name}:3:12: TRT001 16388")
    assert said == ["checked 1 file: 1 finding, 1 with a fix (flake8-trtc fix)"]


@pytest.mark.parametrize(
    "first",
    ["#!/bin/sh", "#!/usr/bin/env node", "#!/usr/bin/micropythonic", "# python", "", "#!/bin/uvx"],
)
def test_a_script_that_does_not(first: str, capfd: pytest.CaptureFixture[str]) -> None:
    Path("tool").write_text(f"{first}\n#!/usr/bin/python\n{PY}", encoding="utf-8")
    said = [f"tool: {WHY}", "checked 0 files; 1 file skipped"]
    assert run(capfd, "check", "tool") == (0, "", said)


@pytest.mark.parametrize("name", ["a.pyw", "A.PY", "a.pyi"])
def test_python_by_its_suffix(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    Path(name).write_text(PY, encoding="utf-8")
    assert run(capfd, "check", name)[1].startswith(f"{name}:2:12: TRT001 16388 is ")


def test_a_walk_takes_windowed_python(capfd: pytest.CaptureFixture[str]) -> None:
    Path("b.pyw").write_text(PY, encoding="utf-8")
    assert run(capfd, "check", ".")[2][0].startswith("checked 2 files: 2 findings")


@pytest.mark.parametrize("mode", [(), ("--diff",), ("--check",)])
def test_standard_input(
    mode: tuple[str, ...], capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def piped(text: str, *words: str) -> tuple[int, str, list[str]]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        return run(capfd, "fix", *mode, *words, "-")

    passed = "" if mode else PY
    said = [f"a.txt: {WHY}", "checked 0 files; 1 file skipped"]
    assert piped(PY, "--stdin-filename", "a.txt") == (0, passed, said)
    script = f"#!/usr/bin/env python\n{PY}"
    done = 1 if mode else 0
    for text, *name in ((PY,), (PY, "a.pyw"), (script, "tool")):
        code, out, said = piped(text, *(("--stdin-filename", *name) if name else ()))
        assert code == done
        assert ("ErrorCode.JOIN_ROOM_FAILED" in out) == (mode != ("--check",))
        assert said[-1].startswith("checked 1 file: 1 finding, 1 ")


def test_the_kind_of_a_text() -> None:
    assert is_read("a.vue", b"")
    assert is_read("no suffix", b"#!/usr/bin/env python3")
    assert not is_read("a.txt", b"import trtc")
