"""Help, usage and mistakes in a command line, in both languages."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest

from flake8_trtc.catalog.constants.forms import LANGS
from flake8_trtc.cli import COMMANDS, main
from flake8_trtc.cli.arguments import Parser
from flake8_trtc.cli.program import parser
from flake8_trtc.cli.reports.formats import FORMATS
from flake8_trtc.cli.worded import help_of, known
from flake8_trtc.messages import arguments, commands, usage
from flake8_trtc.messages.message import Sentence

ZH = "--trtc-language=zh"


@pytest.fixture(autouse=True)
def directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "82")
    monkeypatch.setenv("NO_COLOR", "1")


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    try:
        code = main(words)
    except SystemExit as stop:
        code = int(stop.code or 0)
    out, err = capsys.readouterr()
    return code, out, err


def test_every_argument_has_words_and_none_has_more() -> None:
    used = set()
    for command in COMMANDS:
        for action in parser(command).arguments:
            used.add(help_of(action, command))
    used.add(arguments.SHARED["version"])
    for rows in (arguments.SHARED, *(arguments.OF[command] for command in COMMANDS)):
        assert [name for name, row in rows.items() if row not in used] == []
    ours = [name for name in arguments.OF if not name.startswith("spark ")]  # loads Spark
    about = [name for name in commands.ABOUT if not name.startswith("spark ")]
    assert ours == [*commands.SUMMARIES] == about == [*COMMANDS]
    assert {*commands.BELOW} <= {*COMMANDS}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_choice_is_explained(language: str) -> None:
    mark = {"en": ": ", "zh": "："}[language]
    formats = arguments.OF["check"]["output-format"].of(language)
    langs = arguments.OF["constants"]["lang"].of(language)
    assert [name for name in FORMATS if name + mark not in formats] == []
    assert [name for name in LANGS if name + mark not in langs] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_help_in_chinese(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever line begins with a letter is Chinese, and no line is wider than the terminal."""
    code, out, err = run(capsys, command, "--help", ZH)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0].startswith(f"用法：flake8-trtc {command} ")
    assert "" in lines
    headings = [line for line in lines if re.match(r"\S.*[:：]$", line)]
    assert [line for line in headings if not line.endswith("：") and line != "TRTC:"] == []
    assert "选项：" in headings
    assert "  -h, --help" in out
    assert "显示本帮助信息并退出" in out
    assert run(capsys, "help", command, ZH) == (0, out, "")


def test_help_of_the_program_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "--help", ZH) == (
        0,
        """\
用法：flake8-trtc 命令 ...

腾讯 TRTC Web SDK v4、v5 与 liteav 的错误码。

选项：
  -h, --help     显示本帮助信息并退出
  -V, --version  显示版本号并退出

命令：
  check       检查 Python 及其他脚本中的错误码
  fix         把错误码改写为常量名
  explain     说明错误码、名称、规则或采集错误的含义与处理建议
  logs        统计日志中的错误码及其时间，并说明含义
  list        列出 SDK 的全部错误码
  rules       列出全部规则：编号、默认是否开启、检查内容
  constants   把错误码目录生成为项目自己的模块：Python、JavaScript、TypeScript、JSON
  server      在编辑器中检查、修复和查看说明（Language Server Protocol）
  completion  输出 bash、zsh、fish、tcsh 或 PowerShell 的补全脚本

详见 flake8-trtc 命令 --help。
""",
        "",
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("check --format json a.py", "无法识别的参数：--format；是否想写 --output-format？"),
        ("check --diff a.py", "无法识别的参数：--diff；--diff 是 flake8-trtc fix 的选项"),
        ("check -x a.py", "无法识别的参数：-x"),
        ("check", "缺少以下参数：PATH"),
        ("explain", "缺少以下参数：QUERY"),
        ("check -j 0 a.py", "参数 -j/--jobs：'0' 不是大于 0 的整数"),
        ("check --baseline", "参数 --baseline：需要一个值"),
        ("constants --check", "参数 --check：至少需要一个值"),
        ("check -q -v a.py", "参数 -v/--verbose：不能与参数 -q/--quiet 同时使用"),
        ("check --fix=yes a.py", "参数 --fix：不接受值 'yes'"),
        ("check - a.py", "-（标准输入）不能与其他路径同时使用"),
        ("check --stdin-filename=a.py a.py", "--stdin-filename 要求路径只有 - 一个"),
        ("fix --add-ignore=X a.py", "--add-ignore：没有规则 'X'；例如可写 TRT102"),
        ("constants", "缺少 --lang 或 -o"),
        ("constants --lang py --name 1", "--name '1' 不是合法的 Python 名称"),
    ],
)
def test_mistakes_in_chinese(line: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    command = line.split()[0]
    words = line.split()
    if command == "constants":
        Path("setup.cfg").write_text("[flake8]\ntrtc-language = zh\n", encoding="utf-8")
    else:
        words.insert(1, ZH)
    code, out, err = run(capsys, *words)
    assert (code, out) == (2, "")
    assert err.splitlines()[-1] == f"flake8-trtc {command}：错误：{said}"


def test_a_choice_that_there_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    """Quotes around the choices come and go with Python's version."""
    _, _, err = run(capsys, "check", ZH, "--color=red", "a.py")
    assert err.splitlines()[-1].replace("'", "") == (
        "flake8-trtc check：错误：参数 --color：不能是 red（可用的有：auto、always、never）"
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (f"lint a.py {ZH}", "未知命令 'lint'；是否想写 check？"),
        (f"{ZH} gone/", f"未知命令 '{ZH}'；可用的有：{'、'.join(COMMANDS)}"),
        (
            "--trtc-language zh fix a.py",
            "未知命令 '--trtc-language'；是否想写：flake8-trtc fix --trtc-language zh a.py",
        ),
    ],
)
def test_unknown_commands_in_chinese(
    line: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, *line.split()) == (2, "", f"flake8-trtc：{said}\n")


