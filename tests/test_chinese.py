"""Whatever `check` and `fix` say of findings, refusals and files is there in Chinese, too."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import flake8_trtc
from flake8_trtc.cli import main
from flake8_trtc.messages.chinese import _TEXTS, chinese
from flake8_trtc.messages.console import _PHRASES

PACKAGE = Path(flake8_trtc.__file__ or "").parent
# What is raised or returned with such a text in it; proofs fail for our own defects only.
CARRIERS = {
    "FileError",
    "SourceError",
    "ParseError",
    "RewriteError",
    "Misfit",
    "Outcome",
    "Missing",
}
# Where every constant with a space in it, or every text that is returned, is such a text.
WHOLE = {"fix/javascript/refusals.py", "detect/sdk.py", "workspace/generated.py"}
HAN = re.compile(r"[\u4e00-\u9fff]")


def template(node: ast.expr) -> str | None:
    """A string or an f-string, with {} for its holes."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.sub(r"\{\w+\}", "{}", node.value)
    if isinstance(node, ast.JoinedStr):
        parts = (template(part) if isinstance(part, ast.Constant) else "{}" for part in node.values)
        return re.sub(r"(\{\})+", "{}", "".join(part or "" for part in parts))
    return None


def said() -> Iterator[str]:
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_bytes())
        whole = path.relative_to(PACKAGE).as_posix() in WHOLE
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                values = [
                    *node.args,
                    *(item.value for item in node.keywords if item.arg == "error"),
                ]
                if name in CARRIERS:
                    yield from (text for value in values if (text := template(value)) is not None)
            elif whole and isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
                yield from (text for text in [template(node.value)] if text and " " in text)


def test_everything_is_translated() -> None:
    texts = {text for text in said() if re.search("[a-z] |[a-z]{5}$", text)}
    assert len(texts) > 25
    assert {text for text in texts if chinese(text) == text} == set()


def test_translations_are_chinese() -> None:
    for english, text in _TEXTS.items():
        assert english.isascii()
        assert HAN.search(text) or english == "LibCST: {}"
        assert len(re.findall(r"\{\d?\}", text)) == english.count("{}")
    for phrases in _PHRASES.values():
        assert all(HAN.search(text) for text in phrases["zh"])
        assert all(text.isascii() for text in phrases["en"])


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("minified", "压缩过的脚本"),
        ("the file says trtc", "文件中有 trtc"),
        ("this file is a.b, which defines ErrorCode", "该文件就是定义 ErrorCode 的 a.b"),
        ("A and B both mean something else in this file", "A 和 B 在该文件中都另有含义"),
        ("A and B both mean something else here", "A 和 B 在此处都另有含义"),
        ("C means something else here", "C 在此处另有含义"),
        ("permission denied; its old content is in .x", "没有权限;原内容在 .x 中"),
        ("nobody has said this", "nobody has said this"),
    ],
)
def test_chinese(english: str, expected: str) -> None:
    assert chinese(english) == expected


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[list[str], list[str]]:
    main([*arguments, "-j1", "--isolated", "--trtc-language=zh"])
    out, err = capsys.readouterr()
    return out.splitlines(), err.splitlines()


def test_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.py").write_bytes("ErrorCode = TrtcErrorCode = 1  # 错\nx = code == 16388\n".encode())
    Path("b.py").write_bytes(b"x = code == 16388 # \xff\n")
    Path("node_modules").mkdir()
    taken = "ErrorCode 和 TrtcErrorCode 在该文件中都另有含义"
    assert run(capsys, "fix", "-v", ".", "gone.py")[1] == [
        "./node_modules: 已跳过:除非指明,否则从不查看",
        f"./a.py:2:13: 未改写:{taken}",
        "./b.py: 第 20 字节不是 utf-8;请存为 UTF-8,或声明其编码",
        "gone.py: 没有该文件或目录",
        f"检查了 1 个文件:1 处问题,1 处未改写({taken});2 个文件出错",
    ]
    out, err = run(capsys, "check", "--show-evidence", "a.py", "b.py")
    assert out == [
        "a.py:2:13: TRT001 16388 是 ErrorCode.JOIN_ROOM_FAILED(进房失败);请使用该常量"
        "  [文件中有 Trtc; 与之相关的名字表示错误码]"
    ]
    assert err == [
        "b.py: 第 20 字节不是 utf-8;请存为 UTF-8,或声明其编码",
        "检查了 1 个文件:1 处问题,其中 1 处可自动改写(flake8-trtc fix);1 个文件出错",
    ]
