"""The command line: what it prints where, what it writes, and its exit code."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from flake8_trtc import cli
from flake8_trtc.cli.commands import fix as command
from flake8_trtc.fix import engine
from flake8_trtc.fix.edits import ProofError
from flake8_trtc.fix.python import proof as verify
from flake8_trtc.workspace.files import read

BEFORE = b"def f(code):\n    if code == 16388:\n        return 1\n"
AFTER = (
    b"from flake8_trtc import ErrorCode\n\n\n"
    b"def f(code):\n    if code == ErrorCode.JOIN_ROOM_FAILED:\n        return 1\n"
)
REFUSED = b"ErrorCode = TrtcErrorCode = 1\nx = code == 16388\n"
TAKEN = "ErrorCode and TrtcErrorCode both mean something else in this file"
WOULD = "would fix a.py (1 finding)\nchecked 1 file: 1 finding, 1 would be fixed in 1 file\n"
NEEDED = (
    "note: 1 file now imports flake8_trtc when it runs: install it there, too, or set "
    "trtc-error-code = your.module:ErrorCode and add --write-constants\n"
)
NO_ROOM = "there is no room for a declaration here; set trtc-js-error-code to a global of yours"
DIFF = """\
--- a.py
+++ a.py
@@ -1,3 +1,6 @@
+from flake8_trtc import ErrorCode
+
+
 def f(code):
-    if code == 16388:
+    if code == ErrorCode.JOIN_ROOM_FAILED:
         return 1
"""


class Run(NamedTuple):
    """What a run came to."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capfd: pytest.CaptureFixture[str], *arguments: str) -> Run:
    code = cli.main(["fix", *arguments])
    out, err = capfd.readouterr()
    return Run(code, out, err)


def nothing_found(done: Run, *, looked: bool) -> bool:
    files = "1 file" if looked else "0 files"
    found = "no findings" if looked else "nothing to check (-v names what is skipped)"
    return done == (0, "", f"checked {files}: {found}\n")


def process(*arguments: str, data: bytes = b"") -> tuple[int, bytes, bytes]:
    done = subprocess.run(
        [sys.executable, "-m", "flake8_trtc.fix", *arguments], input=data, capture_output=True
    )
    return done.returncode, done.stdout, done.stderr


def test_fix(capfd: pytest.CaptureFixture[str]) -> None:
    Path("a.py").write_bytes(BEFORE)
    Path("b.py").write_bytes(b"x = 1\n")
    expected = f"fixed a.py (1 finding)\n{NEEDED}checked 2 files: 1 finding, 1 fixed in 1 file\n"
    assert run(capfd, "a.py", "b.py") == (0, "", expected)
    assert Path("a.py").read_bytes() == AFTER
    stamp = read("a.py").stamp
    assert run(capfd, "a.py", "b.py") == (0, "", "checked 2 files: no findings\n")
    assert read("a.py").stamp == stamp


def test_check(capfd: pytest.CaptureFixture[str]) -> None:
    Path("a.py").write_bytes(BEFORE)
    assert run(capfd, "--check", ".") == (1, "", WOULD.replace("a.py", "./a.py"))
    assert Path("a.py").read_bytes() == BEFORE
    Path("a.py").write_bytes(AFTER)
    assert run(capfd, "--check", ".") == (0, "", "checked 1 file: no findings\n")


def test_diff(capfd: pytest.CaptureFixture[str]) -> None:
    Path("a.py").write_bytes(BEFORE)
    assert run(capfd, "--diff", "a.py") == (1, DIFF, WOULD)
    assert Path("a.py").read_bytes() == BEFORE


def test_refused(capfd: pytest.CaptureFixture[str]) -> None:
    Path("a.py").write_bytes(REFUSED)
    expected = f"a.py:2:13: not fixed: {TAKEN}\nchecked 1 file: 1 finding, 1 not fixed ({TAKEN})\n"
    assert run(capfd, "a.py") == (1, "", expected)
    assert Path("a.py").read_bytes() == REFUSED


