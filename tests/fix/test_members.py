"""A class of the project's own is used for the constants that it is seen to have."""

from __future__ import annotations

from pathlib import Path

import pytest
from fixing import outcome

from flake8_trtc.config.options import build

USE = "import trtc\n\n\ndef f(error_code):\n    return error_code == 16388\n"
HAS = "JOIN_ROOM_FAILED = 0x4004"


def refused(directory: Path, files: dict[str, str], use: str = USE) -> str | None:
    """Why a file is not rewritten that is to use the constants of app.codes; None if it is."""
    for path, text in {"app/__init__.py": "", "app/page.py": use, **files}.items():
        (directory / path).parent.mkdir(parents=True, exist_ok=True)
        (directory / path).write_text(text)
    options = build({"trtc-error-code": "app.codes:EC"})
    result = outcome(use.encode(), str(directory / "app/page.py"), options)
    assert result.error is None
    assert (result.new is None) is (len(result.refusals) == 1)
    if result.new is not None:
        assert b"== EC.JOIN_ROOM_FAILED" in result.new
    return str(result.refusals[0].reason) if result.refusals else None


@pytest.mark.parametrize(
    "text",
    [
        "import enum\n\n\nclass EC(enum.IntEnum):\n    PLAY_NOT_ALLOWED = 0x4043\n",
        "class EC:\n    JOIN_ROOM_FAILED = 1\n",
        "class EC:\n    JOIN_ROOM_FAILED: int\n",
        f"import enum\n\n\nclass EC(enum.Enum):\n    {HAS}\n",
        "from enum import IntEnum, auto\n\n\nclass EC(IntEnum):\n    A = 1\n    JOIN_ROOM_FAILED = auto()\n",
        "class EC:\n    def f(self):\n        JOIN_ROOM_FAILED = 0x4004\n",
        f"class Other:\n    {HAS}\n",
        "",
        f"class EC:\n    {HAS}\n\n\nclass EC:\n    GONE = 1\n",
        "from .more import EC\n",
        "from app.more import Codes as EC\n",
    ],
)
@pytest.mark.parametrize("bound", ["", "from app.codes import EC\n"])
def test_a_class_that_lacks_it(tmp_path: Path, text: str, bound: str) -> None:
    files = {"app/codes.py": text, "app/more.py": "class Codes:\n    GONE = 1\n"}
    if bound:
        files["app/codes.py"] += "\n"
    assert refused(tmp_path, files, bound + USE) == (
        "app.codes has no EC.JOIN_ROOM_FAILED that equals the number; add it there"
    )


@pytest.mark.parametrize(
    "text",
    [
        f"import enum\n\n\nclass EC(enum.IntEnum):\n    {HAS}\n",
        f"import enum\n\n\nclass EC(int, enum.Enum):\n    {HAS}\n",
        "class EC:\n    JOIN_ROOM_FAILED: int = 16388\n",
        "class EC:\n    JOIN_ROOM_FAILED = compute()\n",
        "class EC(Base):\n    GONE = 1\n",
        "@fill\nclass EC:\n    GONE = 1\n",
        "class EC(metaclass=Meta):\n    GONE = 1\n",
        "class EC:\n    locals().update(codes)\n    GONE = 1\n    if new:\n        MORE = 2\n",
        "EC = make()\n",
        "EC = IntEnum('EC', codes)\n",
        "from flake8_trtc import ErrorCode as EC\n",
        "from .more import EC\n",
        "from .more import *\n",
        "def __getattr__(name):\n    return codes[name]\n",
        "globals().update(codes)\n",
        "try:\n    from c import EC\nexcept ImportError:\n    pass\n",
        "class EC:\n    GONE = 1\n\n\nsetattr(EC, 'JOIN_ROOM_FAILED', 0x4004)\n",
    ],
)
def test_a_class_that_has_it_or_may(tmp_path: Path, text: str) -> None:
    files = {"app/codes.py": text, "app/more.py": f"class EC:\n    {HAS}\n"}
    assert refused(tmp_path, files) is None


def test_a_module_that_is_not_there_is_trusted(tmp_path: Path) -> None:
    assert refused(tmp_path, {}) is None


def test_only_what_it_lacks_is_refused(tmp_path: Path) -> None:
    use = USE + "\n\ndef g(error_code):\n    return error_code == 16451\n"
    (tmp_path / "codes.py").write_text(f"class EC:\n    {HAS}\n")
    options = build({"trtc-error-code": "codes:EC"})
    result = outcome(use.encode(), str(tmp_path / "page.py"), options)
    assert result.new is not None
    assert b"== EC.JOIN_ROOM_FAILED\n" in result.new
    assert b"== 16451\n" in result.new
    assert [str(item.reason) for item in result.refusals] == [
        "codes has no EC.PLAY_NOT_ALLOWED that equals the number; add it there"
    ]
