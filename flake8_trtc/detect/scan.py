"""The only door to detection: a source in, its findings out, for the plugin, `check` and `fix`."""

from __future__ import annotations

import os

from flake8_trtc._lean import regex
from flake8_trtc.languages.prefilter import Candidates, candidates, speaks
from flake8_trtc.source import searchable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from flake8_trtc.catalog.entries import Subject
    from flake8_trtc.config.options import Options
    from flake8_trtc.detect.judged import Judged
    from flake8_trtc.languages.document import Document
    from flake8_trtc.model import Finding
    from flake8_trtc.source import Source

# What every suppression holds.
_COMMENT = regex(rb"[tT][rR][tT][cC]:[ \t]*\w")


def may_hold(data: bytes, path: str, options: Options) -> bool:
    """True if a file can hold a finding at all, told from its bytes without parsing them."""
    return candidates_of(searchable(data), path, options) is not None


def scan(
    source: Source,
    options: Options,
    document: Document | None = None,
    *,
    silenced: bool = False,
) -> list[Finding]:
    """Find everything in one file, opt-in rules included, whatever noqa says.

    What a `trtc: ignore` comment silences is left out, unless silenced is asked for. Comes in
    the order of the text. Nothing is imported for a file that can hold no finding. document: the
    source's, where it is at hand.
    """
    found = candidates_of(source.utf8, source.path, options)
    if found is None:
        return []
    from flake8_trtc.languages.document import Document

    return _scanned(document or Document(source), found, options, silenced=silenced)


def shown(document: Document, options: Options, found: Candidates | None = None) -> list[Finding]:
    """The findings of a file that flake8 would show: selected, and not silenced by a noqa.

    found: the candidates of its source, where they are at hand.
    """
    source = document.source
    found = found or candidates_of(source.utf8, source.path, options)
    if found is None:
        return []
    findings = _scanned(document, found, options)
    findings = [item for item in findings if item.lost or options.wants(item.code, source.path)]
    if findings and not options.disable_noqa:
        from flake8_trtc.detect.suppressions.noqa import unsuppressed

        findings = unsuppressed(document, findings)
    document.lost = next(((item.line, item.column) for item in findings if item.lost), None)
    return [item for item in findings if options.wants(item.code, source.path)]


def _scanned(
    document: Document, found: Candidates, options: Options, *, silenced: bool = False
) -> list[Finding]:
    """Everything in a file. found: the candidates of its text; silenced: see `scan`."""
    from flake8_trtc.detect.checks import Checker
    from flake8_trtc.detect.evidence import Evidence, company_of
    from flake8_trtc.detect.judged import Judged
    from flake8_trtc.detect.uses import Around
    from flake8_trtc.languages.loads import Loads
    from flake8_trtc.languages.sites import sites_of
    from flake8_trtc.spans import Span

    source = document.source
    sites = sites_of(document, found, options)
    whole = Span(0, len(source.utf8))
    sites = [
        site if site.scopes[-1] == whole else site._replace(scopes=(*site.scopes, whole))
        for site in sites
    ]
    assumed = options.assumes(source.path)
    around = Around(
        source.utf8,
        source.path,
        Loads(document, options.own_words(source.path)).near,
        own=options.own_words(source.path),
        assumed=assumed,
        fifth=_is_fifth(source, options),
        fenced=document.root.dialect == "markdown",
    )
    evidence = Evidence(document, around)
    judged = [Judged(site, evidence.judge(site)) for site in sites]
    company = frozenset(
        friend for item in judged if _is_rare_code(item) for friend in company_of(item.site)
    )
    if company:
        judged = [Judged(item.site, evidence.judge(item.site, company=company)) for item in judged]
    findings = Checker(source, options, judged).findings()
    if not silenced and _COMMENT.search(source.utf8):
        from flake8_trtc.detect.suppressions.comments import unignored

        findings = unignored(document, findings, options)
    return findings


def _is_fifth(source: Source, options: Options) -> bool:
    """True if the SDK of a file is v5, and that alone, by the options or by what is around it."""
    if not options.sdk_auto:
        return options.fifth
    from flake8_trtc.detect.sdk import generations

    return generations(source.path, source.utf8, options) == ("v5",)


def _is_rare_code(item: Judged) -> bool:
    """True if a site is a code, likely or certain, whose number says so, too."""
    from flake8_trtc.catalog._codes import RARE
    from flake8_trtc.model import Level

    return item.site.value in RARE and item.verdict.level >= Level.LIKELY


def candidates_of(text: bytes, path: str, options: Options) -> Candidates | None:
    """Where a file can hold findings, told from its text without parsing it; None where nowhere."""
    name = os.path.basename(path)
    whole = (  # common numbers count though the text does not say TRTC
        "trtc" in name
        or "TRTC" in name
        or "Trtc" in name
        or "RtcError" in name
        or options.assumes(path)
    )
    spoken = speaks(text)
    found = candidates(
        text,
        whole=whole,
        spoken=spoken,
        constants=options.constants,
        others=options.fifth or options.sdk_auto,
    )
    # The pattern alone would take longer than all else that is asked of a file.
    suppressed = found is None and spoken and b"trtc:" in text.lower() and _COMMENT.search(text)
    if suppressed and _wants("comments", path, options):
        return Candidates((), ())
    return found


def _wants(subject: Subject, path: str, options: Options) -> bool:
    """True if findings about a kind of thing are wanted in a file."""
    from flake8_trtc.catalog.rules import codes_about

    return any(options.wants(code, path) for code in codes_about(subject))
