"""What every language's reader does: from candidates to sites, by a few answers of its grammar."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator

from tree_sitter import Node

from flake8_trtc.catalog import BY_NAME, CONSTANTS, DETAILS
from flake8_trtc.languages.climb import Placement, ancestors, number_in, text_of
from flake8_trtc.model import Kind, Place, Site, Span, Table
from flake8_trtc.prefilter import Candidates
from flake8_trtc.source import Source

_SPELLED = re.compile(r"\s*([+-]?)\s*(0[xXoO][0-9a-fA-F]+|[1-9][0-9]*)\s*")


class Reader(ABC):
    """Reads one text. Subclasses say what the nodes of their grammar mean."""

    scopes: frozenset[str]
    """Node types whose text speaks for the sites in them: functions and classes."""
    comment_marks: tuple[bytes, ...]
    """What a comment begins with."""
    strict = False
    """Whether the language compares numbers and strings without conversion (`===`)."""

    def __init__(self, source: Source, root: Node) -> None:
        self.source = source
        self.root = root

    @abstractmethod
    def placement(self, node: Node) -> Placement | None:
        """What a literal or a look-up does where it stands; None where it can't be a code."""

    @abstractmethod
    def number(self, node: Node) -> int | None:
        """The value of a whole-number literal without its sign; None for any other node."""

    @abstractmethod
    def string(self, node: Node) -> tuple[Node, str] | None:
        """The plain string literal that a node is or is inside of, and its value."""

    @abstractmethod
    def members(self, names: tuple[Span, ...]) -> Iterator[Site]:
        """The sites of constants looked up by name."""

    @abstractmethod
    def defines(self, node: Node, placed: Placement) -> bool:
        """Whether a value's place gives a constant its number."""

    @abstractmethod
    def numbers_in(self, collection: Node) -> Iterator[int]:
        """Every whole number among a collection's keys or elements."""

    def sites(self, candidates: Candidates) -> list[Site]:
        """Tell what each candidate does, in the order of the text; others are left out."""
        found = [*self._literals(candidates.numbers), *self.members(candidates.names)]
        return sorted(found, key=lambda site: site.span)

    def _literals(self, spans: tuple[Span, ...]) -> Iterator[Site]:
        for span in spans:
            node = self.root.descendant_for_byte_range(*span)
            if node is not None:
                site = self._number(node) or self._string(node)
                if site is not None:
                    yield site

    def _number(self, node: Node) -> Site | None:
        value = self.number(node)
        if value is None:
            return None
        start, literal = node.start_byte, node
        if node.prev_sibling is not None and node.prev_sibling.type == "-":
            value, start = -value, node.prev_sibling.start_byte
            if node.parent is not None and node.parent.type.startswith("unary_"):
                literal = node.parent
        if value not in CONSTANTS and value not in DETAILS:
            return None
        placed = self.placement(literal)
        if placed is None:
            return None
        name = None
        if placed.place is Place.VALUE and placed.subject and self.defines(literal, placed):
            name = placed.subject.name
        kind = Kind.NUMBER if name is None else Kind.DEFINITION
        return self.site(Span(start, node.end_byte), literal, kind, value, placed, name=name)

    def _string(self, node: Node) -> Site | None:
        found = self.string(node)
        spelled = _SPELLED.fullmatch(found[1]) if found is not None else None
        value = number_in(spelled[2]) if spelled is not None else None
        if found is None or spelled is None or value is None:
            return None
        value *= -1 if spelled[1] == "-" else 1
        placed = self.placement(found[0]) if value in CONSTANTS else None
        if placed is None:
            return None
        return self.site(span_of(found[0]), found[0], Kind.STRING, value, placed)

    def named(self, node: Node, name: str, owner: str, *, ours: bool, whole: Node) -> Site | None:
        """The site of a constant looked up by name; `whole` is the expression that does it."""
        constant = BY_NAME.get(name)
        if not ours and constant is None:
            return None
        placed = self.placement(whole)
        if placed is None or placed.place in {Place.VALUE, Place.ARGUMENT}:
            if not ours:
                return None
            placed = Placement(Place.VALUE, None)
        value = constant.value if constant is not None else None
        return self.site(
            span_of(node), node, Kind.MEMBER, value, placed, name=name, owner=owner, ours=ours
        )

    def site(
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
        """Put a site together from its node and its placement."""
        table = None
        if placed.table is not None:
            table = Table(placed.table.start_byte, tuple(self.numbers_in(placed.table)))
        return Site(
            span,
            self.source.utf8[span.start : span.end].decode("utf-8", "replace"),
            kind,
            value,
            placed.place,
            placed.subject,
            tuple(self._scopes(node)),
            name=name,
            chain=placed.chain,
            table=table,
            comment=self._comment(node.end_byte),
            owner=owner,
            ours=ours,
            strict=self.strict and placed.place.compares and not placed.converts,
        )

    def _scopes(self, node: Node) -> Iterator[Span]:
        statement = True
        for parent in ancestors(node):
            if parent.type in self.scopes or (statement and _is_statement(parent)):
                statement = False
                whole = parent.parent
                decorated = whole is not None and whole.type == "decorated_definition"
                yield span_of(whole if decorated and whole is not None else parent)
        yield Span(0, len(self.source.utf8))

    def _comment(self, offset: int) -> str:
        """The text of the comments between an offset and the end of its line."""
        _, end = self.source.line_span(offset)
        found = []
        for mark in self.comment_marks:
            at = self.source.utf8.find(mark, offset, end)
            while at != -1:
                node = self.root.descendant_for_byte_range(at, at + 1)
                if node is not None and node.type == "comment":
                    found.append(text_of(node))
                    break
                at = self.source.utf8.find(mark, at + 1, end)
        return " ".join(found)


def span_of(node: Node) -> Span:
    """The span of a node."""
    return Span(node.start_byte, node.end_byte)


def _is_statement(node: Node) -> bool:
    return node.type.endswith(("_statement", "_definition", "_declaration")) or (
        node.type in {"module", "program"}
    )
