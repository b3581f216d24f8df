"""The place of a JavaScript literal among the arguments of a call."""

from __future__ import annotations

import re

from tree_sitter import Node

from flake8_trtc._lean import regex
from flake8_trtc.languages.context import Context, Placement
from flake8_trtc.languages.javascript import calls
from flake8_trtc.languages.javascript.grammar import plain_string
from flake8_trtc.languages.javascript.linked import Links, called
from flake8_trtc.languages.javascript.signatures import parameter_given
from flake8_trtc.languages.javascript.subjects import last_name
from flake8_trtc.languages.javascript.tested import asserted, called_back
from flake8_trtc.languages.javascript.unwrapped import unwrapped
from flake8_trtc.languages.names import (
    ERROR_CLASSES,
    Likeness,
    given_to_setter,
    says_code,
    table_likeness,
    tells_of_errors,
    words,
)
from flake8_trtc.languages.parameters import placed
from flake8_trtc.languages.tree import (
    call_arguments,
    enclosing,
    field,
    kept,
    operands,
    outermost,
    parent_of,
    position_in,
    resolved,
    text_of,
    type_of,
)
from flake8_trtc.model import Place, Subject

_OPTION = regex(r"(?:.*--)?-*([\w-]+)")
_BINDING = frozenset(
    "variable_declarator assignment_expression augmented_assignment_expression pair "
    "field_definition public_field_definition return_statement arrow_function assignment_pattern "
    "required_parameter optional_parameter as_expression satisfies_expression array spread_element "
    "parenthesized_expression ternary_expression binary_expression await_expression "
    "export_statement new_expression object_assignment_pattern for_in_statement jsx_expression "
    "member_expression".split()
)
"""Nodes that may bind, or ask, the result of a call."""


def argument(context: Context, parent: Node) -> Placement | Context | None:
    """Place an argument: of a comparison in disguise, a table, a search, a fake, an error."""
    call = parent_of(parent)
    function = called(call)
    at = position_in(parent, context.child)
    if call is None or function is None or at is None:
        return None
    name = last_name(function)
    answer = called_back(context, call, name) or asserted(context, call, name, at)
    if answer is not None:
        return answer
    if at in calls.CARRYING.get(name, ()):
        return context
    receiver = field(function, "object")
    if name in calls.QUERIES and at:
        return _queried(context, call_arguments(call), at)
    if receiver is not None and name in calls.GIVEN_BACK:
        return _faked(context, call, receiver)
    if context.table is not None:
        return _collection(context, call, name, at)
    return _given(context, receiver, name, operands(parent), at) or _error(context, function, at)


def _queried(context: Context, arguments: list[Node], at: int) -> Placement | None:
    """`where("code", 16388)`, `where("code", "=", 16388)`, `whereIn("code", [16388])`."""
    column, *operators = map(plain_string, arguments[:at])
    if not column or any(operator not in {"=", "!=", "<>", "is", "in"} for operator in operators):
        return None
    name = column.rpartition(".")[2]
    place = Place.COMPARISON if context.table is None else Place.MEMBERSHIP
    return context.held(place, Subject(column, name))


def _faked(context: Context, call: Node, receiver: Node) -> Placement | Context:
    """The result of `err.getCode.mockReturnValue(16388)`: a value of what is faked.

    Of a fake without a name what it is bound to says it: the whole call goes on.
    """
    faked = resolved(unwrapped(receiver), _FAKED, _fake_of)
    if faked is None:
        return context._replace(child=_GIVING.whole(call))
    if faked.type == "call_expression" and last_name(called(faked)) in calls.FAKE_OF:
        faked = next(iter(call_arguments(faked)), faked)
    return context.held(Place.VALUE, context.names.of(faked))


_FAKED: dict[Node, Node | None] = kept()
_GIVING = Links(calls.GIVEN_BACK | calls.FAKES)


def _fake_of(node: Node) -> tuple[Node | None, Node | None]:
    """The function faked by a chain of calls, or the rest of it; None for a fake without a name."""
    function = called(node) if node.type == "call_expression" else None
    name, arguments = last_name(function), call_arguments(node)
    at = calls.KEY_READ.get(name)
    keyed = at is not None and len(arguments) > at and plain_string(arguments[at]) is not None
    if node.type == "member_expression" and text_of(field(node, "property")) == "and":
        return field(node, "object"), None  # Jasmine's
    if function is None or keyed or name in calls.FAKE_OF:
        return None, node
    if name in calls.ANONYMOUS:
        return None, None
    owner = field(function, "object")
    if owner is None or name not in calls.FAKES | calls.GIVEN_BACK:
        return None, node
    return unwrapped(owner), None


