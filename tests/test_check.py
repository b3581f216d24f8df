"""The command `check`: what it prints where, and how it ends."""

from __future__ import annotations

import ast
import importlib
import os
import re
import subprocess
import sys
from argparse import Namespace
from pathlib import Path

import pytest
from terminal import Terminal

from flake8_trtc import __version__
from flake8_trtc.catalog.rules import RULES
from flake8_trtc.cli import COMMANDS, main
from flake8_trtc.config.options import Options
from flake8_trtc.messages.commands import SUMMARIES
from flake8_trtc.plugin import Plugin

PY = "import trtc\n\nif code == 16388: pass\n"
SUMMARY = re.compile(r"checked \d+ files?: ")
LINE = (
    "TRT001 16388 is ErrorCode.JOIN_ROOM_FAILED (the room could not be entered); use the constant"
)


@pytest.fixture(autouse=True)
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("a.py").write_text(PY, encoding="utf-8")
    Path("b.js").write_text("// 错 trtc\nif (e.getCode() === 0x4043) f();\n", encoding="utf-8")
    Path("clean.py").write_text("x = 16388\n", encoding="utf-8")
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """The exit code, standard output, and standard error without the summary."""
    code, out, err = run_whole(capsys, *arguments)
    lines = err.splitlines(keepends=True)
    return code, out, "".join(lines[:-1] if SUMMARY.search(err) else lines)


def run_whole(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["check", "-j1", "--isolated", *arguments])
    out, err = capsys.readouterr()
    return code, out, err


def test_findings(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, ".")
    assert (code, err) == (1, "")
    assert out.splitlines() == [
        f"./a.py:3:12: {LINE}",
        "./b.js:2:21: TRT001 0x4043 is ErrorCode.PLAY_NOT_ALLOWED (autoplay was blocked by the "
        "browser); use the constant",
    ]
    assert run(capsys, "clean.py") == (0, "", "")
    assert run(capsys, "--exit-zero", "a.py") == (0, f"a.py:3:12: {LINE}\n", "")


