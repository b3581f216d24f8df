"""Where a name of a script is bound or given away: the patterns, assignments and functions."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from flake8_trtc.languages.javascript.grammar import plain_string
from flake8_trtc.languages.javascript.values import FUNCTIONS
from flake8_trtc.languages.tree import (
    call_arguments,
    enclosing,
    field,
    operands,
    parent_of,
    position_in,
    text_of,
    type_of,
)

IMPORTED = frozenset(
    "import_clause import_specifier namespace_import import_require_clause".split()
)
FIELDS = frozenset({"field_definition", "public_field_definition"})


def pattern_of(target: Node) -> tuple[list[str], list[Node], Node, Node]:
    """The way from a target to the node that binds it.

    The keys and positions that lead to it, from the outside in; the defaults on the way; the
    outermost pattern, and the node that has that.
    """
    path: list[str] = []
    defaults: list[Node] = []
    child, parent = target, parent_of(target)
    if child.type == "shorthand_property_identifier_pattern":
        path.append(text_of(child))
    while parent is not None:
        if parent.type in {"assignment_pattern", "object_assignment_pattern"}:
            default = field(parent, "right")
            defaults += [] if default is None else [default]
        elif parent.type == "pair_pattern":
            key = field(parent, "key")
            path.append(plain_string(key) or text_of(key))
        elif parent.type == "array_pattern":
            path.append(str(position_in(parent, child) or 0))
        elif parent.type == "rest_pattern":
            path.append("0")
        elif parent.type not in {"object_pattern", "parenthesized_expression"}:
            break
        child, parent = parent, parent_of(parent)
    whole = parent or child
    if whole.type in {"required_parameter", "optional_parameter"}:
        return path[::-1], defaults, whole, parent_of(whole) or whole
    return path[::-1], defaults, child, whole


def whole_of(name: Node) -> Node:
    return pattern_of(name)[3]


_STATEMENTS = frozenset({"import_statement", "statement_block", "program"})


def source_of(name: Node) -> str | None:
    """The module that a name is imported from; None for another name."""
    if whole_of(name).type in IMPORTED:
        return plain_string(field(enclosing(name, _STATEMENTS), "source"))
    value = field(whole_of(name), "value")
    required = type_of(value) == "call_expression" and text_of(field(value, "function"))
    if required != "require" or value is None:
        return None
    return plain_string(next(iter(call_arguments(value)), None))


def is_relative(source: str | None) -> bool:
    return source is None or source[:1] in {".", "/", "~"} or source[:2] == "@/"


def inside(value: Node, key: str) -> Node | None:
    """The value under a key, or at a position, of a literal."""
    if value.type == "object":
        pairs = (part for part in operands(value) if part.type == "pair")
        return next((field(pair, "value") for pair in pairs if _key_of(pair) == key), None)
    if value.type == "array" and key.isdigit():
        parts = operands(value)
        plain = all(part.type != "spread_element" for part in parts[: int(key) + 1])
        return parts[int(key)] if plain and int(key) < len(parts) else None
    return None


def _key_of(pair: Node) -> str:
    key = field(pair, "key")
    return plain_string(key) or text_of(key)


def assignment_of(target: Node) -> Node | None:
    """The assignment that a use of a name, or a member, is the target of."""
    _, _, child, whole = pattern_of(target)
    if whole.type == "update_expression":
        return whole
    if whole.type in {"assignment_expression", "augmented_assignment_expression"}:
        return whole if field(whole, "left") == child else None
    looped = whole.type == "for_in_statement" and field(whole, "left") == child
    return whole if looped else None


def function_at(name: Node) -> Node | None:
    """The function that a name is declared with."""
    parent = parent_of(name)
    if parent is None:
        return None
    if parent.type in FUNCTIONS:
        return parent if field(parent, "name") == name else None
    value = field(parent, "value") if parent.type == "variable_declarator" else None
    while type_of(value) == "call_expression" and value is not None:
        value = next(iter(call_arguments(value)), None)  # useCallback(() => …)
    return value if value is not None and value.type in FUNCTIONS else None


def name_of_function(function: Node) -> Node | None:
    """The name that a function is used by; None for one that is used where it is written."""
    if function.type.endswith("_declaration"):
        return field(function, "name")
    holder = parent_of(function)
    if type_of(holder) != "variable_declarator" or holder is None:
        return None
    name = field(holder, "name")
    return name if type_of(name) == "identifier" else None


def own_name(function: Node) -> str:
    """The name of a function."""
    holder = parent_of(function)
    named = field(function, "name") or field(holder, "name") or field(holder, "key")
    if type_of(holder) == "assignment_expression":
        named = field(field(holder, "left"), "property")
    return text_of(named)


def with_this(function: Node) -> Node:
    """The call `f.bind(this)` around a function that is given away so, else the function."""
    access = parent_of(function)
    call = parent_of(access)
    bound = type_of(access) == "member_expression" and text_of(field(access, "property")) == "bind"
    called = bound and type_of(call) == "call_expression" and field(call, "function") == access
    return call if called and call is not None and len(call_arguments(call)) == 1 else function


def is_handler(place: Node) -> bool:
    """True if a function is assigned to a member: `socket.onclose = handle`."""
    holder = parent_of(place)
    assigned = type_of(holder) == "assignment_expression" and field(holder, "right") == place
    return assigned and type_of(field(holder, "left")) == "member_expression"


def setter_of(call: Node) -> Node | None:
    """The setter of a state: `const [code, setCode] = useState(0)`."""
    pattern = field(parent_of(call), "name")
    parts = operands(pattern) if pattern is not None else []
    return parts[1] if len(parts) > 1 and parts[1].type == "identifier" else None


def own_nodes(around: Node | None, *, tries: bool = True) -> Iterator[Node]:
    """The nodes that run with a block: those of functions in it are left out.

    tries: those that are tried in it, too.
    """
    pending = [around] if around is not None else []
    while pending:
        node = pending.pop()
        yield node
        for child in reversed(node.named_children):
            caught = child.type == "try_statement" and field(child, "handler") is not None
            if child.type not in FUNCTIONS and (tries or not caught):
                pending.append(child)


def access_at(mention: Node) -> Node | None:
    """The reading of a member of `this` that a mention of its name is in."""
    access = parent_of(mention)
    return access if type_of(field(access, "object")) == "this" else None


def method_at(mention: Node) -> Node | None:
    """The method that a mention of its name names: also `name: () => …`, `name = () => …`."""
    method = parent_of(mention)
    if type_of(method) in {"pair", *FIELDS}:
        method = field(method, "value")
    return method if method is not None and method.type in FUNCTIONS else None
