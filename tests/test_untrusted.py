"""Trees that nobody trusts: their names, sources, links and settings steer nothing."""

from __future__ import annotations

import json
import ntpath
import os
import subprocess
from pathlib import Path

import pytest

from flake8_trtc.cli import main
from flake8_trtc.config import options
from flake8_trtc.messages.message import visible

_CODE = "import trtc\n\n\ndef f(code):\n    return code == 16388\n"
_FIXED = _CODE.replace("trtc\n", "trtc\nfrom flake8_trtc import ErrorCode\n", 1).replace(
    "16388", "ErrorCode.JOIN_ROOM_FAILED"
)
_ODD = "x\n::error title=PWN::owned\x1b[31m.py"


@pytest.fixture(autouse=True)
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    top = tmp_path / "tree"
    top.mkdir()
    monkeypatch.chdir(top)
    return top


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a.py: 发现", "a.py: 发现"),
        ("a\x1b[31m\n\t\u202eb", "a\\x1b[31m\\n\\t\\u202eb"),
        ("::error::a.py", "\\x3a:error::a.py"),
        ("  ::error::a.py", "  \\x3a:error::a.py"),
        ("a::error::b", "a::error::b"),
        ("a ##[error]b", "a #\\x23[error]b"),
    ],
)
def test_what_steers_something_is_made_visible(text: str, seen: str) -> None:
    assert visible(text) == seen


needs_names = pytest.mark.skipif(os.name == "nt", reason="names are not free there")


