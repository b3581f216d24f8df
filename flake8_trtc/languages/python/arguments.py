"""What a literal does among the arguments of a call."""

from __future__ import annotations

import builtins
import re

from tree_sitter import Node

from flake8_trtc.languages.context import Context, Placement
from flake8_trtc.languages.names import tells_of_errors, words
from flake8_trtc.languages.python.grammar import plain_string
from flake8_trtc.languages.python.subjects import last_name
from flake8_trtc.languages.tree import enclosing, field, operands, parent_of, position_in, text_of
from flake8_trtc.model import Place, Subject

_COLLECTIONS = frozenset(
    "set frozenset tuple list dict sorted deque OrderedDict Counter MappingProxyType "
    "defaultdict array".split()
)
_ASSERTS_EQUAL = re.compile(r"assert_?(?:not_?|almost_?)?equals?|assertIs(?:Not)?", re.IGNORECASE)
_SEARCHES = frozenset({"in_", "not_in", "notin_", "isin", "is_in", "any_", "__contains__"})
_COMPARES = frozenset({"eq", "ne", "__eq__", "__ne__"})
_ASSERTS_IN = frozenset({"assertIn", "assertNotIn"})


def argument(context: Context, parent: Node) -> Placement | Context | None:
    """Place an argument: of a comparison in disguise, a table, a default, an error class."""
    call = parent_of(parent)
    function = field(call, "function") if call is not None else None
    arguments = operands(parent)
    at = position_in(parent, context.child)
    if function is None or at is None:
        return None
    name = last_name(function)
    if name == "param":  # pytest.param: a row of a parametrize table
        return context._replace(item=at)
    if name in _SEARCHES and function.type == "attribute":  # a column of a table
        return context.held(Place.MEMBERSHIP, context.names.of(field(function, "object")))
    if context.table is not None:
        return _collection_argument(context, name, arguments, at)
    if _ASSERTS_EQUAL.fullmatch(name) and at < 2 <= len(arguments):
        return context.held(Place.COMPARISON, context.names.of(arguments[1 - at]))
    if function.type == "attribute" and name in {"get", "pop", "setdefault"} and at == 0:
        return context.held(Place.LOOKUP, context.names.of(field(function, "object")))
    compared = _compared(function, name, at, arguments)
    if compared is not None:
        return context.held(Place.COMPARISON, context.names.of(compared))
    key_at = {"get": 0, "pop": 0, "setdefault": 0, "getattr": 1, "setattr": 1}.get(name)
    if key_at is not None and at == key_at + 1:
        key = plain_string(arguments[key_at])
        base = last_name(field(function, "object"))
        return None if key is None else context.held(Place.VALUE, Subject(key, key, base))
    return _error_argument(context, function, name, arguments, at)


def _compared(function: Node, name: str, at: int, arguments: list[Node]) -> Node | None:
    """What `column.eq(16388)` and `operator.eq(code, 16388)` compare with, if they do."""
    if name not in _COMPARES or at > 1:
        return None
    if len(arguments) == 2:
        return arguments[1 - at]
    return field(function, "object") if len(arguments) == 1 else None


def _collection_argument(
    context: Context, name: str, arguments: list[Node], at: int
) -> Placement | Context | None:
    if name in _COLLECTIONS and at == 0:
        return context
    if name in _ASSERTS_IN and at == 1:
        return context.held(Place.MEMBERSHIP, context.names.of(arguments[0]))
    if _ASSERTS_EQUAL.fullmatch(name) and at < 2 <= len(arguments):
        return context.held(Place.ELEMENT, context.names.of(arguments[1 - at]))
    if name == "parametrize" and at == 1:
        parameters = _parameters(arguments[0])
        if len(parameters) == 1:
            return context.held(Place.ELEMENT, Subject(parameters[0], parameters[0]))
        if context.item is not None and context.item < len(parameters):
            parameter = parameters[context.item]
            return context.held(Place.ELEMENT, Subject(parameter, parameter))
    return context.held(Place.ELEMENT, Subject(name, name)) if name else None


def _parameters(written: Node) -> list[str]:
    """The names of parameters, in one string or in a tuple or list of strings."""
    if written.type in {"tuple", "list"}:
        return [plain_string(part) or "" for part in operands(written)]
    return [part.strip() for part in (plain_string(written) or "").split(",")]


def _error_argument(
    context: Context, function: Node, name: str, arguments: list[Node], at: int
) -> Placement | None:
    """The code given to an error class, `RtcError(16388)`, or to a function such as `show_error`.

    So is what `super().__init__(16388)` gives to one.
    """
    if name == "__init__":
        around = enclosing(function, frozenset({"class_definition"}))
        name = text_of(field(around, "name")) if around is not None else ""
    said = words(name)
    if not name[:1].isupper():
        given = tells_of_errors(name)
    else:
        made = said[-1:] in {("error",), ("exception",), ("code",)} and not _gives_code(said)
        given = made and name not in _BUILT_IN and _is_code_at(arguments, at)
    return context.held(Place.ARGUMENT, Subject(name, name)) if given else None


_BUILT_IN = frozenset(name for name in dir(builtins) if name[:1].isupper())


def _gives_code(said: tuple[str, ...]) -> bool:
    """Whether a class that is called a code is another's: `QRCode`."""
    return said[-1] == "code" and not {"error", "err", "trtc", "rtc"}.intersection(said)


def _is_code_at(arguments: list[Node], at: int) -> bool:
    """Whether an argument may be the code of an error: the first, or the one behind a text."""
    before = arguments[:at]
    return all(argument.type in {"string", "concatenated_string"} for argument in before)
