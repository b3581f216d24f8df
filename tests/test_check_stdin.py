"""`check -`: what an editor holds, checked under the name of its file."""

from __future__ import annotations

import io
import json
import sys
import tokenize
from pathlib import Path

import pytest

from flake8_trtc.cli import main
from flake8_trtc.cli.reports.formats import FORMATS

VUE = """\
<template><p>错🎥 {{ text }}</p></template>
<script>
export default { methods: { f(e) { const 房 = '🎥'; if (e.getCode() === 0x4043) trtc(房); } } };
</script>
"""
PY = "import trtc\n\nif code == 16388: pass\n"
PLAY = "TRT001 0x4043 is ErrorCode.PLAY_NOT_ALLOWED (autoplay was blocked by the browser); use the constant"
JOIN = (
    "TRT001 16388 is ErrorCode.JOIN_ROOM_FAILED (the room could not be entered); use the constant"
)
ONE = "checked 1 file: 1 finding, 1 with a fix (flake8-trtc fix)\n"
SHOWN = "checked 0 files: nothing to check\n"
NUL = "it holds a NUL byte, so it is not text; save it as UTF-8"
NONE = "checked 0 files: nothing to check (-v names what is skipped)\n"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "project" / "src").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "project")
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path / "project"


class Piped:
    """`check -` with bytes on standard input: exit code, standard output and error."""

    def __init__(self, patch: pytest.MonkeyPatch, capture: pytest.CaptureFixture[str]) -> None:
        self.patch = patch
        self.capture = capture

    def __call__(self, data: str | bytes, *words: str) -> tuple[int, str, str]:
        raw = data.encode() if isinstance(data, str) else data
        self.patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
        code = main(["check", "-", *words])
        return code, *self.capture.readouterr()

    def named(self, name: str, data: str | bytes, *words: str) -> tuple[int, str, str]:
        return self(data, "--stdin-filename", name, *words)


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Piped:
    return Piped(monkeypatch, capsys)


def test_a_name(piped: Piped) -> None:
    assert piped.named("src/room.vue", VUE) == (1, f"src/room.vue:3:71: {PLAY}\n", ONE)
    assert not Path("src/room.vue").exists()
    clean = "checked 1 file: no findings\n"
    assert piped.named("src/room.vue", VUE.replace("0x4043", "200")) == (0, "", clean)


def test_no_name(piped: Piped) -> None:
    assert piped(PY) == (1, f"stdin:3:12: {JOIN}\n", ONE)
    assert piped(PY, "--exit-zero")[0] == 0


def test_as_the_file_itself(piped: Piped, capsys: pytest.CaptureFixture[str]) -> None:
    Path("src/room.vue").write_text(VUE, encoding="utf-8")
    for name in FORMATS:
        if name == "junit":  # holds the time
            continue
        code = main(["check", "src/room.vue", "--output-format", name])
        said = capsys.readouterr()
        assert piped.named("src/room.vue", VUE, "--output-format", name) == (code, *said)
        assert code == 1
        assert said.out


def test_formats(piped: Piped) -> None:
    def shown(name: str) -> str:
        code, out, _ = piped.named("src/room.vue", VUE, "--output-format", name)
        assert code == 1
        return out

    (found,) = json.loads(shown("json"))
    place = [found[key] for key in ("path", "line", "column", "end_line", "end_column", "fix")]
    assert place == ["src/room.vue", 3, 71, 3, 77, "PLAY_NOT_ALLOWED"]
    ((result,),) = [run["results"] for run in json.loads(shown("sarif"))["runs"]]
    location = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": "src/room.vue", "uriBaseId": "%SRCROOT%"}
    texts = [
        item["insertedContent"]["text"]
        for item in result["fixes"][0]["artifactChanges"][0]["replacements"]
    ]
    assert texts == [
        "const ErrorCode = Object.freeze({ PLAY_NOT_ALLOWED: 0x4043 });\n",
        "ErrorCode.PLAY_NOT_ALLOWED",
    ]
    assert shown("github").startswith("::warning file=src/room.vue,line=3,col=71,")
    (found,) = json.loads(shown("gitlab"))
    assert found["location"] == {"path": "src/room.vue", "lines": {"begin": 3, "end": 3}}
    for name in ("json", "gitlab"):
        code, out, _ = piped.named("a.vue", "<p>", "--output-format", name)
        assert (code, out) == (0, "[]\n")


