"""Every place where a number can stand is rewritten, and nothing around it moves."""

from __future__ import annotations

import sys

import pytest
from fixing import VARIANTS, Variant, expand, fixed, outcome

_IMPORTS = b"import trtc\nfrom flake8_trtc import ErrorCode\n"

# `<16388>` becomes ErrorCode.JOIN_ROOM_FAILED, `<<16388>>` the same in brackets.
_EXPRESSIONS = {
    "equal": b"x = code == <16388>\n",
    "not equal": b"x = code != <16388>\n",
    "number first": b"x = <16388> == code\n",
    "hex": b"x = code == <0x4004>\n",
    "hex, upper case": b"x = code == <0X4004>\n",
    "octal": b"x = code == <0o40004>\n",
    "binary": b"x = code == <0b100000000000100>\n",
    "underscore": b"x = code == <16_388>\n",
    "brackets": b"x = code == (<16388>)\n",
    "two brackets": b"x = code == ( ( <16388> ) )\n",
    "glued to and": b"x = code == <<16388>>and y\n",
    "glued to if": b"x = 1 if code == <<16388>>else 2\n",
    "glued brackets": b"def f(code):\n    return(<16388>)==code or 1\n",
    "in tuple": b"x = code in (<16388>, 1)\n",
    "in tuple of one": b"x = code in (<16388>,)\n",
    "in list": b"x = code not in [1, <16388>]\n",
    "in set": b"x = code in {<16388>}\n",
    "in frozenset": b"x = code in frozenset((<16388>,))\n",
    "if": b"if code == <16388>:\n    pass\n",
    "if, one line": b"if code == <16388>: print(1)\n",
    "if, brackets": b"if(code==<16388>): print(1)\n",
    "elif": b"if a:\n    pass\nelif code == <16388>:\n    pass\nelse:\n    pass\n",
    "elif, one line": b"if a: pass\nelif code == <16388>: pass\nelse: pass\n",
    "while": b"while code == <16388>:\n    pass\nelse:\n    pass\n",
    "for": b"for x in f(code == <16388>): pass\n",
    "with": b"with f(code == <16388>) as x, g(): pass\n",
    "with brackets": b"with (f(code == <16388>) as x, g()): pass\n",
    "async": b"async def f(code):\n    async with g(code == <16388>): pass\n"
    b"    async for _ in g(code == <16388>): pass\n    await g(code == <16388>)\n",
    "assert": b"assert code == <16388>, 'text'\n",
    "return": b"def f(code): return code == <16388>\n",
    "yield": b"def f(code):\n    yield code == <16388>\n    yield from g(code == <16388>)\n",
    "raise": b"raise E(code == <16388>) from None\n",
    "del": b"del x[code == <16388>]\n",
    "decorator": b"@d(code == <16388>)  # why\n# more\n@other\ndef f(): pass\n",
    "class": b"class A(B, x=code == <16388>): pass\n",
    "default": b"def f(a, b=code == <16388>, /, *c, d=1): pass\n",
    "except": b"try: pass\nexcept f(code == <16388>) as x: pass\n",
    "except star": b"try: pass\nexcept* f(code == <16388>): pass\n",
    "lambda": b"f = lambda code: code == <16388>\n",
    "lambda in header": b"if f(lambda code: code == <16388>): pass\n",
    "comprehension": b"x = [code for code in y if code == <16388>]\n",
    "generator": b"x = any(code == <16388> for code in y)\n",
    "walrus": b"if (x := code == <16388>): pass\n",
    "match subject": b"match code == <16388>:\n    case True: pass\n",
    "case": b"match code:\n    case <16388>: pass\n",
    "case or": b"match code:\n    case 1 | <16388> | 2: pass\n",
    "case as": b"match code:\n    case <16388> as x: pass\n",
    "case, glued guard": b"match code:\n    case <<16388>>if x: pass\n",
    "case guard": b"match x:\n    case code if code == <16388>: pass\n",
    "case mapping": b"match x:\n    case {'code': <16388>}: pass\n",
    "case class": b"match x:\n    case E(code=<16388>): pass\n",
    "several lines": b"x = (\n    code  # a\n    ==  # b\n  <16388>  # c\n)\n",
    "backslash": b"x = 1 + \\\n    f(code == <16388>)\n",
    "semicolons": b"x = 1; y = code == <16388>; z = 2;\n",
    "triple-quoted": b"x = f(\"\"\"\n  16388\n\"\"\", code == <16388>, '''16388\n''')\n",
    "f-string": b'x = f"{code == <16388>}"\n',
    "f-string, conversion": b'x = f"a{{16388}} {code == <16388>!r:>{width}}"\n',
    "f-string, nested": b"x = f\"{f'{code == <16388>}'}\"\n",
    "f-string, format spec": b'x = f"{y:{code == <16388>}}"\n',
    "f-string, joined": b"x = ('16388' f'{code == <16388>}' \"16388\")\n",
    "f-string, three quotes": b'x = f"""\n{\ncode == <16388>}\n"""\n',
    "non-ASCII before": "x = '麦克风🎤', code == <16388>\n".encode(),
    "form feed": b"x = 1\n\x0c\nif code == <16388>:\n    pass\n",
    "tabs": b"if x:\n\tif code == <16388>:\n\t\tpass\n",
    "crowded": b"x=[code==<16388>,<16388>==code]\n",
    "like tokens": b"x = y[16388], 16388j, 16388.5, code == <16388>, 0x16388\n",
    "no final newline": b"x = code == <16388>",
}


@pytest.mark.parametrize("marked", _EXPRESSIONS.values(), ids=_EXPRESSIONS)
@pytest.mark.parametrize("variant", VARIANTS.values(), ids=VARIANTS)
def test_is_rewritten(marked: bytes, variant: Variant) -> None:
    before, after = expand(b"import trtc\n", marked), expand(_IMPORTS, marked, new=True)
    assert fixed(variant(before)) == variant(after)


@pytest.mark.skipif(sys.version_info < (3, 12), reason="type parameters came with Python 3.12")
@pytest.mark.parametrize(
    "marked",
    [
        b"def f[T](a: T, code=1 == 2): return code == <16388>\n",
        b"def f[T](x=code == <16388>): pass\n",
        b"class A[T](x=code == <16388>): pass\n",
        b'x = f"{f"{code == <16388>}"}"\n',
    ],
)
def test_newer_syntax(marked: bytes) -> None:
    before, after = expand(b"import trtc\n", marked), expand(_IMPORTS, marked, new=True)
    assert fixed(before) == after


def test_prints_its_own_text() -> None:
    result = outcome(b'x = f"{code == 16388=}"\n')
    assert result.new is None
    assert [refused.reason for refused in result.refusals] == [
        "the f-string prints the text of this expression (`=`)"
    ]