def test_what_is_refused_is_named_where_it_stands_on_the_disk(
    capfd: pytest.CaptureFixture[str],
) -> None:
    text = (
        b"// TRTC\nif (e.getCode() === 0x4004 || e.getCode() === 0x4043) {\n  f();\n}\n"
        b"const code = e.getCode() || 0x4003;\n"
    )
    Path("a.js").write_bytes(text)
    line = "a.js:%d:29: not fixed: its constants would have to be global here; "
    for mode in ("--check", "--diff"):
        assert (line % 5) in run(capfd, mode, "a.js").err
    assert run(capfd, "--check", "--add-ignore=TRT9", "a.js").err.startswith(line % 5)
    assert (line % 11) in run(capfd, "a.js").err


def test_reasons_are_counted(capfd: pytest.CaptureFixture[str]) -> None:
    Path("a.py").write_bytes(REFUSED + b"y = code == 16451\n")
    Path("b.html").write_bytes(b'<!-- TRTC -->\n<p onclick="if (e.getCode() === 0x4043) f()">\n')
    assert run(capfd, "a.py", "b.html").err.splitlines() == [
        f"a.py:2:13: not fixed: {TAKEN}",
        f"a.py:3:13: not fixed: {TAKEN}",
        f"b.html:2:33: not fixed: {NO_ROOM}",
        f"checked 2 files: 3 findings, 3 not fixed (2: {TAKEN}; 1: {NO_ROOM})",
    ]


def test_quiet_and_verbose(capfd: pytest.CaptureFixture[str]) -> None:
    Path("a.py").write_bytes(BEFORE)
    Path("b.py").write_bytes(REFUSED)
    Path("node_modules").mkdir()
    refused = f"./b.py:2:13: not fixed: {TAKEN}\n"
    assert run(capfd, "-q", "--check", ".") == (1, "", refused)
    assert run(capfd, "-v", "--check", ".").err.splitlines()[0] == (
        "./node_modules: skipped: by default; name it to check it"
    )
    with pytest.raises(SystemExit):
        cli.main(["fix", "-q", "-v", "."])


def test_the_command_is_the_same(capfd: pytest.CaptureFixture[str]) -> None:
    Path("a.py").write_bytes(BEFORE)
    assert cli.main(["fix", "--diff", "a.py"]) == 1
    assert tuple(capfd.readouterr()) == (DIFF, WOULD)
    with pytest.raises(SystemExit) as caught:
        cli.main(["fix", "-", "a.py"])
    assert caught.value.code == 2
    assert capfd.readouterr().err.splitlines()[-1] == (
        "flake8-trtc fix: error: - (standard input) can't be combined with other paths"
    )


def test_no_fix_exists(capfd: pytest.CaptureFixture[str]) -> None:
    """The retired constant keeps its finding, which only a person can settle."""
    Path("a.py").write_bytes(b"import trtc\nx = code == 16386\n")
    expected = (
        f"fixed a.py (1 finding)\n{NEEDED}"
        "checked 1 file: 2 findings, 1 fixed in 1 file, "
        "1 without a fix (see flake8-trtc check)\n"
    )
    assert run(capfd, "a.py") == (0, "", expected)


def test_files_that_fail_do_not_stop_the_others(capfd: pytest.CaptureFixture[str]) -> None:
    Path("a.py").write_bytes(BEFORE + b"def (:\n")
    Path("b.py").write_bytes(b"x = code == 16388 # \xff\n")
    Path("c.py").write_bytes(b"x = code == 16388 # \0\n")
    Path("d.py").write_bytes(REFUSED)
    Path("e.py").write_bytes(BEFORE)
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    code, out, err = run(capfd, "a.py", "b.py", "c.py", "d.py", "e.py", "f.py")
    assert (code, out) == (3, "")
    lines = err.splitlines()
    assert lines.pop(0).startswith(f"a.py: does not parse as Python {version}: invalid syntax (")
    assert lines == [
        "b.py: byte 20 is not utf-8; save it as UTF-8 or declare its encoding",
        "c.py: it holds a NUL byte, so it is not text; save it as UTF-8",
        f"d.py:2:13: not fixed: {TAKEN}",
        "fixed e.py (1 finding)",
        "f.py: no such file or directory",
        NEEDED.rstrip(),
        f"checked 2 files: 2 findings, 1 fixed in 1 file, 1 not fixed ({TAKEN}); 4 files failed",
    ]
    assert Path("e.py").read_bytes() == AFTER


