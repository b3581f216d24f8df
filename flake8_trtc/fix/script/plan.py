"""Plans the fix of one script: what each number becomes, and where its constants come from.

v4 of the SDK has no ErrorCode at run time. The constants are, in this order, those that the script
has already, those that the configuration names, or an object declared in the narrowest place that
serves every use. Scripts of one page share their top level, so there a declaration stands in a
function or a block of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tree_sitter import Node

from flake8_trtc.catalog import CONSTANTS
from flake8_trtc.fix.edits import Edit
from flake8_trtc.fix.script import place
from flake8_trtc.fix.script.constants import Constants, existing
from flake8_trtc.fix.script.imports import OURS, imported
from flake8_trtc.fix.script.tree import (
    binds,
    bodies,
    is_free,
    is_modular,
    mentions,
    top_statement,
)
from flake8_trtc.languages.climb import ancestors, field
from flake8_trtc.languages.javascript.grammar import parse, whole_number
from flake8_trtc.model import Fix
from flake8_trtc.options import JsConstants

TOP = "its constants would have to be global here; set trtc-js-error-code to a global of yours"
BROKEN = "the code around it does not parse"
TEMPLATE = "a template sees only what its component gives it; compare in the script instead"
NO_ROOM = "there is no room for a declaration here; set trtc-js-error-code to a global of yours"
TAKEN = "ErrorCode and TrtcErrorCode both mean something else here"
SHADOWED = "{name} means something else here"
ENUM = "a member of an enum has to be a plain number"
TYPE = "a type has to be a plain number"
MOVED = "it is not a number where it stands"
_WRAPPED = frozenset(
    "expression_statement if_statement switch_statement for_statement for_in_statement "
    "while_statement do_statement try_statement".split()
)


class Plan(NamedTuple):
    """What is to become of a script: edits, the fixes they make, the others with their reasons."""

    edits: tuple[Edit, ...]
    done: tuple[Fix, ...]
    refused: tuple[tuple[Fix, str], ...]


class _Use(NamedTuple):
    """A number, its node, and the fix of it."""

    fix: Fix
    node: Node


def plan(
    text: bytes,
    language: str,
    role: str,
    fixes: Sequence[Fix],
    *,
    constants: JsConstants | None = None,
    newline: str = "\n",
    earlier: Sequence[bytes] = (),
) -> Plan:
    """Plan the fixes of one script.

    text: the script in UTF-8; language: "js", "ts" or "tsx"; role: what runs it, see `Region`;
    fixes: with spans into the text; constants: the project's own, by its configuration; newline:
    what ends a line that is added, " " where nothing can; earlier: the classic scripts that the
    page runs before.
    """
    return _Planner(text, language, role, constants, newline).plan(fixes, earlier)


class _Planner:
    def __init__(
        self, text: bytes, language: str, role: str, own: JsConstants | None, newline: str
    ) -> None:
        self._text = text
        self._language = language
        self._role = role
        self._own = own
        self._newline = newline
        self._root = parse(text, language).root_node
        self._modular = role == "module" or (role == "script" and is_modular(self._root))
        self._edits: list[Edit] = []
        self._done: list[Fix] = []
        self._refused: list[tuple[Fix, str]] = []

    def plan(self, fixes: Sequence[Fix], earlier: Sequence[bytes]) -> Plan:
        uses = []
        for fix in sorted(fixes):
            if not fix.qualified:
                self._edits.append(Edit(*fix.span, fix.constant.encode()))
                self._done.append(fix)
                continue
            node = self._root.descendant_for_byte_range(*fix.span)
            reason = _unfit(node, fix)
            if node is None or reason is not None:
                self._refused.append((fix, reason or MOVED))
            else:
                uses.append(_Use(fix, node))
        uses = self._known(uses)
        uses = self._page(uses, earlier)
        uses = self._configured(uses)
        self._declare(uses)
        return Plan(tuple(sorted(self._edits)), tuple(sorted(self._done)), tuple(self._refused))

    def _refuse(self, uses: Sequence[_Use], reason: str) -> None:
        self._refused += ((use.fix, reason) for use in uses)

    def _write(self, uses: Sequence[_Use], name: str) -> None:
        """Put `name.CONSTANT` where the uses are."""
        for use in uses:
            end = use.node.end_byte
            new = f"{name}.{use.fix.constant}".encode()
            if _is_key(use.node):
                new = b"[" + new + b"]"
            elif self._text[end : end + 1].isalnum():
                new += b" "
            self._edits.append(Edit(use.node.start_byte, end, new))
            self._done.append(use.fix)

    def _known(self, uses: list[_Use]) -> list[_Use]:
        """Take the constants that the script has; the uses that it has none for."""
        left = uses
        for known in existing(self._root, self._text) if uses else ():
            seen = [use for use in left if _reaches(known, use.node)]
            has = [
                use for use in seen if known.members is None or use.fix.constant in known.members
            ]
            lacks = sorted({use.fix.constant for use in seen} - {use.fix.constant for use in has})
            if lacks and known.table is not None and known.name in OURS:
                self._edits.append(place.added(known.table, self._text, lacks))
                has = seen
            self._write(has, known.name)
            left = [use for use in left if use not in has]
        return left

    def _page(self, uses: list[_Use], earlier: Sequence[bytes]) -> list[_Use]:
        """Take the constants that an earlier script of the page has declared at its top."""
        left = uses
        for text in reversed(earlier) if uses else ():
            root = parse(text, "js").root_node
            for known in existing(root, text):
                if known.scope.type != "program" or self._bound(known.name):
                    continue
                has = [use for use in left if use.fix.constant in (known.members or ())]
                self._write(has, known.name)
                left = [use for use in left if use not in has]
        return left

    def _bound(self, name: str) -> bool:
        return any(binds(node) for node in mentions(self._root, self._text, name))

    def _configured(self, uses: list[_Use]) -> list[_Use]:
        """Take the constants that the configuration names; the uses that can't."""
        own = self._own
        if self._role == "expression":
            self._refuse(uses, TEMPLATE)
            return []
        if own is None or not uses:
            return uses
        if own.specifier is None:
            if self._bound(own.name.partition(".")[0]):
                self._refuse(uses, SHADOWED.format(name=own.name))
            else:
                self._write(uses, own.name)
            return []
        if not self._modular:
            return uses
        found = imported(self._root, self._text, own.specifier, own.name, self._newline)
        if found is None:
            self._refuse(uses, TAKEN)
        else:
            name, edit = found
            self._edits += [] if edit is None else [edit]
            self._write(uses, name)
        return []

    def _declare(self, uses: list[_Use]) -> None:
        """Declare what the uses need, once for each place that serves them."""
        places: dict[int, tuple[Node | None, list[_Use]]] = {}
        for use in uses:
            found = self._place(use.node)
            if isinstance(found, str):
                self._refused.append((use.fix, found))
            else:
                places.setdefault(found.id, (found, []))[1].append(use)
        for scope, inside in places.values():
            if scope is None:
                continue
            if scope.type == "statement_block":
                scope = _narrowest(scope, [use.node for use in inside])
            name = next((item for item in OURS if is_free(scope, self._text, item)), None)
            if name is None:
                self._refuse(inside, TAKEN)
                continue
            self._declare_in(scope, name, inside)
            self._write(inside, name)

    def _place(self, node: Node) -> Node | str:
        """The node to declare the constants of a use in, or why there is none."""
        if self._role == "handler":
            return NO_ROOM
        blocks = list(bodies(node))
        statement = top_statement(node)
        scope = self._root if self._modular else blocks[-1] if blocks else statement
        if scope == statement:
            if self._role != "script":
                return NO_ROOM
            if statement.type not in _WRAPPED:
                return TOP
        return BROKEN if scope.has_error else scope

    def _declare_in(self, scope: Node, name: str, uses: list[_Use]) -> None:
        members = sorted(
            {use.fix.constant for use in uses}, key=lambda item: list(_ORDER).index(item)
        )
        nodes = [use.node for use in uses]
        first = scope.named_children[0] if scope.named_children else scope
        if scope.type == "statement_block":
            first = next((n for n in scope.named_children if n.type != "comment"), first)
        margin = "" if scope.type == "program" else place.margin_at(self._text, first.start_byte)
        newline = self._newline
        if scope.type == "statement_block" and first.start_point.row == scope.start_point.row:
            newline = " "
        line = place.declared(name, members, nodes, self._language, margin, newline)
        if scope.type == "program":
            self._edits.append(place.top(scope, self._text, line, self._newline))
        elif scope.type == "statement_block":
            self._edits.append(place.in_block(scope, self._text, line, self._newline))
        else:
            self._edits += place.around(scope, self._text, line, self._newline)


