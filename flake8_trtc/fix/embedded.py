"""Fixes in scripts, and in code inside other text: planned there, carried to the file, proved."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from flake8_trtc.config.options import Options
from flake8_trtc.fix.component import Fixes, groups
from flake8_trtc.fix.edits import Edit, ProofError, RewriteError, Written, splice
from flake8_trtc.fix.encode import Carrier, carrier
from flake8_trtc.fix.javascript.refusals import BROKEN, TEMPLATE
from flake8_trtc.languages.javascript.constants import names_constants
from flake8_trtc.languages.regions import SCRIPTS, regions
from flake8_trtc.messages import failures, refusals
from flake8_trtc.messages.message import Message
from flake8_trtc.model import Finding, Fix, Region, Span, SpanMap
from flake8_trtc.source import Source, language_of

_ROLES = {".mjs": "module", ".mts": "module", ".cjs": "function", ".cts": "function"}


class _Plan(NamedTuple):
    """What is to become of one region."""

    region: Region
    edits: tuple[Edit, ...]


class _Planned(NamedTuple):
    """Edits, the fixes of the file that they make, and the ones that are refused."""

    edits: tuple[Edit, ...]
    done: tuple[Fix, ...]
    refused: list[tuple[Fix, Message]]


def write_embedded(
    source: Source, findings: list[Finding], options: Options, own: Sequence[Fix] = ()
) -> Written:
    """Write fixes into the code that stands in other text, and prove it.

    findings: none of them in Python's own code; own: the fixes that are, written along with
    them, none of which stands in a string. Raises RewriteError.
    """
    python = language_of(source.path) == "python"
    try:
        before = regions(source, options)
        host = carrier(source)
        declaring = [other for other in before if names_constants(other.text)]
        refused: list[tuple[Fix, Message]] = []
        plans: list[_Plan] = []
        edits: list[Edit] = []
        done: list[Fix] = []
        for group in groups(source.utf8, _grouped(source, findings), before):
            region, fixes = group.region, group.fixes
            barred = host.barred(region)
            if barred is not None:
                refused += ((outer, barred) for outers in fixes.values() for outer in outers)
                continue
            earlier = [other.text for other in declaring if _shares(other, region)]
            beside = partial(_is_beside, before, group.parts)
            planned = _planned(source, region, fixes, options, host, earlier, beside)
            refused += planned.refused
            parts = group.split(planned.edits)
            if parts is None:
                refused += ((fix, TEMPLATE) for fix in planned.done)
                continue
            carried = [host.carry(part, edit) for part, own in parts for edit in own]
            if None in carried:
                refused += ((fix, refusals.ESCAPED_DECLARATION()) for fix in planned.done)
            elif planned.done:
                plans += (_Plan(part, own) for part, own in parts)
                edits += (edit for edit in carried if edit is not None)
                done += planned.done
        if python:
            from flake8_trtc.fix.python.writer import write_python

            written = write_python(source, own, options, edits)
        else:
            written = Written(splice(source.utf8, edits), (), (), tuple(edits))
        if plans:
            _prove(source, written.utf8, before, plans, options)
    except ProofError as error:
        raise RewriteError(failures.NOT_PROVED(error=error)) from None
    return written._replace(done=(*written.done, *done), refused=(*refused, *written.refused))


def _grouped(source: Source, findings: Iterable[Finding]) -> Iterator[tuple[Region, Fixes]]:
    """Each region with its own fixes."""
    found: dict[tuple[int, str], tuple[Region, Fixes]] = {}
    for item, fix in [(item, item.fix) for item in findings if item.fix is not None]:
        region = item.region or _whole(source)
        inner = fix._replace(span=item.inner or fix.span)
        key = region.map.pieces[0].outer, region.language
        _, fixes = found.setdefault(key, (region, {}))
        fixes.setdefault(inner, []).append(fix)
    yield from found.values()


def code_of(source: Source, options: Options) -> list[Region]:
    """The code of a file, region by region; of a script, all of it."""
    return [_whole(source)] if language_of(source.path) in SCRIPTS else regions(source, options)


def _whole(source: Source) -> Region:
    """A script as a region of itself."""
    whole = SpanMap.shifted(0, len(source.utf8))
    role = _ROLES.get(os.path.splitext(source.path)[1].lower(), "file")
    return Region(language_of(source.path), source.utf8, whole, role)


def _shares(other: Region, region: Region) -> bool:
    """Whether what another script declares is there when a script of the same page runs."""
    page = other.role == "script" and region.role in {"script", "handler"}
    both = page and other.host == "" and region.host in {"", "html-attribute"}
    return both and other.map.pieces[:1] < region.map.pieces[:1]


def _is_beside(regions: list[Region], parts: Sequence[tuple[int, Region]], word: bytes) -> bool:
    """Whether one of a file's regions has a word, besides some that are planned as one."""
    inside = [part for _, part in parts]
    return any(word in region.text and region not in inside for region in regions)


def _planned(
    source: Source,
    region: Region,
    fixes: Fixes,
    options: Options,
    host: Carrier,
    earlier: list[bytes],
    beside: Callable[[bytes], bool],
) -> _Planned:
    """What is to become of a region."""
    if region.language == "python":
        from flake8_trtc.fix.python.writer import write_python

        cell = Source(source.path, region.text)
        written = write_python(cell, list(fixes), options)
        edits, done, misfits = written.edits, written.done, written.refused
    else:
        from flake8_trtc.fix.javascript.modules import modules_of
        from flake8_trtc.fix.javascript.plan import plan
        from flake8_trtc.fix.javascript.proof import verify
        from flake8_trtc.languages.javascript.grammar import parse

        planned = plan(
            region.text,
            region.language,
            region.role,
            sorted(fixes),
            constants=options.js_error_code,
            newline=host.newline(region),
            earlier=earlier,
            beside=beside,
            modules=modules_of(source.path),
        )
        edits, done, misfits = planned.edits, planned.done, planned.refused
        try:
            verify(region.text, edits, region.language, options.js_error_code)
        except ProofError:
            if not parse(region.text, region.language).root_node.has_error:
                raise
            edits, done, misfits = (), (), tuple((fix, BROKEN) for fix in fixes)
    made = tuple(outer for fix in done for outer in fixes[fix])
    refused = [(outer, reason) for fix, reason in misfits for outer in fixes[fix]]
    return _Planned(tuple(edits), made, refused)


def _prove(
    source: Source, new: bytes, before: list[Region], plans: list[_Plan], options: Options
) -> None:
    """The file, read again, holds each region as it was planned, and the others as they were.

    Raises ProofError.
    """
    expected = {_start(plan.region): splice(plan.region.text, plan.edits) for plan in plans}
    after = regions(Source(source.path, new), options)
    wanted = [expected.get(_start(region), region.text) for region in before]
    if wanted != [region.text for region in after]:
        raise ProofError("the code that was rewritten reads differently where it stands")


def _start(region: Region) -> Span:
    first = region.map.pieces[0] if region.map.pieces else None
    return Span(first.outer, len(region.text)) if first is not None else Span(-1, 0)
