"""A module that others import by star does not hand them another ErrorCode."""

from __future__ import annotations

from pathlib import Path

import pytest
from fixing import outcome

USE = '"""TRTC."""\n\n\ndef f(error_code):\n    return error_code == 16388\n'


def fixed(directory: Path, text: str, **others: str) -> str:
    """A module of a directory with others, fixed."""
    for name, content in others.items():
        path = directory / (name.replace("__in__", "/") + ".py")
        path.parent.mkdir(exist_ok=True)
        path.write_text(content)
    result = outcome(text.encode(), str(directory / "lib" / "codes.py"))
    assert (result.error, result.refusals) == (None, ())
    again = outcome(result.new or b"", str(directory / "lib" / "codes.py"))
    assert (again.new, again.error, again.refusals) == (None, None, ())
    return (result.new or b"").decode()


@pytest.mark.parametrize(
    "star",
    [
        "from codes import *\n",
        "from lib.codes import *\n",
        "try:\n    from .codes import (*)\nexcept ImportError:\n    pass\n",
    ],
)
@pytest.mark.parametrize("name", ["lib__in__main", "main"])
def test_imported_by_star(tmp_path: Path, star: str, name: str) -> None:
    new = fixed(tmp_path, USE, **{name: star})
    assert "\nfrom flake8_trtc import ErrorCode as _ErrorCode\n" in new
    assert new.endswith("return error_code == _ErrorCode.JOIN_ROOM_FAILED\n")


@pytest.mark.parametrize(
    "other",
    [
        "from codes import f\n",
        "from other import *\n",
        "from codes.more import *\n",
        "import codes\n",
    ],
)
def test_not_imported_by_star(tmp_path: Path, other: str) -> None:
    assert "\nfrom flake8_trtc import ErrorCode\n" in fixed(tmp_path, USE, main=other)


def test_a_module_that_lists_its_names(tmp_path: Path) -> None:
    text = USE.replace("\n\n\n", "\n\n__all__ = ['f']\n\n\n")
    new = fixed(tmp_path, text, main="from lib.codes import *\n")
    assert "\nfrom flake8_trtc import ErrorCode\n" in new


def test_an_import_that_is_there_is_used(tmp_path: Path) -> None:
    text = USE.replace("\n\n\n", "\nfrom flake8_trtc import ErrorCode\n\n\n")
    new = fixed(tmp_path, text, main="from lib.codes import *\n")
    assert new == text.replace("16388", "ErrorCode.JOIN_ROOM_FAILED")
