"""Fixes in scripts, and in code inside other text: planned there, carried to the file, proved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from flake8_trtc._lean import NamedTuple, regex
from flake8_trtc.catalog.generations import DECLARED
from flake8_trtc.config.options import Options
from flake8_trtc.fix.component import Fixes, Group, groups
from flake8_trtc.fix.edits import (
    Edit,
    ProofError,
    RewriteError,
    StringsError,
    UnparsedError,
    Written,
    moved,
    placed,
    splice,
)
from flake8_trtc.fix.encode import Carrier, carrier, script_around
from flake8_trtc.languages.document import Document, Text
from flake8_trtc.languages.prefilter import candidates
from flake8_trtc.languages.sites import own_sites
from flake8_trtc.messages import failures, refusals
from flake8_trtc.messages.message import Message
from flake8_trtc.model import SCRIPTS, Finding, Fix, Kind, Site
from flake8_trtc.spans import Span


class _Plan(NamedTuple):
    """The plan for one text."""

    text: Text
    edits: tuple[Edit, ...]


class _Carried(NamedTuple):
    """The plan for texts that are planned as one.

    around: the text that they are in; edits: of the file; done: the fixes of the file in them.
    """

    around: Text | None
    plans: tuple[_Plan, ...]
    edits: tuple[Edit, ...]
    done: tuple[Fix, ...]


_Refused = list[tuple[Fix, Message]]


class _Around(NamedTuple):
    """The surroundings of a text: see `plan`."""

    earlier: list[Text]
    beside: Callable[[bytes], bool]
    also: list[str]
    template: int | None
    taken: set[str]


class _Planned(NamedTuple):
    """Edits, the fixes of the file that they make, and the ones that are refused."""

    edits: tuple[Edit, ...]
    done: tuple[Fix, ...]
    refused: list[tuple[Fix, Message]]


def write_embedded(
    document: Document,
    findings: list[Finding],
    options: Options,
    own: Sequence[Fix] = (),
    *,
    draft: bool = False,
) -> Written:
    """Write fixes into scripts and into the code that stands in other text, and prove it.

    findings: none of them in Python's own code; own: the fixes that are, written along with
    them, none of which stands in a string; draft: only say what is refused. Raises RewriteError.
    """
    before = document.code(options.constants)
    try:
        made, refused = _carried(document, before, findings, options, draft=draft)
        written = Written(document.root.utf8, (), (), ())
        while made or own:
            try:
                edits = [edit for item in made for edit in item.edits]
                written = _written(document, edits, own, options, draft=draft)
                break
            except StringsError as error:
                made, left = _without(made, error)
                refused += left
        if made and not draft:
            new = document.revised(written.utf8)
            _prove(new, before, made, options)
            written = written._replace(document=new)
    except ProofError as error:
        raise RewriteError(failures.NOT_PROVED(error=error)) from None
    done = (fix for item in made for fix in item.done)
    return written._replace(done=(*written.done, *done), refused=(*refused, *written.refused))


def _written(
    document: Document, edits: Sequence[Edit], own: Sequence[Fix], options: Options, *, draft: bool
) -> Written:
    """The file with the edits of its texts, and with what is fixed in Python's own code."""
    if document.root.dialect != "python":
        return Written(splice(document.root.utf8, edits), (), (), tuple(edits))
    from flake8_trtc.fix.python.writer import draft_python, write_python

    return (draft_python if draft else write_python)(document.root, own, options, edits)


def _carried(
    document: Document,
    before: list[Text],
    findings: list[Finding],
    options: Options,
    *,
    draft: bool,
) -> tuple[list[_Carried], _Refused]:
    """The plan for the texts, and the refusals."""
    host = carrier(document)
    page = document.root.branches
    declaring = [other for other in before if _declares(other)]
    refused: _Refused = []
    made: list[_Carried] = []
    drafts: dict[Text, Text] = {}  # the plain scripts of components, as they are planned
    together = list(groups(_grouped(document, findings), before))
    setups = [group for group in together if group.text.role == "setup"]
    pending = together[::-1]
    while pending:
        group = pending.pop()
        text, fixes = group.text, group.fixes
        barred = host.barred(text)
        if barred is not None:
            refused += ((outer, barred) for outers in fixes.values() for outer in outers)
            continue
        earlier = [
            drafts.get(other, other)
            for other in dict.fromkeys((*declaring, *drafts))
            if _shares(other, text) and page.covers(_at(other), _at(text))
        ]
        around = _Around(
            earlier,
            partial(_is_beside, before, group.parts),
            _needed(text, setups),
            group.parts[1][0] if len(group.parts) > 1 else None,
            {name.decode("utf-8", "replace") for name in group.taken},
        )
        planned = _planned(text, fixes, options, host, around, draft=draft)
        parts = group.split(planned.edits)
        if parts is None:  # the template has no room, or another meaning, for what is written
            script, others = group.parted()
            refused += ((fix, refusals.TEMPLATE()) for fix in others)
            pending += [script] if script.fixes else []
            continue
        refused += planned.refused
        carried = [host.carry(part, edit) for part, own in parts for edit in own]
        if None in carried:
            refused += ((fix, refusals.ESCAPED_DECLARATION()) for fix in planned.done)
        elif planned.done:
            plans = tuple(_Plan(part, own) for part, own in parts)
            edits = tuple(edit for edit in carried if edit is not None)
            made.append(_Carried(text.parent, plans, edits, planned.done))
            if text.role == "module" and text.parent is not None and text.parent.dialect == "vue":
                drafts[text] = text.revised(splice(text.utf8, planned.edits))
    return made, refused


