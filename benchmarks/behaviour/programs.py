"""Statements of JavaScript that ask an error for its code, in the ways that people write them."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.behaviour.case import Maker

Shape = Callable[[Maker, str], str]
"""Makes statements of a source of chance and the expression of an error, `error`."""


def statements(make: Maker, error: str = "error", count: int | None = None) -> str:
    """Some statements that log what the code of an error is; lines without indentation."""
    number = make.pick(1, 1, 2, 3) if count is None else count
    return "\n".join(make.pick(*SHAPES)(make, error) for _ in range(number))


def expression(make: Maker, error: str = "error") -> str:
    """An expression that asks for the code of an error."""
    one, two = make.code(), make.code()
    get = f"{error}.getCode()"
    return make.pick(
        f"{get} === {one}",
        f"{get} !== {one}",
        f"{get} === {one} || {get} === {two}",
        f"[{one}, {two}].includes({get})",
        f"{get} === {one} ? 'first' : 'other'",
        f"({{ {one}: 'first', {two}: 'second' }})[{get}]",
    )


def indented(text: str, step: str = "  ") -> str:
    """The lines of a text, further in."""
    return "\n".join(step + line if line else line for line in text.split("\n"))


def _if(make: Maker, error: str) -> str:
    return (
        f"if ({error}.getCode() === {make.code()}) {{\n  log('hit');\n}} else {{\n  log('no');\n}}"
    )


def _if_bare(make: Maker, error: str) -> str:
    return f"if ({error}.getCode() === {make.code()}) log('hit'); else log('no');"


def _switch(make: Maker, error: str) -> str:
    one, two = make.random.sample(range(2), 2)
    codes = [make.code(), make.code()]
    cases = f"  case {codes[one]}:\n    log('one');\n    break;\n"
    if codes[0] != codes[1]:
        cases += f"  case {codes[two]}:\n    log('two');\n    break;\n"
    return f"switch ({error}.getCode()) {{\n{cases}  default:\n    log('none');\n}}"


def _conditional(make: Maker, error: str) -> str:
    name = make.name("code")
    return (
        f"const {name} = {error}.getCode();\nlog({name}, {name} === {make.code()} ? 'yes' : 'no');"
    )


def _table(make: Maker, error: str) -> str:
    name = make.name("labels")
    entries = f"{make.code()}: 'first', {make.code()}: 'second'"
    return f"const {name} = {{ {entries} }};\nlog({name}[{error}.getCode()]);"


def _includes(make: Maker, error: str) -> str:
    return f"log([{make.code()}, {make.code()}].includes({error}.getCode()));"


def _set(make: Maker, error: str) -> str:
    name = make.name("fatal")
    return (
        f"const {name} = new Set([{make.code()}, {make.code()}]);\n"
        f"log({name}.size, {name}.has({error}.getCode()));"
    )


def _default(make: Maker, error: str) -> str:
    name = make.name("told")
    return (
        f"const {name} = (errorCode = {make.code()}) => errorCode;\n"
        f"log({name}(), {name}({error}.getCode()));"
    )


def _thrown(make: Maker, error: str) -> str:
    return (
        f"try {{\n  throw {error};\n}} catch (e) {{\n"
        f"  if (e.getCode() === {make.code()}) log('caught'); else log('let go');\n}}"
    )


def _loop(make: Maker, error: str) -> str:
    return (
        f"for (const errorCode of [{make.code()}, {make.code()}]) {{\n"
        f"  if ({error}.getCode() === errorCode) log('known', errorCode);\n}}"
    )


def _arrow(make: Maker, error: str) -> str:
    name = make.name("failed")
    return f"const {name} = (e) => e.getCode() === {make.code()};\nlog({name}({error}));"


def _function(make: Maker, error: str) -> str:
    name = make.name("tell")
    code = make.code()
    return f"log({name}({error}));\nfunction {name}(e) {{\n  return e.getCode() === {code};\n}}"


def _class(make: Maker, error: str) -> str:
    name = make.name("Watcher")
    return (
        f"class {name} {{\n  constructor(e) {{\n    this.e = e;\n  }}\n"
        f"  failed() {{\n    return this.e.getCode() === {make.code()};\n  }}\n}}\n"
        f"log(new {name}({error}).failed());"
    )


def _own_name(make: Maker, error: str) -> str:
    own = make.pick("ErrorCode", "ErrorCode", "TrtcErrorCode")
    return (
        f"{{\n  const {own} = 'mine';\n  log({own}, {error}.getCode() === {make.code()});\n}}\n"
        f"log({error}.getCode() === {make.code()});"
    )


def _own_object(make: Maker, error: str) -> str:
    name = make.name("show")
    return (
        f"function {name}(Object) {{\n"
        f"  return Object && {error}.getCode() === {make.code()};\n}}\nlog({name}(1));"
    )


def _iife(make: Maker, error: str) -> str:
    return (
        f";(function (e) {{\n  'use strict';\n"
        f"  log(e.getCode() === {make.code()}, this === undefined);\n}})({error});"
    )


def _getter(make: Maker, error: str) -> str:
    name = make.name("report")
    return (
        f"const {name} = {{ errorCode: {make.code()}, "
        f"get same() {{ return this.errorCode === {error}.getCode(); }} }};\n"
        f"log({name}.same, JSON.stringify({name}));"
    )


def _assigned(make: Maker, error: str) -> str:
    name = make.name("errorCode")
    return (
        f"let {name} = {make.code()};\nif ({error}.getCode() !== {name}) {name} = {make.code()};\n"
        f"log({name});"
    )


SHAPES: tuple[Shape, ...] = (
    _if, _if_bare, _switch, _conditional, _table, _includes, _set, _default, _thrown, _loop,
    _arrow, _function, _class, _own_name, _own_object, _iife, _getter, _assigned,
)  # fmt: skip
