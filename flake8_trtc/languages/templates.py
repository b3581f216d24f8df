"""Text with the holes of a server's template: what is put in at run time made neutral."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from flake8_trtc._lean import NamedTuple, regex


class Kind(NamedTuple):
    """A kind of hole.

    engines: whose; opens: a pattern of what it begins with; ends: what it ends with, where that is
    not the braces that close it; value: it puts something in; comment: it is none but a comment.
    """

    engines: str
    opens: bytes
    ends: bytes = b""
    value: bool = False
    comment: bool = False


KINDS = (
    Kind("Handlebars", rb"\{\{~?!--", b"--}}", comment=True),
    Kind("Handlebars", rb"\{\{~?!", comment=True),
    Kind("Handlebars", rb"\{\{~?(?:[#/^>]|\s*else\b)"),
    Kind("Jinja, Django, Twig, Nunjucks, Handlebars", rb"\{\{", value=True),
    Kind("Jinja, Django, Twig, Nunjucks", rb"\{%", b"%}"),
    Kind("Jinja, Django, Twig, Nunjucks", rb"\{#", b"#}", comment=True),
    Kind("EJS, ERB", rb"<%[-_]?#", b"%>", comment=True),
    # In EJS it gives a value.
    Kind("ERB", rb"<%-\s*(?:if|unless|els\w*|end|case|when|for|while|until|begin)\b", b"%>"),
    Kind("EJS, ERB", rb"<%[=:-]", b"%>", value=True),
    Kind("EJS, ERB", rb"<%", b"%>"),
    Kind("PHP", rb"<\?(?:=|php\s+(?:echo|print)\b)", b"?>", value=True),
    Kind("PHP", rb"<\?(?!xml)", b"?>"),
)
"""The holes of each engine, the ones first that begin as others do. Each is tested on pages."""

_MAY_OPEN = regex(rb"[{<][{%#?]")  # twelve patterns at each byte take three times as long
_OPENING = regex(b"|".join(b"(%s)" % kind.opens for kind in KINDS))
# Balanced, so that the braces of a script are rarely taken for a value's.
_BRACED = regex(rb"\{\{(?:[^{}]++|\{[^{}]*+\})*+\}\}")
_NOTE = regex(rb"\{%-?\s*comment\b")
_NOTE_END = regex(rb"\{%-?\s*endcomment\b.*?%\}", re.DOTALL)
_KEPT = regex(rb"\{%-?\s*(raw|verbatim)\b")
_KEPT_END = regex(rb"\{%-?\s*end(?:raw|verbatim)\b")
_VISIBLE = regex(rb"[^\r\n]")
_NEWLINE = regex(rb"[\r\n]")

COMMAND = b"/*%"
"""The beginning of a template's command in a neutral script."""


class Hole(NamedTuple):
    """Where a template puts something in: a value, or nothing by itself (a command, a comment)."""

    start: int
    end: int
    value: bool
    comment: bool = False


def holes(text: bytes) -> Iterator[Hole]:
    """The holes of a text, in order, of all engines of KINDS.

    From `{% comment %}` to `{% endcomment %}` it is one. What stands between `{% raw %}` and
    `{% endraw %}` (or `verbatim`) has none. One that does not end is none.
    """
    endless: set[bytes] = set()
    at = 0
    while (found := _MAY_OPEN.search(text, at)) is not None:
        start, at = found.span()
        opening = _OPENING.match(text, start)
        if opening is None:
            at = start + 1
            continue
        at = opening.end()
        kind = KINDS[(opening.lastindex or 1) - 1]
        end = _end_of(text, start, at, kind, endless)
        if end is None:
            continue
        at = end
        command = text.startswith(b"{%", start)
        if command and _NOTE.match(text, start) is not None:
            note = _after(text, at, _NOTE_END, endless)
            at = note.end() if note is not None else at
        yield Hole(start, at, kind.value, kind.comment)
        if command and _KEPT.match(text, start) is not None:
            kept = _after(text, at, _KEPT_END, endless)
            at = kept.start() if kept is not None else at


def _end_of(text: bytes, start: int, at: int, kind: Kind, endless: set[bytes]) -> int | None:
    """Where a hole ends; None where it does not. endless: what is known not to come any more."""
    if not kind.ends:
        braced = _BRACED.match(text, start)
        return None if braced is None else braced.end()
    end = -1 if kind.ends in endless else text.find(kind.ends, at)
    if end < 0:
        endless.add(kind.ends)
        return None
    return end + len(kind.ends)


def _after(
    text: bytes, at: int, end: re.Pattern[bytes], endless: set[bytes]
) -> re.Match[bytes] | None:
    """The end of a block; None where none comes any more."""
    found = None if end.pattern in endless else end.search(text, at)
    if found is None:
        endless.add(end.pattern)
    return found


def neutral(text: bytes, *, script: bool = False) -> bytes:
    """The text with a name for every value that a template puts in, and blanks for its commands.

    Of the same length, with the same lines. script: commands become comments, so that it can be
    told where they stood, and what they open or close: see `Branches`.
    """
    parts: list[bytes] = []
    at = 0
    for hole, mark in _marked(text) if script else ((hole, b"") for hole in holes(text)):
        written = text[hole.start : hole.end]
        parts += (text[at : hole.start], _name(written) if hole.value else _blank(written, mark))
        at = hole.end
    return b"".join((*parts, text[at:]))


