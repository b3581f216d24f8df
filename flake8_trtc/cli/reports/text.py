"""Findings for people: flake8's line each, or on a terminal what `terminal` makes of them."""

from __future__ import annotations

from flake8_trtc.messages.message import visible
from flake8_trtc.messages.run import MARKS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from flake8_trtc.cli.reports.formats import Style
    from flake8_trtc.detect.reported import Reported


def write_text(findings: Iterable[Reported], say: Callable[[str], object], style: Style) -> None:
    """Say each finding as it comes."""
    if style.rich:
        from flake8_trtc.cli.reports.terminal import show

        show(findings, say, style)
        return
    explained = None
    if style.explain:
        explained = Explainer(style.language).lines
    *_, semicolon = MARKS[style.language]
    for finding in findings:
        end = f"  [{semicolon.join(finding.reasons)}]" if style.evidence else ""
        place = f"{finding.path}:{finding.line}:{finding.column}"
        say(visible(f"{place}: {finding.code} {finding.message}{end}") + "\n")
        for line in explained(finding) if explained is not None else ():
            say(f"    {line}\n")


class Explainer:
    """Lines of `--explain`: the rule and the code of each finding, the first time they come up."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._told: set[str] = set()

    def lines(self, finding: Reported) -> Iterator[str]:
        """The lines, without line ends, that explain what has not come up yet."""
        from flake8_trtc.catalog.explain import look_up, sheet
        from flake8_trtc.catalog.sheet import plain

        for query in (finding.code, "" if finding.value is None else str(finding.value)):
            answer = look_up(query) if query and query not in self._told else None
            self._told.add(query)
            if answer is not None:
                yield from plain(sheet(answer.entry, self._language)).splitlines()
