"""Python: reads a module with tree-sitter and tells what its candidates do there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flake8_trtc.catalog import BY_NAME, CONSTANTS, DETAILS
from tree_sitter import Node

from flake8_trtc.languages.python.climb import Placement
from flake8_trtc.languages.python.grammar import parse, plain_string
from flake8_trtc.languages.python.members import (
    Member,
    expression_of,
    members,
    named_constant,
    owners,
)
from flake8_trtc.languages.python.places import placement
from flake8_trtc.languages.python.subjects import Subjects, ancestors, operands, text_of
from flake8_trtc.model import Kind, Place, Site, Span, Table
from flake8_trtc.options import Options
from flake8_trtc.prefilter import Candidates
from flake8_trtc.source import Source

__all__ = ["parse", "read"]

OWN_MODULES = (("flake8_trtc", "ErrorCode"), ("flake8_trtc.error_code", "ErrorCode"))
_SCOPES = frozenset({"function_definition", "class_definition"})
_NUMBER = re.compile(r"0[xXoObB][0-9a-fA-F_]+|[1-9][0-9_]*")
_SPELLED = re.compile(r"\s*([+-]?)\s*(0[xXoO][0-9a-fA-F]+|[1-9][0-9]*)\s*")


def read(source: Source, candidates: Candidates, options: Options) -> list[Site]:
    """Tell what each candidate of a Python module does; those that can't be codes are left out.

    The sites come in the order of the text.
    """
    return sorted(_Reader(source, options).sites(candidates), key=lambda site: site.span)


class _Reader:
    def __init__(self, source: Source, options: Options) -> None:
        self._source = source
        self._options = options
        self._root = parse(source.utf8).root_node
        self._names = Subjects()

    def sites(self, candidates: Candidates) -> Iterator[Site]:
        for span in candidates.numbers:
            node = self._root.descendant_for_byte_range(*span)
            site = self._number(node) if node is not None else None
            if site is not None:
                yield site
        seen = set()
        constants = (*OWN_MODULES, self._options.error_code)
        found = members(self._root, self._source.utf8, owners(self._root, constants))
        named = (
            member
            for span in candidates.names
            if (node := self._root.descendant_for_byte_range(*span)) is not None
            and (member := named_constant(node)) is not None
        )
        for member in (*found, *named):
            if member.node.start_byte not in seen:
                seen.add(member.node.start_byte)
                yield from self._member(member)

    def _number(self, node: Node) -> Site | None:
        """The site of a number, or of a string that spells one."""
        if node.type in {"string", "string_content"}:
            return self._string(node)
        value = literal_value(node)
        if value is None:
            return None
        start, literal = node.start_byte, node
        if node.prev_sibling is not None and node.prev_sibling.type == "-":
            value, start = -value, node.prev_sibling.start_byte
            if node.parent is not None and node.parent.type == "unary_operator":
                literal = node.parent
        if value not in CONSTANTS and value not in DETAILS:
            return None
        placed = placement(literal, self._names)
        if placed is None:
            return None
        subject = placed.subject
        defines = (
            placed.place is Place.VALUE
            and subject is not None
            and (subject.name.isupper() or _in_enum(node))
        )
        return self._site(
            Span(start, node.end_byte),
            node,
            Kind.DEFINITION if defines else Kind.NUMBER,
            value,
            placed,
            name=subject.name if defines and subject is not None else None,
        )

    def _string(self, node: Node) -> Site | None:
        literal = node.parent if node.type == "string_content" else node
        spelled = _SPELLED.fullmatch(plain_string(literal) or "")
        if literal is None or spelled is None:
            return None
        value = int(spelled[2], 0) * (-1 if spelled[1] == "-" else 1)
        placed = placement(literal, self._names)
        if value not in CONSTANTS or placed is None:
            return None
        return self._site(_span(literal), literal, Kind.STRING, value, placed)

    def _member(self, member: Member) -> Iterator[Site]:
        constant = BY_NAME.get(member.name)
        if not member.ours and constant is None:
            return
        whole = expression_of(member)
        placed = placement(whole, self._names)
        if placed is None or placed.place in {Place.VALUE, Place.ARGUMENT}:
            if not member.ours:
                return
            placed = Placement(Place.VALUE, None)
        yield self._site(
            _span(member.node),
            member.node,
            Kind.MEMBER,
            constant.value if constant is not None else None,
            placed,
            name=member.name,
            owner=member.owner,
            ours=member.ours,
        )

    def _site(
        self,
        span: Span,
        node: Node,
        kind: Kind,
        value: int | None,
        placed: Placement,
        *,
        name: str | None = None,
        owner: str = "",
        ours: bool = False,
    ) -> Site:
        chain = placed.chain
        table = None
        if placed.table is not None:
            table = Table(placed.table.start_byte, tuple(_whole_numbers(placed.table)))
            if placed.place is Place.KEY:
                chain = (placed.table.start_byte, "table")
        return Site(
            span,
            self._source.utf8[span.start : span.end].decode("utf-8", "replace"),
            kind,
            value,
            placed.place,
            placed.subject,
            tuple(self._scopes(node)),
            name=name,
            chain=chain,
            table=table,
            comment=self._comment(node),
            owner=owner,
            ours=ours,
        )

    def _scopes(self, node: Node) -> Iterator[Span]:
        statement = True
        for parent in ancestors(node):
            if parent.type in _SCOPES or (statement and _is_statement(parent)):
                statement = False
                whole = parent.parent
                decorated = whole is not None and whole.type == "decorated_definition"
                outer = whole if decorated and whole is not None else parent
                yield _span(outer)
        yield Span(0, len(self._source.utf8))

    def _comment(self, node: Node) -> str:
        """The text of the comment on the line where a node ends."""
        _, end = self._source.line_span(node.end_byte)
        at = self._source.utf8.find(b"#", node.end_byte, end)
        while at != -1:
            found = self._root.descendant_for_byte_range(at, at + 1)
            if found is not None and found.type == "comment":
                return text_of(found)
            at = self._source.utf8.find(b"#", at + 1, end)
        return ""


def literal_value(node: Node) -> int | None:
    """The value of an integer literal without its sign; None for any other node."""
    text = text_of(node)
    return int(text, 0) if node.type == "integer" and _NUMBER.fullmatch(text) else None


def _span(node: Node) -> Span:
    return Span(node.start_byte, node.end_byte)


def _is_statement(node: Node) -> bool:
    return node.type.endswith(("_statement", "_definition")) or node.type == "module"


def _in_enum(node: Node) -> bool:
    """Whether a number is the value of a member in the body of an Enum class."""
    for parent in ancestors(node):
        if parent.type in {"function_definition", "lambda", "call", "dictionary"}:
            return False
        if parent.type == "class_definition":
            bases = parent.child_by_field_name("superclasses")
            return bases is not None and "Enum" in text_of(bases)
    return False


def _whole_numbers(collection: Node) -> Iterator[int]:
    """The whole numbers among a collection's keys or elements, nested pairs by their first."""
    for item in operands(collection):
        first = item
        while first.type in {"pair", "tuple", "list", "list_splat"} and operands(first):
            first = operands(first)[0]
        negative = first.type == "unary_operator" and text_of(first).startswith("-")
        value = literal_value(operands(first)[0] if negative else first)
        if value is not None:
            yield -value if negative else value
