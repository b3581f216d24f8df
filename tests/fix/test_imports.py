"""Where the import goes and what the name is: whole files before and after, in bytes."""

from __future__ import annotations

from pathlib import Path

import pytest
from fixing import expand, fixed, outcome

from flake8_trtc.config.options import Options

_CASES = Path(__file__).parent / "data" / "imports"


@pytest.mark.parametrize("case", sorted(_CASES.glob("*.txt")), ids=lambda case: case.stem)
def test_case(case: Path) -> None:
    """Each file holds one text before and one after, parted by a line of equals signs."""
    before, after = case.read_bytes().split(b"=" * 20 + b"\n")
    assert fixed(before).decode() == after.decode()


@pytest.mark.parametrize("case", sorted(_CASES.glob("*.txt")), ids=lambda case: case.stem)
@pytest.mark.parametrize("newline", [b"\r\n", b"\r"], ids=["CRLF", "CR"])
def test_case_with_other_newlines(case: Path, newline: bytes) -> None:
    before, after = case.read_bytes().replace(b"\n", newline).split(b"=" * 20 + newline)
    assert fixed(before) == after


@pytest.mark.parametrize("case", sorted(_CASES.glob("*.txt")), ids=lambda case: case.stem)
def test_case_with_byte_order_mark(case: Path) -> None:
    before, after = case.read_bytes().split(b"=" * 20 + b"\n")
    assert fixed(b"\xef\xbb\xbf" + before) == b"\xef\xbb\xbf" + after


_USE = b"x = code == <16388>\n"
_MYAPP = Options(error_code=("myapp.trtc", "Codes"))


@pytest.mark.parametrize(
    ("head", "expected", "name"),
    [
        (b"", b"from myapp.trtc import Codes\n\n", b"Codes"),
        (b"from myapp.trtc import Codes\n", b"from myapp.trtc import Codes\n", b"Codes"),
        (b"from myapp import trtc\n", b"from myapp import trtc\n", b"trtc.Codes"),
        (b"from myapp import trtc as t\n", b"from myapp import trtc as t\n", b"t.Codes"),
        (b"import myapp.trtc\n", b"import myapp.trtc\n", b"myapp.trtc.Codes"),
        (b"import myapp.trtc as t\n", b"import myapp.trtc as t\n", b"t.Codes"),
        (b"from .trtc import Codes\n", b"from .trtc import Codes\n", b"Codes"),
        (b"from . import trtc\n", b"from . import trtc\n", b"trtc.Codes"),
        (
            b"from myapp.trtc import Codes\nimport myapp.trtc\n",
            b"from myapp.trtc import Codes\nimport myapp.trtc\n",
            b"Codes",
        ),
        (
            b"import myapp.trtc\nfrom myapp.trtc import Codes\n",
            b"import myapp.trtc\nfrom myapp.trtc import Codes\n",
            b"Codes",
        ),
        (
            b"from myapp.trtc import " + b"a" * 50 + b"\n",
            b"from myapp.trtc import " + b"a" * 50 + b"\nfrom myapp.trtc import Codes\n",
            b"Codes",
        ),
        (
            b"import os; \\\nx = 1\n",
            b"import os; \\\nx = 1\n\nfrom myapp.trtc import Codes\n",
            b"Codes",
        ),
        (b"import myapp\n", b"import myapp\nfrom myapp.trtc import Codes\n", b"Codes"),
        (
            b"from .other import Codes\n",
            b"from myapp.trtc import Codes as TrtcCodes\n\nfrom .other import Codes\n",
            b"TrtcCodes",
        ),
        (
            b"from ..trtc import Codes\n",
            b"from myapp.trtc import Codes as TrtcCodes\n\nfrom ..trtc import Codes\n",
            b"TrtcCodes",
        ),
        (
            b"import os\n\nimport django\n",
            b"import os\n\nimport django\n\nfrom myapp.trtc import Codes\n",
            b"Codes",
        ),
        (
            b"import sys\nsys.path.insert(0, '.')\n\nfrom myapp.a import b\n",
            b"import sys\nsys.path.insert(0, '.')\n\nfrom myapp.a import b\n"
            b"from myapp.trtc import Codes\n",
            b"Codes",
        ),
    ],
)
def test_configured_module(tmp_path: Path, head: bytes, expected: bytes, name: bytes) -> None:
    package = tmp_path / "myapp"
    package.mkdir()
    (package / "__init__.py").touch()
    after = fixed(head + b"x = code == 16388\n", str(package / "views.py"), _MYAPP)
    assert after == expected + b"x = code == " + name + b".JOIN_ROOM_FAILED\n"


@pytest.mark.parametrize("name", ["trtc.py", "trtc.pyi", "trtc/__init__.py"])
@pytest.mark.parametrize("packages", [True, False])
def test_the_module_of_the_constants(tmp_path: Path, name: str, packages: bool) -> None:
    path = tmp_path / "myapp" / name
    path.parent.mkdir(parents=True)
    if packages:
        (tmp_path / "myapp" / "__init__.py").touch()
        (path.parent / "__init__.py").touch()
    result = outcome(b"x = code == 16388\n", str(path), _MYAPP)
    assert result.new is None
    assert [refused.reason for refused in result.refusals] == [
        "this file is myapp.trtc, which defines Codes"
    ]


@pytest.mark.parametrize(
    "head",
    [
        b"ErrorCode = TrtcErrorCode = 1\n",
        b"from x import *\nfrom y import TrtcErrorCode\n",
        b"class ErrorCode: pass\ndef TrtcErrorCode(): pass\n",
    ],
)
def test_both_names_are_taken(head: bytes) -> None:
    result = outcome(expand(head, _USE))
    assert result.new is None
    assert result.error is None
    assert [refused.reason for refused in result.refusals] == [
        "ErrorCode and TrtcErrorCode both mean something else in this file"
    ]


def test_stub_file() -> None:
    before = b"import trtc\ndef f(code: bool = code == 16388) -> None: ...\n"
    after = (
        b"import trtc\nfrom flake8_trtc import ErrorCode\n"
        b"def f(code: bool = code == ErrorCode.JOIN_ROOM_FAILED) -> None: ...\n"
    )
    assert fixed(before, "/somewhere/page.pyi") == after


@pytest.mark.parametrize("failing", ["ErrorCode = None", "pass"])
def test_what_a_module_can_do_without_stays_optional(failing: str) -> None:
    text = (
        f"try:\n    from flake8_trtc import {'ErrorCode' if failing != 'pass' else 'v5'}\n"
        f"except ImportError:\n    {failing}\n\n\ndef trtc(code):\n    return code == 16388\n"
    )
    result = outcome(text.encode())
    assert result.new is None
    assert [str(item.reason) for item in result.refusals] == [
        "this module goes on without flake8_trtc, which it tries to import; import that outside of "
        "`try` first"
    ]
