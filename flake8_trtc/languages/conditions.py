"""Conditions and values of a server's template: `{% if code == 16388 %}`, `{{ texts[16388] }}`.

Those of Jinja, Django, Twig, Nunjucks and Liquid are near enough to Python's to be read as such,
but for their filters. They are found where they stand; none is rewritten, for a template sees only
what it is given.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from flake8_trtc.config.options import Options
from flake8_trtc.languages.document import Text
from flake8_trtc.languages.html import Shown, templates
from flake8_trtc.languages.prefilter import candidates
from flake8_trtc.languages.templates import holes
from flake8_trtc.messages import refusals
from flake8_trtc.model import Site
from flake8_trtc.source import LineIndex
from flake8_trtc.spans import Span

_COMMAND = re.compile(
    rb"\{%[-+~]?\s*(?:(?:if|elif|elsif|elseif|unless|set|assign|with|print|do)\b|(?=for\b))\s*"
)
_VALUE = re.compile(rb"\{\{[-~]?")
_END = re.compile(rb"[-+~]?[%}]\}$")
_FILTER = re.compile(
    rb"""(?P<text>"[^"\n]*+"|'[^'\n]*+')
    |\|\s*+[A-Za-z_]\w*+(?:\([^()\n]*+\)|:(?:"[^"\n]*+"|'[^'\n]*+'|[\w.]++))?""",
    re.VERBOSE,
)
_SCRIPT = re.compile(rb"[!=]==|\?|&&|\|\|")
"""Marks that make an expression one of a page's script, such as Vue's in a page."""
_NUMBER = re.compile(rb"\d")


def condition_sites(text: Text, options: Options, *, others: bool) -> Iterator[Site]:
    """The sites in the holes of a text's template, where they stand in it.

    others: whether v5's and liteav's numbers count; see `candidates`.
    """
    if b"{%" not in text.utf8 and (text.dialect != "html" or b"{{" not in text.utf8):
        return
    taken = {part.begins for part in text.parts if part.role == "expression"}
    shown = Shown(text.tree.root_node, text.shape) if b"v-pre" in text.utf8 else None
    vue = templates(text.tree.root_node) if b"x-template" in text.utf8 else []
    for hole in holes(text.utf8):
        command = _COMMAND.match(text.utf8, hole.start, hole.end)
        value = _VALUE.match(text.utf8, hole.start, hole.end) if hole.value else None
        begun = command or value
        if begun is None or (value is not None and text.dialect != "html"):
            continue
        ended = _END.search(text.utf8, begun.end(), hole.end)
        start, end = begun.end(), hole.end - 2 if ended is None else ended.start()
        written = text.utf8[start:end]
        if shown is not None and _SCRIPT.search(written) and shown.holds(start):
            continue
        if _SCRIPT.search(written) and _within(vue, start):
            continue  # the page's script takes what of it is not shown as it is
        if start not in taken and _NUMBER.search(written) is not None:
            for site in _read(written, options, others=others):
                yield _shifted(site, start, Span(0, len(text.utf8)))


def _within(spans: list[Span], offset: int) -> bool:
    """Whether an offset is in one of some spans, which come in order."""
    at = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return at >= 0 and offset < spans[at].end


def _read(written: bytes, options: Options, *, others: bool) -> list[Site]:
    """The sites of one expression, or of one assignment or loop."""
    found = candidates(written, whole=True, constants=options.constants, others=others)
    if found is None:
        return []
    if _SCRIPT.search(written) is not None:
        from flake8_trtc.languages.javascript import grammar as scripts
        from flake8_trtc.languages.javascript import reader as javascript

        root = scripts.parse(written, "js").root_node
        return javascript.read(LineIndex(written), root, found, "js", None)
    from flake8_trtc.languages.python import grammar
    from flake8_trtc.languages.python import reader as python

    plain = _FILTER.sub(_unfiltered, written)
    plain += b": pass" if plain.startswith(b"for") else b""
    root = grammar.parse(plain).root_node
    return python.read(LineIndex(plain), root, found, options.error_code)


def _unfiltered(match: re.Match[bytes]) -> bytes:
    return match[0] if match["text"] is not None else b" " * len(match[0])


def _shifted(site: Site, start: int, whole: Span) -> Site:
    """A site of a hole as one of the text around it."""

    def moved(span: Span) -> Span:
        return Span(span.start + start, span.end + start)

    chain, table = site.chain, site.table
    return site._replace(
        span=moved(site.span),
        scopes=(*map(moved, site.scopes), whole),
        chain=None if chain is None else (chain[0] + start, chain[1]),
        table=None if table is None else table._replace(start=table.start + start),
        obstacle=refusals.SERVER_TEMPLATE(),
    )
