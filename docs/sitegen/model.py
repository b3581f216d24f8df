"""The words that the site's makers share."""

from __future__ import annotations

import json
from typing import NamedTuple


class Page(NamedTuple):
    """A page. path: of its Markdown file, below docs/; title: in the menu.

    weight: how much more than others it counts in a search; hide: what is not shown beside it,
    "toc" or "navigation".
    """

    path: str
    title: str
    text: str
    weight: int = 1
    hide: str = ""

    @property
    def markdown(self) -> str:
        """The text with its front matter."""
        matter = {"search": {"boost": self.weight}, "hide": [self.hide] if self.hide else []}
        return f"---\n{json.dumps(matter)}\n---\n\n{self.text}"


class Group(NamedTuple):
    """Pages under one heading of the menu; the first may be an index.md."""

    title: str
    pages: tuple[Page, ...]
