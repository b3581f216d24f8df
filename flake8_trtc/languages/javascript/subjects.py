"""The name of a JavaScript expression: the subject a literal is compared with or bound to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from tree_sitter import Node, Query, QueryCursor

from flake8_trtc._lean import NamedTuple, regex
from flake8_trtc.languages.chains import Chains
from flake8_trtc.languages.followed import Asked, Followed
from flake8_trtc.languages.javascript.asked import asked_at
from flake8_trtc.languages.javascript.calls import (
    CHAINED,
    ELEMENTWISE,
    EVALUATES,
    HELD,
    KEY_READ,
)
from flake8_trtc.languages.javascript.grammar import language, parameters_of, plain_string
from flake8_trtc.languages.javascript.spelled import is_digits, is_text
from flake8_trtc.languages.javascript.thrown import holds_rtc_error
from flake8_trtc.languages.javascript.unwrapped import unwrapped
from flake8_trtc.languages.javascript.watched import watched
from flake8_trtc.languages.origins import Origins
from flake8_trtc.languages.tree import (
    Finder,
    call_arguments,
    enclosing,
    field,
    parent_of,
    text_of,
    type_of,
)
from flake8_trtc.model import Dialect, Subject

_BINDINGS = """
(variable_declarator name: (identifier) @name value: (_) @value)
(assignment_expression left: (identifier) @name right: (_) @value)
(object_pattern (pair_pattern key: (_) @key value: [
  (identifier) @name (assignment_pattern left: (identifier) @name)])) @value
