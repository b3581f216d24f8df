"""ESLint's comments about magic numbers: which of them a fix has left with nothing to silence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node, Query, QueryCursor

from flake8_trtc._lean import regex
from flake8_trtc.config.options import Options
from flake8_trtc.languages.document import Document, Text
from flake8_trtc.languages.javascript.grammar import language
from flake8_trtc.spans import Span

RULE = b"no-magic-numbers"
_DISABLES = regex(rb"(?://|/\*)\s*eslint-disable-(next-)?line\s(?:(?! --).)*no-magic-numbers", re.S)


def made_useless(before: Document, after: Document, options: Options) -> list[tuple[Span, Span]]:
    """The comments of a fixed file that silenced a number before the fix, and none after it.

    Each where it was, and where it is. A fix neither adds nor removes comments, so they are told by
    their order.
    """
    if RULE not in before.root.utf8:
        return []
    old, new = _comments(before, options), _comments(after, options)
    pairs = zip(old, new, strict=True)
    return [(was, now) for (was, silenced), (now, silences) in pairs if silenced and not silences]


def _comments(document: Document, options: Options) -> list[tuple[Span, bool]]:
    """Each such comment, and whether a number stands on the line that it is about."""
    return [
        (text.map.around(Span(comment.start_byte, comment.end_byte)), silences)
        for text in document.code(options.constants)
        if text.dialect != "python" and RULE in text.utf8
        for comment, silences in _in_script(text)
    ]


def _in_script(script: Text) -> Iterator[tuple[Node, bool]]:
    query = Query(language(script.dialect), "(number) @number (comment) @comment")
    found = QueryCursor(query).captures(script.tree.root_node)
    rows = {node.start_point.row for node in found.get("number", ())}
    for comment in sorted(found.get("comment", ()), key=lambda node: node.start_byte):
        disables = _DISABLES.match(comment.text or b"")
        if disables is not None:
            row = comment.end_point.row + 1 if disables[1] else comment.start_point.row
            yield comment, row in rows
