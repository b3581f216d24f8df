"""What is said to one who writes another command or option than there is: never a wrong one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from flake8_trtc.catalog.rules import RULES
from flake8_trtc.cli import COMMANDS, main
from flake8_trtc.cli.program import parser

PY = "import trtc\nx = error.getCode() == 16388\n"
LINE = (
    "TRT001 16388 is ErrorCode.JOIN_ROOM_FAILED (the room could not be entered); use the constant"
)

NEEDED = (
    "note: 1 file now imports flake8_trtc when it runs: install it there, too, or set "
    "trtc-error-code = your.module:ErrorCode and add --write-constants"
)


@pytest.fixture(autouse=True)
def directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.py").write_text(PY, encoding="utf-8")
    Path("b.py").write_text(PY, encoding="utf-8")


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    try:
        code = main(words)
    except SystemExit as stop:
        code = int(stop.code or 0)
    out, err = capsys.readouterr()
    return code, out, err


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("lint a.py", "unknown command 'lint'; did you mean check?"),
        ("lint", "unknown command 'lint'; did you mean check?"),
        ("rule TRT001", "unknown command 'rule'; did you mean explain?"),
        ("FIX a.py", "unknown command 'FIX'; did you mean fix?"),
        ("a.py", "unknown command 'a.py'; did you mean: flake8-trtc check a.py"),
        ("a.py b.py", "unknown command 'a.py'; did you mean: flake8-trtc check a.py b.py"),
        (
            "--trtc-language en fix a.py",
            "unknown command '--trtc-language'; did you mean: flake8-trtc fix --trtc-language en a.py",
        ),
        ("--fix a.py", "unknown command '--fix'; did you mean: flake8-trtc check --fix a.py"),
    ],
)
def test_another_command(line: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, *line.split()) == (2, "", f"flake8-trtc: {said}\n")


@pytest.mark.parametrize("line", ["--nonsense a.py", "-x", "gone/", "--format=json a.py"])
def test_no_command_is_near(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What `check` would refuse as well is not suggested."""
    said = f"unknown command {line.split()[0]!r}; choose from {', '.join(COMMANDS)}"
    assert run(capsys, *line.split()) == (2, "", f"flake8-trtc: {said}\n")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("check --format json a.py", "--format; did you mean --output-format?"),
        ("check --format=json a.py", "--format=json; did you mean --output-format?"),
        ("check --language=en a.py", "--language=en; did you mean --trtc-language?"),
        ("check --lang=en a.py", "--lang=en; did you mean --trtc-language?"),
        ("check --selct=TRT a.py", "--selct=TRT; did you mean --select?"),
        ("check --fromat json a.py", "--fromat; did you mean --output-format?"),
        ("check --formt=json a.py", "--formt=json; did you mean --output-format?"),
        ("fix --fromat=json a.py", "--fromat=json; flake8-trtc check has --output-format"),
        ("fix --langauge=zh a.py", "--langauge=zh; did you mean --trtc-language?"),
        ("check --sdk-verison=4.6.0 a.py", "--sdk-verison=4.6.0; did you mean --trtc-sdk-version?"),
        ("check --evidnce a.py", "--evidnce; did you mean --show-evidence?"),
        ("check --filenmae=b.py -", "--filenmae=b.py; did you mean --stdin-filename?"),
        ("check --constnats a.py", "--constnats; flake8-trtc fix has --write-constants"),
        ("check --exculde=b a.py", "--exculde=b; did you mean --exclude?"),
        ("check --ignroe=b a.py", "--ignroe=b; did you mean --ignore?"),
        ("check --baselnie=b a.py", "--baselnie=b; did you mean --baseline?"),
        ("check --file=b a.py", "--file=b; did you mean --output-file?"),
        ("check --colour=never a.py", "--colour=never; did you mean --color?"),
        ("check --colr=never a.py", "--colr=never; did you mean --color?"),
        ("check --diff a.py", "--diff; flake8-trtc fix has --diff"),
        ("check --add-noqa a.py", "--add-noqa; flake8-trtc fix has --add-ignore"),
        ("fix --baseline=b.json a.py", "--baseline=b.json; flake8-trtc check has --baseline"),
        ("fix --dry-run a.py", "--dry-run; did you mean --diff?"),
        ("fix --nonsense a.py", "--nonsense"),
        ("check -x a.py", "-x"),
        ("list --lnguage=zh", "--lnguage=zh; did you mean --language?"),
        ("list a.py", "a.py"),
    ],
)
def test_another_option(line: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, *line.split())
    command = line.split()[0]
    assert (code, out) == (2, "")
    assert err.splitlines()[-1] == f"flake8-trtc {command}: error: unrecognized arguments: {said}"