_ORDER = tuple(constant.name for constant in CONSTANTS.values())


def _unfit(node: Node | None, fix: Fix) -> str | None:
    """Why a node is not to be rewritten, or None."""
    value = whole_number(node) if node is not None else None
    if node is None or value not in CONSTANTS or CONSTANTS[value].name != fix.constant:
        return MOVED
    for parent in ancestors(node):
        if parent.type == "literal_type":
            return TYPE
        if parent.type == "enum_assignment":
            return ENUM
        if parent.type.endswith("_statement"):
            break
    return None


def _is_key(node: Node) -> bool:
    parent = node.parent
    return parent is not None and parent.type == "pair" and field(parent, "key") == node


def _reaches(known: Constants, use: Node) -> bool:
    """Whether constants are declared before a use and in a scope around it."""
    around = any(parent == known.scope for parent in ancestors(use))
    return around and known.end <= use.start_byte


def _narrowest(block: Node, uses: list[Node]) -> Node:
    """The innermost function's block that holds every use."""
    shared = [body for body in bodies(uses[0]) if body.start_byte >= block.start_byte]
    for body in shared:
        if all(body.start_byte <= use.start_byte < body.end_byte for use in uses):
            inside = all(body in list(bodies(use)) for use in uses)
            if inside:
                return body
    return block
