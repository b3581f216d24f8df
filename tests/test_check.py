"""The command `check`: what it prints where, and how it ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from flake8_trtc.cli import main

PY = "import trtc\n\nif code == 16388: pass\n"
SUMMARY = " looked at: "
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
    return code, out, "".join(lines[:-1] if SUMMARY in err else lines)


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
        "./node_modules: skipped: never looked into unless it is named",
        "3 files looked at: 2 findings, 2 with a fix (python -m flake8_trtc fix)",
    ]


def test_summary(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_whole(capsys, "clean.py")[2] == "1 file looked at: no findings\n"
    assert run_whole(capsys, "-q", ".")[2] == ""
    Path("c.py").write_text("import trtc\nx = code == '16388'\n", encoding="utf-8")
    assert run_whole(capsys, "c.py")[2] == "1 file looked at: 1 finding\n"
    assert run_whole(capsys, "c.py", "gone.py", "no", "a.py")[2].splitlines()[2:] == [
        "2 files looked at: 2 findings, 1 with a fix (python -m flake8_trtc fix); 2 files failed"
    ]
    assert run_whole(capsys, "--write-baseline", "known.json", ".")[2].splitlines() == [
        "baseline known.json: listed: 3",
        "4 files looked at: 3 findings, 2 with a fix (python -m flake8_trtc fix)",
    ]
    assert run_whole(capsys, "--baseline", "known.json", ".")[2] == (
        "4 files looked at: no findings; 3 let pass\n"
    )


def test_summary_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    zh = "--trtc-language=zh"
    assert run_whole(capsys, zh, "clean.py")[2] == "检查了 1 个文件:没有问题\n"
    assert run_whole(capsys, "--write-baseline", "known.json", "a.py")[0] == 0
    assert run_whole(capsys, zh, "--baseline", "known.json", "gone.py", ".")[2].splitlines()[
        1:
    ] == [
        "检查了 3 个文件:1 处问题,其中 1 处可自动改写(python -m flake8_trtc fix);放行 1 处;1 个文件出错"
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
        "python -m flake8_trtc check: error: trtc-language 'fr' is not known; write en or zh\n",
    )


def test_output_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "--output-file", "out.txt", "a.py") == (1, "", "")
    assert Path("out.txt").read_text(encoding="utf-8") == f"a.py:3:12: {LINE}\n"


def test_statistics(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.py").write_text(PY.replace("16388", "16386"), encoding="utf-8")
    assert run(capsys, "--statistics", "a.py")[2] == (
        "1     TRT001 magic number\n1     TRT102 code no longer thrown\n"
    )


def test_a_command_that_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    start = "python -m flake8_trtc: "
    for arguments, said in (
        ([], "no command; choose from check, fix, explain, list, constants, completion"),
        (["chekc"], "unknown command 'chekc'; did you mean check?"),
        (
            ["-q", "a.py"],
            "unknown command '-q'; did you mean: python -m flake8_trtc check -q a.py",
        ),
        (
            ["x"],
            "unknown command 'x'; choose from check, fix, explain, list, constants, completion",
        ),
    ):
        assert main(arguments) == 2
        assert capsys.readouterr().err == f"{start}{said}\n"


def test_explanations_in_place(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.py").write_text(PY + "y = code == 16388\n", encoding="utf-8")
    explained = [line for query in ("TRT001", "16388") for line in explanation(capsys, query)]
    assert run(capsys, "--explain", "a.py")[1].splitlines() == [
        f"a.py:3:12: {LINE}",
        *(f"    {line}" for line in explained),
        f"a.py:4:13: {LINE}",
    ]
    zh = run(capsys, "--explain", "--trtc-language=zh", "a.py")[1].splitlines()
    assert zh[1] == "    TRT001: 魔法数字"
    terminal = run(capsys, "--explain", "--color=always", "a.py")[1]
    assert terminal.count("TRT001: magic number") == 1
    assert terminal.count("ErrorCode.JOIN_ROOM_FAILED = 16388") == 1
    assert run(capsys, "--explain", "--output-format=json", "a.py") == (
        2,
        "",
        "python -m flake8_trtc check: error: --explain is for people: not with --output-format json\n",
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
    assert said[0] == f"usage: python -m flake8_trtc {command} [OPTION ...] PATH ..."
    examples = [line for line in said if line.startswith("  python -m flake8_trtc ")]
    assert len(examples) == 5
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
        f"python -m flake8_trtc check: error: argument -j/--jobs: '{long}' is not a number above 0"
    )