def test_output_file(piped: Piped) -> None:
    assert piped.named("a.py", PY, "--output-file", "out.txt") == (1, "", ONE)
    assert Path("out.txt").read_text(encoding="utf-8") == f"a.py:3:12: {JOIN}\n"


def test_excluded(piped: Piped, project: Path) -> None:
    (project / "pyproject.toml").write_text(
        '[tool.flake8-trtc]\nexclude = ["gen", "src/old/*"]\n', encoding="utf-8"
    )
    said = "src/old/a.py: skipped: excluded\n"
    assert piped.named("src/old/a.py", PY, "-v") == (0, "", said + SHOWN)
    assert piped.named("src/old/a.py", PY, "--output-format", "json") == (0, "[]\n", NONE)
    # flake8's rule: a directory's pattern holds for what is walked, unless it is forced.
    assert piped.named("gen/a.py", PY)[0] == 1
    assert piped.named("gen/a.py", PY, "--force-exclude") == (0, "", NONE)
    assert piped.named("node_modules/a.js", PY, "--force-exclude") == (0, "", NONE)
    assert piped.named("a.py", PY)[0] == 1


def test_what_is_no_code_of_ours(piped: Piped) -> None:
    code, out, said = piped.named("a.txt", PY)
    assert (code, out) == (0, "")
    assert said.endswith("checked 0 files; 1 file skipped\n")
    minified = "if (e.getCode() === 0x4043) trtc();"
    said = "a.min.js: skipped: minified\nchecked 0 files; 1 file skipped\n"
    assert piped.named("a.min.js", minified) == (0, "", said)
    assert piped.named("a.min.js", minified, "-v") == (0, "", said)
    assert piped.named("a.min.js", minified, "--force-exclude") == (0, "", NONE)


def test_configuration_of_the_working_directory(piped: Piped) -> None:
    Path("setup.cfg").write_text(
        "[flake8]\nper-file-ignores =\n    src/*:TRT001\ntrtc-language = zh\n", encoding="utf-8"
    )
    assert piped.named("src/a.py", PY) == (0, "", "检查了 1 个文件：没有问题\n")
    code, out, _ = piped.named("a.py", PY)
    assert code == 1
    assert (
        out == "a.py:3:12: TRT001 16388 是 ErrorCode.JOIN_ROOM_FAILED（进房失败）；请使用该常量\n"
    )


