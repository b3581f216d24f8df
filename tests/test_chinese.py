"""Whatever `check` and `fix` say of findings, refusals and files is there in Chinese, too."""

from __future__ import annotations

import ast
import io
import json
import pickle
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from sitegen import messages as pages

import flake8_trtc
from flake8_trtc.cli import main
from flake8_trtc.messages import failures
from flake8_trtc.messages import run as run_messages
from flake8_trtc.messages.message import Sentence

ROOT = Path(__file__).parent.parent
CODE_NAME = "与之相关的名称表示错误码"
HAN = re.compile(r"[\u4e00-\u9fff]")
# Of other programs, or names alone.
NO_WORDS = {
    "TRTC",
    "LibCST：{error}",
    "{text}",
    "{version}",
    "{given}；{note}",
    "TRTC.ERROR_CODE.{code}",
    "{path}: {reason}",
    "auto，{path}：{version}",
    "{text}（{name}）",
    "{path}：{reason}",
    "{n}：{reason}",
    "{label}：",
    "（{phrases}）",
    "{title}：{summary}",
    "{name} = {value}，{sdk}",
    "--since：{problem}",
    "--since：{problem}（{said}）",
}


def sentences() -> Iterator[tuple[str, Sentence]]:
    for module, name, sentence in pages.sentences():
        yield f"{module}.{name}", sentence


def fields(text: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(text) if field is not None}


def test_every_sentence_has_both_languages() -> None:
    rows = dict(sentences())
    assert len(rows) > 400
    for name, (english, zh, one) in rows.items():
        assert (english + one).isascii(), name
        assert HAN.search(zh) or zh in NO_WORDS, name
        assert fields(zh) == fields(english), name
        assert fields(one) <= fields(english), name


def test_chinese_has_full_width_punctuation() -> None:
    """A comma, a colon or a bracket beside a Chinese character is a Chinese one."""
    wrong = re.compile(r"[\u4e00-\u9fff][,;:!?()]|[,;!?()][\u4e00-\u9fff]")
    assert {name: zh for name, (_, zh, _) in sentences() if wrong.search(zh)} == {}


def test_all_chinese_of_the_package_has_full_width_punctuation() -> None:
    """Also that of rules, options and other texts, and what the SDK's own page says."""
    wrong = re.compile(r"[\u4e00-\u9fff][,;:!?()]|[,;!?()][\u4e00-\u9fff]|[\u4e00-\u9fff]: ")
    pattern = re.compile(r"\(\?[:<]")  # of what is searched for, in nobody's language
    package = Path(flake8_trtc.__path__[0])
    found = []
    for path in package.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                shown = not pattern.search(node.value)
                found += [node.value] if shown and wrong.search(node.value) else []
    assert found == []


def test_one_word_each() -> None:
    """What is found is 问题, what silences it 屏蔽; and what has been called otherwise is not again."""
    others = re.compile("告警|违规|抑制|静默|放行|豁免|魔法数|幻数|有多准|有多快|消音|发现")
    package = Path(flake8_trtc.__path__[0])
    files = [*(package / "messages").glob("*.py"), *(package / "catalog").glob("*rules.py")]
    files += [*(ROOT / "docs/guide/zh").glob("*.md"), ROOT / "README.zh-CN.md"]
    files += [ROOT / "docs/sitegen/words.py", *(ROOT / "editors/vscode").glob("**/*zh-cn.json")]
    assert len(files) > 20
    assert [
        (path.name, word) for path in files for word in others.findall(path.read_text("utf-8"))
    ] == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_of_messages(language: str) -> None:
    """Every sentence is on it, with an example of all that it says something of."""
    text = pages.page(language).text
    for module, name, sentence in pages.sentences():
        key = f"{module}.{name}".removeprefix(".")
        assert f"| `{name}` | " in text
        english, chinese = pages.said(key, sentence)
        assert "{" not in english.replace("{reason, message}", "")
        assert not re.search("[\u4e00-\u9fff][,;:!?()]|[,;!?()][\u4e00-\u9fff]", chinese), key
    assert {key.rpartition(".")[2].partition(" ")[0] for key in pages.SAID_OF} <= {
        name for _, name, _ in pages.sentences()
    }


def test_a_message_knows_its_other_language() -> None:
    message = run_messages.AT(path="a.py", reason=failures.NUL())
    assert message == "a.py: it holds a NUL byte, so it is not text; save it as UTF-8"
    assert message.of("zh") == "a.py: 含有 NUL 字节，不是文本；请存为 UTF-8"
    sent = pickle.loads(pickle.dumps(message))
    assert (sent, sent.of("en"), sent.of("zh")) == (message, str(message), message.of("zh"))


