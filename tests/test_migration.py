"""TRT401: codes of v4, and what v5 gives in their place; rewritten where that is one thing."""

from __future__ import annotations

from pathlib import Path

import pytest
from marked import found, messages, unmarked

from flake8_trtc.cli import main
from flake8_trtc.config.options import Options

MOVING = Options(extensions=("TRT4",))
V5 = "import TRTC from 'trtc-sdk-v5';\nconst trtc = TRTC.create();\n"

CASES = {
    "numbers and names of v4": (
        "import TRTC from 'trtc-js-sdk';\n"
        "import { ErrorCode } from './trtc-codes.js';\n"
        "switch (error.getCode()) { case ‹0x1001›: case ErrorCode.‹JOIN_ROOM_FAILED›: }\n"
        "const TEXTS = { [‹16388›]: 'no', [ErrorCode.‹PLAY_NOT_ALLOWED›]: 'tap' };\n"
    ),
    "codes of v5": V5 + "trtc.on('error', e => e.code === 5300 || e.extraCode === 5302);\n",
    "left over in v5": V5 + "trtc.on('error', e => e.code === ‹16461› || e.code === ‹16388›);\n",
    "other numbers": "import TRTC from 'trtc-js-sdk';\nconst size = 16388; if (n === 4096) f();\n",
    "a constant of one's own": "import TRTC from 'trtc-js-sdk';\nconst JOIN_ROOM_FAILED = 16388;\n",
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_found(case: str) -> None:
    text, expected = unmarked(CASES[case].replace("‹", "‹TRT401:"))
    assert [item for item in found(text, "room.js", MOVING) if item[2] == "TRT401"] == expected


def test_python_too() -> None:
    text, expected = unmarked("import trtc\nif error_code == ‹TRT001,TRT401:16388›: pass\n")
    assert found(text, options=MOVING) == expected
    assert [code for *_, code in found(text)] == ["TRT001"]


SAID = {
    "4097": "4097 (ErrorCode.INVALID_OPERATION) in v5: TRTC.ERROR_CODE.INVALID_OPERATION",
    "16388": (
        "16388 (ErrorCode.JOIN_ROOM_FAILED) in v5: TRTC.ERROR_CODE.SERVER_ERROR with the server's "
        "code as its extra code"
    ),
    "16448": "16448 (ErrorCode.CLIENT_BANNED) in v5: the event TRTC.EVENT.KICKED_OUT",
    "16389": ("16389 (ErrorCode.CREATE_OFFER_FAILED) in v5: nothing: no error of v5 stands for it"),
}


@pytest.mark.parametrize("code", SAID)
def test_messages(code: str) -> None:
    said = messages(f"import trtc\nif error_code == {code}: pass\n", options=MOVING)
    (moved,) = (text for text in said if "TRT401" in text)
    assert moved.partition("TRT401 ")[2].startswith(SAID[code])


def test_in_chinese() -> None:
    options = MOVING._replace(language="zh")
    said = messages("import trtc\nif error_code == 4097: pass\n", options=options)
    assert (
        "2:18: TRT401 4097（ErrorCode.INVALID_OPERATION）在 v5 中：TRTC.ERROR_CODE.INVALID_OPERATION"
        in said
    )


def fixed(tmp_path: Path, text: str, *options: str) -> str:
    path = tmp_path / "room.js"
    path.write_text(text)
    main(["fix", "-q", "--isolated", *options, str(path)])
    return path.read_text()


LEFT = V5 + (
    "trtc.on('error', (e) => {\n"
    "  if (e.code === 0x1000 || e.code === 4097 || e.code !== 16461) f();\n"
    "  switch (e.code) { case 65535: case 4099: case 16388: break; }\n});\n"
)


def test_one_to_one_is_rewritten_where_v5_is_in_use(tmp_path: Path) -> None:
    assert fixed(tmp_path, LEFT) == LEFT
    assert fixed(tmp_path, LEFT, "--enable-extensions=TRT4") == V5 + (
        "trtc.on('error', (e) => {\n"
        "  if (e.code === TRTC.ERROR_CODE.INVALID_PARAMETER || e.code === TRTC.ERROR_CODE.INVALID_OPERATION"
        " || e.code !== TRTC.ERROR_CODE.OPERATION_ABORT) f();\n"
        "  switch (e.code) { case TRTC.ERROR_CODE.UNKNOWN_ERROR: case 4099: case 16388: break; }\n});\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "import TRTC from 'trtc-js-sdk';\nclient.join().catch(e => e.getCode() === 4097);\n",
        V5 + "export function f(e) { return e.code === 4097; }\n",
    ],
)
def test_nothing_else_is(text: str, tmp_path: Path) -> None:
    options = ("--enable-extensions=TRT4", "--ignore=TRT0")
    assert fixed(tmp_path, text, *options) == text
