"""Python: reads a module with tree-sitter and tells what its candidates do there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from flake8_trtc.languages.climb import (
    Placement,
    ancestors,
    number_in,
    operands,
    parent_of,
    reach,
    text_of,
    type_of,
)
from flake8_trtc.languages.prefilter import Candidates
from flake8_trtc.languages.python.embedded import SCOPES
from flake8_trtc.languages.python.grammar import plain_string
from flake8_trtc.languages.python.members import (
    ALL,
    definition,
    expression_of,
    members,
    named_constant,
    owners,
)
from flake8_trtc.languages.python.patterns import match_place
from flake8_trtc.languages.python.places import STEPS
from flake8_trtc.languages.python.subjects import Subjects
from flake8_trtc.languages.reader import Reader
from flake8_trtc.model import Site
from flake8_trtc.source import LineIndex
from flake8_trtc.spans import Span

OWN_MODULES = (("flake8_trtc", "ErrorCode"), ("flake8_trtc.error_code", "ErrorCode"))
_NUMBER = re.compile(r"0[xXoObB][0-9a-fA-F_]+|[1-9][0-9_]*")


def read(
    text: LineIndex, root: Node, candidates: Candidates, error_code: tuple[str, str]
) -> list[Site]:
    """Tell what each candidate of a Python module does; those that can't be codes are left out.

    error_code: where the project's own constants are. The sites come in the order of the text.
    """
    return _PythonReader(text, root, error_code).sites(candidates)


class _PythonReader(Reader):
    scopes = SCOPES
    comment_marks = (b"#",)

    def __init__(self, text: LineIndex, root: Node, error_code: tuple[str, str]) -> None:
        super().__init__(text, root)
        self._constants = (*OWN_MODULES, error_code)
        self._names = Subjects()

    def placement(self, node: Node) -> Placement | None:
        if "pattern" in type_of(parent_of(node)):
            return match_place(node, self._names)
        return reach(node, self._names, STEPS)

    def number(self, node: Node) -> int | None:
        text = text_of(node)
        return number_in(text) if node.type == "integer" and _NUMBER.fullmatch(text) else None

    def string(self, node: Node) -> tuple[Node, str] | None:
        literal = parent_of(node) if node.type == "string_content" else node
        value = plain_string(literal)
        return None if literal is None or value is None else (literal, value)

    def members(self, names: tuple[Span, ...]) -> Iterator[Site]:
        text = self.text.utf8
        found = members(self.root, text, owners(self.root, text, self._constants))
        self.defined.update(filter(None, (definition(self.find(*span)) for span in names)))
        named = (named_constant(self.find(*span)) for span in names)
        seen = set()
        for member in (*found, *named):
            if member is None or member.node.start_byte in seen:
                continue
            seen.add(member.node.start_byte)
            site = self.named(
                member.node,
                member.name,
                member.owner,
                ours=member.ours,
                whole=expression_of(member),
            )
            if site is not None:
                yield site._replace(members=ALL) if member.ours else site

    def defines(self, node: Node, placed: Placement) -> bool:
        named = placed.subject is not None and placed.subject.name.isupper()
        return named or _in_enum(node)

    def numbers_in(self, collection: Node) -> Iterator[int]:
        for item in operands(collection):
            first = item
            while first.type in {"pair", "tuple", "list", "list_splat"} and operands(first):
                first = operands(first)[0]
            negative = first.type == "unary_operator" and text_of(first).startswith("-")
            value = self.number(operands(first)[0] if negative else first)
            if value is not None:
                yield -value if negative else value


def _in_enum(node: Node) -> bool:
    """Whether a number is the value of a member in the body of an Enum class."""
    for parent in ancestors(node):
        if parent.type in {"function_definition", "lambda", "call", "dictionary"}:
            return False
        if parent.type == "class_definition":
            bases = parent.child_by_field_name("superclasses")
            return bases is not None and "Enum" in text_of(bases)
    return False
