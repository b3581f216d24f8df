"""The functions for other programs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from flake8_trtc.api import (
    OptionsError,
    Reported,
    SourceError,
    check_text,
    fix_text,
    load_options,
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
        (3, 1, "const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });\n\n"),
        (3, 44, "ErrorCode.JOIN_ROOM_FAILED"),
    ]


def test_fix_text() -> None:
    outcome = fix_text("room.py", b"x = error_code == 16388\n", PLAIN)
    assert outcome.new == (
        b"from flake8_trtc import ErrorCode\n\nx = error_code == ErrorCode.JOIN_ROOM_FAILED\n"
    )
    assert outcome.error is None


def test_what_is_no_text() -> None:
    with pytest.raises(SourceError, match=r"^it holds a NUL byte, so it is not text$"):
        check_text("room.js", b"\0", PLAIN)
    outcome = fix_text("room.js", b"\0", PLAIN)
    assert (outcome.new, outcome.error) == (None, "it holds a NUL byte, so it is not text")


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
