"""A small helping of tests/fuzz.py, and that it would see what it looks for."""

from __future__ import annotations

import sys

import pytest

if sys.platform == "win32":
    pytest.skip("it sends signals and makes pipes", allow_module_level=True)

import fuzz
from commands_at_random import run_commands
from oddities import SUFFIXES, Example, example

from flake8_trtc import api
from flake8_trtc.fix.engine import Outcome
from flake8_trtc.messages.message import verbatim


def test_odd_files() -> None:
    seen = list(fuzz.fuzz("tests", range(150), 1e9, 1))
    assert [item for item in seen if item.wrong] == []
    assert len(seen) == 150
    assert sum(item.fixed for item in seen) > 25


def test_examples_are_always_the_same_and_of_every_kind() -> None:
    examples = [example(f"tests:{number}") for number in range(150)]
    assert examples == [example(f"tests:{number}") for number in range(150)]
    assert {item.path.rpartition(".")[2] for item in examples} == set(SUFFIXES)
    assert {item.setting for item in examples} == set(range(len(fuzz.SETTINGS)))


def test_odd_commands() -> None:
    assert list(run_commands("tests", 12)) == []


BEFORE = b"import trtc\nx = code == 16388\n"
AFTER = b"import trtc\nfrom flake8_trtc import ErrorCode\nx = code == ErrorCode.JOIN_ROOM_FAILED\n"


@pytest.mark.parametrize(
    ("new", "wrong"),
    [
        (AFTER, ""),
        (AFTER.replace(b"x", b""), "gone: {'x': 1, '16388': 1}"),
        (AFTER.replace(b"x", b"y"), "gone: {'x': 1, '16388': 1}"),
        (AFTER + b"z\n", "come: ['z']"),
        (AFTER.replace(b"x = code", b"code = x"), "moved: 'code'"),
        (AFTER.replace(b"x =", b"x = ="), "it no longer compiles"),
        (
            AFTER.replace(b"ErrorCode.JOIN_ROOM_FAILED", b"0x4004"),
            "a second fix would change it again: None",
        ),
    ],
)
def test_what_is_seen(new: bytes, wrong: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fix_text(path: str, data: bytes, *arguments: object) -> Outcome:
        outcome = api.fix_text(path, data, fuzz.SETTINGS[0][0])
        return outcome._replace(new=new) if data == BEFORE else outcome

    monkeypatch.setattr(fuzz, "fix_text", fix_text)
    assert fuzz.wrong(Example("/somewhere/a.py", BEFORE, 0))[1] == wrong


def test_what_is_wrong_is_made_smaller(monkeypatch: pytest.MonkeyPatch) -> None:
    def fix_text(path: str, data: bytes, *arguments: object) -> Outcome:
        return Outcome(
            error=verbatim("internal error: x") if b"!" in data and b"?" in data else None
        )

    monkeypatch.setattr(fuzz, "fix_text", fix_text)
    assert fuzz.smaller(Example("/a.js", b"abc ! def ? ghi", 0)).data == b"!?"