def _without(made: list[_Carried], error: StringsError) -> tuple[list[_Carried], _Refused]:
    """The plan without the strings that can't be written, and the refusals for that."""
    gone: dict[Text | None, Message] = {}
    for item in made:
        for span, reason in error.strings:
            if any(span.start <= edit.start < span.end for edit in item.edits):
                gone[item.around] = reason
    left = [(fix, gone[item.around]) for item in made if item.around in gone for fix in item.done]
    return [item for item in made if item.around not in gone], left


def _grouped(document: Document, findings: Iterable[Finding]) -> Iterator[tuple[Text, Fixes]]:
    """Each text with its own fixes."""
    found: dict[int, Fixes] = {}
    for item, fix in [(item, item.fix) for item in findings if item.fix is not None]:
        inner = fix._replace(span=item.inner or fix.span)
        found.setdefault(item.text_number, {}).setdefault(inner, []).append(fix)
    for number, fixes in found.items():
        yield document.texts[number], fixes


def _declares(text: Text) -> bool:
    """True if a script may declare constants, or bind the SDK, which has them."""
    if text.dialect not in SCRIPTS:
        return False
    from flake8_trtc.languages.javascript.constants import names_constants
    from flake8_trtc.languages.javascript.sdk_bindings import may_bind_sdk

    if not names_constants(text.utf8):
        return may_bind_sdk(text.utf8)
    if text.role != "script":
        return True
    from flake8_trtc.fix.javascript.tree import is_esm

    return not is_esm(text.tree.root_node)  # no classic script that runs is one


def _shares(other: Text, text: Text) -> bool:
    """True if what another script declares is there when a script of the same page runs."""
    page = other.role == "script" and text.role in {"script", "handler"}
    both = page and other.host == "" and text.host in {"", "html-attribute"}
    before = other.parent is text.parent and other.number < text.number
    return _is_plain(other, text) or (both and before and not _may_be_module(other))


def _may_be_module(script: Text) -> bool:
    """True if a template makes the type of a script, which then may share nothing."""
    utf8, start = script.document.root.utf8, _at(script)
    tag = utf8[max(utf8.rfind(b"<script", 0, start), 0) : start]
    return _MADE_TYPE.search(tag) is not None


_MADE_TYPE = regex(rb"type\s*=\s*[\"']?[^\"'>]*(?:\{[{%]|<[%?]|\$\{)|<script[^>]*\{%")


def _is_plain(other: Text, text: Text) -> bool:
    """True if a script is the plain one of a component whose setup script is the other."""
    one = other.parent is text.parent and other.dialect == text.dialect
    return one and other.role == "module" and text.role == "setup"


def _needed(text: Text, setups: Sequence[Group]) -> list[str]:
    """The constants that the setup script of a component needs besides its plain script."""
    own = (group for group in setups if _is_plain(text, group.text))
    fixes = (fix for group in own for fix in group.fixes)
    return [fix.constant for fix in fixes if fix.qualified and fix.codes in DECLARED]


def _at(text: Text) -> int:
    """Where a text begins in its file."""
    return text.map.pieces[0].outer if text.map.pieces else 0


def _is_beside(code: list[Text], parts: Sequence[tuple[int, Text]], word: bytes) -> bool:
    """True if one of a file's texts has a word, besides some that are planned as one."""
    inside = [part for _, part in parts]
    return any(word in text.utf8 and text not in inside for text in code)


