"""The steps from a JavaScript literal to its place, one a node type."""

from __future__ import annotations

from tree_sitter import Node

from flake8_trtc.languages.context import (
    Context,
    Placement,
    Step,
    collection,
    held_under,
    lookup,
    search,
    through,
    value_of_constant,
)
from flake8_trtc.languages.javascript import calls, comparisons
from flake8_trtc.languages.javascript.arguments import argument, joined
from flake8_trtc.languages.javascript.grammar import plain_string
from flake8_trtc.languages.javascript.linked import called
from flake8_trtc.languages.javascript.subjects import last_name
from flake8_trtc.languages.javascript.targets import FIELDS
from flake8_trtc.languages.javascript.tested import by_parameter
from flake8_trtc.languages.javascript.values import FUNCTIONS
from flake8_trtc.languages.names import Likeness, table_likeness
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
from flake8_trtc.model import Place, Subject

_NAMED_FUNCTIONS = frozenset({"function_declaration", "method_definition", "function_expression"})
_RELATED = frozenset(
    "isDisjointFrom isSubsetOf isSupersetOf intersection difference symmetricDifference".split()
)
_SEARCHES = frozenset({"includes", "indexOf", "lastIndexOf", "has", "get", "some", "find"})


def _pair(context: Context, parent: Node) -> Placement | Context | None:
    key = field(parent, "key")
    if context.child == key:
        return context.as_key(parent)
    if key is None:
        return context
    computed = next(iter(operands(key)), None) if key.type == "computed_property_name" else None
    name = plain_string(key) or last_name(computed if computed is not None else key)
    if value_of_constant(computed) is not None:
        name = ""  # as under the number
    relation = text_of(computed) if computed is not None else name
    if relation in calls.RELATIONS and _relates(parent, relation):
        return _related(context, relation)
    if not name or context.table is not None:
        named = Subject(name, name)
        asked = context.names.table(key, named, keys=context.key) if name else named
        return _nested(context, name) if asked == named else context.held(Place.ELEMENT, asked)
    name, _, before = name.rpartition(".")[::-1]
    base = before.rpartition(".")[2] or held_under(parent, name, _text_of_key) or _declared(parent)
    subject = Subject(name, name, base)
    return context.held(Place.VALUE, context.names.given(subject, parent))


def _text_of_key(pair: Node) -> str:
    return plain_string(field(pair, "key")) or last_name(field(pair, "key"))


_HOLDERS = FIELDS | {"variable_declarator"}
_NEAR = _HOLDERS | frozenset(
    "statement_block arrow_function function_expression call_expression new_expression".split()
)


def _declared(pair: Node) -> str:
    """The name of the constant, or the class's field, that an object is the value of.

    pair: one of the object's.
    """
    around = enclosing(pair, _NEAR)
    while around is not None and last_name(called(around)) in {"freeze", "reactive", "seal"}:
        around = enclosing(around, _NEAR)
    named = field(around, "name") or field(around, "property")
    return last_name(named) if type_of(around) in _HOLDERS else ""


def _relates(pair: Node, key: str) -> bool:
    """True if a key only says how a value relates to the key, or the call, around it."""
    holder = parent_of(parent_of(pair))
    if type_of(holder) == "arguments":
        return last_name(called(parent_of(holder))) in calls.DECLARED
    return key.startswith("$") or type_of(holder) == "pair"


def _related(context: Context, key: str) -> Placement | Context:
    """The value of a relation; in an expression, `{ $eq: ["$code", 16388] }`, of its field."""
    for part in operands(context.child)[:2] if context.item is not None else ():
        text = plain_string(part) or ""
        if text.startswith("$"):
            name = text.lstrip("$").rpartition(".")[2]
            inner = context.child == context.table
            place = Place.COMPARISON if inner else Place.MEMBERSHIP
            table = None if inner else context.table
            return context._replace(table=table).held(place, Subject(name, name))
    return context._replace(closed=context.closed + 1, relation=calls.RELATIONS[key])


_DEEPEST = 16
"""How many keys without a meaning are gone past, for each collection anew."""


def _nested(context: Context, key: str) -> Placement | Context | None:
    """A collection under a key: of codes where that says so, else what is said further out."""
    named = table_likeness(key) if key else Likeness.NEUTRAL
    if named is Likeness.CODE or (named is Likeness.OTHER and not context.key):
        return context.held(Place.ELEMENT, Subject(key, key))
    return context._replace(closed=context.closed + 1) if context.closed < _DEEPEST else None


