"""ESLint's comments about magic numbers: which of them a fix has left with nothing to silence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node, Query, QueryCursor

from flake8_trtc.config.options import Options
from flake8_trtc.fix.embedded import code_of
from flake8_trtc.languages.javascript.grammar import language, parse
from flake8_trtc.model import Region, Span
from flake8_trtc.source import Source

RULE = b"no-magic-numbers"
_DISABLES = re.compile(
    rb"(?://|/\*)\s*eslint-disable-(next-)?line\s(?:(?! --).)*no-magic-numbers", re.S
)


def made_useless(before: Source, after: Source, options: Options) -> list[Span]:
    """The comments of a fixed file that silenced a number before the fix, and none after it.

    A fix neither adds nor removes comments, so they are told by their order.
    """
    if RULE not in before.utf8:
        return []
    old, new = _comments(before, options), _comments(after, options)
    pairs = zip(old, new, strict=True)
    return [span for (_, silenced), (span, silences) in pairs if silenced and not silences]


def _comments(source: Source, options: Options) -> list[tuple[Span, bool]]:
    """Each such comment, and whether a number stands on the line that it is about."""
    return [
        (region.map.around(Span(comment.start_byte, comment.end_byte)), silences)
        for region in code_of(source, options)
        if region.language != "python" and RULE in region.text
        for comment, silences in _in_script(region)
    ]


def _in_script(region: Region) -> Iterator[tuple[Node, bool]]:
    root = parse(region.text, region.language).root_node
    query = Query(language(region.language), "(number) @number (comment) @comment")
    found = QueryCursor(query).captures(root)
    rows = {node.start_point.row for node in found.get("number", ())}
    for comment in sorted(found.get("comment", ()), key=lambda node: node.start_byte):
        disables = _DISABLES.match(comment.text or b"")
        if disables is not None:
            row = comment.end_point.row + 1 if disables[1] else comment.start_point.row
            yield comment, row in rows
