"""JavaScript, TypeScript and JSX: reads a script with tree-sitter and tells its candidates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tree_sitter import Node

from flake8_trtc.config.options import JsConstants
from flake8_trtc.languages.context import Placement, resolve_place
from flake8_trtc.languages.javascript.constants import Constants, declares_ours, definition
from flake8_trtc.languages.javascript.grammar import SCOPES, plain_string, whole_number
from flake8_trtc.languages.javascript.members import named_constant, script_members
from flake8_trtc.languages.javascript.misuses import (
    misuse_of_getter,
    misuse_of_member,
    misuse_of_name,
    tables_named,
)
from flake8_trtc.languages.javascript.origins import ScriptOrigins
from flake8_trtc.languages.javascript.places import STEPS
from flake8_trtc.languages.javascript.subjects import Subjects
from flake8_trtc.languages.prefilter import Candidates
from flake8_trtc.languages.reader import Member, Reader
from flake8_trtc.languages.tree import parent_of, text_of, type_of
from flake8_trtc.model import Dialect, Misuse, Site
from flake8_trtc.source import LineIndex
from flake8_trtc.spans import Span


def read_script(
    text: LineIndex,
    root: Node,
    candidates: Candidates,
    dialect: Dialect,
    own: JsConstants | None,
    beside: Sequence[Constants] = (),
) -> list[Site]:
    """Tell what each candidate of a script does; those that can't be codes are left out.

    dialect: "js" (with JSX), "ts" or "tsx"; own: the project's own constants; beside: what the
    scripts beside it declare. The sites come in the order of the text.
    """
    return _ScriptReader(text, root, dialect, own, beside).sites(candidates)


def first_error(root: Node) -> int | None:
    """The offset where a script ceases to parse; None where it does not."""
    node = root
    if not node.has_error:
        return None
    while True:
        broken = next(
            (child for child in node.children if child.has_error or child.is_missing), None
        )
        if broken is None or node.is_error:
            return node.start_byte
        node = broken


class _ScriptReader(Reader):
    scopes = SCOPES
    comment_marks = (b"//", b"/*")
    nesting = frozenset({"pair", "array", "computed_property_name", "method_definition"})
    strict = True

    def __init__(
        self,
        text: LineIndex,
        root: Node,
        dialect: Dialect,
        own: JsConstants | None,
        beside: Sequence[Constants],
    ) -> None:
        super().__init__(text, root)
        self._origins = ScriptOrigins(root, text.utf8)
        self._names = Subjects(dialect, self._origins)
        self._own = own
        self._beside = beside

    def placement(self, node: Node) -> Placement | None:
        return None if declares_ours(node, self._own) else resolve_place(node, self._names, STEPS)

    def number(self, node: Node) -> int | None:
        return whole_number(node)

    def string(self, node: Node) -> tuple[Node, str] | None:
        if node.type == "number" and text_of(node).endswith("n"):  # 16388n
            return node, text_of(node)[:-1].replace("_", "")
        literal = parent_of(node) if node.type == "string_fragment" else node
        value = plain_string(literal)
        return None if literal is None or value is None else (literal, value)

    def misuses(self, mentions: tuple[Span, ...]) -> Iterable[tuple[Node, Misuse, Placement]]:
        for span in mentions:
            node = self.find(*span)
            string = parent_of(node) if node.type == "string_fragment" else None
            placed = None if string is None else self.placement(string)
            if string is not None and placed is not None and misuse_of_name(string, placed):
                yield string, "name", placed
            found = misuse_of_getter(node, self._origins)
            if found is not None:
                yield node, *found
            named = text_of(node) == "ERROR_CODE"
            for table in tables_named(node, self._origins) if named else ():
                lacking = misuse_of_member(table, self._origins)
                if lacking is not None:
                    yield lacking[0], "member", lacking[1]

    def looked_up(self) -> Iterator[Member]:
        return script_members(self.root, self.text.utf8, self._own, self._beside)

    def constant(self, name: Node) -> Member | None:
        return named_constant(name)

    def definition(self, name: Node) -> tuple[str, str] | None:
        return definition(name)

    def defines(self, node: Node, placed: Placement) -> bool:
        enumerated = type_of(parent_of(node)) == "enum_assignment"
        return enumerated or (placed.subject is not None and placed.subject.name.isupper())
