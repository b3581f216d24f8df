"""Conditions and values of a server's template: `{% if code == 16388 %}`, `{{ texts[16388] }}`.

Those of Jinja, Django, Twig, Nunjucks and Liquid are near enough to Python's to be read as such,
but for their filters; those of EJS, ERB and PHP to a script's, and of Handlebars some helpers are
known. They are found where they stand; none is rewritten: a template sees only what it is given.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice

from flake8_trtc._lean import NamedTuple, regex
from flake8_trtc.config.options import Options
from flake8_trtc.languages.document import Text
from flake8_trtc.languages.html import Shown, templates
from flake8_trtc.languages.prefilter import candidates
from flake8_trtc.languages.templates import Hole, holes
from flake8_trtc.messages import refusals
from flake8_trtc.model import SCRIPTS, Site
from flake8_trtc.source import LineIndex
from flake8_trtc.spans import Span

_COMMAND = regex(
    rb"\{%[-+~]?\s*(?:(?:if|elif|elsif|elseif|unless|set|assign|with|print|do|macro|call)\b|(?=for\b))\s*"
)
_VALUE = regex(rb"\{\{[-~]?")
_END = regex(rb"[-+~]?[%}]\}$")
_FILTER = regex(
    rb"""(?P<text>"[^"\n]*+"|'[^'\n]*+')
    |(?P<test>\bis\s+(?:not\s+)?(?:same\s*as|eq|equalto|ne)(?=\s*\())
    |\|\s*+[A-Za-z_]\w*+(?:\([^()\n]*+\)|:(?:"[^"\n]*+"|'[^'\n]*+'|[\w.]++))?""",
    re.VERBOSE,
)
_DEFAULT = regex(rb"\|\s*(?:default|d)\s*[:(]\s*(?P<value>(?:0x)?[0-9a-fA-F]+)\b")
_MOST_DEFAULTS = 8
_SCRIPT = regex(rb"[!=]==|\?|&&|\|\|")
"""Marks that make an expression one of a page's script, such as Vue's in a page."""
_NUMBER = regex(rb"\d")


class _Written(NamedTuple):
    """An expression in a hole: its offsets in the text around it, and whether it is a script's."""

    start: int
    end: int
    script: bool


def condition_sites(text: Text, options: Options, *, others: bool) -> Iterator[Site]:
    """The sites in the holes of a text's template, where they stand in it.

    others: whether v5's and liteav's numbers count; see `candidates`.
    """
    taken = {part.begins for part in text.parts if part.role == "expression"}
    shown = Shown(text.tree.root_node, text.shape) if b"v-pre" in text.utf8 else None
    vue = templates(text.tree.root_node) if b"x-template" in text.utf8 else []
    cases: list[bytes] = []
    scripts = [part for part in text.parts if part.dialect in SCRIPTS and part.map.pieces]
    for hole in holes(text.utf8):
        if _is_code(text, hole, scripts):
            continue
        if text.dialect == "html":
            yield from _helped(text.utf8, hole, options, others=others)
        yield from _when(text.utf8, hole, cases, options, others=others)
        found = _expression(text.utf8, hole, page=text.dialect == "html")
        if found is None or found.start in taken:
            continue
        written = text.utf8[found.start : found.end]
        if _NUMBER.search(written) is None:
            continue
        if found.script and _within(vue, found.start):
            continue  # the page's script takes what of it is not shown as it is
        if found.script and shown is not None and shown.holds(found.start):
            continue
        for site in _read(written, options, script=found.script, others=others):
            yield _shifted(site, found.start, Span(0, len(text.utf8)))


def _is_code(text: Text, hole: Hole, scripts: list[Text]) -> bool:
    """True if a script has the braces of a hole for its own: `function f() {{ … }}`."""
    at = bisect_right(scripts, hole.start, key=lambda part: part.begins) - 1
    opening = Span(hole.start, hole.start + 2)
    inner = scripts[at].map.inner(text.map.around(opening).start) if at >= 0 else None
    return inner is not None and scripts[at].utf8.startswith(text.utf8[slice(*opening)], inner)


def _within(spans: list[Span], offset: int) -> bool:
    """True if an offset is in one of some spans, which come in order."""
    at = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return at >= 0 and offset < spans[at].end


_HELPER = regex(
    rb"(?P<before>[(#](?:not-eq|not_eq|if_eq|ifEq|ifEquals|if_equal|eq|ne|neq|is|isnt|equals|isEqual)"
    rb"\s+)(?P<left>[^\s(){}]++)(?P<between>\s++)(?P<right>[^\s(){}]++)"
)


def _helped(text: bytes, hole: Hole, options: Options, *, others: bool) -> Iterator[Site]:
    """The sites of Handlebars' helpers that compare, `(eq code 16388)`, read as calls of `eq`."""
    if not text.startswith(b"{{", hole.start) or text[hole.start : hole.start + 4].count(b"!"):
        return  # no comment
    for match in _HELPER.finditer(text, hole.start, hole.end):
        before, between = b"eq(".ljust(len(match["before"])), b",".ljust(len(match["between"]))
        call = before + match["left"] + between + match["right"] + b")"
        for site in _read(call, options, script=True, others=others):
            yield _shifted(site, match.start(), Span(0, len(text)))

    for match in _GIVEN.finditer(text, hole.start, hole.end):
        before = b'({"%s":' % match["key"]
        for site in _read(before + match["value"] + b"})", options, script=True, others=others):
            yield _shifted(site, match.start("value") - len(before), Span(0, len(text)))


_GIVEN = regex(rb"(?<=\s)(?P<key>[A-Za-z_][\w-]*)=(?P<value>0x[0-9a-fA-F]+|\d+)(?=[\s})])")
"""What a helper or a partial is given by a name."""
_CASE = regex(rb"\{%-?\s*(?:(?P<word>case|when)\s+(?P<said>[^%]*?)|(?P<end>endcase))\s*-?%\}")


def _when(
    text: bytes, hole: Hole, cases: list[bytes], options: Options, *, others: bool
) -> Iterator[Site]:
    """The sites of Liquid's `{% when 16388, 16451 %}`, whose case is the last in `cases`."""
    found = _CASE.match(text, hole.start, hole.end)
    if found is None:
        return
    if found["end"] is not None:
        del cases[-1:]
    elif found["word"] == b"case":
        cases.append(found["said"])
    elif cases:
        before = cases[-1] + b" in ("
        values = found["said"].replace(b" or ", b"  , ")
        for site in _read(before + values + b",)", options, script=False, others=others):
            yield _shifted(site, found.start("said") - len(before), Span(0, len(text)))


def _expression(text: bytes, hole: Hole, *, page: bool) -> _Written | None:
    """The condition or value of a hole; None for one that does neither.

    page: the text is a page: in any other only `{% … %}` is surely a template's.
    """
    if text[hole.start : hole.start + 1] == b"<":
        return _code(text, hole) if page else None
    value = _VALUE.match(text, hole.start, hole.end) if hole.value and page else None
    begun = _COMMAND.match(text, hole.start, hole.end) or value
    if begun is None:
        return None
    ended = _END.search(text, begun.end(), hole.end)
    start, end = begun.end(), hole.end - 2 if ended is None else ended.start()
    return _Written(start, end, _SCRIPT.search(text, start, end) is not None)


def _code(text: bytes, hole: Hole) -> _Written | None:
    """The condition in `<% … %>` or `<?php … ?>`, or all of it."""
    begun = _CODE.match(text, hole.start, hole.end)
    if begun is None:
        return None
    clause = _CLAUSE.search(text, begun.end(), hole.end)
    start = begun.end() if clause is None else clause.end()
    ended = _CODE_END.search(text, start, hole.end)
    return _Written(start, hole.end - 2 if ended is None else ended.start(), True)


_CODE = regex(rb"<(?:%(?!--|#)[-=:_]?|\?(?:php\b|=)?)\s*(?:(?:echo|print)\b\s*)?")
_CLAUSE = regex(rb"\b(?:if|elsif|elseif|unless|while|switch)\b\s*")
_CODE_END = regex(rb"(?:\{|:|\bthen\b|\bdo\b|;)?\s*[-_]?[%?]>$")
_LIKE_SCRIPTS = (
    (b"->", b". "),  # PHP's members
    (b".include?(", b".includes("),  # Ruby's
    (b"@", b"$"),
    (b"[:", b"[ "),
)
"""Words of other languages, and a script's for the same, of the same length."""


def _read(written: bytes, options: Options, *, script: bool, others: bool) -> list[Site]:
    """The sites of one expression, or of one assignment or loop."""
    found = candidates(written, whole=True, constants=options.constants, others=others)
    if found is None:
        return []
    if script:
        from flake8_trtc.languages.javascript import grammar as scripts
        from flake8_trtc.languages.javascript import reader as javascript

        for theirs, ours in _LIKE_SCRIPTS:
            written = written.replace(theirs, ours)
        root = scripts.parse_script(written, "js").root_node
        return javascript.read_script(LineIndex(written), root, found, "js", None)
    from flake8_trtc.languages.python import grammar
    from flake8_trtc.languages.python import reader as python

    def read(plain: bytes) -> list[Site]:
        plain += b": pass" if plain.startswith(b"for") else b""
        root = grammar.parse_python(plain).root_node
        return python.read_python(LineIndex(plain), root, found, options.error_code)

    sites = read(_FILTER.sub(_unfiltered, written))
    for default in islice(_DEFAULT.finditer(written), _MOST_DEFAULTS):
        start, end = default.span("value")
        before = _FILTER.sub(_unfiltered, written[: default.start()])
        compared = (before + b"==").ljust(start) + written[start:end]
        given = read(compared.ljust(len(written)))
        sites += [site for site in given if start <= site.span.start < end]
    return sites


def _unfiltered(match: re.Match[bytes]) -> bytes:
    if match["test"] is not None:  # `is sameas(16388)`; what is put in instead is of the same name
        return b"==".ljust(len(match[0]))
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
