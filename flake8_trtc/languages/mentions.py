"""Where the words of a text stand in its syntax tree."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from flake8_trtc._lean import regex
from flake8_trtc.languages.tree import Finder, kept

_WORD = regex(rb"[A-Za-z_$\x80-\xff][\w$\x80-\xff]*+")
_ENDS = regex(rb"(?![\w$\x80-\xff])")
_BEGINS = regex(rb"(?<![A-Za-z_$\x80-\xff])")
_FEW = 16
"""Words that are searched for one by one; then all of a text are listed, which takes longer."""


class _Words:
    """Where the words of a text begin."""

    def __init__(self, text: bytes) -> None:
        self._text = text
        self._known: dict[bytes, list[int]] = {}
        self._whole = False

    def starts(self, word: bytes) -> list[int]:
        """The offsets where a word stands, in order; none of a name that is missing."""
        if not word:
            return []
        if not self._whole and word not in self._known:
            if len(self._known) < _FEW:
                self._known[word] = [*self._search(word)]
            else:
                self._list()
        return self._known.get(word, [])

    def _list(self) -> None:
        self._whole, self._known = True, {}
        for match in _WORD.finditer(self._text):
            self._known.setdefault(match[0], []).append(match.start())

    def _search(self, word: bytes) -> Iterator[int]:
        at = self._text.find(word)
        while at >= 0:
            end = at + len(word)
            if _ENDS.match(self._text, end) and self._begins(at):
                yield at
            at = self._text.find(word, end)

    def _begins(self, at: int) -> bool:
        """True if a word may begin at an offset: what is before it is no word, or digits."""
        while at and self._text[at - 1 : at].isdigit():
            at -= 1
        return _BEGINS.match(self._text, at) is not None


_WORDS: dict[Node, _Words] = kept()
# One finder for all words: names that are deep in a tree are near to those asked for before.
_FINDERS: dict[Node, Finder] = kept()


def nodes_of(root: Node, text: bytes | None, word: str) -> list[Node]:
    """The nodes where a word stands in a text, in order: names, keys, parts of strings.

    root: of the text's tree; text: None where it is not at hand.
    """
    words = _WORDS.get(root)
    if words is None:
        text = b" " * root.start_byte + (root.text or b"") if text is None else text
        words = _WORDS[root] = _Words(text)
    written, finder = word.encode(), _FINDERS.setdefault(root, Finder(root))
    return [finder.at(start, start + len(written)) for start in words.starts(written)]
