"""Markdown: the code in its fences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from flake8_trtc._lean import NamedTuple, regex
from flake8_trtc.languages import braces
from flake8_trtc.languages.parts import Parse, Part
from flake8_trtc.model import Dialect
from flake8_trtc.spans import Piece, SpanMap

# What the marks of quotations and lists have taken is not given back: a blank between two marks may
# belong to either, and thirty of them would be tried in every way.
_OPENING = regex(
    rb"(?P<quote>(?:[ ]{0,3}>[ ]?)*+)(?P<indent>[ \t]*+(?:(?:[-*+]|\d{1,9}[.)])[ \t]++)*+)"
    rb"(?P<fence>`{3,}|~{3,}|:{3,}(?=\{(?:code|sourcecode)))"
    rb"[ \t]*\{?[ \t]*\.?(?P<language>[\w+-]*)(?P<rest>[^\r\n]*)"
)
_DIRECTIVES = frozenset({b"code-block", b"code", b"code-cell", b"sourcecode"})
_DIRECTIVE = regex(rb"\}[ \t]*(?P<language>[\w+-]+)")
_EDGE = regex(rb"---[ \t]*\r?$", re.M)
_OPTION = regex(rb"[ \t]*:[\w-]+:")
_SCRIPT = regex(rb"^[ ]{0,3}<script\b", re.I | re.M)
_MODULE = regex(
    rb"import\s+(?:[\w*{][^\r\n]*\bfrom\b|[\"'])|import\s*\{\s*$"
    rb"|export\s+(?:(?:default|const|let|var|function|async|class)\b|[{*])"
)
_TEMPLATE = regex(rb"(?<=>)\s*\{\s*`(?=[^`\\$]*`\s*\}\s*</)|`\s*\}\s*(?=</script>)")
"""The wrapping of a script in MDX: `<script>{`…`}</script>`."""
_VISIBLE = regex(rb"[^\r\n]")
_SCRIPT_END = regex(rb"</script>", re.I)
_SETUP = regex(rb"[ ]*<script\b[^>]*\s(?:setup|lang)\b")
_FRONT = regex(rb"\A---[ \t]*\r?\n.*?^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_COMPONENT = regex(rb"\s*<(?:template|script|style)\b")
"""The beginning of a component of Vue's."""
_QUOTE = regex(rb"[ ]{0,3}>[ ]?")
_DIALECTS: dict[str, Dialect] = {
    **dict.fromkeys(("js", "javascript", "javascriptreact", "jsx", "mjs", "cjs", "node"), "js"),
    **dict.fromkeys(("ts", "typescript", "mts", "cts"), "ts"),
    **dict.fromkeys(("tsx", "typescriptreact"), "tsx"),
    **dict.fromkeys(("py", "python", "python3", "py3"), "python"),
    "html": "html",
    "vue": "vue",
}


class Fence(NamedTuple):
    """The content of a fence.

    dialect: None for one that is not read; utf8, map: its text, and the map to the document;
    indent: how many blanks it stands in, which its lines may have before them, too.
    """

    dialect: Dialect | None
    utf8: bytes
    map: SpanMap
    indent: int


def fences(text: bytes) -> Iterator[Fence]:
    """The fences of a document, in order."""
    offset = 0
    lines = iter(text.splitlines(keepends=True))
    for line in lines:
        opening = _OPENING.match(line)
        offset += len(line)
        if opening is None or (opening["fence"][:1] == b"`" and b"`" in opening["rest"]):
            continue
        inner, pieces, length = _fenced(lines, opening, offset)
        offset += length
        language, directive = opening["language"], _DIRECTIVE.match(opening["rest"])
        if directive is not None and language in _DIRECTIVES:
            language = directive["language"]
            pieces = pieces[_options(inner, pieces) :]
        dialect = _DIALECTS.get(language.decode().lower())
        yield _fence(dialect, inner, pieces, len(opening["indent"]))


def _fence(dialect: Dialect | None, inner: bytes, pieces: list[Piece], indent: int) -> Fence:
    """A fence of the lines that the pieces are."""
    start = pieces[0].inner if pieces else len(inner)
    moved = [piece._replace(inner=piece.inner - start) for piece in pieces]
    return Fence(dialect, inner[start:], SpanMap(moved), indent)


def _options(inner: bytes, pieces: list[Piece]) -> int:
    """How many lines of a directive's fence are its options."""
    within = False
    for count, piece in enumerate(pieces):
        edge = _EDGE.match(inner, piece.inner) is not None
        if not within and not (count == 0 and edge) and _OPTION.match(inner, piece.inner) is None:
            return count
        if edge and within:
            return count + 1
        within = within or edge
    return 0 if within else len(pieces)