"""
SCOPES = frozenset(
    {
        "function_declaration",
        "function_expression",
        "generator_function_declaration",
        "arrow_function",
        "method_definition",
        "program",
    }
)
_CALLS = frozenset({"call_expression", "new_expression"})
_IDENTIFIERS = frozenset(
    {
        "identifier",
        "property_identifier",
        "shorthand_property_identifier_pattern",
        "private_property_identifier",
    }
)


_MOST_LOOPS = 16
_LOOPS = SCOPES | {"for_in_statement"}
_RESULT = regex(r"([\w$]+)(?:\?\.)?(?:\(\))?[\s;})]*$")
"""The last name of a script, whose value it gives."""


@cache
def _bindings(dialect: Dialect) -> Query:
    return Query(language(dialect), _BINDINGS)


_MOST_SCOPES = 8
"""How many functions outwards a name is looked for."""


class Subjects(Followed):
    """Names the expressions of one script."""

    scopes = SCOPES

    def __init__(self, dialect: Dialect, origins: Origins) -> None:
        super().__init__(origins)
        self._query = _bindings(dialect)
        self._values: dict[Node, dict[str, list[_Value]]] = {}
        self._texts: dict[tuple[Node, str], tuple[bool, bool]] = {}
        self._read = 0, 0  # the span of the scope whose bindings were read last

    def of(self, node: Node | None) -> Subject | None:
        """Name an expression, and say whether it is a text that was made of a number."""
        found = super().of(node)
        if found is None or node is None:
            return found
        spelled, digits = self._spelled(node)
        return found._replace(spelled=spelled, digits=digits) if spelled else found

    def _spelled(self, node: Node) -> tuple[bool, bool]:
        """True if an expression makes a text of a number; and if it makes digits of it.

        A name does where the nearest scope that binds it gives it one, once for all its uses.
        """
        if node.type != "identifier":
            return is_text(node), is_digits(node)
        name, scope = text_of(node), enclosing(node, SCOPES)
        for _ in range(_MOST_SCOPES):
            if scope is None:
                break
            values = self._values_in(scope).get(name)
            if values:
                if (scope, name) not in self._texts:
                    made = [value.expression for value in values if value.key is None]
                    self._texts[scope, name] = any(map(is_text, made)), any(map(is_digits, made))
                return self._texts[scope, name]
            scope = enclosing(scope, SCOPES)
        return False, False

    def name_of(self, node: Node) -> Subject | None:
        return name_of(node)

    def value_of(self, node: Node) -> Node:
        return unwrapped(node)

    def asked_at(self, use: Node) -> Asked | None:
        return asked_at(use)

    def looped_over(self, name: Node) -> Node | None:
        text, around = text_of(name), enclosing(name, _LOOPS)
        for _ in range(_MOST_LOOPS):
            if around is None or around.type != "for_in_statement":
                break
            if text_of(field(around, "left")) == text:
                return field(around, "right")
            around = enclosing(around, _LOOPS)
        if around is None or around.type == "program":
            return None
        return _given_to(around, text) or watched(around, text)

    def bound_in(self, scope: Node, name: str) -> Iterator[tuple[Node, Subject | None]]:
        for value in self._values_in(scope).get(name, ()):
            yield value.target, _subject(value)

    def _values_in(self, scope: Node) -> dict[str, list[_Value]]:
        """The values that a scope itself binds names to; reading one reads those in it, too."""
        start, end = self._read
        if scope not in self._values and not start <= scope.start_byte < scope.end_byte <= end:
            self._read = scope.start_byte, scope.end_byte
            finder = Finder(scope)
            for _, captures in QueryCursor(self._query).matches(scope):
                target = captures["name"][0]
                finder.at(target.start_byte, target.end_byte)
                owner = enclosing(target, SCOPES)
                if owner is not None:
                    bound = self._values.setdefault(owner, {}).setdefault(text_of(target), [])
                    key = captures.get("key", [None])[0]
                    bound.append(_Value(target, _given(captures["value"][0]), key))
        return self._values.setdefault(scope, {})


class _Value(NamedTuple):
    """The value that a name, the target, is given: an expression, or what is under a key of it."""

    target: Node
    expression: Node
    key: Node | None


def _given(value: Node) -> Node:
    """What is taken apart by a pattern, where that is to be seen; any other value itself."""
    holder = parent_of(value) if value.type == "object_pattern" else None
    if type_of(holder) == "pair_pattern":
        return field(holder, "key") or value
    return field(holder, "value") or field(holder, "right") or value


def _subject(value: _Value) -> Subject | None:
    subject = name_of(value.expression)
    if value.key is None:
        return subject
    text = plain_string(value.key) or text_of(value.key)
    return Subject(text, text, subject.name if subject is not None else "")


def name_of(node: Node) -> Subject | None:
    """Name an expression by itself; None for one without a name (a literal, arithmetic…)."""
    node = unwrapped(node)
    text = text_of(node)
    if node.type in {"this", *_IDENTIFIERS}:
        return Subject(text, text.lstrip("#"))
    if node.type == "member_expression":
        return _name_of_member(node, text)
    if node.type == "subscript_expression":
        key, base = _key(node), holder_name(field(node, "object"))
        return Subject(text, base) if key is None else Subject(text, key, base)
    if node.type in _CALLS:
        return _name_of_call(node, text)
    key = plain_string(node)
    if key is None:
        return None
    *before, name = key.split(".")  # `watch: { "error.code"(now) { … } }`
    return Subject(text, name, before[-1] if before else "")


def _name_of_member(node: Node, text: str) -> Subject:
    """Name `e.code` by its property, a ref's `errorCode.value` by the ref."""
    name, owner = _property(node), field(node, "object")
    if _holder(node) is not None:
        return Subject(text, name)
    thrown = name == "code" and owner is not None and _is_thrown(unwrapped(owner))
    return Subject(text, name, holder_name(owner), thrown=thrown)


def _property(node: Node) -> str:
    """The name of a member expression."""
    holder = _holder(node)
    if holder is not None:
        return text_of(holder).removesuffix("Ref")
    return text_of(field(node, "property")).lstrip("#")


def _holder(node: Node) -> Node | None:
    """The ref whose value a member expression is, if it is one's."""
    owner = field(node, "object")
    if owner is None or owner.type != "identifier":
        return None
    return owner if text_of(field(node, "property")).lstrip("#") in HELD else None


