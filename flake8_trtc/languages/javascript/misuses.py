"""Objects of an SDK that are used as what they are not: there is no number at such a site."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from flake8_trtc.catalog._codes import GETTERS
from flake8_trtc.catalog.generations import values
from flake8_trtc.languages.context import Placement
from flake8_trtc.languages.javascript.bindings import name_in
from flake8_trtc.languages.javascript.constants import is_changed
from flake8_trtc.languages.javascript.grammar import plain_string
from flake8_trtc.languages.javascript.members import INHERITED
from flake8_trtc.languages.javascript.origins import ScriptOrigins
from flake8_trtc.languages.javascript.values import FUNCTIONS
from flake8_trtc.languages.mentions import nodes_of
from flake8_trtc.languages.tree import (
    enclosing,
    field,
    kept,
    parent_of,
    resolved,
    text_of,
    type_of,
)
from flake8_trtc.model import Misuse, Place, Subject

V4_NAME = "RtcError"
"""The name of v4's errors, which is none of v5's."""


def misuse_of_getter(node: Node, origins: ScriptOrigins) -> tuple[Misuse, Placement] | None:
    """How the object is misused whose getter a node names; None where it is used right."""
    access = parent_of(node)
    call = parent_of(access)
    if type_of(node) != "property_identifier" or access is None or text_of(node) not in GETTERS:
        return None
    called = type_of(call) == "call_expression" and field(call, "function") == access
    given = field(access, "object")
    if not called or given is None or _is_optional(call) or _is_asked_for(node, origins):
        return None
    value = origins.value_of(given)
    placed = Placement(Place.VALUE, Subject(f"{text_of(access)}()", text_of(node)))
    if value.aspect == "banned":
        return "banned", placed
    return ("getter", placed) if value.kind == "sdk" and value.key == "v5" else None


def misuse_of_name(string: Node | None, placed: Placement | None) -> bool:
    """True if a string is v4's name of errors, compared with the name of an error of v5."""
    if plain_string(string) != V4_NAME or placed is None or placed.subject is None:
        return False
    return placed.place.compares and placed.subject.origin.aspect == "name"


def misuse_of_member(node: Node, origins: ScriptOrigins) -> tuple[Node, Placement] | None:
    """The member that v5's table does not have, where a node names the table; None for others."""
    table = parent_of(node) if node.type == "property_identifier" else node
    access = parent_of(table)
    if table is None or field(access, "object") != table:
        return None
    key = field(access, "property") or field(access, "index")
    name = text_of(key) if type_of(access) == "member_expression" else plain_string(key)
    if key is None or name is None or name in INHERITED or name in values("v5"):
        return None
    owner = "".join(text_of(table).split())
    found = key, Placement(Place.VALUE, Subject(owner, name, "v5"))
    return found if origins.value_of(table).aspect == "codes" else None


def tables_named(mention: Node, origins: ScriptOrigins) -> Iterator[Node]:
    """A mention of v5's table of codes, and the uses of the names that it is bound to.

    `const C = TRTC.ERROR_CODE`, `const { ERROR_CODE: C } = TRTC`; each name is followed once, and
    a pattern that keeps the table's own name is a mention as any other.
    """
    pending, seen = [mention], set[Node]()
    for node in pending:
        yield node
        local = _bound_to(node)
        if local is None or local in seen or text_of(local) == text_of(mention):
            continue
        seen.add(local)
        name = name_in(origins.root, origins.text, text_of(local))
        binding = name.binding(local)
        if binding is not None and not is_changed(name, binding):
            pending += name.uses_of.get(binding, ())


def _bound_to(table: Node) -> Node | None:
    """The name that a declaration gives a table where it is read; None where there is none."""
    parent = parent_of(table)
    whole = table
    if type_of(parent) == "member_expression" and field(parent, "property") == table and parent:
        whole, parent = parent, parent_of(parent)
    taken = type_of(parent) == "pair_pattern" and field(parent, "key") == whole
    local = field(parent, "value") if taken else None
    if type_of(parent) == "variable_declarator" and field(parent, "value") == whole:
        local = field(parent, "name")
    return local if type_of(local) == "identifier" else None


def _is_optional(call: Node | None) -> bool:
    """True if a call is made only if there is something to call: `error.getCode?.()`."""
    return call is not None and any(child.type == "optional_chain" for child in call.children)


def _is_asked_for(node: Node, origins: ScriptOrigins) -> bool:
    """True if the function around a getter, or one around that, asks if there is the getter.

    `if (error.getCode)`, `'getCode' in error`: such code takes errors of both generations.
    """
    name, root = text_of(node), origins.root
    key = root, name
    if key not in _ASKING:
        asking = (other for other in nodes_of(root, origins.text, name) if not _is_call(other))
        _ASKING[key] = frozenset(enclosing(other, FUNCTIONS) or root for other in asking)
    asked = _ASKING[key]

    def outwards(at: tuple[Node, str]) -> tuple[tuple[Node, str] | None, bool]:
        function = at[0]
        if function in asked or function == root:
            return None, function in asked
        return (enclosing(function, FUNCTIONS) or root, name), False

    around = enclosing(node, FUNCTIONS) or root
    return bool(asked) and resolved((around, name), _ASKED, outwards)


_ASKING: dict[tuple[Node, str], frozenset[Node]] = kept()
_ASKED: dict[tuple[Node, str], bool] = kept()


def _is_call(name: Node) -> bool:
    access = parent_of(name)
    return type_of(name) == "property_identifier" and type_of(parent_of(access)) == (
        "call_expression"
    )
