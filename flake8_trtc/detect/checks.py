"""The rules at work: one function each, from a judged site to its findings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property

from flake8_trtc._lean import regex
from flake8_trtc.catalog.codes import BY_NAME, CONSTANTS, DETAILS, Constant, close_member
from flake8_trtc.catalog.constants.forms import is_copy
from flake8_trtc.catalog.generations import named, values
from flake8_trtc.catalog.migration import in_v5
from flake8_trtc.catalog.rules import RULES
from flake8_trtc.catalog.v5_codes import EXTRA_CODES
from flake8_trtc.catalog.versions import parse_version, version_of
from flake8_trtc.config.options import OWN_CONSTANTS, Options
from flake8_trtc.detect.definitions import Definitions, named_for_another, role_as_number
from flake8_trtc.detect.events import unsent
from flake8_trtc.detect.judged import (
    TABLES,
    Judged,
    closed,
    constant_of,
    described_in,
    is_code,
    is_sure,
    remedy_in,
)
from flake8_trtc.detect.never import is_foreign_to_v5, is_never_equal, misuse_of_enum, problem_of
from flake8_trtc.detect.sdk import sdk_of, told
from flake8_trtc.error_code import ErrorCode
from flake8_trtc.messages import findings as messages
from flake8_trtc.messages.message import Message, verbatim, visible
from flake8_trtc.model import Finding, Fix, Kind, Level, Place, Sdk, Site, Subject
from flake8_trtc.source import Source

_NAME = regex(rf"(?<!\w)(?:{'|'.join(sorted(BY_NAME, key=len, reverse=True))})(?!\w)")
_LABEL = regex(
    r"[\W\d_]*(?:(?:0x[\da-f]+|ErrorCode|TRTC|RtcError|code|error|err|错误码)[\W\d_]*)*",
    re.IGNORECASE,
)
"""Text before the name in a comment that labels a number with it."""


class Checker:
    """Applies the rules to the sites of one file."""

    def __init__(self, source: Source, options: Options, judged: list[Judged]) -> None:
        self._source = source
        self._options = options
        self._judged = [
            item._replace(site=role_as_number(item.site))
            for item in judged
            if item.site.value not in options.allow
        ]
        self._defined = Definitions(item.site for item in self._judged)

    def findings(self) -> list[Finding]:
        """Every finding, opt-in rules included, in the order of the text and then of the codes."""
        found = [
            finding for check in _CHECKS for item in self._judged for finding in check(self, item)
        ]
        found += self._twice()
        return sorted(found, key=lambda finding: (finding.span, finding.code))

    def _report(
        self,
        code: str,
        item: Judged,
        *,
        fix: Fix | None = None,
        template: str | None = None,
        **said: object,
    ) -> Finding:
        """Write one finding; the message gets the site's text, its constant and what is said.

        template: in place of the rule's own.
        """
        site, language = item.site, self._options.language
        code_of = named(site.value, item.verdict.generation)
        if code_of is not None:
            summary = code_of.summary.of(language)
            said = {"name": code_of.name, "constant": code_of.qualified, "summary": summary, **said}
        template = template or RULES[code].message.of(language)
        line, column = self._source.position(site.span.start)
        obstacle = site.obstacle if RULES[code].fixable else None
        described = described_in(item, language)
        return Finding(
            code,
            site.span,
            line,
            column,
            visible(closed(template.format(text=site.text, what=described, **said))),
            item.verdict,
            None if obstacle else fix,
            obstacle if fix is not None else None,
            site.text_number,
            site.inner,
            site.value,
        )

    def magic_number(self, item: Judged) -> Iterator[Finding]:
        """TRT001; where the test can never hold TRT204 alone says so, and what to write."""
        code = named(item.site.value, item.verdict.generation)
        if problem_of(item.site, item.verdict, self._options.language) is not None:
            return
        if code is not None and item.site.kind is Kind.NUMBER and is_sure(item):
            fix = Fix(item.site.span, code.name, codes=item.verdict.generation)
            yield self._report("TRT001", item, fix=fix)

    def spelled(self, item: Judged) -> Iterator[Finding]:
        """TRT002."""
        site = item.site
        looked_up = site.place.compares or site.place in {Place.KEY, Place.LOOKUP}
        sure = item.verdict.level >= Level.LIKELY
        if site.kind is Kind.STRING and looked_up and sure and not is_never_equal(site):
            yield self._report("TRT002", item)

    def detail(self, item: Judged) -> Iterator[Finding]:
        """TRT004."""
        detail = DETAILS.get(item.site.value) if item.site.value is not None else None
        if detail is None or item.verdict.generation != "v4" or is_copy(self._source.utf8):
            return
        if is_sure(item):
            summary = detail.summary.of(self._options.language)
            yield self._report("TRT004", item, name=detail.parent, summary=summary)

    def retired(self, item: Judged) -> Iterator[Finding]:
        """TRT101 to TRT104, by number or by name."""
        constant = constant_of(item)
        if constant is None or not is_code(item):
            return
        sdk = sdk_of(self._source.path, self._source.utf8, self._options)
        newest = None if sdk is None else sdk.version
        reasons = (*item.verdict.reasons, *told(sdk, self._options))
        item = item._replace(verdict=item.verdict._replace(reasons=reasons))
        for code, version in (
            ("TRT101", constant.deprecated),
            ("TRT102", constant.not_thrown_since),
        ):
            if version is not None and (newest is None or newest >= version_of(version)):
                remedy = remedy_in(constant, self._options.language)
                yield self._report(code, item, version=version, remedy=remedy)
        if sdk is not None and newest is not None:
            yield from self._built(item, constant, sdk, newest)

    def _built(
        self, item: Judged, constant: Constant, sdk: Sdk, newest: tuple[int, ...]
    ) -> Iterator[Finding]:
        """TRT103 and TRT104: what the list says, else what the builds on npm have.

        npm skips versions: between the last build without a code and the first with it nothing is
        known. newest: what the SDK is at most; a range says nothing of what it is at least.
        """
        if constant.since is not None:
            if newest < version_of(constant.since):
                yield self._report("TRT103", item, version=constant.since, sdk=sdk.text)
        elif constant.last_without is not None and newest <= version_of(constant.last_without):
            first = messages.FIRST_BUILD.of(self._options.language, version=constant.first_build)
            yield self._report("TRT103", item, version=first, sdk=sdk.text)
        gone, said = constant.first_not_constructing, constant.not_thrown_since
        if gone is None or said is not None or constant.deprecated is not None:
            return
        if parse_version(sdk.text) is not None and newest >= version_of(gone):
            yield self._report("TRT104", item, version=gone, sdk=sdk.text)

    def unsent(self, item: Judged) -> Iterator[Finding]:
        """TRT105."""
        site = item.site
        if not site.misuse and not is_code(item):
            return
        if item.verdict.level is Level.NOTHING:
            return
        sdk = sdk_of(self._source.path, self._source.utf8, self._options)
        reason = None if sdk is None else unsent(site, sdk, self._options.language)
        if reason is not None:
            called = site.subject.text if site.misuse and site.subject is not None else ""
            yield self._report(
                "TRT105",
                item,
                sent=called or described_in(item, self._options.language),
                reason=reason,
            )

    def enumerated(self, item: Judged) -> Iterator[Finding]:
        """TRT206."""
        reason = misuse_of_enum(item.site, self._options.language)
        if reason is not None:
            yield self._report("TRT206", item, reason=reason)

    def unknown_member(self, item: Judged) -> Iterator[Finding]:
        """TRT201."""
        site = item.site
        name = site.name or ""
        if site.misuse == "member" and site.subject is not None:
            yield from self._lacking(item, site.subject)
        if site.kind is not Kind.MEMBER or not site.ours or name in ErrorCode.__members__:
            return
        if hasattr(ErrorCode, name):  # a method or attribute that every IntEnum has
            return
        if name in site.members:
            return
        own = self._options.error_code != OWN_CONSTANTS and "flake8" not in site.owner
        if (site.open or own) and (
            name in BY_NAME or not close_member(name, ErrorCode.__members__)
        ):
            return  # the project's own ErrorCode may have members of its own, or an older spelling
        close = close_member(name, site.members)
        fix = Fix(site.span, close, qualified=False) if close and site.text == name else None
        hint = messages.CLOSE.of(self._options.language, close=close) if close else ""
        yield self._report("TRT201", item, fix=fix, owner="ErrorCode", name=name, hint=hint)

    def _lacking(self, item: Judged, subject: Subject) -> Iterator[Finding]:
        """TRT201 of another table than v4's; of liteav's nobody knows what other versions have."""
        known = values(TABLES[subject.base])
        close = close_member(subject.name, known)
        if close is None and subject.base == "liteav":
            return
        hint = messages.CLOSE.of(self._options.language, close=close) if close else ""
        fix = None
        if close and item.site.text == subject.name and subject.base != "liteav":
            fix = Fix(item.site.span, close, qualified=False, codes=TABLES[subject.base])
        said = {"owner": subject.text, "name": subject.name, "hint": hint}
        yield self._report("TRT201", item, fix=fix, **said)

    def misnamed(self, item: Judged) -> Iterator[Finding]:
        """TRT202."""
        expected = self._defined.misnamed(item.site)
        actual = named(item.site.value, item.verdict.generation)
        if expected is not None and actual is not None and is_sure(item):
            yield self._report(
                "TRT202",
                item,
                label=item.site.name,
                expected=expected,
                actual=actual.qualified,
            )

    def comment(self, item: Judged) -> Iterator[Finding]:
        """TRT203."""
        site = item.site
        constant = constant_of(item)
        if constant is None or not site.comment or not is_code(item):
            return
        found = list(_NAME.finditer(site.comment))
        named = [BY_NAME[match[0]].name for match in found]
        if not found or _LABEL.fullmatch(site.comment[: found[0].start()]) is None:
            return  # a mention: "unlike JOIN_ROOM_FAILED"
        on_line = self._on_lines[self._source.position(site.span.end)[0]]
        others = [name for name in named if name not in on_line]
        if others and constant.name not in named:
            yield self._report("TRT203", item, other=others[0])

    @cached_property
    def _on_lines(self) -> dict[int, set[str]]:
        """The names of the constants on each line that has any."""
        found: dict[int, set[str]] = {}
        for site in (item.site for item in self._judged):
            if site.value in CONSTANTS:
                line = self._source.position(site.span.end)[0]
                found.setdefault(line, set()).add(CONSTANTS[site.value].name)
        return found

    def never(self, item: Judged) -> Iterator[Finding]:
        """TRT204."""
        site = item.site
        problem = problem_of(site, item.verdict, self._options.language)
        if problem is None or site.subject is None:
            return
        if site.misuse or is_foreign_to_v5(site):
            item = item._replace(verdict=item.verdict._replace(level=Level.CERTAIN))
        said = " ".join(site.subject.text.split())
        template = "{reason}" if problem.alone else None
        yield self._report("TRT204", item, template=template, subject=said, reason=problem.reason)

    def broken(self, item: Judged) -> Iterator[Finding]:
        """TRT902."""
        kind = item.site.kind
        if kind in {Kind.BROKEN, Kind.LOST} and item.verdict.level is Level.CERTAIN:
            yield self._report("TRT902", item)._replace(lost=kind is Kind.LOST)

    def copied(self, item: Judged) -> Iterator[Finding]:
        """TRT901."""
        site = item.site
        constant = constant_of(item)
        if constant is None or site.kind is not Kind.DEFINITION or named_for_another(site):
            return
        if is_sure(item) and not is_copy(self._source.utf8):
            yield self._report("TRT901", item, fix=Fix(site.span, constant.name), label=site.name)

    def possible(self, item: Judged) -> Iterator[Finding]:
        """TRT903."""
        if item.verdict.level is Level.POSSIBLE and constant_of(item) is not None:
            yield self._report("TRT903", item)

    def moved(self, item: Judged) -> Iterator[Finding]:
        """TRT401."""
        site = item.site
        constant = CONSTANTS.get(site.value or 0)
        if constant is None or site.kind is Kind.DEFINITION or is_copy(self._source.utf8):
            return
        if is_code(item) or is_foreign_to_v5(site):
            given = in_v5(constant.v5, self._options.language)
            fix = None
            # Written only where v5 is in use: elsewhere it would be a code of another SDK.
            if constant.v5.exact and is_foreign_to_v5(site) and site.kind is Kind.NUMBER:
                fix = Fix(site.span, constant.v5.code or "", codes="v5-moved")
            yield self._report("TRT401", item, fix=fix, given=given)

    def extra(self, item: Judged) -> Iterator[Finding]:
        """TRT905."""
        code = EXTRA_CODES.get(item.site.value or 0)
        if code is not None and item.verdict.generation == "v5" and is_sure(item):
            summary = code.summary.of(self._options.language)
            fix = Fix(item.site.span, code.name, codes="v5-extra")
            name, parent = code.name, code.parent
            yield self._report("TRT905", item, fix=fix, name=name, parent=parent, summary=summary)

    def _twice(self) -> Iterator[Finding]:
        """TRT205: the same code again in one chain."""
        first: dict[tuple[object, int | str], Site] = {}
        for item in self._judged:
            site = item.site
            known = named(site.value, item.verdict.generation) is not None
            if site.chain is None or site.value is None or not known or not is_sure(item):
                continue
            spelled = site.kind is Kind.STRING  # "0x4004" is another string than "16388"
            same = site.text.strip("'\"`") if spelled else site.value
            earlier = first.setdefault((site.chain, same), site)
            if earlier is not site:
                line = self._source.position(earlier.span.start)[0]
                yield self._report("TRT205", item, line=line)


_CHECKS: tuple[Callable[[Checker, Judged], Iterator[Finding]], ...] = (
    Checker.magic_number,
    Checker.spelled,
    Checker.detail,
    Checker.retired,
    Checker.unsent,
    Checker.enumerated,
    Checker.unknown_member,
    Checker.misnamed,
    Checker.comment,
    Checker.never,
    Checker.copied,
    Checker.broken,
    Checker.possible,
    Checker.extra,
    Checker.moved,
)


def defect(error: Exception, language: str) -> Message:
    """TRT000 and its message, for an error that the plugin itself made."""
    return verbatim(f"TRT000 {failure(error, language)}")


def failure(error: Exception, language: str) -> str:
    """The message of TRT000 for an error that the plugin itself made."""
    said = f"{type(error).__name__}: {error}".splitlines()[0]
    return RULES["TRT000"].message.of(language).format(error=said)
