"""The name of a Python expression: the subject a literal is compared with or bound to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from tree_sitter import Node

from flake8_trtc._lean import regex
from flake8_trtc.languages.chains import Chains
from flake8_trtc.languages.followed import Asked, Followed
from flake8_trtc.languages.origins import Origins
from flake8_trtc.languages.python.calls import ASKING, EVALUATES, FAKED, LISTING
from flake8_trtc.languages.python.grammar import plain_string, spelled_string
from flake8_trtc.languages.python.spelled import is_digits
from flake8_trtc.languages.tree import (
    Finder,
    call_arguments,
    enclosing,
    field,
    operands,
    parent_of,
    text_of,
    type_of,
)
from flake8_trtc.model import Subject

_ASSIGNED = {"assignment": ("left", "right"), "named_expression": ("name", "value")}
"""The nodes that bind a name, with the fields of the name and the value."""

_TARGET = regex(rb"(?<![\w.\x80-\xff])[A-Za-z_\x80-\xff][\w\x80-\xff]*+(?=[\s\\]*+(?::|=(?!=)))")
"""A name before `=`, `:=`, or the colon of an annotation; or of something else."""
_SCOPES = frozenset({"function_definition", "lambda", "class_definition", "module"})
_CLAUSES = frozenset({"for_statement", "for_in_clause"})
_MOST_LOOPS = 16
_LOOPS = _SCOPES | {
    "for_statement",
    "list_comprehension",
    "set_comprehension",
    "dictionary_comprehension",
    "generator_expression",
}
_COMPREHENSIONS = frozenset({"list_comprehension", "set_comprehension", "generator_expression"})
_ELEMENTWISE = frozenset("map filter apply applymap map_elements transform any all".split())
"""Functions that call one with each element of the argument behind it, or of their own object."""
_CONVERSIONS = frozenset(
    "int str hex oct bin abs format repr type set frozenset list tuple sorted Counter deque vars "
    "asdict dict".split()
)
_STRING_METHODS = frozenset(
    "strip lower upper zfill rjust removeprefix lstrip rstrip casefold decode encode json_value "
    "value_counts unique astype cast copy tolist to_list fillna dropna model_dump to_dict dict "
    "_asdict".split()
)
_KEY_AT = {
    "get": 0, "pop": 0, "getattr": 1, "col": 0, "column": 0, "group": 0, "getlist": 0, "hget": 1,
    "field": 0, "glom": 1, "should_receive": 0, "config": 0, "getenv": 0,
}  # fmt: skip
"""Which argument is the key that a function reads."""
_COLUMNS = frozenset({"col", "column", "field"})
"""Functions that name a column of whatever table: `pl.col("code")`."""


_RESULT = regex(r"([\w$]+)(?:\?\.)?(?:\(\))?[\s;})]*$")
"""The last name of a script, whose value it gives."""


class Subjects(Followed):
    """Names the expressions of one module."""

    scopes = _SCOPES

    def __init__(self, origins: Origins) -> None:
        super().__init__(origins)
        self._read: Node | None = None  # the scope whose assignments were read last
        self._assigned: dict[bytes, list[int]] = {}
        self._digits: dict[tuple[Node, str], bool] = {}

    def of(self, node: Node | None) -> Subject | None:
        """Name an expression, and say whether it is the digits of a number."""
        found = super().of(node)
        if found is None or node is None:
            return found
        scope = enclosing(node, _SCOPES) if node.type == "identifier" else None
        made = is_digits(node) if scope is None else self._holds_digits(scope, text_of(node))
        return found._replace(digits=True) if made else found

    def _holds_digits(self, scope: Node, name: str) -> bool:
        """True if one of the values that a scope itself assigns to a name is digits."""
        known = self._digits.get((scope, name))
        if known is None:
            known = any(is_digits(value) for _, value in self._values(scope, name))
            self._digits[scope, name] = known
        return known

    def name_of(self, node: Node) -> Subject | None:
        return name_of(node)

    def value_of(self, node: Node) -> Node:
        return _unwrapped(node)

    def asked_at(self, use: Node) -> Asked | None:
        access = parent_of(use)
        if type_of(access) == "subscript" and field(access, "value") == use:
            index = field(access, "subscript")
            return None if index is None else Asked(index)
        if type_of(access) == "comparison_operator" and access is not None:
            sides = operands(access)
            within = text_of(field(access, "operators")) in {"in", "not in"}
            return Asked(sides[0]) if within and len(sides) == 2 and sides[1] == use else None
        if type_of(access) in _CLAUSES:
            return _taken_from(access)
        name, call = text_of(field(access, "attribute")), parent_of(access)
        if type_of(call) != "call" or call is None:
            return None
        if name in _PAIRS and type_of(parent_of(call)) in _CLAUSES:
            return _taken_from(parent_of(call))
        given = call_arguments(call) if name in ASKING else []
        return Asked(given[0], name not in LISTING) if given else None

    def looped_over(self, name: Node) -> Node | None:
        text, around = text_of(name), enclosing(name, _LOOPS)
        for _ in range(_MOST_LOOPS):
            if around is None or around.type not in _LOOPS - _SCOPES:
                break
            for clause in (around, *around.named_children):
                if clause.type in _CLAUSES and text_of(field(clause, "left")) == text:
                    return field(clause, "right")
            around = enclosing(around, _LOOPS)
        if around is None or around.type != "lambda":
            return None
        return _given_to(around) if text_of(field(around, "parameters")) == text else None

    def bound_in(self, scope: Node, name: str) -> Iterator[tuple[Node, Subject | None]]:
        for target, value in self._values(scope, name):
            yield target, name_of(value)

    def _values(self, scope: Node, name: str) -> Iterator[tuple[Node, Node]]:
        """The names that a scope itself assigns to, and the values."""
        read = self._read
        if read is None or not (
            read.start_byte <= scope.start_byte < scope.end_byte <= read.end_byte
        ):
            self._read, self._assigned = scope, _assigned(scope)
            self._finder = Finder(scope)
        written = name.encode()
        starts = self._assigned.get(written, [])
        first, last = (bisect_left(starts, at) for at in (scope.start_byte, scope.end_byte))
        for start in starts[first:last]:
            target = self._finder.at(start, start + len(written))
            assignment = parent_of(target)
            name_field, value_field = _ASSIGNED.get(type_of(assignment), ("", ""))
            if not name_field or field(assignment, name_field) != target:
                continue
            value = field(assignment, value_field)
            if value is not None and enclosing(value, _SCOPES) == scope:
                yield target, value


_PAIRS = frozenset({"items", "most_common", "keys"})


def _taken_from(loop: Node | None) -> Asked | None:
    """The name that a loop gives the keys, or the elements, of the table that it goes through."""
    left = field(loop, "left")
    paired = type_of(left) in {"pattern_list", "tuple_pattern"}
    first = next(iter(operands(left)), None) if paired and left is not None else left
    return Asked(first, paired) if type_of(first) == "identifier" and first is not None else None


def _assigned(scope: Node) -> dict[bytes, list[int]]:
    """Where in a scope a name may be that something is assigned to."""
    found: dict[bytes, list[int]] = {}
    for match in _TARGET.finditer(scope.text or b""):
        found.setdefault(match[0], []).append(scope.start_byte + match.start())
    return found


def name_of(node: Node) -> Subject | None:
    """Name an expression by itself; None for one without a name (a literal, arithmetic…)."""
    node = _unwrapped(node)
    text = text_of(node)
    if node.type == "identifier":
        return Subject(text, text)
    if node.type == "attribute":
        name, owner = text_of(field(node, "attribute")), field(node, "object")
        if name in FAKED and owner is not None and owner.type in {"identifier", "attribute"}:
            node, name, owner = owner, last_name(owner), field(owner, "object")
        return Subject(text, name, holder_name(owner))
    if node.type == "subscript":
        return _name_of_subscript(node, text)
    if node.type == "call":
        return _name_of_call(node, text)
    key = plain_string(node)
    return None if key is None else Subject(text, key)


def _name_of_subscript(node: Node, text: str) -> Subject:
    """Name `e["code"]` by its key, `row[Column.CODE]` by its constant, `codes[0]` by its value."""
    key, base = _key(node), holder_name(field(node, "value"))
    return Subject(text, base) if key is None else Subject(text, key, base)


def _key(subscript: Node) -> str | None:
    """The key of the element that is looked up: `e["code"]`, `row[Column.CODE]`; None if none."""
    index = field(subscript, "subscript")
    key = spelled_string(index)
    if key is None and index is not None and index.type == "attribute":
        return text_of(field(index, "attribute"))
    return key


def _name_of_call(node: Node, text: str) -> Subject | None:
    """Name a call: by the key it reads (`e.get("code")`, `getattr(e, "code")`), else itself."""
    function = field(node, "function")
    name = last_name(function)
    base = holder_name(field(function, "object")) if function is not None else ""
    script = plain_string(next(iter(call_arguments(node)), None)) if name in EVALUATES else None
    result = None if script is None else _RESULT.search(script)
    if result is not None:
        return Subject(text, result[1])
    key = _key_read(node, name)
    if key is not None:
        column = name in _COLUMNS
        key = key.rpartition(".")[2]
        return Subject(text, key, "" if column else base or last_name(call_arguments(node)[0]))
    return Subject(text, name, base) if name else None


def _key_read(call: Node, name: str) -> str | None:
    """The key that a call of a function with this name reads, if it does and says it."""
    at = _KEY_AT.get(name)
    arguments = [] if at is None else call_arguments(call)
    if at is None:
        return None
    keys = (spelled_string(part) for part in arguments[at : at + 1 + (name == "get")])
    return next((key for key in keys if key is not None), None)


def _given_to(function: Node) -> Node | None:
    """The collection whose elements a lambda is called with."""
    call = parent_of(parent_of(function))
    if type_of(call) != "call" or call is None:
        return None
    called, arguments = field(call, "function"), call_arguments(call)
    if last_name(called) not in _ELEMENTWISE or arguments[0] != function:
        return None
    return arguments[1] if len(arguments) > 1 else field(called, "object")


def _own_name(node: Node) -> str:
    """The last name of an expression that is no call."""
    if node.type == "attribute":
        return text_of(field(node, "attribute"))
    if node.type == "subscript":
        return _key(node) or ""
    return text_of(node) if node.type == "identifier" else plain_string(node) or ""


def _unwrapped(node: Node) -> Node:
    """The expression that gives the value: inside parentheses, `await`, `int()`, `:=`, `or`."""
    while (inner := _inner(node)) is not None:
        node = inner
    return node


def _inner(node: Node) -> Node | None:
    if node.type == "string":
        return _formatted(node)
    if node.type == "binary_operator" and _formats(field(node, "left")):
        return field(node, "right")
    if node.type in {"parenthesized_expression", "await"}:
        return next(iter(operands(node)), None)
    if node.type == "named_expression":
        return field(node, "value")
    if node.type in _COMPREHENSIONS:
        return field(node, "body")
    if node.type == "dictionary_comprehension":
        return field(field(node, "body"), "key")
    if node.type == "boolean_operator":
        return field(node, "left" if text_of(field(node, "operator")) == "or" else "right")
    function = field(node, "function") if node.type == "call" else None
    if function is None:
        return None
    if function.type == "identifier" and text_of(function) in _CONVERSIONS:
        return next(iter(call_arguments(node)), None)
    if function.type != "attribute":
        return None
    if text_of(field(function, "attribute")) in _STRING_METHODS:
        return field(function, "object")
    filled = _formats(field(function, "object"))
    return next(iter(call_arguments(node)), None) if filled else None


_FORMATS = regex(r"(?:0x)?(?:%[disr]|%#?0?\d*[xX]|\{\d*(?::#?0?\d*[xXd])?\})")
"""Texts that a number is spelled by."""


def _formats(node: Node | None) -> bool:
    return _FORMATS.fullmatch(plain_string(node) or "") is not None


def _formatted(string: Node) -> Node | None:
    """The expression that `f"{code:#x}"` spells, and nothing else; None for any other text."""
    holes = [part for part in string.named_children if part.type == "interpolation"]
    texts = [text_of(part) for part in string.named_children if part.type == "string_content"]
    return field(holes[0], "expression") if len(holes) == 1 and texts in ([], ["0x"]) else None


def _called(call: Node) -> Node | None:
    return field(call, "function")


def _owner(node: Node) -> Node | None:
    return field(node, "object") or field(node, "value")


_CHAINS = Chains(
    calls=frozenset({"call"}),
    again=frozenset({"call"}),
    members=frozenset({"attribute", "subscript"}),
    indexed="subscript",
    plain=frozenset({"identifier", "string", "integer"}),
    unwrapped=_unwrapped,
    called=_called,
    owner=_owner,
    key=_key,
    key_read=_key_read,
    own_name=_own_name,
)
last_name = _CHAINS.last_name
holder_name = _CHAINS.holder_name
is_same_again = _CHAINS.is_same_again
