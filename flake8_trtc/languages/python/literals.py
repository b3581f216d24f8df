"""Names annotated with `Literal[…]`: their values are part of a type, and no place for a constant.

`ErrorCode.JOIN_ROOM_FAILED` is another type than `Literal[16388]`, whatever it is equal to.
"""

from __future__ import annotations

from functools import cached_property

from tree_sitter import Node

from flake8_trtc.languages.context import Placement
from flake8_trtc.languages.mentions import nodes_of
from flake8_trtc.languages.python.calls import CARRIED
from flake8_trtc.languages.tree import enclosing, field, parent_of, text_of, type_of

_WORD = "Literal"
_FUNCTIONS = frozenset({"function_definition"})
_OWNERS = frozenset({"function_definition", "class_definition", "module"})
_PARAMETERS = frozenset({"typed_parameter", "typed_default_parameter"})
_HOLDERS = _PARAMETERS | {"assignment", "type_alias_statement", "function_definition"}
_GIVES = _PARAMETERS | {"assignment", "keyword_argument", "return_statement", "module"}


class LiteralTypes:
    """The annotations of one module; root, text: its own. Nothing is read before it is asked."""

    def __init__(self, root: Node, text: bytes) -> None:
        self._root = root
        self._text = text
        self._any = _WORD.encode() in text

    def holds(self, literal: Node, placed: Placement) -> bool:
        """True if a literal is a value of what is annotated so, or compared with it."""
        if not self._any:
            return False
        subject = placed.subject
        if subject is not None and subject.base and subject.name in self._attributes:
            return True
        if placed.place.compares:
            return subject is not None and self._is_variable(literal, subject.text)
        giver = enclosing(literal, _GIVES)
        while type_of(giver) == "keyword_argument" and text_of(field(giver, "name")) in CARRIED:
            giver = None if giver is None else enclosing(giver, _GIVES)  # `field(default=16388)`
        if giver is None or giver.type == "module":
            return False
        if giver.type == "keyword_argument":
            call = parent_of(parent_of(giver))
            callee = text_of(field(call, "function")).rpartition(".")[2]
            return (callee, text_of(field(giver, "name"))) in self._members
        if giver.type == "return_statement":
            return enclosing(giver, _FUNCTIONS) in self._annotated
        return giver in self._annotated or self._is_variable(giver, text_of(field(giver, "left")))

    def _is_variable(self, node: Node, name: str) -> bool:
        """True if a plain name is annotated so in a function or module around a node."""
        around: Node | None = node
        while around is not None:
            around = enclosing(around, _OWNERS)
            if around is not None and (around, name) in self._names:
                return True
        return False

    @cached_property
    def _annotated(self) -> frozenset[Node]:
        """The assignments, parameters and functions that are annotated with such a type."""
        found: set[Node] = set()
        words, seen = [_WORD], {_WORD}
        while words:
            for mention in nodes_of(self._root, self._text, words.pop()):
                holder = enclosing(mention, _HOLDERS)
                if holder is None:
                    continue
                alias = _alias(holder, mention)
                if alias is not None and alias not in seen:
                    seen.add(alias)
                    words.append(alias)
                if _is_in(holder, "return_type" if holder.type in _FUNCTIONS else "type", mention):
                    found.add(holder)
        return frozenset(found)

    @cached_property
    def _names(self) -> frozenset[tuple[Node, str]]:
        """The names that are annotated so, with the function, class or module that has them."""
        found = set()
        for holder in self._annotated:
            owner = enclosing(holder, _OWNERS)
            if owner is not None and holder.type not in _FUNCTIONS:
                found.add((owner, _name(holder)))
        return frozenset(found)

    @cached_property
    def _members(self) -> frozenset[tuple[str, str]]:
        """The parameters and members, by the name of the function or class that has them."""
        return frozenset((text_of(field(owner, "name")), name) for owner, name in self._names)

    @cached_property
    def _attributes(self) -> frozenset[str]:
        """The members of classes."""
        named = (item for item in self._names if item[0].type == "class_definition")
        own = (_name(holder) for holder in self._annotated if holder.type == "assignment")
        return frozenset(
            {name for _, name in named}
            | {name.removeprefix("self.") for name in own if name.startswith("self.")}
        )


def _alias(holder: Node, mention: Node) -> str | None:
    """The name of the type that an assignment or statement makes of a type; None for another."""
    left = field(holder, "left")
    if holder.type == "type_alias_statement":
        return None if _is_in(holder, "left", mention) else text_of(left)
    aliased = holder.type == "assignment" and _is_in(holder, "right", mention)
    return text_of(left) if aliased and type_of(left) == "identifier" else None


def _is_in(holder: Node, name: str, node: Node) -> bool:
    part = field(holder, name)
    return part is not None and part.start_byte <= node.start_byte < part.end_byte


def _name(holder: Node) -> str:
    """The name of an annotated assignment or parameter."""
    named = field(holder, "left") or field(holder, "name")
    return text_of(named) if named is not None else text_of(holder).partition(":")[0].strip(" *")