def _is_thrown(owner: Node) -> bool:
    return owner.type == "identifier" and holds_rtc_error(owner)


def _key(subscript: Node) -> str | None:
    """The key of the element that is looked up: `e["code"]`, `codes[Names.CODE]`; None if none."""
    index = field(subscript, "index")
    key = plain_string(index)
    if key is None and index is not None and index.type == "member_expression":
        return text_of(field(index, "property"))
    return key


def _name_of_call(node: Node, text: str) -> Subject | None:
    """Name a call: by the key it reads (`params.get("code")`), else by the function."""
    function = _called(node)
    name = last_name(function)
    base = holder_name(field(function, "object")) if function is not None else ""
    result = _result(node) if name in EVALUATES or name in {"map", "flatMap"} else None
    if result is not None:
        return result._replace(text=text)
    key = _key_read(node, name)
    if key is not None:
        key, before = key.rpartition(".")[2], key.rpartition(".")[0].rpartition(".")[2]
        base = before or base
        return Subject(text, key, base if KEY_READ[name] == 0 and name not in CHAINED else "")
    return Subject(text, name, base) if name else None


def _result(call: Node) -> Subject | None:
    """The result of a script that is sent elsewhere, by the last name in it."""
    for part in call_arguments(call)[:2]:
        script = plain_string(part)
        if script is None and part.type in {"arrow_function", "function_expression"}:
            script = text_of(part)[-200:]
        found = None if script is None or script[:1] in {"#", "."} else _RESULT.search(script)
        if found is not None:
            return Subject(script or "", found[1])
    return None


def _given_to(function: Node, name: str) -> Node | None:
    """The collection whose elements a function that is written out is called with, as `name`."""
    call = parent_of(parent_of(function))
    if call is None or call.type != "call_expression":
        return None
    called, arguments = _called(call), call_arguments(call)
    method = last_name(called)
    if method not in ELEMENTWISE or function not in arguments[:2]:
        return None
    names = [text_of(field(part, "pattern") or part) for part in parameters_of(function)]
    at = method == "reduce"
    if names[at : at + 1] != [name]:
        return None
    return field(called, "object") if arguments[0] == function else arguments[0]


def _called(call: Node) -> Node | None:
    """What a call calls: of `f.call(e)` and `f.apply(e)` it is f."""
    function = field(call, "function") or field(call, "constructor")
    bound = text_of(field(function, "property")) in {"call", "apply"}
    return field(function, "object") if bound else function


def _key_read(call: Node, name: str) -> str | None:
    """The key that a call of a function with this name reads, if it does and says it."""
    at = KEY_READ.get(name)
    arguments = [] if at is None else call_arguments(call)
    if at is None:
        return None
    keys = (plain_string(part) for part in arguments[at : at + 1 + (name == "get")])
    return next((key for key in keys if key is not None), None)


def _own_name(node: Node) -> str:
    """The last name of an expression that is no call."""
    if node.type == "member_expression":
        return _property(node)
    if node.type == "subscript_expression":
        return _key(node) or ""
    if node.type in {"this", *_IDENTIFIERS}:
        return text_of(node).lstrip("#")
    return plain_string(node) or ""


def _owner(node: Node) -> Node | None:
    return field(node, "object")


_CHAINS = Chains(
    calls=_CALLS,
    again=frozenset({"call_expression"}),
    members=frozenset({"member_expression", "subscript_expression"}),
    indexed="subscript_expression",
    plain=frozenset({"this", "string", "number", *_IDENTIFIERS}),
    unwrapped=unwrapped,
    called=_called,
    owner=_owner,
    key=_key,
    key_read=_key_read,
    own_name=_own_name,
)
last_name = _CHAINS.last_name
holder_name = _CHAINS.holder_name
is_same_again = _CHAINS.is_same_again