@pytest.mark.parametrize(
    "option",
    [
        "--files", "--flie", "--filenames", "--formats", "--formatter", "--reformat", "--platform",
        "--extension", "--include", "--error-coed", "--code", "--force", "--source", "--report",
    ],
)  # fmt: skip
@pytest.mark.parametrize("command", ["check", "fix"])
def test_no_option_is_meant(command: str, option: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is said where another thing may be meant, or any of several."""
    code, out, err = run(capsys, command, f"{option}=b", "a.py")
    assert (code, out) == (2, "")
    assert err.splitlines()[-1] == (
        f"flake8-trtc {command}: error: unrecognized arguments: {option}=b"
    )


@pytest.mark.parametrize(
    "line",
    [
        "a.py -j1 b.py",
        "-j1 a.py b.py",
        "a.py b.py -j1",
        "a.py -j1 -- b.py",
        "a.py --isolated -j 1 b.py",
        "-j1 -- a.py b.py",
    ],
)
def test_paths_between_the_options(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "check", "--isolated", "-q", *line.split())
    assert (code, err) == (1, "")
    assert sorted(out.splitlines()) == [f"{name}.py:2:24: {LINE}" for name in "ab"]


def test_what_begins_with_a_dash_stands_behind_two(capsys: pytest.CaptureFixture[str]) -> None:
    Path("-x.py").write_text(PY, encoding="utf-8")
    code, out, _ = run(capsys, "check", "--isolated", "a.py", "-j1", "--", "-x.py")
    assert code == 1
    assert out.splitlines() == [f"a.py:2:24: {LINE}", f"-x.py:2:24: {LINE}"]
    code, out, _ = run(capsys, "explain", "16388", "--language", "en", "-100013")
    assert code == 0
    assert "-100013, a detail of" in out


def test_the_help_by_every_name(capsys: pytest.CaptureFixture[str]) -> None:
    whole = run(capsys, "--help")
    assert whole[0] == 0
    assert whole[1].startswith("usage: flake8-trtc COMMAND ...\n")
    assert run(capsys, "help") == whole
    assert run(capsys) == (2, "", whole[1])
    assert run(capsys, "help", "check") == run(capsys, "check", "--help")
    assert run(capsys, "-V") == run(capsys, "--version") == run(capsys, "version")


@pytest.mark.parametrize("arguments", [(), ("lint",), ("check",), ("check", "--nonsense", "a.py")])
@pytest.mark.parametrize("module", ["flake8_trtc", "flake8_trtc.fix"])
def test_the_name_is_the_one_that_was_run(module: str, arguments: tuple[str, ...]) -> None:
    if module == "flake8_trtc.fix":
        arguments = ("--nonsense", *arguments)
    done = subprocess.run(
        [sys.executable, "-P", "-m", module, *arguments], capture_output=True, text=True
    )
    assert done.returncode == 2
    assert "flake8-trtc" not in done.stderr
    assert f"python -m {module}" in done.stderr


def test_hints_name_the_program_that_was_run() -> None:
    for module, words in (("flake8_trtc", ("fix",)), ("flake8_trtc.fix", ())):
        Path("c.py").write_text("import trtc\nx = error.getCode() == 16386\n", encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-P", "-m", module, *words, "--isolated", "c.py"],
            capture_output=True,
            text=True,
        )
        assert done.stderr.splitlines() == [
            "fixed c.py (1 finding)",
            NEEDED,
            "checked 1 file: 2 findings, 1 fixed in 1 file, "
            "1 without a fix (see python -m flake8_trtc check)",
        ]


def test_check_and_fix(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.py").write_text(PY + "y = error.getCode() == 16386\n", encoding="utf-8")
    code, out, err = run(capsys, "check", "--fix", "-j1", "--isolated", "a.py")
    assert code == 1
    assert out.splitlines() == [
        "a.py:4:34: TRT102 ErrorCode.SIGNAL_CHANNEL_ERROR is no longer thrown since v4.6.5; "
        "remove the branch"
    ]
    assert err.splitlines() == [
        "fixed a.py (2 findings)",
        NEEDED,
        "checked 1 file: 3 findings, 2 fixed in 1 file, 1 without a fix (see flake8-trtc check)",
        "checked 1 file: 1 finding",
    ]
    assert Path("a.py").read_text(encoding="utf-8") == (
        "import trtc\n"
        "from flake8_trtc import ErrorCode\n"
        "x = error.getCode() == ErrorCode.JOIN_ROOM_FAILED\n"
        "y = error.getCode() == ErrorCode.SIGNAL_CHANNEL_ERROR\n"
    )
    assert run(capsys, "check", "--fix", "-j1", "--isolated", "-q", "b.py") == (0, "", "")
    for words in (("-",), ("--since=HEAD", "b.py"), ("--write-baseline=c.json", "b.py")):
        code, out, err = run(capsys, "check", "--fix", "--isolated", *words)
        assert (code, out) == (2, "")
        assert err == (
            "flake8-trtc check: error: --fix rewrites whole files: not with a baseline, --since "
            "or - (standard input); see flake8-trtc fix\n"
        )


def test_a_run_that_checked_nothing_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    for language, said in (
        ("en", "checked 0 files: nothing to check (-v names what is skipped)"),
        ("zh", "检查了 0 个文件：没有可检查的文件（-v 会列出跳过的内容）"),
    ):
        options = ("--isolated", "-j1", f"--trtc-language={language}", "--exclude=*.py", ".")
        for command in ("check", "fix"):
            assert run(capsys, command, *options) == (0, "", f"{said}\n")
    _, _, err = run(capsys, "check", "--isolated", "-j1", "-v", "--exclude=*.py", "a.py")
    assert err.splitlines() == ["a.py: skipped: excluded", "checked 0 files: nothing to check"]


def test_what_v_would_not_name_is_not_promised(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A walk passes by the files of other kinds without a word, whatever is asked for."""
    Path("sub", "deep").mkdir(parents=True)
    Path("sub", "a.txt").write_text("", encoding="utf-8")
    for command in ("check", "fix"):
        for options in ((), ("-v",)):
            assert run(capsys, command, "--isolated", "-j1", *options, "sub") == (
                0, "", "checked 0 files: nothing to check\n",
            )  # fmt: skip
    Path("sub", "node_modules").mkdir()
    said = "checked 0 files: nothing to check (-v names what is skipped)\n"
    assert run(capsys, "check", "--isolated", "-j1", "sub") == (0, "", said)
    _, _, err = run(capsys, "check", "--isolated", "-j1", "-v", "sub")
    assert err.startswith("sub/node_modules: skipped: ")


def test_rules(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "rules", "--language", "en")
    assert code == 0
    lines = out.splitlines()
    assert [line.split()[0] for line in lines] == list(RULES)
    assert "TRT001  magic number; with a fix" in lines
    assert "TRT902  embedded code that does not parse; off, on with TRT9" in lines
    _, out, _ = run(capsys, "rules", "--language", "zh")
    assert "TRT001  直接写成数字的错误码；可自动改写" in out.splitlines()
    _, out, _ = run(capsys, "rules", "--json")
    rules = json.loads(out)
    assert [rule["code"] for rule in rules] == list(RULES)
    assert rules[1]["title"] == {"en": "magic number", "zh": "直接写成数字的错误码"}
    assert rules[1]["default"] is rules[1]["fixable"] is True


def test_every_command_has_a_parser() -> None:
    for command in COMMANDS:
        assert parser(command).command == command
