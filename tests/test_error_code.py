"""ErrorCode: an int in every respect, documented, and cheap to import."""

from __future__ import annotations

import ast
import copy
import json
import pickle
import subprocess
import sys
from enum import IntEnum
from pathlib import Path
from types import ModuleType

import pytest

import flake8_trtc
from flake8_trtc import ErrorCode, error_code, v5
from flake8_trtc.catalog import v5_codes
from flake8_trtc.catalog.codes import CONSTANTS


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


@pytest.mark.parametrize("code", [*ErrorCode, *v5.ErrorCode, *v5.ExtraCode])
def test_text_is_the_digits(code: IntEnum) -> None:
    digits = str(code.value)
    assert str(code) == digits
    assert f"{code}" == digits
    assert "%s" % code == digits  # noqa: UP031
    assert "{}".format(code) == digits  # noqa: UP032
    assert json.dumps({"code": code}) == f'{{"code": {digits}}}'
    assert format(code, "#x") == f"{code.value:#x}"
    assert f"{code:>8}" == f"{digits:>8}"
    assert f"{code!r}" == digits
    assert "%r" % code == digits  # noqa: UP031
    assert repr({"codes": [code]}) == f"{{'codes': [{digits}]}}"


def documented(module: ModuleType) -> dict[str, dict[str, str]]:
    """The documentation of each member of each enum of a module."""
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    found = {}
    for class_ in tree.body:
        if not isinstance(class_, ast.ClassDef):
            continue
        body = class_.body[1:-1]  # the last gives repr() the digits
        found[class_.name] = texts = dict[str, str]()
        for member, text in zip(body[::2], body[1::2], strict=True):
            assert isinstance(member, ast.Assign)
            assert isinstance(member.targets[0], ast.Name)
            assert isinstance(text, ast.Expr)
            texts[member.targets[0].id] = " ".join(str(ast.literal_eval(text.value)).split())
    return found


def test_every_member_is_documented() -> None:
    texts = documented(error_code)["ErrorCode"]
    assert list(texts) == list(ErrorCode.__members__)
    assert texts["PLAY_NOT_ALLOWED"] == "Autoplay was blocked by the browser."
    assert texts["CLIENT_BANNED"] == (
        "The user was removed from the room. Deprecated since v4.14.0. "
        "Listen to the client's 'client-banned' event."
    )
    assert texts["SIGNAL_CHANNEL_ERROR"].endswith("No longer thrown since v4.6.5.")
    assert texts["REMOTE_STREAM_NOT_EXIST"].endswith("Since v4.11.12.")


def test_every_member_of_v5_is_documented() -> None:
    texts = documented(v5)
    assert {name: list(members) for name, members in texts.items()} == {
        "ErrorCode": list(v5.ErrorCode.__members__),
        "ExtraCode": list(v5.ExtraCode.__members__),
    }
    assert texts["ErrorCode"]["DEVICE_ERROR"] == "A device could not be captured."
    assert texts["ExtraCode"]["NOT_SUPPORTED_HTTP"] == (
        "The page is not served by HTTPS (ENV_NOT_SUPPORTED)."
    )


def test_members_of_v5_are_the_catalogs() -> None:
    assert [(int(code), code.name) for code in v5.ErrorCode] == [
        (value, code.name) for value, code in v5_codes.CODES.items()
    ]
    assert [(int(code), code.name) for code in v5.ExtraCode] == [
        (value, code.name) for value, code in v5_codes.EXTRA_CODES.items()
    ]
    assert (len(v5.ErrorCode.__members__), len(v5.ExtraCode.__members__)) == (8, 59)


@pytest.mark.parametrize("module", [error_code, v5])
def test_its_module_imports_only_enum(module: ModuleType) -> None:
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    assert [ast.unparse(node) for node in imports] == ["from enum import IntEnum"]


@pytest.mark.parametrize(
    ("name", "module"), [("ErrorCode", "flake8_trtc.error_code"), ("v5", "flake8_trtc.v5")]
)
def test_the_package_loads_nothing_heavy(name: str, module: str) -> None:
    # -S and -I: what the site's own .pth files load is not ours.
    parent = Path(flake8_trtc.__file__).parent.parent
    script = (
        f"import sys; sys.path.insert(0, {str(parent)!r}); before = set(sys.modules); "
        f"from flake8_trtc import {name}; print(*sorted(set(sys.modules) - before))"
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
    assert loaded - set(alone.stdout.split()) == {"flake8_trtc", module}
    heavy = {"dataclasses", "flake8", "libcst", "re", "rich", "tree_sitter", "typing"}
    assert loaded & heavy == set()


def test_public_names() -> None:
    assert flake8_trtc.__all__ == ["ErrorCode", "__version__"]
    assert flake8_trtc.__version__ == "0.1.0"