def _key_of(context: Context, parent: Node) -> Placement | Context | None:
    """A method named by a number, `16388() {}`, or one that an object is taken apart by."""
    key = field(parent, "name") or field(parent, "key")
    if context.child != key:
        return None
    return context.as_key(parent) if parent.type == "method_definition" else _taken(context, parent)


def _taken(context: Context, pair: Node) -> Placement | None:
    """`const { 16388: text } = ERRORS` looks a code up."""
    pattern = parent_of(pair)
    holder = parent_of(pattern)
    value = field(holder, "value") or field(holder, "right")
    if value is None or value == pattern or pattern is None:
        return None
    return context.held(Place.LOOKUP, context.names.asked(value))


def _bound(name: str, value: str) -> Step:
    """The step of a node that binds the name in one field to the value in another."""

    def step(context: Context, parent: Node) -> Placement | None:
        target = field(parent, name)
        if field(parent, value) != context.child or target is None:
            return None
        if target.type == "array_pattern":
            return _unpacked(context, target)
        if target.type == "object_pattern":
            return None
        subject = context.names.bound(target)
        if subject is not None and context.child.type == "call_expression":
            subject = subject._replace(name=subject.name.removesuffix("Ref"))
        if context.table is not None:
            subject = context.names.table(target, subject, keys=context.key)
        return context.held(Place.VALUE, subject)

    return step


def _default(context: Context, parent: Node) -> Placement | Context | None:
    """`const { code: n = 16388 } = error`, of the key; else of the name."""
    pair = parent_of(parent)
    if type_of(pair) != "pair_pattern" or field(parent, "right") != context.child:
        return _bound("left", "right")(context, parent)
    name = plain_string(field(pair, "key")) or text_of(field(pair, "key"))
    return context.held(Place.VALUE, Subject(name, name))


def _enumerated(context: Context, parent: Node) -> Placement | None:
    """A member of an enum, which may be a table of codes by the enum's name."""
    name, around = (
        text_of(field(parent, "name")),
        enclosing(parent, frozenset({"enum_declaration"})),
    )
    if field(parent, "value") != context.child or not name:
        return None
    return context.held(Place.VALUE, Subject(name, name, text_of(field(around, "name"))))


def _unpacked(context: Context, pattern: Node) -> Placement | None:
    """`const [code, setCode] = useState(16388)`, `const [kind, code] = ["join", 16388]`."""
    item, parts = context.item, operands(pattern)
    child = context.child
    if child.type == "array" and context.table == child:
        context = context._replace(table=None)
    elif type_of(child) == "call_expression" and last_name(called(child)) in calls.STATES:
        item = 0
    else:
        return None
    if item is None or item >= len(parts):
        return None
    return context.held(Place.VALUE, context.names.bound(parts[item]))


def _augmented(context: Context, parent: Node) -> Placement | Context | None:
    """`code ??= 16388`; `code += 16388` is arithmetic."""
    if text_of(field(parent, "operator")) not in {"??=", "||=", "&&="}:
        return None
    return _bound("left", "right")(context, parent)


def _sequence(context: Context, parent: Node) -> Context | None:
    return context if operands(parent)[-1] == context.child else None


def _return(context: Context, parent: Node) -> Placement | Context | None:
    function = enclosing(parent, _NAMED_FUNCTIONS | {"arrow_function"})
    return None if function is None else _given_back(context, function)


def _arrow(context: Context, parent: Node) -> Placement | Context | None:
    return _given_back(context, parent) if field(parent, "body") == context.child else None


def _is_method(function: Node) -> bool:
    """True if a function is a method of an object that is under a key: `code: { default() {} }`."""
    holder = parent_of(function)
    return type_of(holder) == "object" and type_of(parent_of(holder)) == "pair"


def _given_back(context: Context, function: Node) -> Placement | Context:
    """The result of a function has its name, or that of the call that it is given to."""
    name = last_name(field(function, "name"))
    if name in calls.RELATIONS and _is_method(function):
        return context._replace(child=function, closed=context.closed + 1)
    if name:
        return context.held(Place.VALUE, Subject(name, name))
    return context._replace(child=function)


