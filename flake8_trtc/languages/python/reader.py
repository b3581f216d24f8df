"""Python: reads a module with tree-sitter and tells what its candidates do there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tree_sitter import Node

from flake8_trtc._lean import regex
from flake8_trtc.languages.context import Placement, resolve_place
from flake8_trtc.languages.prefilter import Candidates
from flake8_trtc.languages.python.embedded import SCOPES
from flake8_trtc.languages.python.grammar import spelled_string
from flake8_trtc.languages.python.literals import LiteralTypes
from flake8_trtc.languages.python.members import (
    definition,
    named_constant,
    owners,
    python_members,
)
from flake8_trtc.languages.python.misuses import misuses_in
from flake8_trtc.languages.python.origins import PythonOrigins
from flake8_trtc.languages.python.patterns import match_place
from flake8_trtc.languages.python.places import STEPS
from flake8_trtc.languages.python.subjects import Subjects
from flake8_trtc.languages.reader import Member, Reader
from flake8_trtc.languages.tree import ancestors, number_in, parent_of, text_of, type_of
from flake8_trtc.model import Misuse, Site
from flake8_trtc.source import LineIndex
from flake8_trtc.spans import Span

OWN_MODULES = (("flake8_trtc", "ErrorCode"), ("flake8_trtc.error_code", "ErrorCode"))
_NUMBER = regex(r"0[xXoObB][0-9a-fA-F_]+|[1-9][0-9_]*|0")


def read_python(
    text: LineIndex, root: Node, candidates: Candidates, error_code: tuple[str, str]
) -> list[Site]:
    """Tell what each candidate of a Python module does; those that can't be codes are left out.

    error_code: where the project's own constants are. The sites come in the order of the text.
    """
    return _PythonReader(text, root, error_code).sites(candidates)


class _PythonReader(Reader):
    scopes = SCOPES
    comment_marks = (b"#",)
    nesting = frozenset({"pair", "tuple", "list", "list_splat"})

    def __init__(self, text: LineIndex, root: Node, error_code: tuple[str, str]) -> None:
        super().__init__(text, root)
        self._constants = (*OWN_MODULES, error_code)
        self._types = LiteralTypes(root, text.utf8)
        self._origins = PythonOrigins(root, text.utf8)
        self._names = Subjects(self._origins)

    def placement(self, node: Node) -> Placement | None:
        pattern = "pattern" in type_of(parent_of(node))
        placed = (
            match_place(node, self._names) if pattern else resolve_place(node, self._names, STEPS)
        )
        return None if placed is None or self._types.holds(node, placed) else placed

    def number(self, node: Node) -> int | None:
        text = text_of(node)
        return number_in(text) if node.type == "integer" and _NUMBER.fullmatch(text) else None

    def string(self, node: Node) -> tuple[Node, str] | None:
        literal = parent_of(node) if node.type == "string_content" else node
        value = spelled_string(literal)
        return None if literal is None or value is None else (literal, value)

    def misuses(self, mentions: tuple[Span, ...]) -> Iterable[tuple[Node, Misuse, Placement]]:
        return misuses_in(self.root, self._origins) if mentions else ()

    def looked_up(self) -> Iterator[Member]:
        text = self.text.utf8
        return python_members(self.root, text, owners(self.root, text, self._constants))

    def constant(self, name: Node) -> Member | None:
        return named_constant(name)

    def definition(self, name: Node) -> tuple[str, str] | None:
        return definition(name)

    def defines(self, node: Node, placed: Placement) -> bool:
        named = placed.subject is not None and placed.subject.name.isupper()
        return named or _in_enum(node)


_ENUMS = regex("Enum|Choices")


def _in_enum(node: Node) -> bool:
    """True if a number is the value of a member in the body of an Enum class."""
    for parent in ancestors(node):
        if parent.type in {"function_definition", "lambda", "call", "dictionary"}:
            return False
        if parent.type == "class_definition":
            bases = parent.child_by_field_name("superclasses")
            return bases is not None and _ENUMS.search(text_of(bases)) is not None
    return False
