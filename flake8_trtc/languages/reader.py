"""The base of every language's reader: candidates to sites, by a few answers of its grammar."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator

from tree_sitter import Node

from flake8_trtc._lean import NamedTuple, regex
from flake8_trtc.catalog._codes import LITEAV, V5, V5_EXTRA
from flake8_trtc.catalog.codes import BY_NAME, CONSTANTS, DETAILS
from flake8_trtc.languages.context import Placement, value_of_constant
from flake8_trtc.languages.prefilter import Candidates
from flake8_trtc.languages.tree import (
    SPELLED,
    Finder,
    enclosing,
    number_in,
    operands,
    parent_of,
    resolved,
    text_of,
    type_of,
)
from flake8_trtc.model import Kind, Misuse, Place, Site, Table
from flake8_trtc.source import LineIndex
from flake8_trtc.spans import Span

_DIGITS = regex("[0-9a-fA-F]{4}")
"""Hexadecimal digits that may be a code's."""
_SPELLED_VALUES = frozenset({*CONSTANTS, *V5})
_VALUES = frozenset({*CONSTANTS, *DETAILS, *V5, *V5_EXTRA, *LITEAV})


class Member(NamedTuple):
    """A constant looked up by name: its node, its name, the object, and the whole expression.

    ours: the object is known to be TRTC's; known: the members that it is known to have; open: it
    may have more, of the project's own.
    """

    node: Node
    name: str
    owner: str
    ours: bool
    whole: Node
    known: frozenset[str] = frozenset()
    open: bool = False


