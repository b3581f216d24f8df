"""What `check` and `fix` say of a run on standard error: what is skipped, what failed, the sum."""

from __future__ import annotations

import os
import stat
import sys

from flake8_trtc.messages.console import MARKS, local, phrase
from flake8_trtc.workspace.walk import UNREAD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TextIO, TypeVar

    from flake8_trtc.cli.progress import Progress

    _Result = TypeVar("_Result")

_INTERRUPTED = 130
_CLOSED_PIPE = 141


class Run:
    """The files that a run has looked at so far, those that it can't read, and those that failed.

    language: of what is said, "en" or "zh"; quiet: only failures are named; verbose: all that is
    skipped is named, too.
    """

    def __init__(self, language: str = "en", *, quiet: bool = False, verbose: bool = False) -> None:
        self.language = language
        self.quiet = quiet
        self.verbose = verbose
        self.read: set[str] = set()
        self.failed = 0
        self._unread = 0
        self._unversioned: list[str] = []
        self._progress: Progress | None = None
        if sys.stderr.isatty() and not (quiet or verbose):
            from flake8_trtc.cli.progress import Progress

            self._progress = Progress(lambda count: phrase(language, "looked", count))

    def note(self, path: str, reason: str | None) -> None:
        """Hear of a file that is read (None), or of what is left out."""
        if reason is None:
            self.read.add(path)
            if self._progress is not None:
                self._progress.tick(len(self.read), path)
            return
        self._unread += reason == UNREAD
        if self.verbose or (reason == UNREAD and not self.quiet):
            why = local(reason, self.language)
            self._say_between(phrase(self.language, "skipped", path=path, reason=why))

    def watched(
        self, results: Iterable[_Result], speaks: Callable[[_Result], object]
    ) -> Iterable[_Result]:
        """The results; the progress is out of the way of what is said of those that speak."""
        return results if self._progress is None else _watched(results, speaks, self._progress)

    def _say_between(self, line: str) -> None:
        """Say what is no result; the progress is out of its way."""
        if self._progress is not None:
            self._progress.hide()
        say(line)
        if self._progress is not None:
            self._progress.show()

    def fail(self, path: str, reason: str) -> None:
        """Name a file that can't be treated."""
        say(f"{path}: {local(reason, self.language)}")
        self.failed += 1
        self.read.discard(path)

    def unversioned(self, path: str) -> None:
        """Hear of a file whose SDK was looked for and not found."""
        self._unversioned.append(path)

    def sum_up(self, facts: Iterable[str], also: Iterable[str] = ()) -> None:
        """Say in one line which files were looked at, and what came of it.

        facts: phrases about the findings, none where there are no findings; also: about the rest.
        """
        if self.quiet:
            return
        language = self.language
        if self.verbose and self._unversioned:
            first = self._unversioned[0]
            say(phrase(language, "unversioned", len(self._unversioned), path=first))
        comma, colon, end = MARKS[language]
        looked, found = phrase(language, "looked", len(self.read)), comma.join(facts)
        if found or self.read or not self._unread:
            looked += colon + (found or phrase(language, "nothing"))
        rest = [*also]
        if self._unread:
            rest.append(phrase(language, "skipped in all", self._unread))
        if self.failed:
            rest.append(phrase(language, "failed", self.failed))
        say(end.join([looked, *rest]))


def _watched(
    results: Iterable[_Result], speaks: Callable[[_Result], object], progress: Progress
) -> Iterator[_Result]:
    try:
        for result in results:
            if speaks(result):
                progress.hide()
            yield result
            progress.show()
    finally:
        progress.hide()


def say(line: str) -> None:
    """Print a line to standard error, after what has been printed to standard output so far."""
    sys.stdout.flush()
    print(line, file=sys.stderr, flush=True)


def put(data: bytes) -> None:
    """Print bytes to standard output, all of them: without a buffer (`python -u`) one call may not.

    Raises BrokenPipeError where the reader has gone.
    """
    rest = memoryview(data)
    while rest:
        rest = rest[sys.stdout.buffer.write(rest) :]


def ended(work: Callable[[], int]) -> int:
    """Do the work of a command line; its exit code.

    As in a shell that is 130 where the work was interrupted, and 141 where the reader of its output
    has gone.
    """
    try:
        try:
            code = work()
        except SystemExit:  # --help may have no reader, either
            sys.stdout.flush()
            raise
        sys.stdout.flush()
    except BrokenPipeError:
        let_go(sys.stdout)
        let_go(sys.stderr)
        return _CLOSED_PIPE
    except KeyboardInterrupt:
        let_go(sys.stdout)
        return _INTERRUPTED
    return code


def let_go(stream: TextIO) -> None:
    """Let what is still buffered for a pipe go nowhere: its reader has gone, or does not read."""
    try:
        descriptor = stream.fileno()
        if stat.S_ISREG(os.fstat(descriptor).st_mode):
            return
    except OSError:  # no file at all
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
