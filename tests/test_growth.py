"""Twice the text takes at most twice the steps: functions called are counted, no clock is asked."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from marked import found

_TOO_MANY = 50_000
_JS = "import TRTC from 'trtc-js-sdk';\nfunction f(e) {\n  const code = %s;\n%s}\n"
_USE = "  if (code === 0x4004) retry();\n"
_PY = "import trtc\n\n\ndef f(e):\n    code = %s\n    return code == 16388\n"


def _js(chain: Callable[[int], str]) -> Callable[[int], str]:
    return lambda count: _JS % (chain(count), _USE)


def _py(chain: Callable[[int], str]) -> Callable[[int], str]:
    return lambda count: _PY % chain(count)


# The file, and a text whose chain has so many links; each has one finding.
SHAPES: dict[str, tuple[str, Callable[[int], str]]] = {
    "calls": ("a.js", _js(lambda n: "e" + ".a(1)" * n + ".getCode()")),
    "calls in TypeScript": ("a.ts", _js(lambda n: "(e" + ".a(1)!" * n + ".getCode() as number)")),
    "calls in JSX": ("a.tsx", _js(lambda n: "e" + "\n    .a(x => <b>{x}</b>)" * n + ".getCode()")),
    "calls beside the code": (
        "a.js",
        lambda n: _JS % ("e.getCode()", f"  const bars = d3{'.attr(x, y)' * n};\n" + _USE),
    ),
    "calls of what was called": ("a.js", _js(lambda n: "getCode" + "(1)" * n)),
    "constructors": ("a.js", _js(lambda n: "new " * n + "Code" + "()" * n)),
    "keys read": ("a.js", _js(lambda n: "e" + ".get('code')" * n)),
    "indexes": ("a.js", _js(lambda n: "e.code" + "[i]" * n)),
    "members": ("a.js", _js(lambda n: "e" + ".a" * n + ".code")),
    "conversions": ("a.js", _js(lambda n: "Number(" * n + "e.getCode()" + ")" * n)),
    "methods that convert": ("a.js", _js(lambda n: "e.getCode()" + ".toString()" * n)),
    "calls in Python": ("a.py", _py(lambda n: "e" + ".a(1)" * n + ".get_code()")),
    "calls compared": ("a.py", lambda n: f"import trtc\nx = e{'.a(1)' * n}.get_code() == 16388\n"),
    "calls of what was called in Python": ("a.py", _py(lambda n: "e.get_code" + "(1)" * n)),
    "keys read in Python": ("a.py", _py(lambda n: "e" + ".get('code')" * n)),
    "getattr": ("a.py", _py(lambda n: "getattr(" * n + "e" + ", 'code')" * n)),
    "indexes in Python": ("a.py", _py(lambda n: "e.code" + "[i]" * n)),
    "conversions in Python": ("a.py", _py(lambda n: "int(" * n + "e.get_code()" + ")" * n)),
    "methods that strip": ("a.py", _py(lambda n: "e.get_code()" + ".strip()" * n)),
    "quotation marks": ("a.md", lambda n: "> " * n + "on Monday\n\n```js\n" + _JS % ("e", _USE)),
    "a fence in quotations": (
        "a.md",
        lambda n: "".join(
            "> " * n + f"{line}\n" for line in ("```js", *(_JS % ("e", _USE)).splitlines(), "```")
        ),
    ),
    "a fence in lists": ("a.md", lambda n: "- " * n + "```js\n" + _JS % ("e", _USE)),
}


def _steps(path: str, text: str) -> tuple[int, int]:
    """How many functions a scan calls, C's among them, and how deep they are nested at most."""
    calls = depth = deepest = 0

    def profile(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls, depth, deepest
        calls += event in {"call", "c_call"}
        depth += {"call": 1, "return": -1}.get(event, 0)
        deepest = max(deepest, depth)
        if calls > _TOO_MANY:
            raise AssertionError(f"more than {_TOO_MANY} functions called")

    before = sys.getprofile()
    sys.setprofile(profile)
    try:
        findings = found(text, path)
    finally:
        sys.setprofile(before)
    assert len(findings) == 1
    return calls, deepest


@pytest.mark.parametrize("name", SHAPES)
def test_steps_grow_with_the_text(name: str) -> None:
    path, text = SHAPES[name]
    found(text(1), path)  # what is imported and compiled once is not counted
    calls, deepest = _steps(path, text(60))
    twice, deeper = _steps(path, text(120))
    assert twice <= 2.1 * calls
    assert deeper == deepest


@pytest.mark.parametrize("name", SHAPES)
def test_long_chains_end(name: str) -> None:
    path, text = SHAPES[name]
    assert len(found(text(400), path)) == 1  # a pattern that tries every way would not come back
