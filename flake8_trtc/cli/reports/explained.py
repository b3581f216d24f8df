"""What `--explain` adds to findings: the rule and the code of each, the first time they come up."""

from __future__ import annotations

from flake8_trtc.catalog.explain import look_up, sheet
from flake8_trtc.catalog.sheet import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from flake8_trtc.detect.reported import Reported


class Explainer:
    """Explains in one language, each rule and each code once."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._told: set[str] = set()

    def lines(self, finding: Reported) -> Iterator[str]:
        """The lines, without line ends, that explain what has not come up yet."""
        for query in (finding.code, "" if finding.value is None else str(finding.value)):
            answer = look_up(query) if query and query not in self._told else None
            self._told.add(query)
            if answer is not None:
                yield from plain(sheet(answer.entry, self._language)).splitlines()