class Reader(ABC):
    """Reads one text. Subclasses say what the nodes of their grammar mean."""

    scopes: frozenset[str]
    """Node types whose text speaks for the sites in them: functions and classes."""
    comment_marks: tuple[bytes, ...]
    """The marks that comments begin with."""
    nesting: frozenset[str]
    """Node types in a collection whose first part may be the number: pairs, keys, tuples."""
    strict = False
    """True if the language compares numbers and strings without conversion (`===`)."""

    def __init__(self, text: LineIndex, root: Node) -> None:
        self.text = text
        self.root = root
        self.defined: set[tuple[str, str]] = set()
        """The tables, by their last names ("" for none), and the constants that they define."""
        self.find = Finder(root).at
        self._tables: dict[Node, Table] = {}
        self._statements: dict[Node, Node | None] = {}
        self._around: dict[Node, tuple[Span, ...]] = {}
        self._comments: dict[tuple[bytes, int], tuple[int, Node | None]] = {}

    @abstractmethod
    def placement(self, node: Node) -> Placement | None:
        """The place of a literal or a look-up; None where it can't be a code."""

    @abstractmethod
    def number(self, node: Node) -> int | None:
        """The value of a whole-number literal without its sign; None for any other node."""

    @abstractmethod
    def string(self, node: Node) -> tuple[Node, str] | None:
        """The plain string literal that a node is or is inside of, and its value."""

    @abstractmethod
    def looked_up(self) -> Iterable[Member]:
        """Every look-up on an object that is TRTC's ErrorCode, whatever the name."""

    @abstractmethod
    def constant(self, name: Node) -> Member | None:
        """The look-up of a constant of the catalog, on whatever object; None for anything else."""

    @abstractmethod
    def definition(self, name: Node) -> tuple[str, str] | None:
        """The table, by its last name ("" for none), and the constant that a name is defined as."""

    @abstractmethod
    def defines(self, node: Node, placed: Placement) -> bool:
        """True if a value's place gives a constant its number."""

    def sites(self, candidates: Candidates) -> list[Site]:
        """Tell what each candidate does, in the order of the text; others are left out."""
        found = [*self._literals(candidates.numbers), *self.members(candidates.names)]
        for node, misuse, placed in self.misuses(candidates.mentions):
            site = self.site(span_of(node), node, Kind.MISUSE, None, placed)
            found.append(site._replace(misuse=misuse))
        return sorted(found, key=lambda site: site.span)

    @abstractmethod
    def misuses(self, mentions: tuple[Span, ...]) -> Iterable[tuple[Node, Misuse, Placement]]:
        """Objects of an SDK that are used as what they are not; mentions: of what gives them."""

    def members(self, names: tuple[Span, ...]) -> Iterator[Site]:
        """The sites of constants looked up by name. names: where names of the catalog are."""
        nodes = [self.find(*span) for span in names]
        self.defined.update(filter(None, map(self.definition, nodes)))
        seen: set[int] = set()
        for member in (*self.looked_up(), *map(self.constant, nodes)):
            if member is None or member.node.start_byte in seen:
                continue
            seen.add(member.node.start_byte)
            site = self._named(member)
            if site is not None:
                yield site

    def numbers_in(self, collection: Node) -> Iterator[int]:
        """Every whole number among a collection's keys or elements, as such or as a constant."""
        for item in operands(collection):
            first = item
            while first.type in self.nesting and operands(first):
                row, parts = first.type != "pair", operands(first)
                first = parts[0]
                if row and len(parts) == 2 and self.string(first) is not None:
                    first = parts[1]  # `("join", 16388)`
            negative = first.type.startswith("unary_") and text_of(first).startswith("-")
            value = self.number(operands(first)[0] if negative else first)
            if value is None:
                value = value_of_constant(first)
            if value is not None:
                yield -value if negative else value

    def _literals(self, spans: tuple[Span, ...]) -> Iterator[Site]:
        for span in spans:
            node = self.find(*span)
            site = self._number(node) or self._string(node)
            if site is not None:
                yield site

    def _number(self, node: Node) -> Site | None:
        value = self.number(node)
        if value is None:
            return None
        start, literal = node.start_byte, node
        sign = self._sign(node)
        if sign is not None:
            value, start = -value, sign.start_byte
            parent = parent_of(node)
            literal = parent if parent is not None and parent.type.startswith("unary_") else node
        placed = self.placement(literal)
        if placed is None or not (value in _VALUES or _is_of_v5(placed)):
            return None
        name = None
        if placed.place is Place.VALUE and placed.subject and self.defines(literal, placed):
            name = placed.subject.name
        kind = Kind.NUMBER if name is None else Kind.DEFINITION
        return self.site(Span(start, node.end_byte), literal, kind, value, placed, name=name)

    def _sign(self, node: Node) -> Node | None:
        """The minus before a number."""
        written = self.text.utf8[max(0, node.start_byte - 80) : node.start_byte]
        before = node.prev_sibling if written.rstrip().endswith(b"-") else None
        return before if type_of(before) == "-" else None

    def _string(self, node: Node) -> Site | None:
        found = self.string(node)
        if found is None:
            return None
        spelled, digits = SPELLED.fullmatch(found[1]), _DIGITS.fullmatch(found[1])
        number = number_in(spelled[2]) if spelled is not None else None
        if number is not None and spelled is not None:
            number *= -1 if spelled[1] == "-" else 1
        based = None if digits is None else int(digits[0], 16)
        placed = self.placement(found[0]) if {number, based} & _SPELLED_VALUES else None
        if placed is None:
            return None
        value = based if placed.subject is not None and placed.subject.digits else number
        if value not in _SPELLED_VALUES:
            return None
        return self.site(span_of(found[0]), found[0], Kind.STRING, value, placed)

    def _named(self, member: Member) -> Site | None:
        """The site of a constant looked up by name.

        A retired one of an object that is not known to be TRTC's is one only where the object is
        defined with its number, or compared with what an error's getter gives: others have events,
        actions and states of the same names.
        """
        name, owner, ours = member.name, member.owner, member.ours
        constant = BY_NAME.get(name)
        if not ours and constant is None:
            return None
        placed = self.placement(member.whole)
        if placed is None or placed.place in {Place.VALUE, Place.ARGUMENT}:
            if not ours:
                return None
            placed = Placement(Place.VALUE, None)
        asked = placed.subject is not None and placed.subject.getter
        proved = ours or asked or (owner.rpartition(".")[2], name) in self.defined
        if not proved and constant is not None and constant.retired:
            return None
        value = constant.value if constant is not None else None
        node = member.node
        site = self.site(span_of(node), node, Kind.MEMBER, value, placed, name=name)
        return site._replace(owner=owner, ours=ours, members=member.known, open=member.open)

    def site(
        self,
        span: Span,
        node: Node,
        kind: Kind,
        value: int | None,
        placed: Placement,
        *,
        name: str | None = None,
    ) -> Site:
        """Put a site together from its node and its placement."""
        table = None
        if placed.table is not None:
            table = self._table(placed.table)
        return Site(
            span,
            self.text.utf8[span.start : span.end].decode("utf-8", "replace"),
            kind,
            value,
            placed.place,
            placed.subject,
            self._scopes(node),
            name=name,
            chain=placed.chain,
            table=table,
            comment=self._comment(node.end_byte),
            obstacle=placed.obstacle,
            strict=self.strict and placed.place.compares and not _converts(placed),
        )

    def _table(self, collection: Node) -> Table:
        table = self._tables.get(collection)
        if table is None:
            numbers = tuple(self.numbers_in(collection))
            table = Table(collection.start_byte, numbers, _are_codes(numbers))
            self._tables[collection] = table
        return table

    def _scopes(self, node: Node) -> tuple[Span, ...]:
        """The spans around a node that speak for it: its statement, functions and classes, all."""
        scope = resolved(node, self._statements, self._outwards)
        passed = []
        while scope is not None and scope not in self._around:
            passed.append(scope)
            scope = enclosing(scope, self.scopes)
        whole = Span(0, len(self.text.utf8))
        found = (whole,) if scope is None else self._around[scope]
        for item in reversed(passed):
            found = self._around[item] = (_span_of_all(item), *found)
        return found

    def _outwards(self, node: Node) -> tuple[Node | None, Node | None]:
        """The nearest statement, function or class around a node, or the node to go on from."""
        parent = parent_of(node)
        if parent is None or parent.type in self.scopes or _is_statement(parent):
            return None, parent
        return parent, None

    def _comment(self, offset: int) -> str:
        """The text of the comments between an offset and the end of its line."""
        _, end = self.text.line_span(offset)
        found = (self._first_comment(mark, offset, end) for mark in self.comment_marks)
        return " ".join(text_of(node) for node in found if node is not None)

    def _first_comment(self, mark: bytes, offset: int, end: int) -> Node | None:
        """The first comment that begins with a mark, between an offset and its line's end."""
        asked, comment = self._comments.get((mark, end), (end, None))
        if asked <= offset and (comment is None or offset <= comment.start_byte):
            return comment
        at, comment = self.text.utf8.find(mark, offset, end), None
        while at != -1 and comment is None:
            node = self.find(at, at + 1)
            comment = node if node.type == "comment" else None
            at = self.text.utf8.find(mark, at + 1, end)
        self._comments[mark, end] = offset, comment
        return comment