def parts(text: bytes, fences: list[Fence], parse: Parse, *, mdx: bool) -> Iterator[Part]:
    """The code of a document: in its fences, and outside of them.

    mdx: it is MDX: what begins with `import` or `export` is code, and so is what is in braces.
    """
    for fence in fences:
        if fence.dialect is not None:
            part = Part(_shown(fence, parse), fence.utf8, fence.map, template=True)
            yield part._replace(indent=fence.indent)
    shown = outside(text, fences)
    if mdx:
        shown = _FRONT.sub(_blank, shown, count=1)
        modules = list(_modules(shown))
        yield from modules
        yield from _expressions(shown, modules)
    yield from _scripts(shown)


def _shown(fence: Fence, parse: Parse) -> Dialect:
    """The dialect of a fence: a component's, where what is said to be a script is none but that."""
    dialect = fence.dialect or "js"
    if dialect in {"js", "ts", "tsx"} and _COMPONENT.match(fence.utf8) is not None:
        return "vue" if parse(fence.utf8, dialect).root_node.has_error else dialect
    return dialect


def _expressions(shown: bytes, modules: list[Part]) -> Iterator[Part]:
    """The expressions in braces of a document in MDX. modules: its imports and exports."""
    made = bytearray(shown)
    for piece in (piece for part in modules for piece in part.map.pieces):
        span = slice(piece.outer, piece.outer + piece.length)
        made[span] = _VISIBLE.sub(b" ", made[span])
    text = bytes(made)
    yield from braces.parts(text, list(braces.braced(text, "mdx")), "js")


def _scripts(shown: bytes) -> Iterator[Part]:
    """The scripts that stand in a document itself. shown: it without what is in its fences."""
    if _SCRIPT.search(shown) is None:
        return
    at = 0
    while (opening := _SCRIPT.search(shown, at)) is not None:
        end = _SCRIPT_END.search(shown, opening.end())
        if end is None:
            return
        at = end.end()
        block = _TEMPLATE.sub(_blank, shown[opening.start() : at])
        component = b"import " in block or _SETUP.match(block) is not None
        whole = SpanMap.shifted(opening.start(), len(block))
        yield Part("vue" if component else "html", block, whole, template=not component)


def _blank(match: re.Match[bytes]) -> bytes:
    return _VISIBLE.sub(b" ", match[0])


def outside(text: bytes, fences: Iterable[Fence]) -> bytes:
    """A document with blanks for what stands in its fences."""
    made = bytearray(text)
    for fence in fences:
        for piece in fence.map.pieces:
            made[piece.outer : piece.outer + piece.length] = b" " * piece.length
    return bytes(made)


def _modules(shown: bytes) -> Iterator[Part]:
    """The imports and exports of a document in MDX, as one text. shown: see `_scripts`.

    A blank line ends it where all brackets are closed.
    """
    joined, pieces, offset, depth, inside = bytearray(), [], 0, 0, False
    before_blank = True
    for line in shown.splitlines(keepends=True):
        blank = not line.strip()
        inside = (inside and (depth > 0 or not blank)) or (
            before_blank and _MODULE.match(line) is not None
        )
        depth = max(depth + _depth(line), 0) if inside else 0
        if inside:
            pieces.append(Piece(len(joined), offset, len(line)))
            joined += line
        offset += len(line)
        before_blank = blank
    if joined:
        yield Part("js", bytes(joined), SpanMap(pieces), "bare")


def _depth(line: bytes) -> int:
    """How many more brackets a line opens than it closes."""
    return sum(line.count(mark) for mark in (b"(", b"[", b"{")) - sum(
        line.count(mark) for mark in (b")", b"]", b"}")
    )


def _fenced(
    lines: Iterator[bytes], opening: re.Match[bytes], offset: int
) -> tuple[bytes, list[Piece], int]:
    """The content of a fence, its pieces, and how many bytes it and the closing line take.

    A fence without an end reaches to the end of the document.
    """
    fence = opening["fence"]
    closing = re.compile(rb"[ ]{0,3}%s{%d,}[ \t]*\r?\n?" % (re.escape(fence[:1]), len(fence)))
    depth, indent = opening["quote"].count(b">"), len(opening["indent"])
    inner, pieces, length = bytearray(), [], 0
    for line in lines:
        content = _without(line, depth, indent)
        if content is None:  # the quotation ends, and the fence with it
            length += len(line)
            break
        start = offset + length + len(line) - len(content)
        length += len(line)
        if closing.fullmatch(content):
            break
        pieces.append(Piece(len(inner), start, len(content)))
        inner += content
    return bytes(inner), pieces, length


def _without(line: bytes, depth: int, indent: int) -> bytes | None:
    """A line of a fence without the marks of the quotation and the indentation of the list."""
    start = 0
    for _ in range(depth):
        mark = _QUOTE.match(line, start)
        if mark is None:
            return None
        start = mark.end()
    line = line[start:]
    blank = len(line) - len(line.lstrip(b" \t"))
    return line[min(blank, indent) :]
