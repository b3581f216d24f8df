"""The results of a run of `check` so far, and its messages on standard error."""

from __future__ import annotations

from collections import Counter

from flake8_trtc._lean import NamedTuple
from flake8_trtc.cli.console import Run, say
from flake8_trtc.messages import run as said
from flake8_trtc.messages.message import program

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flake8_trtc.cli.baseline import Baseline
    from flake8_trtc.config.options import Options
    from flake8_trtc.detect.reported import Reported
    from flake8_trtc.messages.message import Message
    from flake8_trtc.workspace.changed import Changed


class Result(NamedTuple):
    """The result of one file: its findings, or why it was not checked.

    unversioned: its SDK was looked for and not found; lost: the line and column of what may hold a
    code and could not be parsed.
    """

    path: str
    findings: tuple[Reported, ...] = ()
    error: Message | None = None
    unversioned: bool = False
    lost: tuple[int, int] | None = None


class Gate(NamedTuple):
    """Which findings are not shown: those in a baseline, those on lines that have not changed.

    lists: the baseline is to be written.
    """

    baseline: Baseline | None = None
    changed: Changed | None = None
    lists: bool = False

    def unlisted(self, findings: Iterable[Reported]) -> list[Reported]:
        """The findings of a file that are not in the baseline."""
        return [*findings] if self.baseline is None else self.baseline.unlisted(findings)

    def changed_only(self, findings: list[Reported]) -> list[Reported]:
        """Those of them that are on changed lines."""
        if self.changed is None:
            return findings
        return [item for item in findings if self.changed.holds(item.path, item.row)]


class Tally:
    """Counts of one run. codes: the findings shown, by rule."""

    def __init__(self, options: Options, gate: Gate, run: Run) -> None:
        self.codes: Counter[str] = Counter()
        self._options = options
        self._gate = gate
        self._run = run
        self._listed = 0
        self._unchanged = 0
        self._fixable = 0

    def findings(self, results: Iterable[Result]) -> Iterator[Reported]:
        """The findings to show, counted; what failed is named at once."""
        for result in results:
            if result.error is not None:
                self._run.fail(result.path, result.error)
                continue
            if result.unversioned:
                self._run.unversioned(result.path)
            if result.lost is not None:
                self._run.lose(result.path, result.lost)
            unlisted = self._gate.unlisted(result.findings)
            shown = self._gate.changed_only(unlisted)
            self._listed += len(result.findings) - len(unlisted)
            self._unchanged += len(unlisted) - len(shown)
            for finding in shown:
                self.codes[finding.code] += 1
                self._fixable += finding.fix is not None
                yield finding

    def list(self, findings: Iterable[Reported], baseline: Baseline) -> None:
        """Write the findings into the baseline. Raises FileError.

        Where a file failed there would be less in it than there is to list: it stays as it was.
        """
        for _ in findings:
            pass
        if self._run.failed:
            self._run.say(said.NOT_LISTED(n=self._run.failed, path=baseline.path))
            return
        baseline.write()
        if not self._run.quiet:
            self._run.say(said.WROTE_ENTRIES(n=self.codes.total(), path=baseline.path))

    def settle(self, *, prune: bool) -> None:
        """Name the stale entries of the baseline, or remove them from it. Raises FileError."""
        baseline = self._gate.baseline
        if baseline is None:
            return
        # What does not parse may still hold what is listed of it.
        stale = baseline.stale(self._run.read - self._run.lost, self._options.wants)
        if prune and stale:
            baseline.prune(stale)
        if self._run.quiet:
            return
        if prune:
            self._run.say(said.DROPPED_ENTRIES(n=stale.total(), path=baseline.path))
            return
        for (path, code, line), count in sorted(stale.items()):
            entry = f"{path}: {code}: {line}"
            self._run.say(said.STALE_ENTRY(n=count, path=baseline.path, entry=entry))
        if stale:
            self._run.say(said.PRUNES(n=stale.total(), path=baseline.path))

    def statistics(self) -> None:
        """Say how many findings of each rule there are."""
        from flake8_trtc.catalog.rules import RULES

        for code, count in sorted(self.codes.items()):
            say(f"{count:<5} {code} {RULES[code].title.of(self._options.language)}")

    def summary(self) -> None:
        """Say in one line what the run came to."""
        counts = {said.FINDINGS: self.codes.total(), said.FIXABLE: self._fixable}
        facts = [
            sentence(n=count, program=program("fix")) for sentence, count in counts.items() if count
        ]
        passed = {said.IN_BASELINE: self._listed, said.UNCHANGED: self._unchanged}
        self._run.sum_up(facts, [sentence(n=count) for sentence, count in passed.items() if count])