def _loop(context: Context, parent: Node) -> Placement | None:
    """`for (const code of [16388, 16451])`."""
    left = field(parent, "left")
    if context.table is None or field(parent, "right") != context.child or left is None:
        return None
    if left.type == "array_pattern":
        parts = operands(left)
        if context.item is None or context.item >= len(parts):
            return None
        left = parts[context.item]
    return context.held(Place.ELEMENT, context.names.bound(left))


def _exported(context: Context, parent: Node) -> Placement | None:
    """`export default { … }`, a table without a name."""
    exported = context.table is not None and field(parent, "value") == context.child
    return context.held(Place.ELEMENT, None) if exported else None


_search = search("call_expression", "property", _SEARCHES, _RELATED, chained=True)


def _member(context: Context, parent: Node) -> Placement | Context | None:
    """A method of a collection: it searches it, goes through it, or gives it back."""
    name, call = text_of(field(parent, "property")), parent_of(parent)
    if context.table is None or type_of(call) != "call_expression" or call is None:
        return None
    arguments = call_arguments(call)
    if name in calls.ELEMENTWISE and arguments and arguments[0].type in FUNCTIONS:
        return by_parameter(context, arguments[0], int(name == "reduce"))
    if name in {"keys", "values", "slice", "sort", "reverse", "flat", "add", "set"}:
        return context
    if name == "concat" and arguments:
        return joined(context, call, arguments[0])
    if name == "hasOwnProperty" and arguments:
        return context.held(Place.MEMBERSHIP, context.names.of(arguments[0]))
    return _search(context, parent)


def _in_template(context: Context, parent: Node) -> Placement | None:
    """A hole in the table of `each`, whose first line names its columns."""
    template = parent_of(parent)
    call = parent_of(template)
    if template is None or last_name(called(call)) != "each":
        return None
    at = position_in(template, parent)
    names = [name.strip() for name in text_of(operands(template)[0]).split("|")]
    if at is None or type_of(operands(template)[0]) != "string_fragment":
        return None
    name = names[(at - 1) // 2 % len(names)]
    return context.held(Place.VALUE, Subject(name, name))


def _attribute(context: Context, parent: Node) -> Placement | None:
    """A JSX attribute: `<Failure code={16388} />`."""
    parts = operands(parent)
    name = text_of(parts[0]).removeprefix("data-")
    return context.held(Place.VALUE, Subject(name, name)) if parts[-1] == context.child else None


def _decorator(context: Context, parent: Node) -> Placement | None:
    """`@Prop({ default: 16388 }) code`: of the field that it is before."""
    holder = parent_of(parent)
    if type_of(holder) == "class_body":
        holder = parent.next_named_sibling
        while holder is not None and holder.type == "decorator":
            holder = holder.next_named_sibling
    name = last_name(field(holder, "name") or field(holder, "property"))
    return context.held(Place.VALUE, Subject(name, name)) if name else None


STEPS: dict[str, Step] = {
    "decorator": _decorator,
    "parenthesized_expression": through,
    "as_expression": through,
    "satisfies_expression": through,
    "non_null_expression": through,
    "type_assertion": through,
    "call_expression": through,
    "new_expression": through,
    "jsx_expression": through,
    "await_expression": through,
    "sequence_expression": _sequence,
    "method_definition": _key_of,
    "pair_pattern": _key_of,
    "template_substitution": _in_template,
    "for_in_statement": _loop,
    "export_statement": _exported,
    "augmented_assignment_expression": _augmented,
    "spread_element": through,
    "binary_expression": comparisons.binary,
    "ternary_expression": comparisons.ternary,
    "switch_case": comparisons.case,
    "array": collection,
    "object": collection,
    "pair": _pair,
    "computed_property_name": through,
    "variable_declarator": _bound("name", "value"),
    "assignment_expression": _bound("left", "right"),
    "assignment_pattern": _default,
    "object_assignment_pattern": _bound("left", "right"),
    "field_definition": _bound("property", "value"),
    "public_field_definition": _bound("name", "value"),
    "required_parameter": _bound("pattern", "value"),
    "optional_parameter": _bound("pattern", "value"),
    "enum_assignment": _enumerated,
    "return_statement": _return,
    "arrow_function": _arrow,
    "subscript_expression": lookup("object", "index"),
    "member_expression": _member,
    "jsx_attribute": _attribute,
    "arguments": argument,
}
