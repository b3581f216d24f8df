"""The syntax tree of a text, by the grammar of its dialect: loaded where it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_trtc.model import SCRIPTS, Dialect

if TYPE_CHECKING:
    from tree_sitter import Tree


def parsed(utf8: bytes, dialect: Dialect) -> Tree:
    """Parse a text; offsets in the tree are those of the text."""
    if dialect == "python":
        from flake8_trtc.languages.python import grammar as python

        return python.parse_python(utf8)
    if dialect in SCRIPTS:
        from flake8_trtc.languages.javascript import grammar as javascript

        return javascript.parse_script(utf8, dialect)
    from flake8_trtc.languages import html

    return html.parse_html(utf8)