def test_configuration_of_the_file(
    piped: Piped, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor may run anywhere: at home, or in another project."""
    (project / "pyproject.toml").write_text(
        '[tool.flake8-trtc]\nper-file-ignores = { "src/*" = ["TRT001"] }\n', encoding="utf-8"
    )
    other = project.parent / "other"
    other.mkdir()
    (other / ".flake8").write_text("[flake8]\nignore = TRT\n", encoding="utf-8")
    for place in (project.parent, other):
        monkeypatch.chdir(place)
        assert piped.named(str(project / "src" / "a.py"), PY)[0] == 0
        assert piped.named(str(project / "a.py"), PY)[0] == 1
        assert piped.named(str(project / "src" / "a.py"), PY, "--isolated")[0] == 1
    assert piped.named("b.py", PY)[0] == 0
    (project / "pyproject.toml").write_text('[tool.flake8-trtc]\nlanguage = "fr"\n')
    code, out, said = piped.named(str(project / "a.py"), PY)
    assert (code, out) == (2, "")
    assert "trtc-language 'fr' is not known; write en or zh" in said


def test_settings(piped: Piped, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "pyproject.toml").write_text('[tool.flake8-trtc]\nsdk-version = "4.15.22"\n')
    monkeypatch.chdir(project.parent)
    code, out, _ = piped.named("project/src/a.py", PY, "--show-settings")
    assert code == 0
    assert "trtc-sdk-version = 4.15.22" in out


ENCODED = "# coding: {}\nimport trtc\n房 = '错'; x = code == 16388\n"


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "gb18030", "big5"])
def test_encodings(piped: Piped, encoding: str) -> None:
    data = ENCODED.replace("错", "中").format(encoding).encode(encoding)
    assert tokenize.detect_encoding(io.BytesIO(data).readline)[0] == encoding
    assert piped.named("a.py", data) == (1, f"a.py:3:22: {JOIN}\n", ONE)


def test_a_mark_and_line_ends(piped: Piped) -> None:
    data = b"\xef\xbb\xbf" + PY.replace("\n", "\r\n").encode()
    assert piped.named("a.py", data) == (1, f"a.py:3:12: {JOIN}\n", ONE)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (PY.encode() + b"# \xff\n", "a.py: byte 38 is not utf-8; save it as UTF-8 or"),
        (PY.encode("utf-16"), "a.py: byte 0 is not utf-8; save it as UTF-8\n"),
        (PY.encode("utf-32"), "a.py: byte 0 is not utf-8; save it as UTF-8\n"),
        (PY.encode("utf-16-le"), f"a.py: {NUL}\n"),
        (PY.encode("utf-16-be"), f"a.py: {NUL}\n"),
        (PY.encode() + b"# a\0b\n", f"a.py: {NUL}\n"),
        (PY.encode().replace(b"16388", b"16\x00388"), f"a.py: {NUL}\n"),
        (
            b"# coding: klingon\n" + PY.encode(),
            "a.py: unknown encoding 'klingon' in its coding cookie",
        ),
    ],
)
def test_what_is_no_text(piped: Piped, data: bytes, said: str) -> None:
    code, out, err = piped.named("a.py", data)
    assert (code, out) == (3, "")
    assert err.startswith(said)
    assert err.endswith("checked 0 files: no findings; 1 file failed\n")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32"])
def test_fix_of_what_is_no_text(
    encoding: str, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """It passes through, and is not called clean."""
    data = PY.encode(encoding)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert main(["fix", "--stdin-filename", "a.py", "-"]) == 3
    out, err = capfdbinary.readouterr()
    assert out == data
    assert err.startswith(b"a.py: ")
    assert err.endswith(b"; 1 file failed\n")


def test_a_broken_notebook(piped: Piped) -> None:
    code, out, err = piped.named("a.ipynb", "TRTC 16388")
    assert (code, out) == (3, "")
    assert err.startswith("a.ipynb: not a notebook: it is not JSON")


def test_closed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    class Closed(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            raise OSError(9, "Bad file descriptor")

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO())))
    monkeypatch.setattr(sys, "stdin", type("Stream", (), {"buffer": Closed()})())
    assert main(["check", "-"]) == 3
    assert capsys.readouterr().err.startswith("stdin: ")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("-", "a.py"), "- (standard input) can't be combined with other paths"),
        (("--stdin-filename", "a.py", "b.py"), "--stdin-filename needs - as the only path"),
    ],
)
def test_wrong_usage(words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["check", *words])
    assert left.value.code == 2
    assert said in capsys.readouterr().err


def test_since_is_for_files(piped: Piped) -> None:
    said = (
        "flake8-trtc check: error: --since compares files with git: not with - (standard input)\n"
    )
    assert piped.named("a.py", PY, "--since", "HEAD") == (2, "", said)


def test_baseline(piped: Piped) -> None:
    assert piped.named("a.py", PY, "--write-baseline", "known.json")[0] == 0
    said = "checked 1 file: no findings; 1 suppressed by the baseline\n"
    assert piped.named("a.py", PY, "--baseline", "known.json") == (0, "", said)
    assert piped.named("b.py", PY, "--baseline", "known.json")[0] == 1