def test_numbers_in_english() -> None:
    said = [run_messages.CHECKED(n=count) for count in (0, 1, 2)]
    assert said == ["checked 0 files", "checked 1 file", "checked 2 files"]


@pytest.mark.parametrize(
    ("text", "path", "options", "expected"),
    [
        ("import trtc\nx = code == 16388\n", "a.py", [], ["文件中有 trtc", CODE_NAME]),
        (
            "x = 1\ndef f(code):\n    trtc()\n    return code == 4099\n",
            "a.py",
            [],
            ["周围的代码中有 trtc", CODE_NAME],
        ),
        ("x = code == 16388\n", "trtc.py", [], ["文件名与 TRTC 有关", CODE_NAME]),
        (
            "x = code == 16388\n",
            "a.py",
            ["--trtc-assume=*.py"],
            ["trtc-assume 指明了该文件", CODE_NAME],
        ),
        ("import trtc\nx == 16388\n", "a.py", [], ["文件中有 trtc", "此处是通常写错误码的位置"]),
        (
            "import TRTC from 'trtc-js-sdk';\nimport A from 'trtc-sdk-v5';\nx(code === 16388);\n",
            "a.js",
            [],
            ["加载了 TRTC Web SDK v4、TRTC Web SDK v5", CODE_NAME],
        ),
        (
            "from flake8_trtc import ErrorCode\nx = ErrorCode.JOIN_ROM_FAILED\n",
            "a.py",
            [],
            ["ErrorCode 来自 TRTC"],
        ),
        (
            "a = trtc_code == 16386\n",
            "a.py",
            ["--trtc-sdk-version=auto", "--select=TRT102"],
            ["周围的代码中有 trtc", CODE_NAME, "无法得知 SDK 的版本"],
        ),
    ],
)
def test_reasons(
    text: str,
    path: str,
    options: list[str],
    expected: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(path).write_text(text)
    out, _ = run(capsys, "check", "--output-format=json", *options, path)
    (finding,) = json.loads("".join(out))
    assert finding["evidence"] == expected


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[list[str], list[str]]:
    main([*arguments, "-j1", "--isolated", "--trtc-language=zh"])
    out, err = capsys.readouterr()
    return out.splitlines(), err.splitlines()


def test_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.py").write_bytes(
        "ErrorCode = TrtcErrorCode = 1  # 错 trtc\nx = code == 16388\n".encode()
    )
    Path("b.py").write_bytes(b"x = code == 16388 # \xff\n")
    Path("node_modules").mkdir()
    taken = "ErrorCode 和 TrtcErrorCode 在该文件中都另有含义"
    assert run(capsys, "fix", "-v", ".", "gone.py")[1] == [
        "./node_modules: 已跳过：默认跳过，需明确指定",
        f"./a.py:2:13: 未改写：{taken}",
        "./b.py: 第 20 个字节不是有效的 utf-8；请保存为 UTF-8，或声明文件编码",
        "gone.py: 没有该文件或目录",
        f"检查了 1 个文件：1 处问题，1 处未改写（{taken}）；2 个文件出错",
    ]
    out, err = run(capsys, "check", "--show-evidence", "a.py", "b.py")
    assert out == [
        "a.py:2:13: TRT001 16388 是 ErrorCode.JOIN_ROOM_FAILED（进房失败）；请使用该常量"
        "  [文件中有 trtc；与之相关的名称表示错误码]"
    ]
    assert err == [
        "b.py: 第 20 个字节不是有效的 utf-8；请保存为 UTF-8，或声明文件编码",
        "检查了 1 个文件：1 处问题；1 个文件出错",
    ]


@pytest.mark.parametrize(
    ("console", "written"),
    [("cp936", "gbk"), ("gb18030", "gb18030"), ("utf-8", "utf-8"), ("utf-16", "utf-16")]
    + [(narrow, "utf-8") for narrow in ("cp1252", "cp437", "ascii", "latin-1", "shift_jis")],
)
def test_chinese_where_a_console_has_none(
    console: str, written: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it can't hold is written as UTF-8, never as escapes."""
    monkeypatch.chdir(tmp_path)
    Path("进房.py").write_text("code = error.get_code() == 16388\n", encoding="utf-8")
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding=console) for _ in range(2))
    monkeypatch.setattr("sys.stdout", out)
    monkeypatch.setattr("sys.stderr", err)
    assert main(["check", "--isolated", "--trtc-language=zh", "进房.py"]) == 1
    said = []
    for stream in (out, err):
        stream.flush()
        said.append(stream.buffer.getvalue().decode(written))
    assert said[0].startswith("进房.py:1:28: TRT001 16388 ")
    assert "进" in said[0].partition("TRT001")[2]
    assert "1 个文件" in said[1]
    assert "\\" not in said[0] + said[1]