def _are_codes(numbers: tuple[int, ...]) -> bool:
    """True if two numbers or more are codes, one of them rare, and hardly any is anything else."""
    ours = [number for number in numbers if number in CONSTANTS]
    rare = any(CONSTANTS[number].rare for number in ours)
    return rare and len(set(ours)) >= 2 and len(ours) * 5 >= len(numbers) * 4


def _is_of_v5(placed: Placement) -> bool:
    """True if a literal is compared with the code of an error of v5: any number says something."""
    origin = placed.subject.origin if placed.subject is not None else None
    return origin is not None and origin.source == "v5" and placed.place.compares


def span_of(node: Node) -> Span:
    """The span of a node."""
    return Span(node.start_byte, node.end_byte)


def _span_of_all(scope: Node) -> Span:
    """The span of a function or class with its decorators."""
    whole = parent_of(scope)
    return span_of(whole if whole is not None and whole.type == "decorated_definition" else scope)


def _converts(placed: Placement) -> bool:
    """True if a number may equal a text there: one of the two is made the other's kind."""
    return placed.converts or (placed.subject is not None and placed.subject.spelled)


def _is_statement(node: Node) -> bool:
    return node.type.endswith(("_statement", "_definition", "_declaration")) or (
        node.type in {"module", "program"}
    )
