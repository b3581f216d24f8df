"""ErrorCode: an int in every respect, documented, and cheap to import."""

from __future__ import annotations

import ast
import copy
import json
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

import flake8_trtc
from flake8_trtc import ErrorCode
from flake8_trtc.catalog import CONSTANTS


def test_members_are_the_catalogs() -> None:
    assert [(int(code), code.name) for code in ErrorCode] == [
        (value, constant.name) for value, constant in CONSTANTS.items()
    ]
    assert len(ErrorCode.__members__) == 29  # no aliases


def test_it_is_its_number() -> None:
    code = ErrorCode.JOIN_ROOM_FAILED
    assert code == 16388
    assert code in {16388}
    assert {16388: "x"}[code] == "x"
    assert isinstance(code, int)
    assert ErrorCode(16388) is code
    assert pickle.loads(pickle.dumps(code)) is code
    assert copy.deepcopy(code) is code
    with pytest.raises(ValueError, match="16384 is not a valid ErrorCode"):
        ErrorCode(16384)


@pytest.mark.parametrize("code", list(ErrorCode))
def test_text_is_the_digits(code: ErrorCode) -> None:
    digits = str(code.value)
    assert str(code) == digits
    assert f"{code}" == digits
    assert "%s" % code == digits  # noqa: UP031
    assert "{}".format(code) == digits  # noqa: UP032
    assert json.dumps({"code": code}) == f'{{"code": {digits}}}'
    assert format(code, "#x") == f"{code.value:#x}"
    assert f"{code:>8}" == f"{digits:>8}"
    assert f"{code!r}" == f"<ErrorCode.{code.name}: {digits}>"


def test_every_member_is_documented() -> None:
    tree = ast.parse(Path(flake8_trtc.error_code.__file__).read_text(encoding="utf-8"))
    (class_,) = (node for node in tree.body if isinstance(node, ast.ClassDef))
    body = class_.body[1:]
    documented = {}
    for member, text in zip(body[::2], body[1::2], strict=True):
        assert isinstance(member, ast.Assign)
        assert isinstance(member.targets[0], ast.Name)
        assert isinstance(text, ast.Expr)
        documented[member.targets[0].id] = " ".join(str(ast.literal_eval(text.value)).split())
    assert list(documented) == list(ErrorCode.__members__)
    assert documented["PLAY_NOT_ALLOWED"] == "Autoplay was blocked by the browser."
    assert documented["CLIENT_BANNED"] == (
        "The user was removed from the room. Deprecated since v4.14.0. "
        "Listen to the client's 'client-banned' event."
    )
    assert documented["SIGNAL_CHANNEL_ERROR"].endswith("No longer thrown since v4.6.5.")
    assert documented["REMOTE_STREAM_NOT_EXIST"].endswith("Since v4.11.12.")


def test_its_module_imports_only_enum() -> None:
    tree = ast.parse(Path(flake8_trtc.error_code.__file__).read_text(encoding="utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    assert [ast.unparse(node) for node in imports] == ["from enum import IntEnum"]


def test_the_package_loads_nothing_heavy() -> None:
    # -S and -I: what the site's own .pth files load is not ours.
    parent = Path(flake8_trtc.__file__).parent.parent
    script = (
        f"import sys; sys.path.insert(0, {str(parent)!r}); before = set(sys.modules); "
        "from flake8_trtc import ErrorCode; print(*sorted(set(sys.modules) - before))"
    )
    result = subprocess.run(
        [sys.executable, "-I", "-S", "-c", script], capture_output=True, text=True, check=True
    )
    loaded = set(result.stdout.split())
    # What enum itself loads differs by version; nothing else may come.
    alone = subprocess.run(
        [
            sys.executable,
            "-I",
            "-S",
            "-c",
            "import sys; before = set(sys.modules); import enum; "
            "print(*sorted(set(sys.modules) - before))",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert loaded - set(alone.stdout.split()) == {"flake8_trtc", "flake8_trtc.error_code"}
    heavy = {"dataclasses", "flake8", "libcst", "re", "rich", "tree_sitter", "typing"}
    assert loaded & heavy == set()


def test_public_names() -> None:
    assert flake8_trtc.__all__ == ["ErrorCode", "__version__"]
    assert flake8_trtc.__version__ == "0.1.0"
