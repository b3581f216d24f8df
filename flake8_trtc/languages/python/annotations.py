"""Annotations of Python: a value is said to be an object of an SDK or a library, by its type."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeAlias

from tree_sitter import Node

from flake8_trtc._lean import regex
from flake8_trtc.catalog.things import BY_EXCEPTION
from flake8_trtc.languages.origins import Ask, Step, Wait, along, or_else
from flake8_trtc.languages.python.names import Bound
from flake8_trtc.languages.reaching import Variable
from flake8_trtc.languages.tree import field, parent_of, position_in, text_of
from flake8_trtc.languages.values import UNKNOWN, Value, made, other

_NAME = regex(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*")
_WRAPPED = frozenset({"Optional", "Annotated", "Final", "ClassVar", "Union", "Required", "None"})


_Meant: TypeAlias = Callable[[Node, str], "Variable | None"]


def annotated(holder: Node, meant: _Meant) -> Step:
    """The object that a parameter, a name or a member is declared to be; unknown for any other.

    holder: what has the annotation, which may be in quotes: `Optional["liteav.TRTCCloud"]`; meant:
    the variable that a name means where a node stands.
    """
    written = field(holder, "type")
    names = [] if written is None else _NAME.findall(text_of(written))
    named = [name for name in names if name.rpartition(".")[2] not in _WRAPPED]
    if written is None or len(named) != 1:
        return UNKNOWN
    head, *path = named[0].split(".")
    known = other(BY_EXCEPTION.get(path[-1] if path else head))
    found = meant(written, head)
    if found is None:
        return known
    return Wait((Ask("variable", found.scope, head),), partial(_instance, path, known))


def _instance(path: Sequence[str], known: Value, values: Sequence[Value]) -> Value:
    """An object of a class at the end of a path. known: what it is by the name of the class."""
    value = along(values[0], path)
    if value.kind == "library":  # of its classes only the exceptions are known
        return known
    return made(value) if value.kind in {"sdk", "other"} else UNKNOWN


def parameter(bound: Bound, meant: _Meant) -> Step:
    """The value of a parameter: by its annotation, else by what it is given."""
    function, at = parent_of(bound.whole), position_in(bound.whole, bound.child)
    if function is None or at is None or bound.child.type.endswith("_splat_pattern"):
        return UNKNOWN
    default = field(bound.child, "value")
    asks = [Ask("parameter", function, at=at)]
    given = Wait((*asks, *([Ask("value", default)] if default is not None else [])))
    return or_else(annotated(bound.child, meant), given)