def _name(written: bytes) -> bytes:
    """An identifier, on the first line of what it stands for."""
    newline = _NEWLINE.search(written)
    end = newline.start() if newline is not None else len(written)
    return b"_" * end + _VISIBLE.sub(b" ", written[end:])


def _blank(written: bytes, mark: bytes) -> bytes:
    """Blanks; a comment with a mark where there is one, and room for it."""
    blank = _VISIBLE.sub(b" ", written)
    if not mark or len(blank) < 5:
        return blank
    inner = blank[3:-2]
    return COMMAND + (mark + inner[1:] if inner[:1] == b" " else inner) + b"*/"


_MARKED = regex(rb"/\*%(?P<mark>[?+|^-]|(?=\*/))")
_WORD = regex(rb"\w+")
_MIDDLE = frozenset(b"else elif elsif elseif empty plural when".split())
_LOOPS = frozenset(b"for each foreach while macro tablerow until".split())
_RUBY = frozenset(b"if unless case begin".split()) | _LOOPS
_RUBY_BLOCK = regex(rb"\bdo(?:\s*\|[^|]*\|)?$")
_EACH = regex(rb"^(?:for|while|foreach)\b|\b(?:forEach|each|map)\b")


def _marked(text: bytes) -> Iterator[tuple[Hole, bytes]]:
    """The holes of a text, each with what it opens or closes.

    "?": a branch or a block, which may be left out; "+": a loop, which may come more than once;
    "|": the next branch; "-": the end of one; "^": all outside of blocks is left out; " ": none.
    """
    found = [*holes(text)]
    insides = [text[hole.start + 2 : hole.end - 2].strip(b"-+~_=# \t\r\n") for hole in found]
    words = [match[0] if (match := _WORD.match(inside)) else b"" for inside in insides]
    known = frozenset(words)
    for hole, inside, word in zip(found, insides, words, strict=True):
        tag = text[hole.start : hole.start + 2]
        if hole.value or hole.comment:
            yield hole, b" "
        elif tag == b"{{":
            yield hole, _mark_of_block(text[hole.start : hole.end])
        elif tag == b"{%":
            yield hole, _mark_of_tag(word, known)
        else:
            yield hole, _mark_of_code(inside.removeprefix(b"php").strip(b"; \t\r\n"), known)


def _mark_of_tag(word: bytes, known: frozenset[bytes]) -> bytes:
    """The mark of `{% word … %}`. known: the first words of all commands of the text."""
    if word == b"extends":
        return b"^"
    if word in _MIDDLE:
        return b"|"
    if word.startswith(b"end"):
        return b"-" if word == b"end" or word[3:] in known else b" "
    opens = b"end" + word in known or (b"end" in known and word in _RUBY)
    return (b"+" if word in _LOOPS else b"?") if opens and word else b" "


def _mark_of_block(written: bytes) -> bytes:
    """The mark of `{{#if …}}` and the like, of Handlebars."""
    inside = written[2:].lstrip(b"~ \t\r\n")
    if inside[:1] == b"/":
        return b"-"
    if inside.startswith(b"else") or re.match(rb"\^\s*~?\}", inside):
        return b"|"
    if inside[:1] == b"#" and inside[1:2] != b">":
        return b"+" if inside[1:].lstrip().startswith(b"each") else b"?"
    return b"?" if inside[:1] in {b"#", b"^"} else b" "


def _mark_of_code(inside: bytes, known: frozenset[bytes]) -> bytes:
    """The mark of `<% … %>` and `<?php … ?>`: braces, colons, `end`."""
    word = match[0] if (match := _WORD.match(inside)) else b""
    opens = inside.endswith((b"{", b":")) or (
        b"end" in known and (word in _RUBY or _RUBY_BLOCK.search(inside) is not None)
    )
    if word in _MIDDLE or (inside.startswith(b"}") and opens):
        return b"|"
    if inside.startswith(b"}") or word.startswith(b"end"):
        return b"-"
    return (b"+" if _EACH.search(inside) else b"?") if opens else b" "


class Branches:
    """Which of a template's branches, loops and blocks are open at an offset of a neutral text.

    What stands in one that is open is there on every rendering that holds something else only if
    the same ones, at least, are open there.
    """

    def __init__(self, neutral: bytes) -> None:
        """neutral: as `neutral` has it, with script."""
        self._starts = [0]
        self._open: list[frozenset[int]] = [frozenset()]
        self._loops: set[int] = set()
        stack: list[int] = []
        outside: frozenset[int] = frozenset()
        for count, match in enumerate(_MARKED.finditer(neutral), 1):
            mark = match["mark"]
            if mark == b"^":
                outside = frozenset((0,))
            elif mark not in {b"?", b"+"} and stack:
                stack.pop()
            if mark in {b"?", b"+", b"|"}:
                stack.append(count)
            if mark == b"+":
                self._loops.add(count)
            self._starts.append(match.start() + 1)  # what is put before it is outside of it
            self._open.append(frozenset(stack) or outside)

    def at(self, offset: int) -> frozenset[int]:
        """Those that are open at an offset."""
        return self._open[bisect_right(self._starts, offset) - 1]

    def covers(self, declared: int, used: int) -> bool:
        """True if what stands at one offset is there whenever what stands at the other is."""
        return self.at(declared) <= self.at(used)

    def repeats(self, offset: int, scope: int) -> bool:
        """True if what stands at an offset may come more than once in a scope that begins there."""
        return bool((self.at(offset) - self.at(scope)) & self._loops)
