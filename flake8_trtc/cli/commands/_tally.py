"""What a run of `check` has come to so far, and what it says of it on standard error."""

from __future__ import annotations

from collections import Counter

from flake8_trtc._namedtuple import NamedTuple
from flake8_trtc.cli.console import Run, say
from flake8_trtc.messages.console import phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flake8_trtc.cli.baseline import Baseline
    from flake8_trtc.config.options import Options
    from flake8_trtc.detect.reported import Reported
    from flake8_trtc.workspace.changed import Changed


class Result(NamedTuple):
    """What one file came to: its findings, or why it was not looked at.

    unversioned: its SDK was looked for and not found.
    """

    path: str
    findings: tuple[Reported, ...] = ()
    error: str | None = None
    unversioned: bool = False


class Gate(NamedTuple):
    """Which findings are let pass: those in a baseline, those on lines that have not changed.

    lists: the baseline is to be written.
    """

    baseline: Baseline | None = None
    changed: Changed | None = None
    lists: bool = False

    def stopped(self, findings: Iterable[Reported]) -> Iterator[Reported]:
        """The findings of a file that do not pass."""
        kept = findings if self.baseline is None else self.baseline.unlisted(findings)
        for item in kept:
            if self.changed is None or self.changed.holds(item.path, item.row):
                yield item


class Tally:
    """Counts of one run. codes: the findings shown, by rule."""

    def __init__(self, options: Options, gate: Gate, run: Run) -> None:
        self.codes: Counter[str] = Counter()
        self._options = options
        self._gate = gate
        self._run = run
        self._passed = 0
        self._fixable = 0

    def findings(self, results: Iterable[Result]) -> Iterator[Reported]:
        """The findings to show, counted; what failed is named at once."""
        for result in results:
            if result.error is not None:
                self._run.fail(result.path, result.error)
                continue
            if result.unversioned:
                self._run.unversioned(result.path)
            shown = list(self._gate.stopped(result.findings))
            self._passed += len(result.findings) - len(shown)
            for finding in shown:
                self.codes[finding.code] += 1
                self._fixable += finding.fix is not None
                yield finding

    def list(self, findings: Iterable[Reported], baseline: Baseline) -> None:
        """Write the findings into the baseline. Raises FileError."""
        for _ in findings:
            pass
        baseline.write()
        if not self._run.quiet:
            say(phrase(self._run.language, "listed", self.codes.total(), path=baseline.path))

    def settle(self, *, prune: bool) -> None:
        """Name what the baseline lists in vain, or drop it from there. Raises FileError."""
        baseline = self._gate.baseline
        if baseline is None:
            return
        stale = baseline.stale(self._run.read, self._options.wants)
        if prune and stale:
            baseline.prune(stale)
        if self._run.quiet:
            return
        if prune:
            say(phrase(self._run.language, "dropped", stale.total(), path=baseline.path))
            return
        for (path, code, line), count in sorted(stale.items()):
            entry = f"{path}: {code}: {line}"
            say(phrase(self._run.language, "stale", count, path=baseline.path, entry=entry))

    def statistics(self) -> None:
        """Say how many findings of each rule there are."""
        from flake8_trtc.catalog.rules import RULES

        for code, count in sorted(self.codes.items()):
            say(f"{count:<5} {code} {RULES[code].title.of(self._options.language)}")

    def summary(self) -> None:
        """Say in one line what the run came to."""
        language = self._options.language
        counts = {"findings": self.codes.total(), "fixable": self._fixable}
        facts = [phrase(language, key, count) for key, count in counts.items() if count]
        passed = [phrase(language, "passed", self._passed)] if self._passed else []
        self._run.sum_up(facts, passed)