def _planned(
    text: Text,
    fixes: Fixes,
    options: Options,
    host: Carrier,
    around: _Around,
    *,
    draft: bool,
) -> _Planned:
    """The plan for a text."""
    if text.dialect == "python":
        written = _python(text, fixes, options, draft=draft)
        edits, done, misfits = written.edits, written.done, written.refused
    else:
        from flake8_trtc.fix.javascript.imports import as_imported
        from flake8_trtc.fix.javascript.modules import Modules
        from flake8_trtc.fix.javascript.plan import plan
        from flake8_trtc.fix.javascript.proof import verify

        path = text.document.source.path
        own = as_imported(options.script_constants(path), text)
        planned = plan(
            text,
            sorted(fixes),
            constants=own,
            newline=host.newline(text),
            earlier=around.earlier,
            beside=around.beside,
            also=around.also,
            template=around.template,
            taken=around.taken,
            modules=Modules(path),
        )
        edits, done, misfits = planned.edits, planned.done, planned.refused
        try:
            if not draft or text.tree.root_node.has_error:
                verify(text, edits, own)
            if text.tree.root_node.has_error:
                _check_rest(text, edits, options)
        except ProofError:
            if not text.tree.root_node.has_error:
                raise
            edits, done, misfits = (), (), tuple((fix, refusals.BROKEN()) for fix in fixes)
    made = tuple(outer for fix in done for outer in fixes[fix])
    refused = [(outer, reason) for fix, reason in misfits for outer in fixes[fix]]
    return _Planned(tuple(edits), made, refused)


def _check_rest(text: Text, edits: Sequence[Edit], options: Options) -> None:
    """Raise ProofError where a broken script reads otherwise besides its edits, once it is fixed.

    A parser that goes on behind a mistake may then take what follows for something else.
    """
    old = _read(text, options)
    new = _read(text.revised(splice(text.utf8, edits)), options)
    spans = moved([site.span for site in old], edits)
    old = [site._replace(span=span) for site, span in zip(old, spans, strict=True)]
    written = placed(edits)
    if list(_apart(old, written)) != list(_apart(new, written)):
        raise ProofError("the rest of the script reads differently")


def _read(text: Text, options: Options) -> list[Site]:
    """The sites of a script, without what is around them."""
    found = candidates(text.utf8, whole=True, constants=options.constants, others=True)
    sites = own_sites(text, found, options) if found is not None else []
    return [
        Site(site.span, site.text, site.kind, site.value, site.place, site.subject, ())
        for site in sites
        if site.kind not in {Kind.BROKEN, Kind.LOST}
    ]


def _apart(sites: Iterable[Site], written: Sequence[Span]) -> Iterator[Site]:
    """The sites that are in none of some spans, which are in order."""
    ends = [span.end for span in written]
    for site in sites:
        at = bisect_left(ends, site.span.end)
        if at == len(ends) or written[at].start > site.span.start:
            yield site


def _python(text: Text, fixes: Fixes, options: Options, *, draft: bool) -> Written:
    """The plan for Python in another text: a cell that does not parse stops no other."""
    from flake8_trtc.fix.python.writer import draft_python, write_python

    try:
        return (draft_python if draft else write_python)(text, list(fixes), options)
    except UnparsedError as error:
        reason = error.message
        if text.document.root.dialect == "notebook":
            from flake8_trtc.languages.notebook import cell_number

            number = cell_number(text.document.root.utf8, _at(text))
            reason = refusals.BROKEN_CELL(number=number, reason=reason)
        return Written(text.utf8, (), tuple((fix, reason) for fix in fixes), ())


def _prove(new: Document, before: list[Text], made: Sequence[_Carried], options: Options) -> None:
    """The file, read again, holds each text as it was planned, and the others as they were.

    Raises ProofError.
    """
    planned: dict[int, list[Edit]] = {}
    for item in made:
        for plan in item.plans:
            planned.setdefault(plan.text.number, []).extend(plan.edits)
        script = script_around(item.plans[0].text)
        if script is not None:  # what its string says is its own text, too
            planned.setdefault(script.number, []).extend(_within(script, item.edits))
    wanted = [splice(text.utf8, planned.get(text.number, ())) for text in before]
    if wanted != [text.utf8 for text in new.code(options.constants)]:
        raise ProofError("the code that was rewritten reads differently where it stands")


def _within(script: Text, edits: Sequence[Edit]) -> Iterator[Edit]:
    """Edits of the file as those of a script that they are in. Raises ProofError."""
    for edit in edits:
        start, end = script.map.inner(edit.start), script.map.inner(edit.end)
        if start is None or end is None:
            raise ProofError("an edit stands outside of its script")
        yield Edit(start, end, edit.new)
