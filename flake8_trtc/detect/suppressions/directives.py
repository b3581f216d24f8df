"""The directives in a comment: `trtc: ignore[TRT001]` and its kin, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from flake8_trtc._lean import NamedTuple, regex
from flake8_trtc.catalog.rules import RULES
from flake8_trtc.messages import suppressions as messages
from flake8_trtc.messages.message import Message, listed
from flake8_trtc.spans import Span

WORDS = ("ignore", "ignore-next-line", "ignore-start", "ignore-end", "ignore-file")
EVERY = ("",)
"""The prefixes of every code."""

# One in quotes is somebody writing about it.
_DIRECTIVE = regex(
    rb"(?<![\w'\"`])(?:#|//-?|/\*+|<!--|\{#-?|\{\{~?!(?:--)?)[ \t]*trtc:"
    rb"[ \t]*(?P<word>[a-z]+(?:-[a-z]+)*)(?![\w-])"
    rb"[ \t]*(?=(?P<rest>[^\r\n]*))",
    re.I,
)
_END = regex(rb"[ \t]*(?:\*/|--+>|-?#\}|(?:--)?~?\}\}|[-_]?%>|$)")
_BARE = regex(rb"[ \t:=(]*(TRT\d[\w]*)", re.I)


class Directive(NamedTuple):
    """A directive in a comment.

    span: of the directive in its text, from the comment's mark to the bracket or the word; word:
    one of WORDS, "" for one that is misspelt; codes: the prefixes of the codes it is about, EVERY
    for all, none where they can't be told; problem: what is wrong with how it is written, None for
    nothing, with what its text says.
    """

    span: Span
    word: str
    codes: tuple[str, ...]
    problem: Message | None = None


def directives(text: bytes, comment: Span) -> Iterator[Directive]:
    """The directives in a comment of a text, in order; none in one that is about something else."""
    for match in _DIRECTIVE.finditer(text, *comment):
        made = _directive(match)
        if made is not None:
            yield made


def _directive(match: re.Match[bytes]) -> Directive | None:
    word, rest = match["word"].decode().lower(), match["rest"]
    start, end = match.start(), match.end("word")
    bracketed = rest.startswith(b"[")
    if word not in WORDS:
        close = get_close_matches(word, WORDS, n=1, cutoff=0.75)
        if not close or not (bracketed or _END.match(rest)):
            return None  # prose
        return Directive(Span(start, end), "", (), messages.MISSPELT(what=word, hint=close[0]))
    if not bracketed:
        bare = _BARE.match(rest)
        if bare is not None and word != "ignore-end":
            hint = f"{word}[{bare[1].decode().upper()}]"
            return Directive(Span(start, end), word, (), messages.BARE(hint=hint))
        return Directive(Span(start, end), word, EVERY)
    close_at = rest.find(b"]")
    if close_at < 0:
        return Directive(Span(start, end), word, (), messages.UNCLOSED())
    end = match.start("rest") + close_at + 1
    named = rest[1:close_at].decode("utf-8", "replace").upper()
    codes = tuple(re.findall(r"[^\s,;]+", named))
    return Directive(Span(start, end), word, codes, _wrong(codes))


def _wrong(codes: tuple[str, ...]) -> Message | None:
    """The mistake in the codes in brackets, or None."""
    if not codes:
        return messages.EMPTY()
    unknown = [code for code in codes if not any(rule.startswith(code) for rule in RULES)]
    if not unknown:
        return None
    return messages.UNKNOWN(what=listed(unknown))
