"""Programs put together at random do after the fix what they did before it, in Node."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
from collections.abc import Iterator

import pytest
from fixing import outcome
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from runjs import NODE, needs_node
from snippets import SNIPPETS

_EXAMPLES = int(os.environ.get("FIX_EXAMPLES", "100"))
_CODES = (16388, 16451, 4099, 0)
_NUMBERS = ("16388", "0x4004", "0X4043", "16451", "4099", "0x1003")
_EXPRESSIONS = (
    "e.getCode() === @N",
    "@N !== e.getCode()",
    "[@N, @N].includes(e.getCode())",
    "new Set([@N]).has(e.getCode())",
    "({ @N: 'a', [@N]: 'b' })[e.getCode()]",
    "(x => @X)(1)",
    "(ErrorCode => @X)(7)",
    "(function (...ErrorCode) { @S return [@X, ErrorCode]; })(8)",
    "((code = @N, x = @X) => { @S\n return [code, x]; })()",
    "(({ ErrorCode = @X }) => {\n  @S\n  return ErrorCode;\n})({})",
    "[...(function* () { 'use strict'; @S yield @X; })()]",
    "new (class { code = @N; p = @X; static s = @X; m() { @S return @X; } })().m()",
    "`${@X}\n ${typeof ErrorCode}`",
    "(@X ? @X : @X)",
    "(@X && !@X)",
    "typeof TrtcErrorCode",
    "(function ErrorCode() { return typeof ErrorCode + @X; })()",
)
_STATEMENTS = (
    "log(@X);",
    "log(@X)",
    "log(@X) // it\n",
    "log(@X) /* it\n */;",
    "\n",
    "// ErrorCode 16388\n",
    "if (@X) { @S } else @S",
    "if (@X) log(1)\nelse log(@X)\n",
    "switch (e.getCode()) { case @N: @S break; case @N: { @S } default: @S }",
    "for (const i of [@X]) { @S }",
    "for (var ErrorCode = 0; ErrorCode < 1; ErrorCode++) { @S }",
    "for (let ErrorCode = @X; ErrorCode;) { @S break; }",
    "do { @S } while (0)\n",
    "try { @S throw @X; } catch (ErrorCode) { @S log(ErrorCode); }",
    "try { @S } finally { @S }",
    "{ @S @S }",
    "l: { @S break l; }",
    "function f() { @S return @X; }",
    "function f() {\n  'use strict' // it\n  @S\n  return @X\n}",
    "log(typeof f === 'function' && (e.n = (e.n || 0) + 1) < 9 && f());",
    "var a = @X;",
    "let b = @X, c = () => { @S return @X; };",
    "{ const ErrorCode = { JOIN_ROOM_FAILED: 16388 }; @S @S }",
    "{ const ErrorCode = Object.freeze({\n  JOIN_ROOM_FAILED: 0x4004 // it\n}); @S }",
    "{ class ErrorCode { static JOIN_ROOM_FAILED = 16388 } @S }",
    "{ @S const TrtcErrorCode = { PLAY_NOT_ALLOWED: 0x4043 }; @S }",
    "{ let ErrorCode = { JOIN_ROOM_FAILED: 16388 }; ErrorCode = { JOIN_ROOM_FAILED: @X }; @S }",
    "{ var ErrorCode = { JOIN_ROOM_FAILED: 16388 }; @S }",
    "{ function g() { @S return @X; } log(g()); const ErrorCode = { JOIN_ROOM_FAILED: 16388 }; @S log(g()); }",
    "{ let ErrorCode = @X; @S log(ErrorCode); }",
    "const ErrorCode = { JOIN_ROOM_FAILED: 16388 };",
)


def _program(pick: random.Random, depth: int) -> str:
    """A program of some statements, with holes in them filled, the deeper the simpler."""

    def fill(template: str, depth: int) -> str:
        return re.sub("@[NXS]", lambda hole: filled(hole[0], depth - 1), template)

    def filled(hole: str, depth: int) -> str:
        if hole == "@N":
            return pick.choice(_NUMBERS)
        if hole == "@X":
            return expression(depth)
        return " ".join(statement(depth) for _ in range(pick.randrange(3))) if depth >= 0 else ";"

    def expression(depth: int) -> str:
        return fill(pick.choice(_EXPRESSIONS if depth > 0 else _EXPRESSIONS[:5]), depth)

    def statement(depth: int) -> str:
        return fill(pick.choice(_STATEMENTS if depth > 0 else _STATEMENTS[:8]), depth)

    return " ".join(statement(depth) for _ in range(pick.randint(1, 4))) + "\n"


class _Node:
    """One Node process that runs a program at a time."""

    _LOOP = r"""
    const vm = require('vm');
    require('readline').createInterface({ input: process.stdin }).on('line', line => {
      const { text, codes, common } = JSON.parse(line);
      const result = codes.map(code => {
        const seen = [];
        const e = { getCode: () => code };
        const log = x => { if (seen.push(x === undefined ? null : x) > 999) throw 'enough'; };
        try {
          if (common) new Function('e', 'log', 'exports', text)(e, log, {});
          else vm.runInNewContext(text, { e, log }, { timeout: 60000 });
        } catch (error) {
          const early = error instanceof SyntaxError || (error && error.name === 'SyntaxError');
          seen.push(early ? 'SyntaxError' : String(error));
        }
        return JSON.stringify(seen);
      });
      process.stdout.write(JSON.stringify(result) + '\n');
    });
    """

    def __init__(self) -> None:
        assert NODE is not None
        self._process = subprocess.Popen(
            [NODE, "-e", self._LOOP],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def run(self, text: str, *, common: bool) -> list[str]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(
            json.dumps({"text": text, "codes": _CODES, "common": common}) + "\n"
        )
        self._process.stdin.flush()
        result: list[str] = json.loads(self._process.stdout.readline())
        return result

    def close(self) -> None:
        self._process.communicate(timeout=10)


@pytest.fixture(scope="module")
def node() -> Iterator[_Node]:
    running = _Node()
    yield running
    running.close()


@needs_node
@pytest.mark.parametrize("common", [False, True])
@settings(max_examples=_EXAMPLES, deadline=None)
@given(seed=st.integers(0, 2**32), depth=st.integers(0, 3))
@example(seed=272, depth=1)  # a name that means other constants in an inner block is free outside
def test_does_what_it_did(node: _Node, common: bool, seed: int, depth: int) -> None:
    text = _program(random.Random(seed), depth) + "exports.f = 1;\n" * common
    before = node.run(text, common=common)
    assume(not any("SyntaxError" in seen for seen in before))
    result = outcome(text.encode(), "/somewhere/trtc_page.js")
    assert result.error is None, text
    if result.new is not None:
        after = result.new.decode()
        assert node.run(after, common=common) == before, f"{text}\n=>\n{after}"
        assert outcome(result.new, "/somewhere/trtc_page.js").new is None


_TOKENS = [
    *"{}()[];:,.=<>/*'\"`$\\\n\r\t 0n\N{GRINNING FACE}错",
    *("//", "/*", "*/", "=>", "16388", "0x4043", "ErrorCode", "const ErrorCode = {", "} as const"),
    *("Object.freeze({ JOIN_ROOM_FAILED: 0x4004 })", "import ", "export ", "'use strict'", "enum "),
    *("class ErrorCode { static ", "function f(", "<!--", "#!", "${", "</script>", "{% if x %}"),
]


@pytest.mark.parametrize("suffix", ["js", "mjs", "ts", "tsx", "html", "vue", "md"])
@settings(max_examples=_EXAMPLES, deadline=None)
@given(data=st.data())
def test_no_text_is_too_odd(suffix: str, data: st.DataObject) -> None:
    text = "".join(data.draw(st.lists(st.sampled_from(sorted(SNIPPETS.values())), max_size=3)))
    for _ in range(data.draw(st.integers(0, 5))):
        at = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 8))
        text = text[:at] + data.draw(st.sampled_from(_TOKENS)) + text[at + cut :]
    if suffix in {"html", "vue"}:
        text = f"<script>{text}</script>"
    elif suffix == "md":
        text = f"# TRTC\n```js\n{text}\n```\n"
    path = f"/somewhere/trtc_page.{suffix}"
    result = outcome(text.encode(), path)
    assert result.error is None, text
    if result.new is not None:
        assert outcome(result.new, path).error is None
