"""The place of a Python literal among the arguments of a call."""

from __future__ import annotations

import builtins

from tree_sitter import Node

from flake8_trtc.languages.context import Context, Placement
from flake8_trtc.languages.names import (
    ERROR_CLASSES,
    Likeness,
    given_to_setter,
    likeness,
    says_code,
    table_likeness,
    tells_of_errors,
    words,
)
from flake8_trtc.languages.parameters import placed
from flake8_trtc.languages.python import calls
from flake8_trtc.languages.python.grammar import plain_string
from flake8_trtc.languages.python.signatures import (
    is_error_class,
    parameter_at,
    parameter_given,
)
from flake8_trtc.languages.python.subjects import last_name
from flake8_trtc.languages.python.tested import asserted, decorated, parametrized
from flake8_trtc.languages.tree import (
    call_arguments,
    enclosing,
    field,
    operands,
    outermost,
    parent_of,
    position_in,
    text_of,
    type_of,
)
from flake8_trtc.messages import refusals
from flake8_trtc.model import Place, Subject

_BINDING = frozenset(
    "assignment named_expression keyword_argument default_parameter typed_default_parameter pair "
    "return_statement type conditional_expression boolean_operator parenthesized_expression lambda "
    "tuple list set dictionary_splat list_splat binary_operator comparison_operator for_statement "
    "for_in_clause".split()
)
"""Nodes that may bind, or compare, the result of a call."""


def argument(context: Context, parent: Node) -> Placement | Context | None:
    """Place an argument: of a comparison in disguise, a table, a default, an error class."""
    call = parent_of(parent)
    function = field(call, "function") if call is not None else None
    arguments = operands(parent)
    at = position_in(parent, context.child)
    if call is None or function is None or at is None:
        return None
    name = last_name(function)
    if context.child.type == "keyword_argument":
        return _carried(context, call, name)
    for ask in (decorated, parametrized, asserted):
        answer = ask(context, call, name, at)
        if answer is not None:
            return answer
    if name in calls.SEARCHES and field(function, "object") is not None:
        given = at == 1 and context.table is not None  # np.isin(codes, [16388])
        column = arguments[0] if given else field(function, "object")
        return context.held(Place.MEMBERSHIP, context.names.of(column))
    if context.table is not None:
        return _collection(context, call, name, at)
    return _given(context, function, name, arguments, at) or _error(
        context, function, name, arguments, at
    )


def _carried(context: Context, call: Node, name: str) -> Placement | Context:
    """A keyword such as `default=`: of what the call says that it declares, or is bound to."""
    keyword = text_of(field(context.child, "name"))
    answer = decorated(context, call, name, None) or parametrized(context, call, name, keyword)
    if answer is not None:
        return answer
    subject = named_by(call, name)
    if subject is not None:
        inferred = name in calls.INFERRING and keyword == "default" and not _is_typed(call)
        obstacle = refusals.INFERRED() if inferred else None
        return context.held(Place.VALUE, subject)._replace(obstacle=obstacle)
    if is_bound(call) or name in calls.SUBJECTS:
        return context
    return context.held(Place.VALUE, Subject(keyword, keyword))


def _is_typed(call: Node) -> bool:
    """True if an option says its type, and its help does not show the default."""
    names = {text_of(field(part, "name")) for part in call_arguments(call)}
    return bool({"type", "cast"} & names) and "show_default" not in names


def named_by(call: Node, name: str) -> Subject | None:
    """The name that a call declares or fakes: `add_argument("--code")`, `patch("a.code")`."""
    if name not in calls.NAMED:
        return None
    at, arguments = calls.NAMED[name], call_arguments(call)
    if at is not None:
        texts = [plain_string(part) for part in (*arguments[:1], *arguments[at : at + 1])]
        text = next(filter(None, texts), None)
        return None if text is None else dotted(text.lower() if text.isupper() else text)
    given = [
        plain_string(field(part, "value"))
        for part in arguments
        if part.type == "keyword_argument" and text_of(field(part, "name")) == "dest"
    ]
    options = [*filter(None, given)] or [*filter(None, map(plain_string, arguments))]
    option = max(options, key=len, default="").lstrip("-").partition("/")[0]
    return Subject(option, option) if option else None


def dotted(text: str) -> Subject:
    """The subject that a path of names says: `app.err.get_code`."""
    parts = [part for part in text.split(".") if part not in {"return_value", "side_effect"}]
    return Subject(text, parts[-1] if parts else "", parts[-2] if len(parts) > 1 else "")


def is_bound(call: Node) -> bool:
    """True if what a call gives is bound to a name, or compared."""
    parent = parent_of(call)
    if type_of(parent) == "argument_list":
        around = parent_of(parent)
        outer = last_name(field(around, "function"))
        return outer in calls.COLLECTIONS or outer in calls.CARRYING or outer in calls.NAMED
    return type_of(parent) in _BINDING


