"""Types in TypeScript: a value is said to be an object of the SDK's, by the type's import."""

from __future__ import annotations

from collections.abc import Callable

from tree_sitter import Node

from flake8_trtc.languages.javascript.targets import source_of
from flake8_trtc.languages.javascript.values import module
from flake8_trtc.languages.tree import field, operands, parent_of, text_of, type_of
from flake8_trtc.languages.values import Value
from flake8_trtc.model import Aspect

_OF_V4: dict[str, Aspect] = {
    "Client": "",
    "RtcError": "error",
    "LocalStream": "",
    "RemoteStream": "",
    "Stream": "",
}
"""The types of v4's objects, and what each is. A client counts as one where the file makes it."""
_EMPTY = frozenset({"null", "undefined"})


def annotated(holder: Node, bound_at: Callable[[Node], Node | None]) -> Value | None:
    """The object of the SDK's that a parameter, variable or field is declared to be, or None.

    bound_at: where the name is bound that a type begins with.
    """
    written = _type_in(field(holder, "type"))
    if written is None:
        return None
    nested = written.type == "nested_type_identifier"
    head = field(written, "module") if nested else written
    name = bound_at(head) if head is not None else None
    if name is None:
        return None
    sdk, specifier = module(source_of(name)), parent_of(name)
    named = text_of(field(specifier, "name")) if type_of(specifier) == "import_specifier" else ""
    if (sdk.kind, sdk.key) == ("sdk", "v5"):  # its class is the default export
        return sdk if not nested and named in {"", "default"} else None
    kind = text_of(field(written, "name")) if nested else named
    return sdk._replace(aspect=_OF_V4[kind]) if sdk.key == "v4" and kind in _OF_V4 else None


def _type_in(annotation: Node | None) -> Node | None:
    """The name of a type, which may be nothing, too: `Client | null`."""
    pending = operands(annotation) if annotation is not None else []
    names: list[Node] = []
    while pending:
        part = pending.pop()
        if part.type in {"union_type", "parenthesized_type"}:
            pending += operands(part)
        elif text_of(part) not in _EMPTY:
            names.append(part)
    named = len(names) == 1 and names[0].type in {"type_identifier", "nested_type_identifier"}
    return names[0] if named else None
