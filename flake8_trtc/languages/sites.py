"""The sites of a file: each text that may hold a code is read by the reader of its dialect."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from flake8_trtc._lean import regex
from flake8_trtc.catalog.rules import codes_about
from flake8_trtc.config.options import Options
from flake8_trtc.languages.document import Document, Text
from flake8_trtc.languages.prefilter import Candidates, candidates
from flake8_trtc.messages import refusals
from flake8_trtc.model import SCRIPTS, Kind, Place, Site
from flake8_trtc.spans import Span

if TYPE_CHECKING:
    from flake8_trtc.config.options import JsConstants
    from flake8_trtc.languages.javascript.constants import Constants

_BRACES = regex(rb"\{[%{]|<[%?]")


def sites_of(document: Document, found: Candidates, options: Options) -> list[Site]:
    """Tell what each candidate of a file does, in the order of the text.

    found: the candidates of the file's own text. Raises SourceError for a notebook that is none.
    """
    return sorted(_sites(document.root, found, options), key=lambda site: site.span)


def _sites(text: Text, found: Candidates, options: Options) -> Iterator[Site]:
    """The sites of a text and of those inside it, from the outside in."""
    pending = [(text, found, _Shared((), options))]
    while pending:
        text, found, shared = pending.pop()
        for site in own_sites(text, found, options, shared):
            yield site if text.parent is None else _moved(site, text)
        for holder in _holders(text, found):
            for site in _conditions(holder, found, options):
                yield _in_string(site, holder) if holder.parent is not None else site
            shared = _Shared(holder.parts, options)
            for part in holder.parts:
                inside = candidates(
                    part.utf8, whole=True, constants=options.constants, others=found.others
                )
                if inside is not None:
                    pending.append((part, inside, shared))


def _holders(text: Text, found: Candidates) -> Iterable[Text]:
    """Holders of the texts in a text that may hold a code: its strings, or itself."""
    if text.dialect == "python" or text.dialect in SCRIPTS:
        return text.strings_at((*found.numbers, *found.names, *found.mentions))
    return (text,)


def _conditions(text: Text, found: Candidates, options: Options) -> Iterable[Site]:
    """The sites in the holes of a server's template."""
    if text.dialect not in {"html", "string"} or not text.template:
        return ()
    if not _BRACES.search(text.utf8):
        return ()
    from flake8_trtc.languages.conditions import condition_sites

    return condition_sites(text, options, others=found.others)


class _Shared:
    """The constants that scripts of a component or page declare or import: others see them, too.

    texts: the component's or page's.
    """

    def __init__(self, texts: Sequence[Text], options: Options) -> None:
        self._texts = texts
        self._options = options

    def seen_from(self, text: Text, found: Candidates) -> Sequence[Constants]:
        """The constants that a text of code may name; none where it names none.

        found: its candidates.
        """
        if text.role not in _SEEING or not (found.names or b"ErrorCode" in text.utf8):
            return ()
        words = sorted(set(_WORD.findall(text.utf8)))
        return [self._constants[word] for word in words if word in self._constants]

    @cached_property
    def _constants(self) -> dict[bytes, Constants]:
        from flake8_trtc.languages.javascript.constants import constants_of, types_of_sdk

        seen: dict[bytes, Constants] = {}
        for text in self._texts:
            if text.dialect in SCRIPTS and text.role in _SEEN:
                root, own = text.tree.root_node, _configured(text, self._options)
                for known in (*constants_of(root, text.utf8, own), *types_of_sdk(root, text.utf8)):
                    seen.setdefault(known.name.encode(), known)
        return seen


_WORD = regex(rb"[A-Za-z_$\x80-\xff][\w$\x80-\xff]*")
_SEEN = frozenset({"module", "setup", "script"})
_SEEING = frozenset({"setup", "script", "handler", "expression"})


def _configured(text: Text, options: Options) -> JsConstants | None:
    """The project's own constants, as the configuration names them for a script."""
    return options.script_constants(text.document.source.path)


def own_sites(
    text: Text, found: Candidates, options: Options, shared: _Shared | None = None
) -> list[Site]:
    """The sites of a text where they stand in it, without those of the texts inside it.

    shared: what the texts beside it declare.
    """
    if text.dialect == "python":
        from flake8_trtc.languages.python import reader as python

        sites = python.read_python(text, text.tree.root_node, found, options.error_code)
        return sites + _unread(text, found, sites)
    if text.dialect not in SCRIPTS:
        return []
    from flake8_trtc.languages.javascript import reader as javascript

    root, own = text.tree.root_node, _configured(text, options)
    beside = () if shared is None else shared.seen_from(text, found)
    sites = javascript.read_script(text, root, found, text.dialect, own, beside)
    unread = _unread(text, found, sites)
    wanted = any(options.wants(code, "") for code in codes_about("texts"))
    error = javascript.first_error(root) if text.parent is not None else None
    if error is not None and (unread or wanted):
        kind = unread[0].kind if unread else Kind.BROKEN
        unread = [_broken(text, Span(error, error), kind)]
    return sites + unread


def _unread(text: Text, found: Candidates, sites: list[Site]) -> list[Site]:
    """Where the parser lost a candidate of a text of code; of several one is enough."""
    if not text.tree.root_node.has_error:
        return []
    from flake8_trtc.languages.lost import first_lost

    lost = first_lost(text.tree.root_node, found.numbers, sites)
    return [] if lost is None else [_broken(text, lost, Kind.LOST)]


def _broken(text: Text, span: Span, kind: Kind) -> Site:
    """A place where a text does not parse."""
    language = "Python" if text.dialect == "python" else "JavaScript"
    scopes = (Span(0, len(text.utf8)),)
    return Site(span, language, kind, None, Place.VALUE, None, scopes)


def _moved(site: Site, text: Text) -> Site:
    """A site of a text as one of the file."""
    around, outer = text.map.around, text.map.outer(site.span)
    chain, table = site.chain, site.table
    if chain is not None:
        chain = (around(Span(chain[0], chain[0] + 1)).start, chain[1])
    if table is not None:
        table = table._replace(start=around(Span(table.start, table.start + 1)).start)
    return site._replace(
        span=outer or around(site.span),
        scopes=(*map(around, site.scopes), *_scopes_around(text)),
        chain=chain,
        table=table,
        obstacle=site.obstacle if outer is not None else refusals.ESCAPES(),
        text_number=text.number,
        inner=site.span,
    )


def _in_string(site: Site, text: Text) -> Site:
    """A site in a hole of a string as one of the file.

    Of a string that is no page it is the file's own: there is no comment inside it.
    """
    moved = _moved(site, text)
    own = text.dialect == "string" and text.parent is not None and text.parent.parent is None
    return moved._replace(text_number=0, inner=None) if own else moved


def _scopes_around(text: Text) -> Iterator[Span]:
    """The spans of the file around a text that are evidence for it, from the inside out."""
    while text.parent is not None:
        yield from map(text.parent.map.around, text.scopes)
        text = text.parent