def _collection(context: Context, call: Node, name: str, at: int) -> Placement | Context | None:
    """A collection that is given to a call."""
    function = field(call, "function")
    receiver = field(function, "object")
    if at in calls.COLLECTIONS.get(name, ()) or at in calls.CARRYING.get(name, ()):
        if name in calls.ROWS:
            context = context._replace(item=at)
        elif name in calls.SHIFTED:
            context = context._replace(item=calls.SHIFTED[name])
        pairs = name in {"dict", "OrderedDict"} and context.item == 0 and not context.key
        return context._replace(key=True) if pairs and context.table is not None else context
    if receiver is not None and name in calls.TAKING:
        return context.held(Place.ELEMENT, context.names.of(receiver))
    if name in calls.METHODS and type_of(context.table) == "tuple" and receiver is not None:
        return _given(context._replace(table=None), function, name, call_arguments(call), at)
    own = None if function is None else _own(context, function, name, call_arguments(call), at)
    if own is not None:
        return own
    if table_likeness(name) is Likeness.NEUTRAL and is_bound(call):
        return context
    return context.held(Place.ELEMENT, Subject(name, name)) if name else None


def _own(
    context: Context, function: Node, name: str, arguments: list[Node], at: int
) -> Placement | None:
    """What a function of the module's own is given, by the parameter's name."""
    parameter = parameter_given(function, arguments, at)
    return None if parameter is None else placed(context, name, parameter)


def _given(
    context: Context, function: Node | None, name: str, arguments: list[Node], at: int
) -> Placement | Context | None:
    """A number that is given to a method of a collection, or said to be something's."""
    receiver = field(function, "object")
    if receiver is not None and calls.METHODS.get(name) == at:
        keys = name not in calls.LISTING
        return context.held(Place.LOOKUP, context.names.asked(receiver, keys=keys))
    compared = _compared(receiver, name, at, arguments)
    if compared is not None:
        return context.held(Place.COMPARISON, context.names.of(compared))
    if calls.KEYED.get(name) == at - 1 and (key := plain_string(arguments[at - 1])) is not None:
        return context.held(Place.VALUE, dotted(key)._replace(base=last_name(receiver)))
    if calls.NAMED.get(name) is not None and (key := plain_string(arguments[at - 1])) is not None:
        return context.held(Place.VALUE, dotted(key)) if at else None
    if at in calls.CARRYING.get(name, ()):
        return context
    if receiver is not None and name in calls.GIVEN_BACK:
        return context.held(Place.VALUE, context.names.of(receiver))
    return None


_COMPARES = frozenset({"eq", "ne", "__eq__", "__ne__"})


def _compared(receiver: Node | None, name: str, at: int, arguments: list[Node]) -> Node | None:
    """The other side of `column.eq(16388)` and `operator.eq(code, 16388)`, if any."""
    functions = {"equal", "not_equal"} if len(arguments) == 2 else set()
    if name not in _COMPARES | functions or at > 1:
        return None
    if len(arguments) == 2:
        return arguments[1 - at]
    return receiver if len(arguments) == 1 else None


def _error(
    context: Context, function: Node, name: str, arguments: list[Node], at: int
) -> Placement | None:
    """The code given to an error class, `RtcError(16388)`, or to a function such as `show_error`.

    So is what `super().__init__(16388)` gives to one.
    """
    if name in calls.CALLED_WITH:
        name = last_name(field(function, "object"))
    inherited = name == "__init__"
    if inherited:
        around = enclosing(function, frozenset({"class_definition"}))
        name = text_of(field(around, "name")) if around is not None else ""
    if at == 0 and says_code(given_to_setter(name)):
        return context.held(Place.VALUE, Subject(name, given_to_setter(name)))
    own = _own(context, function, name, arguments, at)
    if own is not None:
        return own
    if not name[:1].isupper():
        given = tells_of_errors(name)
        return context.held(Place.ARGUMENT, Subject(name, name)) if given else None
    if name in _BUILT_IN or not _is_error(function, name):
        return None
    parameter = parameter_at(outermost(function), name, at, inherited=inherited)
    named = None if parameter is None else Subject(parameter, parameter)
    if named is not None and likeness(named) is not Likeness.NEUTRAL:
        return context.held(Place.VALUE, named)
    code = _is_code_at(arguments, at)
    return context.held(Place.ARGUMENT, Subject(name, name)) if code else None


def _is_error(function: Node, name: str) -> bool:
    """True if a class that is called is an error's: by its name, its bases, or as it is raised."""
    said, raised = words(name), type_of(parent_of(parent_of(function))) == "raise_statement"
    named = bool(said) and said[-1] in {*ERROR_CLASSES, "code"} and not _gives_code(said)
    return named or raised or is_error_class(outermost(function), name)


_BUILT_IN = frozenset(name for name in dir(builtins) if name[:1].isupper())


def _gives_code(said: tuple[str, ...]) -> bool:
    """True if a class that is called a code is another's: `QRCode`."""
    return said[-1] == "code" and not {"error", "err", "trtc", "rtc"}.intersection(said)


def _is_code_at(arguments: list[Node], at: int) -> bool:
    """True if an argument may be the code of an error: the first, or the one behind a text."""
    before = arguments[:at]
    return all(argument.type in {"string", "concatenated_string"} for argument in before)