def _collection(context: Context, call: Node, name: str, at: int) -> Placement | Context | None:
    """A collection that is given to a call."""
    arguments, receiver = call_arguments(call), field(called(call), "object")
    if at < 2 <= len(arguments) and name in calls.ASKED and _is_static(call):
        return context.held(Place.MEMBERSHIP, context.names.of(arguments[1 - at]))
    if name in {"assign", "merge", "extend"} and type_of(parent_of(call)) == "expression_statement":
        return context.held(Place.ELEMENT, context.names.of(arguments[0]))
    if at in calls.COLLECTIONS.get(name, ()):
        keyed = name in calls.KEYED and context.item == 0
        context = context._replace(key=True) if keyed else context
        return context._replace(item=0) if name == "entries" and context.key else context
    if receiver is not None and name in calls.TAKING:
        return joined(context, call, receiver)
    function = called(call)
    own = None if function is None else _own(context, function, name, at)
    if own is not None:
        return own
    if table_likeness(name) is Likeness.NEUTRAL and type_of(parent_of(call)) in _BINDING:
        return context
    return context.held(Place.ELEMENT, Subject(name, name)) if name else None


def _own(context: Context, function: Node, name: str, at: int) -> Placement | None:
    """What a function of the script's own is given, by the parameter's name."""
    arguments = call_arguments(parent_of(function) or function)
    parameter = parameter_given(function, name, arguments, at)
    return None if parameter is None else placed(context, name, parameter)


_TAKING = Links(calls.TAKING)


def joined(context: Context, call: Node, other: Node) -> Placement | Context:
    """A collection that is joined with another one, whose name may say what both are of."""
    subject, whole = context.names.of(_TAKING.base(other)), _TAKING.whole(call)
    named = Likeness.NEUTRAL if subject is None else table_likeness(subject.name)
    if named is Likeness.NEUTRAL and type_of(parent_of(whole)) in _BINDING:
        return context._replace(child=whole)
    return context.held(Place.ELEMENT, subject)


def _is_static(call: Node) -> bool:
    """True if a function is one of a library's, not a method of a collection: `_.has`, `R.has`."""
    owner = text_of(field(called(call), "object"))
    return owner in calls.LIBRARIES or owner.endswith("hasOwnProperty")


def _given(
    context: Context, receiver: Node | None, name: str, arguments: list[Node], at: int
) -> Placement | Context | None:
    """A number that is given to a method of a collection, or said to be something's."""
    named = named_by(name, arguments, at)
    if named is not None:
        return context.held(Place.VALUE, named)
    call = parent_of(parent_of(context.child))
    if call is not None and at < 2 <= len(arguments) and name in calls.ASKED and _is_static(call):
        return context.held(Place.LOOKUP, context.names.asked(arguments[1 - at], keys=False))
    if name == "get" and at == 2 and (key := plain_string(arguments[1])) is not None:
        return context.held(Place.VALUE, Subject(key, key.rpartition(".")[2]))  # a default
    if receiver is None:
        return None
    if name == "concat":
        return joined(context, call, receiver) if call is not None else None
    if name in calls.LOOKUPS and (at == 0 or name in {"push", "unshift"}):
        filled = _FILLING.base(receiver)
        if filled.type == "new_expression" and name in {"add", "set"}:
            return None if call is None else _filled(context, _FILLING.whole(call))
        keys = name not in calls.LISTING
        return context.held(Place.LOOKUP, context.names.asked(filled, keys=keys))
    if name in calls.LISTED and at == 0:
        return context.held(Place.MEMBERSHIP, context.names.of(receiver))
    return None


_FILLING = Links(frozenset({"add", "set", "push"}))


def _filled(context: Context, whole: Node) -> Placement | None:
    """`new Set().add(16388).add(4099)`: of what the whole chain is bound to."""
    holder = parent_of(whole)
    target = field(holder, "name") or field(holder, "left") or field(holder, "property")
    return None if target is None else context.held(Place.LOOKUP, context.names.bound(target))


