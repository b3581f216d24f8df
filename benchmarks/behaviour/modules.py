"""Python modules that handle reports of TRTC's errors."""

from __future__ import annotations

from benchmarks.behaviour.case import RARE, Case, Maker
from benchmarks.behaviour.programs import indented


def python(make: Maker) -> Case:
    """A module of functions that each look at a code."""
    parts = [make.pick(*_PARTS)(make) for _ in range(make.pick(1, 2, 3))]
    head = make.pick(
        '"""TRTC."""\n\n', "#!/usr/bin/env python3\n# TRTC\n", "from __future__ import annotations\n\nimport trtc\n\n",
        "import trtc\nimport json\n\n", "# TRTC reports\nimport json\n\n\n", '"""TRTC."""\nimport json; import os\n\n',
    )  # fmt: skip
    body = "\n\n\n".join(parts)
    text = f"{head}{body}\n"
    return make.case("Python module", "functions", {"report.py": text}, "report.py", "python")


def star(make: Maker) -> Case:
    """A module that another imports by star."""
    first = make.pick(*_PARTS)(make)
    one, two = make.code(), make.code()
    listed = make.pick("", "", "__all__ = ['FATAL']\n")
    text = f'"""TRTC."""\n{listed}\nFATAL = [{one}, {two}]\n\n\n{first}\n'
    own = make.pick(
        "ErrorCode = {'a': 1}\n",
        "class ErrorCode:\n    OWN = 1\n",
        "from codes import ErrorCode\n",
    )
    main = f"{own}from report import *\n\nlog(sorted(n for n in globals() if n == 'ErrorCode'), FATAL)\n"
    main += "log(ErrorCode if isinstance(ErrorCode, dict) else ErrorCode.OWN)\n"
    files = {
        "report.py": text,
        "main.py": main,
        "codes.py": "class ErrorCode:\n    OWN = 2\n",
    }
    return make.case("Python module", "imported by star", files, "main.py", "python")


def _compared(make: Maker) -> str:
    name = make.name("handle")
    return f"def {name}(error_code):\n    return error_code == {make.code()}"


def _member(make: Maker) -> str:
    name = make.name("handle")
    return f"def {name}(error_code):\n    return error_code in ({make.code()}, {make.code()})"


def _table(make: Maker) -> str:
    name = make.name("handle")
    entries = f"{make.code()}: 'first', {make.code()}: 'second'"
    return f"TRTC_ERRORS_{name} = {{{entries}}}\n\n\ndef {name}(error_code):\n    return TRTC_ERRORS_{name}.get(error_code)"


def _match(make: Maker) -> str:
    name = make.name("handle")
    return (
        f"def {name}(error_code):\n    match error_code:\n        case {make.code()}:\n"
        f"            return 'one'\n        case {make.code()} | {make.code()}:\n"
        "            return 'two'\n        case _:\n            return 'none'"
    )


def _default(make: Maker) -> str:
    name = make.name("handle")
    return (
        f"def {name}(value, error_code={make.code()}):\n    return value == error_code, error_code"
    )


def _shown(make: Maker) -> str:
    """What leaves the program: as text, as JSON, pickled."""
    name = make.name("handle")
    code = make.code()
    how = make.pick(
        "str(error_code)", "repr([error_code])", "f'{error_code}'", "f'{error_code:>8}'", "'%s %r %d' % ((error_code,) * 3)",
        "'{}'.format(error_code)", "__import__('json').dumps({'code': error_code, error_code: 1})", "hash(error_code)",
        "error_code + 1", "hex(error_code)", "[error_code].index(error_code)", "sorted([error_code, 3])", "str({error_code: 1})",
    )  # fmt: skip
    return f"def {name}(value):\n    error_code = {code}\n    if value != error_code:\n        error_code = {make.code()}\n    return {how}"


def _class(make: Maker) -> str:
    name = make.name("handle")
    return (
        f"class Trtc{name}:\n    error_code = {make.code()}\n\n    def failed(self, error_code={make.code()}):\n"
        f"        return self.error_code == error_code\n\n\ndef {name}(value):\n"
        f"    return Trtc{name}().failed(value), Trtc{name}().failed()"
    )


def _shadowed(make: Maker) -> str:
    name = make.name("handle")
    how = make.pick(
        "ErrorCode = 'mine'\n",
        "global ErrorCode\nErrorCode = 'mine'\n",
        "import json as ErrorCode\n",
    )
    body = indented(f"{how}return str(type(ErrorCode)), error_code == {make.code()}", "    ")
    return f"def {name}(error_code):\n{body}"


def _lambda(make: Maker) -> str:
    name = make.name("handle")
    return f"{name} = lambda error_code: error_code == {make.code()}"


def _nested(make: Maker) -> str:
    name = make.name("handle")
    return (
        f"def {name}(error_code):\n    codes = [code for code in ({make.code()}, {make.code()}) if code == error_code]\n"
        f"    def inner(code=error_code):\n        return code == {make.code()}\n    return codes, inner()"
    )


def _early(make: Maker) -> str:
    """A function that is called before the imports below it."""
    name = make.name("handle")
    return (
        f"def {name}(error_code):\n    return error_code == {make.code()}\n\n\nlog({name}(3))\n"
        "import os  # noqa: E402"
    )


def _hole(make: Maker) -> str:
    name = make.name("handle")
    return f"def {name}(error_code):\n    return f'{{error_code == {make.code()}}} {{error_code!r:>{{{make.pick(8, 9)}}}}}'"


def _star_args(make: Maker) -> str:
    name = make.name("handle")
    return f"def {name}(*codes):\n    return any(code == {make.code()} for code in codes), {RARE[0]} in codes"


_PARTS = (
    _compared, _member, _table, _match, _default, _shown, _class, _shadowed, _lambda, _nested,
    _early, _hole, _star_args,
)  # fmt: skip