def test_proof_fails(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ProofError("bytes outside the edits changed")

    monkeypatch.setattr(verify, "check_bytes", fail)
    Path("a.py").write_bytes(BEFORE)
    reason = "the rewrite failed its own proof: bytes outside the edits changed"
    assert run(capfd, "a.py") == (
        3,
        "",
        f"a.py: {reason}\nchecked 0 files: no findings; 1 file failed\n",
    )
    assert Path("a.py").read_bytes() == BEFORE


def test_defect(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr(engine, "shown", fail)
    Path("a.py").write_bytes(BEFORE)
    code, _, err = run(capfd, "a.py")
    assert code == 3
    assert err.splitlines()[0] == (
        "a.py: internal error, nothing written: RecursionError: too deep"
    )


def test_interrupted(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "run_all", stop)
    said = "interrupted; files fixed so far stay fixed, the others are untouched\n"
    assert run(capfd, ".") == (130, "", said)
    said = "已中断；改写完的文件保持改写后的内容，其余文件未动\n"
    assert run(capfd, "--trtc-language=zh", ".") == (130, "", said)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "the following arguments are required: PATH"),
        (("-j", "0", "."), "argument -j/--jobs: '0' is not a number above 0"),
        (("-", "a.py"), "- (standard input) can't be combined with other paths"),
        (("--stdin-filename", "a.py", "b.py"), "--stdin-filename needs - as the only path"),
        (("--nonsense", "."), "unrecognized arguments: --nonsense"),
    ],
)
def test_usage(capfd: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(["fix", *arguments])
    assert caught.value.code == 2
    assert capfd.readouterr().err.endswith(f"flake8-trtc fix: error: {words}\n")


def test_configuration_error(capfd: pytest.CaptureFixture[str]) -> None:
    Path(".flake8").write_text("[flake8]\ntrtc-language = fr\n")
    assert run(capfd, ".") == (
        2,
        "",
        "flake8-trtc fix: error: .flake8:2: trtc-language 'fr' is not known; write en or zh\n",
    )


@pytest.mark.parametrize(
    "configuration",
    ["ignore = TRT001", "select = E", "per-file-ignores = a.py: TRT", "exclude = a.py"],
)
def test_configuration_is_flake8s(capfd: pytest.CaptureFixture[str], configuration: str) -> None:
    Path("a.py").write_bytes(BEFORE)
    Path("setup.cfg").write_text(f"[flake8]\n{configuration}\n")
    assert nothing_found(run(capfd, "a.py"), looked=configuration != "exclude = a.py")
    assert run(capfd, "--isolated", "--check", "a.py").code == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("--ignore", "TRT001"),
        ("--exclude", "a.py"),
        ("--extend-exclude", "*.py"),
        ("--select", "TRT2"),
    ],
)
def test_choices(capfd: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    Path("a.py").write_bytes(BEFORE)
    excluded = any("exclude" in word for word in arguments)
    assert nothing_found(run(capfd, *arguments, "a.py"), looked=not excluded)


@pytest.mark.parametrize("comment", ["# noqa", "# noqa: TRT001", "# NOQA:E501,TRT001"])
def test_noqa(capfd: pytest.CaptureFixture[str], comment: str) -> None:
    Path("a.py").write_text(f"x = code == 16388  {comment}\n")
    assert run(capfd, "a.py") == (0, "", "checked 1 file: no findings\n")


def test_standard_input() -> None:
    assert process("-", data=BEFORE) == (
        0,
        AFTER,
        b"fixed stdin (1 finding)\nchecked 1 file: 1 finding, 1 fixed in 1 file\n",
    )
    assert process("-", data=b"x = 1")[:2] == (0, b"x = 1")
    assert process("--check", "-", data=BEFORE)[:2] == (1, b"")
    code, out, _ = process("--diff", "--stdin-filename", "a.py", "-", data=BEFORE)
    assert (code, out.decode()) == (1, DIFF)
    assert process("--stdin-filename", "a.py", "--exclude", "a.py", "-", data=BEFORE)[:2] == (
        0,
        BEFORE,
    )


def test_standard_input_that_does_not_parse_passes_through() -> None:
    data = BEFORE + b"def (:\n"
    code, out, err = process("-", data=data)
    assert (code, out) == (3, data)
    assert err.startswith(b"stdin: does not parse as Python ")


def test_diff_applies(directory: Path) -> None:
    cases = {
        "a.py": BEFORE,
        "b.py": BEFORE.replace(b"\n", b"\r\n"),
        "c.py": "# coding: gbk\n# 错误码\nx = code == 16388".encode("gbk"),
        "d.py": b"\xef\xbb\xbfx = code == 16388",
    }
    for name, data in cases.items():
        Path(name).write_bytes(data)
    _, patch, _ = process("--diff", *cases)
    subprocess.run(["git", "apply", "-p0", "-"], input=patch, check=True)
    patched = {name: Path(name).read_bytes() for name in cases}
    for name, data in cases.items():
        Path(name).write_bytes(data)
    assert process(*cases)[0] == 0
    assert {name: Path(name).read_bytes() for name in cases} == patched


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_many_files(directory: Path, jobs: str) -> None:
    for index in range(60):
        Path(f"f{index:02}.py").write_bytes(BEFORE)
    Path("broken.py").write_bytes(BEFORE + b"(")
    code, out, err = process("-j", jobs, ".")
    assert (code, out) == (3, b"")
    names = [line.split()[1] for line in err.decode().splitlines() if line.startswith("fixed ./")]
    assert names == [f"./f{index:02}.py" for index in range(60)]
    assert all(Path(f"f{index:02}.py").read_bytes() == AFTER for index in range(60))
    assert sorted(os.listdir()) == ["broken.py", *(f"f{index:02}.py" for index in range(60))]


def test_clean_tree_loads_nothing(directory: Path) -> None:
    Path("a.py").write_bytes(b"x = 1\n")
    program = (
        "import sys; from flake8_trtc.cli import main; code = main(['fix', '.']);"
        "heavy = {'libcst', 'flake8', 'tree_sitter', 'multiprocessing', 'ast', 'difflib',"
        "'symtable', 'inspect', 'dataclasses'};"
        "print(code, sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout == "0 []\n", done.stderr
    Path("a.py").write_bytes(BEFORE)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    loaded = set(done.stdout.split("'")[1::2])
    assert "libcst" in loaded
    assert "multiprocessing" not in loaded


def test_codemod(directory: Path) -> None:
    """The same fix by LibCST's own tool."""
    Path("a.py").write_bytes(BEFORE)
    Path("b.py").write_bytes(REFUSED)
    done = subprocess.run(
        [
            *(sys.executable, "-m", "libcst.tool", "codemod", "-x"),
            *("flake8_trtc.fix.codemod.UseErrorCode", "--no-format", "-j", "1", "."),
        ],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert Path("a.py").read_bytes() == AFTER
    assert Path("b.py").read_bytes() == REFUSED
    assert f"2:13: not fixed: {TAKEN}" in done.stderr + done.stdout


@pytest.mark.parametrize(
    ("data", "option", "reason"),
    [
        (BEFORE, "a:b:c", "trtc-error-code 'a:b:c' is not MODULE:NAME; write e.g. myapp.trtc:ErrorCode"),
        (BEFORE.replace(b"code)", b"code, code)"), None, "does not compile: duplicate "),
    ],
)  # fmt: skip
def test_codemod_skips_a_file(data: bytes, option: str | None, reason: str) -> None:
    from libcst import parse_module
    from libcst.codemod import CodemodContext, SkipFile

    from flake8_trtc.fix.codemod import UseErrorCode

    codemod = UseErrorCode(CodemodContext(filename="a.py"), option)
    with pytest.raises(SkipFile) as caught:
        codemod.transform_module(parse_module(data))
    assert str(caught.value).startswith(reason)
