"""Findings for people: flake8's line each, or on a terminal what `terminal` makes of them."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from flake8_trtc.cli.reports.formats import Style
    from flake8_trtc.detect.reported import Reported


def write(findings: Iterable[Reported], say: Callable[[str], object], style: Style) -> None:
    """Say each finding as it comes."""
    if style.rich:
        from flake8_trtc.cli.reports.terminal import show

        show(findings, say, style)
        return
    explained = None
    if style.explain:
        from flake8_trtc.cli.reports.explained import Explainer

        explained = Explainer(style.language).lines
    for finding in findings:
        end = f"  [{'; '.join(finding.reasons)}]" if style.evidence else ""
        say(
            f"{finding.path}:{finding.line}:{finding.column}: "
            f"{finding.code} {finding.message}{end}\n"
        )
        for line in explained(finding) if explained is not None else ():
            say(f"    {line}\n")
