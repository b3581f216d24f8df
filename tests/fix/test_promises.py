"""`check` says "with a fix" of exactly what `fix` will rewrite, and why of the rest."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from fixing import DEFAULT

from flake8_trtc.api import check_text, fix_text

ROOT = Path(__file__).parent.parent.parent
sys.path.append(str(ROOT))  # behind everything else: see test_behaviour.py

from benchmarks.behaviour.kinds import cases  # noqa: E402

Promised = tuple[list[tuple[int, int]], list[str]]
"""Where something is rewritten, and the reasons for what is not."""


def promised(path: str, text: str) -> Promised:
    found = check_text(path, text, DEFAULT)
    return (
        sorted({(item.line, item.column) for item in found if item.fix is not None}),
        sorted(item.refusal for item in found if item.refusal),
    )


def kept(path: str, text: str) -> Promised:
    result = fix_text(path, text, DEFAULT)
    error = None if result.error is None else str(result.error)
    refused = [str(item.reason) for item in result.refusals]
    refused += [error for item in result.remaining if error is not None and item.fix]
    return (
        sorted({(item.line, item.column) for item in result.fixed}),
        sorted(refused),
    )


def test_generated_files(tmp_path: Path) -> None:
    refused = 0
    for number, case in enumerate(cases(150, 7, npm=True)):
        directory = tmp_path / str(number)
        for name, text in case.files.items():
            path = directory / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        for name, text in case.files.items():
            found = promised(str(directory / name), text)
            assert found == kept(str(directory / name), text), case
            refused += len(found[1])
    assert refused > 10


USE = "\n\ndef f(error_code):\n    return error_code == 16388\n"


@pytest.mark.parametrize(
    ("path", "text", "reason"),
    [
        ("a.py", f"import trtc{USE}print 16388\n", "does not parse as Python 3."),
        ("a.py", f"import trtc\nErrorCode = TrtcErrorCode = 1{USE}", "ErrorCode and TrtcErrorCode"),
        ("a.py", "import trtc\nf'{error_code == 16388=}'\n", "the f-string prints"),
        ("a.py", 'import trtc\nx = ["e.getCode() === 16388"]\n', "there is no room"),
        ("a.html", '<p onclick="f(trtcError.getCode() === 16388)">', "there is no room"),
        ("a.js", "let x = trtc.getCode() === 16388;\n", "its constants would have to be global"),
        ("a.js", "trtc; x = e.getCode() === 16388;\nf(\n", ""),
        ("a.ts", "enum TrtcErrorCode { a = 16388 }\ntrtc.getCode() === 16388;\n", ""),
    ],
)
def test_what_is_refused(path: str, text: str, reason: str) -> None:
    path = f"/somewhere/{path}"
    found = promised(path, text)
    assert found == kept(path, text)
    if reason:
        assert found[0] == []
        assert all(item.startswith(reason) for item in found[1])
        assert found[1]
