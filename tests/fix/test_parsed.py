"""A script that Node parses is parsed by it after its fix: tree-sitter takes more than Node does.

`let x; let x;`, an `await` outside of a function, words that strict code reserves: the proof of a
script sees nothing wrong with those. Those of the corpora are in test_plan.py.
"""

from __future__ import annotations

from random import Random

import pytest
from parsed import SUFFIXES, broken
from runjs import needs_node
from sizes import every

_NAMES = ("ErrorCode", "ErrorCode", "TrtcErrorCode")
_BINDING = (
    "if ({test}) {{ var {name} = 1; {inner} }}",
    "try {{ {inner} }} catch ({name}) {{ f({test}); }}",
    "function g{n}({name}) {{ {inner} }}",
    "for (const {name} of [1]) {{ {inner} }}",
    "for (var {name} = 0; {test};) {{ {inner} break; }}",
    "{{ function {name}() {{}} {inner} }}",
    "{{ let {name} = 1; {inner} }}",
    "{{ class {name} {{ m() {{ {inner} }} }} }}",
    "const q{n} = ({name} = {test}) => {test};",
    "const q{n} = ({{ {name} }}) => {{ 'x'; return {test}; }};",
    "switch (e.getCode()) {{ case 0x4004: let {name} = 1; break; case 0x4043: f({name}); }}",
    "x{n}: for (;;) {{ if ({test}) break; {inner} break; }}",
    "if ({test}) function h{n}() {{ return {test}; }}",
    "var {{ a: {name} = {test} }} = {{}};",
    "const o{n} = {{ 0x4004: 1, 16451() {{ return {test}; }}, async 0x4005() {{}} }};",
    "class C{n} {{ static {{ {inner} }} #p = {test}; static errorCode = 0x4004; }}",
    "do {{ {inner} }} while (false && {test})",
    "(function () {{ 'use strict'; {inner} }})();",
    "(async () => {{ await f({test}); }})();",
    "f(({test}), function {name}() {{ return {test}; }});",
    "f({test});",
)
"""Statements that bind a name, or hold a code where a declaration may be in the way."""

_HEADS = {
    "module": "import TRTC from 'trtc-js-sdk';\n",
    "function": "const TRTC = require('trtc-js-sdk');\n",
    "script": "<!-- trtc\n",
}


def statement(pick: Random, depth: int) -> str:
    """One of _BINDING, with others in it."""
    inner = "f(e.getCode() === 16388);"
    if depth < 3:
        inner = " ".join(statement(pick, depth + 1) for _ in range(1 + (depth < 2)))
    test = f"e.getCode() === {pick.choice(('0x4004', '16388', '0x4043'))}"
    form = pick.choice(_BINDING)
    return form.format(test=test, inner=inner, name=pick.choice(_NAMES), n=pick.randrange(10**6))


@needs_node
@pytest.mark.parametrize("kind", SUFFIXES)
def test_a_script_that_binds_the_names_of_the_constants_still_parses(kind: str) -> None:
    pick = Random(kind)
    made = [_HEADS[kind] + statement(pick, 1) for _ in range(1600 // every(8))]
    count, found = broken((text, kind) for text in made)
    assert found == []
    assert count > 20
