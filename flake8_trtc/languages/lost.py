"""Text that a parser has lost: numbers that stand in no statement that it could read."""

from __future__ import annotations

from collections.abc import Iterable

from tree_sitter import Node

from flake8_trtc.languages.tree import COMMENTS, parent_of, resolved
from flake8_trtc.model import Site
from flake8_trtc.spans import Span

_READ = COMMENTS | frozenset(
    "string string_content string_fragment template_string regex jsx_text".split()
)


def first_lost(root: Node, numbers: Iterable[Span], sites: Iterable[Site]) -> Span | None:
    """The first of the numbers of a code's text that the parser lost; None where it lost none.

    sites: what the text's reader made of those that it could read.
    """
    if not root.has_error:
        return None
    read = {site.span.end for site in sites}
    known: dict[Node, bool] = {}
    for span in numbers:
        node = root.descendant_for_byte_range(*span)
        if span.end not in read and node is not None and resolved(node, known, _is_lost):
            return span
    return None


def _is_lost(node: Node) -> tuple[Node | None, bool]:
    """True if a node is in an error rather than in a statement; or the node to go on from."""
    if node.is_error:
        return None, True
    if node.type in _READ or node.type.endswith(("_statement", "_definition", "_declaration")):
        return None, False
    return parent_of(node), False