def test_the_project_tells_the_language(capsys: pytest.CaptureFixture[str]) -> None:
    Path("pyproject.toml").write_text('[tool.flake8-trtc]\nlanguage = "zh"\n', encoding="utf-8")
    assert run(capsys, "fix")[2].endswith("flake8-trtc fix：错误：缺少以下参数：PATH\n")
    assert run(capsys, "fix", "--help")[1].startswith("用法：")
    assert run(capsys, "fix", "--help", "--isolated")[1].startswith("usage: ")
    assert run(capsys, "list", "--help", "--language", "en")[1].startswith("usage: ")


def test_what_argparse_says_is_known_in_every_form() -> None:
    """Each of its sentences is told from its English again, and what it never said stays."""
    for sentence in usage.THEIRS:
        names = {"name": "-x", "reason": "expected one argument", "names": "a, b", "value": "'v'"}
        names |= {"near": "'w'", "other": "-y", "text": "'t'"}
        told = {name: value for name, value in names.items() if f"{{{name}}}" in sentence.en}
        message = known(sentence.en.format(**told))
        expected = dict(told)
        if "reason" in expected:
            expected["reason"] = "需要一个值"
        if "names" in expected:
            expected["names"] = "a、b"
        assert message.of("zh") == sentence.zh.format(**expected)
        assert message == sentence.en.format(**told)
    assert known("something else {x}").of("zh") == "something else {x}"


def test_argparse_still_says_what_is_known(capsys: pytest.CaptureFixture[str]) -> None:
    """On each Python: what its own parser refuses is one of the rows."""
    theirs = argparse.ArgumentParser(prog="x")
    theirs.add_argument("--one", choices=["a"])
    theirs.add_argument("--more", nargs="+")
    both = theirs.add_mutually_exclusive_group()
    both.add_argument("-q", action="store_true")
    both.add_argument("-v", action="store_true")
    theirs.add_argument("path")
    for line in (["--one"], ["--one=b", "p"], ["--more"], ["-q", "-v", "p"], []):
        with pytest.raises(SystemExit):
            theirs.parse_args(line)
        said = capsys.readouterr().err.splitlines()[-1].removeprefix("x: error: ")
        message = known(said)
        assert message == said
        assert re.search("[\u4e00-\u9fff]", message.of("zh")), said


def test_the_words_are_argparse_s_own() -> None:
    made = Parser(prog="x", command="list")
    assert [group.title for group in made.groups] == ["positional arguments", "options"]
    for row, text in (
        (arguments.SHARED["help"], "show this help message and exit"),
        (arguments.POSITIONALS, "positional arguments"),
        (arguments.OPTIONS, "options"),
    ):
        assert isinstance(row, Sentence)
        assert row.en == text