def test_says_what_flake8_says(capsys: pytest.CaptureFixture[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "flake8", "--isolated", "--select=TRT", "a.py"],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert run(capsys, "a.py")[1] == done.stdout != ""


def test_what_is_skipped(capsys: pytest.CaptureFixture[str]) -> None:
    Path("c.min.js").write_text(Path("b.js").read_text(encoding="utf-8"), encoding="utf-8")
    Path("node_modules").mkdir()
    assert run_whole(capsys, "-v", "c.min.js", "clean.py", ".")[2].splitlines() == [
        "c.min.js: skipped: minified",
        "./node_modules: skipped: by default; name it to check it",
        "checked 3 files: 2 findings, 2 with a fix (flake8-trtc fix); 1 file skipped",
    ]


def test_summary(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_whole(capsys, "clean.py")[2] == "checked 1 file: no findings\n"
    assert run_whole(capsys, "-q", ".")[2] == ""
    Path("c.py").write_text("import trtc\nx = code == '16388'\n", encoding="utf-8")
    assert run_whole(capsys, "c.py")[2] == "checked 1 file: 1 finding\n"
    assert run_whole(capsys, "c.py", "gone.py", "no", "a.py")[2].splitlines()[2:] == [
        "checked 2 files: 2 findings, 1 with a fix (flake8-trtc fix); 2 files failed"
    ]
    assert run_whole(capsys, "--write-baseline", "known.json", ".")[2].splitlines() == [
        "baseline known.json: wrote 3 entries",
        "checked 4 files: 3 findings, 2 with a fix (flake8-trtc fix)",
    ]
    assert run_whole(capsys, "--baseline", "known.json", ".")[2] == (
        "checked 4 files: no findings; 3 suppressed by the baseline\n"
    )


def test_summary_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    zh = "--trtc-language=zh"
    assert run_whole(capsys, zh, "clean.py")[2] == "检查了 1 个文件：没有问题\n"
    assert run_whole(capsys, "--write-baseline", "known.json", "a.py")[0] == 0
    assert run_whole(capsys, zh, "--baseline", "known.json", "gone.py", ".")[2].splitlines()[
        1:
    ] == [
        "检查了 3 个文件：1 处问题，其中 1 处可自动改写（flake8-trtc fix）；忽略基线中已有的 1 处问题；1 个文件出错"
    ]


def test_a_file_that_fails(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bad.py").write_bytes(b"code == 16388  # \xff\n")
    Path("bad.ipynb").write_text("TRTC 16388", encoding="utf-8")
    code, out, err = run(capsys, "bad.py", "bad.ipynb", "gone.py", "a.py")
    assert code == 3
    assert out == f"a.py:3:12: {LINE}\n"
    assert err.splitlines() == [
        "bad.py: byte 17 is not utf-8; save it as UTF-8 or declare its encoding",
        "bad.ipynb: not a notebook: it is not JSON (Expecting value: line 1 column 1 (char 0)); "
        "save it again",
        "gone.py: no such file or directory",
    ]


def test_wrong_options(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "--trtc-language=fr", "a.py") == (
        2,
        "",
        "flake8-trtc check: error: trtc-language 'fr' is not known; write en or zh\n",
    )


def test_output_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "--output-file", "out.txt", "a.py") == (1, "", "")
    assert Path("out.txt").read_text(encoding="utf-8") == f"a.py:3:12: {LINE}\n"
    said = "flake8-trtc check: error: none/out.txt: no such file or directory\n"
    assert run(capsys, "--output-file", "none/out.txt", "a.py") == (3, "", said)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "flake8-trtc failed on this file (RecursionError: too deep); it was not checked, "
            "please report this",
        ),
        (
            "zh",
            "flake8-trtc 处理此文件时出错（RecursionError: too deep），文件未被检查，请反馈该问题",
        ),
    ],
)
def test_a_defect(
    language: str,
    said: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> None:
        raise RecursionError("too deep\n  more")

    monkeypatch.setattr("flake8_trtc.detect.scan.shown", fail)
    code, out, err = run(capsys, f"--trtc-language={language}", "a.py", "gone.py")
    assert (code, out) == (3, "")
    assert err.splitlines()[0] == f"a.py: TRT000 {said}"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_defect_in_the_plugin(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr("flake8_trtc.plugin.scan", fail)
    monkeypatch.setattr(Plugin, "options", Options(language=language))
    said = RULES["TRT000"].message.of(language).format(error="KeyError: 'x'")
    plugin = Plugin(ast.Module([], []), "a.py", ["code == 16388"])
    assert list(plugin.run()) == [(1, 0, f"TRT000 {said}", Plugin)]


@pytest.mark.parametrize(
    ("option", "name", "coloured"),
    [
        ("--color=auto", "", True),
        ("--color=auto", "NO_COLOR", False),
        ("--color=never", "", False),
    ],
)
def test_a_terminal(
    option: str, name: str, coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal(monkeypatch)
    if name:
        monkeypatch.setenv(name, "1")
    Path("a.py").write_text("import trtc\nx = code == 16387\n", encoding="utf-8")
    assert main(["check", "-j1", "-q", "--isolated", option, "--select=TRT1", "a.py"]) == 1
    assert terminal.lines[:6] == [
        "a.py:2:13",
        "TRT102 16387 (ErrorCode.ICE_TRANSPORT_ERROR) is no longer",
        "thrown since v4.6.6; use the NETWORK_QUALITY event to learn",
        "of a bad network",
        "  2 | x = code == 16387",
        "    |             ^^^^^",
    ]
    assert terminal.lines[6].startswith("  Meaning  Error on the ICE transport, ")
    assert terminal.lines[-3:] == [
        "  Instead  use the NETWORK_QUALITY event to learn of a bad",
        "           network",
        "",
    ]
    assert ("\x1b[1;33mTRT102\x1b[0m" in terminal.getvalue()) is coloured
    assert ("\x1b" in terminal.getvalue()) is coloured


def test_a_file_on_a_terminal_is_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal(monkeypatch)
    arguments = ("check", "-j1", "-q", "--isolated", "--output-file=out.txt", "a.py")
    assert main(arguments) == 1
    assert terminal.getvalue() == ""
    assert Path("out.txt").read_text(encoding="utf-8") == f"a.py:3:12: {LINE}\n"


def test_statistics(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.py").write_text(PY.replace("16388", "16386"), encoding="utf-8")
    assert run(capsys, "--statistics", "a.py")[2] == (
        "1     TRT001 magic number\n1     TRT102 code no longer thrown\n"
    )


def test_a_command_that_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    start = "flake8-trtc: "
    for arguments, said in (
        (["chekc"], "unknown command 'chekc'; did you mean check?"),
        (
            ["-q", "a.py"],
            "unknown command '-q'; did you mean: flake8-trtc check -q a.py",
        ),
        (
            ["x"],
            "unknown command 'x'; choose from check, fix, explain, logs, list, rules, constants, server, completion",
        ),
    ):
        assert main(arguments) == 2
        assert capsys.readouterr().err == f"{start}{said}\n"


def test_the_program_without_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    for option in ("-h", "--help"):
        with pytest.raises(SystemExit) as caught:
            main([option, "--nonsense"])
        assert caught.value.code == 0
        lines = capsys.readouterr().out.splitlines()
        assert lines[0] == "usage: flake8-trtc COMMAND ..."
        assert lines[-1] == "flake8-trtc COMMAND --help says more."
        rows = lines[lines.index("commands:") + 1 : -2]
        assert rows == [f"  {name:<10}  {words.en}" for name, words in SUMMARIES.items()]
        assert [*SUMMARIES] == [*COMMANDS]
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out == f"flake8-trtc {__version__}\n"


def test_interrupted(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_: Namespace) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("flake8_trtc.cli.commands.check.run", stop)
    assert main(["check", "a.py"]) == 130
    assert capsys.readouterr() == ("", "")


def test_the_reader_of_standard_output_has_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with open(writer, "w", encoding="utf-8") as out, monkeypatch.context() as patch:
        patch.setattr("sys.stdout", out)
        assert main(["list"]) == 141  # what is left in the buffer goes nowhere when it is closed


@pytest.mark.parametrize("name", ["flake8_trtc.__main__", "flake8_trtc.fix.__main__"])
def test_a_program_that_is_imported_does_nothing(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """As it is in each process that multiprocessing spawns."""
    importlib.import_module(name)
    assert capsys.readouterr() == ("", "")


def test_explanations_in_place(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.py").write_text(PY + "y = code == 16388\n", encoding="utf-8")
    explained = [line for query in ("TRT001", "16388") for line in explanation(capsys, query)]
    assert run(capsys, "--explain", "a.py")[1].splitlines() == [
        f"a.py:3:12: {LINE}",
        *(f"    {line}" for line in explained),
        f"a.py:4:13: {LINE}",
    ]
    zh = run(capsys, "--explain", "--trtc-language=zh", "a.py")[1].splitlines()
    assert zh[1] == "    TRT001：直接写成数字的错误码"
    terminal = run(capsys, "--explain", "--color=always", "a.py")[1]
    assert terminal.count("TRT001: magic number") == 1
    assert terminal.count("ErrorCode.JOIN_ROOM_FAILED = 16388") == 1
    assert run(capsys, "--explain", "--output-format=json", "a.py") == (
        2,
        "",
        "flake8-trtc check: error: --explain is for people: not with --output-format json\n",
    )


def explanation(capsys: pytest.CaptureFixture[str], query: str) -> list[str]:
    assert main(["explain", query]) == 0
    return capsys.readouterr().out.splitlines()


def test_a_terminal_shows_the_evidence_of_all_findings_of_a_place(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path(".git").mkdir()
    Path("a.py").write_text("import trtc\ny = code == 16386\n", encoding="utf-8")
    shown = run(capsys, "--color=always", "--show-evidence", "--trtc-sdk-version=auto", "a.py")[1]
    assert [line.strip() for line in shown.splitlines() if line.strip().startswith("=")] == [
        "= the file says trtc",
        "= its subject is named like a code",
        "= nothing here tells the version of the SDK",
    ]


@pytest.mark.parametrize("command", ["check", "fix"])
def test_help_is_for_newcomers(capsys: pytest.CaptureFixture[str], command: str) -> None:
    with pytest.raises(SystemExit) as caught:
        main([command, "--help"])
    said = capsys.readouterr().out.splitlines()
    assert caught.value.code == 0
    assert said[0] == f"usage: flake8-trtc {command} [OPTION ...] PATH ..."
    examples = [line for line in said if line.startswith("  flake8-trtc ")]
    assert len(examples) == {"check": 6, "fix": 5}[command]
    codes = said[said.index("exit codes:") + 1 :]
    assert [line[:5] for line in codes if line[:3].strip()][:4] == [
        "  0  ",
        "  1  ",
        "  2  ",
        "  3  ",
    ]


def test_numbers_too_long_to_count(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    long = "9" * 5000
    monkeypatch.setenv("COLUMNS", long)
    with pytest.raises(SystemExit) as caught:
        main(["check", "-j", long, "."])
    assert caught.value.code == 2
    last = capsys.readouterr().err.splitlines()[-1]
    assert last == (
        f"flake8-trtc check: error: argument -j/--jobs: '{long}' is not a number above 0"
    )
