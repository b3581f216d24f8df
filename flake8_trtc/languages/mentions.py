"""Where the words of a text stand in its syntax tree."""

from __future__ import annotations

import re

from tree_sitter import Node

from flake8_trtc.languages.tree import Finder, kept

_WORD = re.compile(rb"[A-Za-z_$\x80-\xff][\w$\x80-\xff]*+")
_WORDS: dict[Node, dict[bytes, list[int]]] = kept()
# One finder for all words: names that are deep in a tree are near to those asked for before.
_FINDERS: dict[Node, Finder] = kept()


def nodes_of(root: Node, text: bytes, word: str) -> list[Node]:
    """The nodes where a word stands in a text, in order: names, keys, parts of strings.

    root: of the text's tree.
    """
    words = _WORDS.get(root)
    if words is None:
        words = _WORDS[root] = {}
        for match in _WORD.finditer(text):
            words.setdefault(match[0], []).append(match.start())
    written, finder = word.encode(), _FINDERS.setdefault(root, Finder(root))
    return [finder.at(start, start + len(written)) for start in words.get(written, ())]