def named_by(name: str, arguments: list[Node], at: int | None) -> Subject | None:
    """The name that a call gives a value: `setItem("code", 16388)`, `option("--code", { … })`."""
    key_at = calls.NAMED.get(name)
    if key_at is None or at is None or at <= key_at:
        return None
    declared = name in calls.DECLARED
    key = plain_string(arguments[key_at if declared else at - 1])
    if not key:
        return None
    option = _OPTION.match(key) if key.startswith("-") else None
    parts = (option[1] if option is not None else key.removeprefix("data-")).split(".")
    return Subject(key, parts[-1], parts[-2] if len(parts) > 1 else "")


def _error(context: Context, function: Node, at: int) -> Placement | None:
    """The code given to an error class, or to a function such as `showError`.

    What a class of the script's own is given has the name of its constructor's parameter.
    """
    name = last_name(function)
    if function.type == "super":
        name = _base(enclosing(function, _CLASS) or function)
    if at == 0 and says_code(given_to_setter(name)):
        return context.held(Place.VALUE, Subject(name, given_to_setter(name)))
    given = _own(context, function, name, at)
    if given is not None:
        return given
    if not name[:1].isupper():
        told = tells_of_errors(name)
        return context.held(Place.ARGUMENT, Subject(name, name)) if told else None
    own = _lineage(function, name) if function.type in {"identifier", "super"} else []
    thrown = type_of(parent_of(parent_of(function))) == "throw_statement"
    if not own and (name in _BUILT_IN or not (thrown or _is_error_name(name))):
        return None
    if own and not (thrown or any(map(_is_error, own))):
        return None
    parameters = (_parameter(declared, at) for declared in own if _constructor(declared))
    parameter = next(parameters, None)
    if parameter is not None:
        return context.held(Place.VALUE, Subject(parameter, parameter))
    return context.held(Place.ARGUMENT, Subject(name, name))


_BUILT_IN = frozenset(
    "Error TypeError RangeError SyntaxError ReferenceError EvalError URIError AggregateError "
    "DOMException".split()
)
_CLASS = frozenset({"class_declaration", "abstract_class_declaration", "class"})
_CLASSES: dict[Node, dict[str, Node]] = kept()


def _own_classes(node: Node) -> dict[str, Node]:
    """The classes that the script of a node declares, by their names."""
    root = outermost(node)
    if root not in _CLASSES:
        found: dict[str, Node] = {}
        pending = [root]
        while pending:
            here = pending.pop()
            if here.type in _CLASS:
                found.setdefault(text_of(field(here, "name")), here)
            pending += here.named_children
        _CLASSES[root] = found
    return _CLASSES[root]


_MOST_BASES = 8
"""How many classes upwards one is followed."""


def _lineage(node: Node, name: str) -> list[Node]:
    """A class of the script and those of it that it is derived from."""
    classes, found = _own_classes(node), list[Node]()
    declared = classes.get(name)
    while declared is not None and len(found) < _MOST_BASES:
        found.append(declared)
        declared = classes.get(_base(declared))
    return found


def _base(declared: Node) -> str:
    """The last name of what a class extends."""
    heritage = [child for child in declared.children if child.type == "class_heritage"]
    extended = "".join(map(text_of, heritage)).removeprefix("extends")
    return re.split(r"[<{]|\bimplements\b", extended)[0].strip().rpartition(".")[2]


def _is_error_name(name: str) -> bool:
    return not ERROR_CLASSES.isdisjoint(words(name)[-1:])


def _is_error(declared: Node) -> bool:
    """True if a class is an error's: by its name, or by what it extends."""
    return _is_error_name(text_of(field(declared, "name"))) or _is_error_name(_base(declared))


def _constructor(declared: Node) -> Node | None:
    body = field(declared, "body")
    members = operands(body) if body is not None else []
    return next((part for part in members if text_of(field(part, "name")) == "constructor"), None)


def _parameter(declared: Node, at: int) -> str | None:
    """The name of a constructor's parameter by its position; None where it has none there."""
    parameters = field(_constructor(declared), "parameters")
    given = operands(parameters) if parameters is not None else []
    if at >= len(given):
        return None
    target = field(given[at], "pattern") or field(given[at], "left") or given[at]
    return text_of(target) if target.type == "identifier" else None
