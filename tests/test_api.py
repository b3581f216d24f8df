"""The functions for other programs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from flake8_trtc.api import (
    LogCode,
    OptionsError,
    Reported,
    SourceError,
    check_text,
    fix_text,
    forget,
    load_options,
    log_codes,
    silence_text,
)

PLAIN = load_options(isolated=True)
SCRIPT = "const 房间 = '🎥'; if (e.getCode() === 0x4004) leave();\n".encode()


def test_check_text() -> None:
    assert check_text("room.js", SCRIPT, PLAIN) == (
        Reported(
            path="room.js",
            code="TRT001",
            message="0x4004 is ErrorCode.JOIN_ROOM_FAILED (the room could not be entered); "
            "use the constant",
            line=1,
            column=37,
            end_line=1,
            end_column=43,
            row=1,
            text=SCRIPT.decode().rstrip("\n"),
            value=0x4004,
            level="likely",
            reasons=("its subject is named like a code",),
            fix="JOIN_ROOM_FAILED",
        ),
    )


def test_replacements() -> None:
    module = b"import './page.js';\n\nexport const gone = (e) => e.getCode() === 0x4004;\n"
    (found,) = check_text("room.js", module, PLAIN, replacements=True)
    assert [(item.line, item.column, item.text) for item in found.replacements] == [
        (1, 20, "\n\nconst ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });"),
        (3, 44, "ErrorCode.JOIN_ROOM_FAILED"),
    ]


def test_what_is_declared_is_with_the_first_that_uses_it() -> None:
    script = (
        "const a = (e) => e.getCode() === 0x4004;\n// TRTC\nif (e.getCode() === 0x4043) {\n"
        "  b(e.getCode() === 0x4005);\n}\n"
    )
    found = check_text("room.js", script, PLAIN, replacements=True)
    edits = [[(item.line, item.text) for item in one.replacements] for one in found]
    assert edits == [
        [
            (1, "{\n  const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });\n  return "),
            (1, "ErrorCode.JOIN_ROOM_FAILED"),
            (1, ";\n}"),
        ],
        [
            (
                3,
                "{\n  const ErrorCode = Object.freeze({\n    CREATE_OFFER_FAILED: 0x4005,\n    PLAY_NOT_ALLOWED: 0x4043,\n  });\n  ",
            ),
            (3, "ErrorCode.PLAY_NOT_ALLOWED"),
            (4, "  "),
            (5, "  "),
            (5, "\n}"),
        ],
        [(4, "ErrorCode.CREATE_OFFER_FAILED")],
    ]


def test_fix_text() -> None:
    outcome = fix_text("room.py", b"x = error_code == 16388\n", PLAIN)
    assert outcome.new == (
        b"from flake8_trtc import ErrorCode\n\nx = error_code == ErrorCode.JOIN_ROOM_FAILED\n"
    )
    assert outcome.error is None


def test_what_is_no_text() -> None:
    said = "it holds a NUL byte, so it is not text; save it as UTF-8"
    with pytest.raises(SourceError, match=rf"^{said}$"):
        check_text("room.js", b"\0", PLAIN)
    outcome = fix_text("room.js", b"\0", PLAIN)
    assert (outcome.new, outcome.error) == (None, said)


def test_options(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.flake8-trtc]\nsdk-version = '4.11.9'\n")
    monkeypatch.chdir(tmp_path)
    assert load_options().sdk_version == (4, 11, 9)
    assert load_options(isolated=True).sdk_version is None
    assert load_options(trtc_sdk_version="4.15.22", select=["TRT0"])[:1] == ((4, 15, 22),)
    with pytest.raises(OptionsError, match=r"^trtc-language 'fr' is not known; write en or zh$"):
        load_options(trtc_language="fr")


def test_importing_it_loads_nothing_heavy() -> None:
    script = (
        "import sys, flake8_trtc.api; "
        "print({'libcst', 'tree_sitter', 'flake8', 'rich', 'argparse'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, env=os.environ
    )
    assert done.stdout == "set()\n"


TWO = """\
const 房 = '🎥';
if (e.getCode() === 0x4004) leave();
else if (e.getCode() === 0x4043) trtc();
"""


def test_one_place_is_fixed() -> None:
    outcome = fix_text("room.mjs", TWO, PLAIN, at=(3, 26))
    declared = "const ErrorCode = Object.freeze({ PLAY_NOT_ALLOWED: 0x4043 });\n"
    assert outcome.new == (declared + TWO.replace("0x4043", "ErrorCode.PLAY_NOT_ALLOWED")).encode()
    assert [(item.line, item.column) for item in outcome.fixed] == [(3, 26)]
    assert [item.line for item in outcome.remaining] == [3]
    assert fix_text("room.mjs", TWO, PLAIN, at=(1, 1)).new is None


def test_one_place_is_silenced() -> None:
    outcome = silence_text("room.mjs", TWO, PLAIN, "TRT001", (2, 21))
    assert outcome.new == TWO.replace("leave();", "leave(); // trtc: ignore[TRT001]").encode()
    assert [item.line for item in outcome.silenced] == [2]
    assert [item.line for item in outcome.remaining] == [3]
    assert silence_text("room.mjs", TWO, PLAIN, "TRT101", (2, 21)).new is None
    broken = silence_text("a.ipynb", "TRTC 16388", PLAIN, "TRT001", (1, 6))
    assert str(broken.error).startswith("not a notebook: ")


def test_a_text_is_in_the_encoding_of_its_file() -> None:
    text = "# coding: gbk\nimport trtc\n房 = '错'; x = code == 16388\n"
    (found,) = check_text("a.py", text, PLAIN)
    assert (found.line, found.column) == (3, 22)
    outcome = fix_text("a.py", text, PLAIN)
    assert outcome.new is not None
    assert outcome.new.decode("gbk").endswith("房 = '错'; x = code == ErrorCode.JOIN_ROOM_FAILED\n")
    assert str(fix_text("a.py", text + "# 🎥", PLAIN).error).startswith("gbk has no ")
    for wrong in ("a\0b", "# coding: klingon\n"):
        with pytest.raises(SourceError):
            check_text("a.py", wrong, PLAIN)
    (found,) = check_text("a.js", TWO.replace("房", "\ud800"), PLAIN)[:1]
    assert (found.line, found.column) == (2, 21)


def test_everything_is_what_comments_and_options_hide() -> None:
    text = "if error_code == 16388: pass  # trtc: ignore\nif error_code == 16389: pass  # noqa\n"
    assert check_text("a.py", text, PLAIN) == ()
    found = check_text("a.py", text, PLAIN._replace(ignore=("TRT",)), everything=True)
    codes = [(item.line, item.code) for item in found if item.code != "TRT401"]
    assert codes == [(1, "TRT001"), (2, "TRT001")]


def test_options_of_a_directory(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.flake8-trtc]\nexclude = ["old/*"]\n')
    options = load_options(directory=str(tmp_path), defaults={"trtc-language": "zh"})
    assert str(tmp_path / "old" / "*") in options.exclude
    assert options.language == "zh"
    (tmp_path / "pyproject.toml").write_text('[tool.flake8-trtc]\nlanguage = "en"\n')
    options = load_options(directory=str(tmp_path), defaults={"trtc-language": "zh"})
    assert options.language == "en"


def test_a_changed_package_is_seen(tmp_path: Path) -> None:
    options = load_options(isolated=True, trtc_sdk_version="auto", select=["TRT102"])
    script = "if (e.getCode() === 0x4002) trtc();"
    path = str(tmp_path / "a.js")

    def found(version: str) -> int:
        text = f'{{"dependencies": {{"trtc-js-sdk": "{version}"}}}}'
        (tmp_path / "package.json").write_text(text)
        forget()
        return len(check_text(path, script, options))

    assert [found("4.6.4"), found("4.6.5"), found("4.6.4")] == [0, 1, 0]


JOIN = LogCode("ErrorCode.JOIN_ROOM_FAILED", 16388, "the room could not be entered")


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("<JOIN_ROOM_FAILED 0x4004> errorCode=16388", (JOIN,)),
        (
            "trtc 房间 code=16388 extraCode=-100013 errorCode: 16451",
            (
                JOIN,
                LogCode("-100013", -100013, "the service is in arrears"),
                LogCode("ErrorCode.PLAY_NOT_ALLOWED", 16451, "autoplay was blocked by the browser"),
            ),
        ),
        (b"liteav error: -3301 \xff", (LogCode("liteav.Error.ERR_ENTER_ROOM_FAILED", -3301, "the room could not be entered"),)),
        ("onError ERR_MIC_OCCUPY(-1319)", (LogCode("ERR_MIC_OCCUPY", -1319, ""),)),
        ("port 4096 code=4096 \udcff", ()),
        ("", ()),
    ],
)  # fmt: skip
def test_log_codes(line: bytes | str, codes: tuple[LogCode, ...]) -> None:
    assert log_codes(line) == codes