@needs_names
@pytest.mark.parametrize("form", ["text", "json", "sarif", "github", "gitlab"])
@pytest.mark.parametrize("command", ["check", "fix"])
def test_names_are_printed_visibly(
    command: str, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(_ODD).write_text(_CODE, encoding="utf-8")
    Path(f"broken {_ODD}").write_bytes(_CODE.encode() + b"\0")
    shown = ["--output-format", form] if command == "check" else ["--check"]
    assert main([command, "--isolated", "-j1", *shown, "."]) == 3
    out, err = capsys.readouterr()
    lines = [*out.splitlines(), *err.splitlines()]
    commands = [line for line in lines if line.lstrip().startswith("::") or "##[" in line]
    # The finding, and the file that could not be read.
    assert len(commands) == (2 if form == "github" and command == "check" else 0)
    assert all(line.isprintable() for line in lines)
    assert "./broken x\\n::error title=PWN::owned\\x1b[31m.py: it holds a NUL byte" in err
    if form == "json" and command == "check":
        assert json.loads(out)[0]["path"] == _ODD


def test_source_is_printed_visibly(capsys: pytest.CaptureFixture[str]) -> None:
    line = "    return code == 16388  # trtc: ignore[\x1b[31mX]\n"
    Path("a.py").write_text(f"import trtc\n\n\ndef f(code):\n{line}", encoding="utf-8")
    main(["check", "--isolated", "--extend-select", "TRT904", "a.py"])
    out = capsys.readouterr().out
    assert "\\x1b[31MX" in out
    assert all(line.isprintable() for line in out.splitlines())


needs_links = pytest.mark.skipif(os.name == "nt", reason="needs links")


@needs_links
def test_a_link_that_leaves_the_tree_is_fixed_only_by_its_name(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outside = tree.parent / "outside.py"
    outside.write_text(_CODE, encoding="utf-8")
    Path("link.py").symlink_to(outside)
    assert main(["fix", "--isolated", "."]) == 0
    assert outside.read_text(encoding="utf-8") == _CODE
    assert (
        "link.py: skipped: a link that leads out of what is to be fixed" in capsys.readouterr().err
    )
    assert main(["fix", "--isolated", "link.py"]) == 0
    assert outside.read_text(encoding="utf-8") == _FIXED
    assert Path("link.py").is_symlink()


@needs_links
def test_a_link_inside_the_tree_is_fixed(tree: Path) -> None:
    Path("lib").mkdir()
    Path("lib/a.txt").write_text(_CODE, encoding="utf-8")
    Path("a.py").symlink_to("lib/a.txt")
    assert main(["fix", "--isolated", "-q", "."]) == 0
    assert Path("lib/a.txt").read_text(encoding="utf-8") == _FIXED


def test_constants_are_not_written_outside_of_the_project(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.js").write_text(
        "import TRTC from 'trtc-js-sdk';\nif (e.getCode() === 0x4004) leave();\n", encoding="utf-8"
    )
    own = ["--trtc-js-error-code", "../codes.js#ErrorCode", "--write-constants"]
    assert main(["fix", "--isolated", *own, "a.js"]) == 3
    assert not (tree.parent / "codes.js").exists()
    assert "codes.js: outside of this project, not written" in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no FIFOs here")
def test_a_fifo_is_skipped(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo("pipe.py")
    Path("b.py").symlink_to("pipe.py")
    assert main(["check", "--isolated", "-v", "."]) == 0
    err = capsys.readouterr().err
    assert "pipe.py: skipped: not a regular file\n" in err
    assert "b.py: skipped: not a regular file\n" in err


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (_CODE.encode("utf-16"), "byte 0 is not utf-8; save it as UTF-8"),
        (_CODE.encode("utf-32"), "byte 0 is not utf-8; save it as UTF-8"),
        (_CODE.encode("utf-16-le"), "it holds a NUL byte, so it is not text; save it as UTF-8"),
        (_CODE.encode() + b"# \0\n", "it holds a NUL byte, so it is not text; save it as UTF-8"),
        (b"# coding: rot13\n" + _CODE.encode(), "unknown encoding 'rot13' in its coding cookie"),
        (b"# coding: hex\n" + _CODE.encode(), "unknown encoding 'hex' in its coding cookie"),
        (
            b"# coding: undefined\n" + _CODE.encode(),
            "unknown encoding 'undefined' in its coding cookie",
        ),
    ],
)
@pytest.mark.parametrize("command", ["check", "fix"])
def test_an_encoding_that_can_not_be_read(
    command: str, data: bytes, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.py").write_bytes(data)
    assert main([command, "--isolated", "a.py"]) == 3
    assert capsys.readouterr().err.splitlines()[0] == f"a.py: {reason}"


@pytest.mark.parametrize("command", ["check", "fix"])
def test_disable_noqa(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(".flake8").write_text("[flake8]\ndisable-noqa = true\n", encoding="utf-8")
    text = "import trtc\n\n\ndef f(code):\n    return code == 16388  # noqa\n"
    Path("a.py").write_text(text, encoding="utf-8")
    Path("b.py").write_text("# flake8: noqa\n" + _CODE, encoding="utf-8")
    assert main([command, "a.py", "b.py"]) == (command == "check")
    changed = Path("a.py").read_text(encoding="utf-8") != text
    assert changed == (command == "fix")
    assert "2 findings" in capsys.readouterr().err


@pytest.mark.parametrize("item", ["web/vendor", "web\\vendor", "web/*.js", "web/", ".", "*.js"])
def test_globs_of_windows_are_those_of_flake8(item: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import flake8.utils

    monkeypatch.setattr(os, "sep", "\\")
    monkeypatch.setattr(os, "altsep", "/")
    monkeypatch.setattr(os, "path", ntpath)
    expected = tuple(flake8.utils.normalize_paths([item], "C:\\proj"))
    assert options.globs(item, "C:\\proj") == expected


@needs_names
@pytest.mark.parametrize(
    "name", ["a b.py", "a\tb.py", 'a"b\\.py', "é 错.py", "a\nb.py", "a\x1b.py"]
)
def test_diffs_of_odd_names_apply(name: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    Path(name).write_text(_CODE, encoding="utf-8")
    assert main(["fix", "--isolated", "--diff", "-q", name]) == 1
    patch = capfdbinary.readouterr().out
    subprocess.run(["git", "apply", "-p0"], input=patch, check=True)
    assert Path(name).read_text(encoding="utf-8") == _FIXED
