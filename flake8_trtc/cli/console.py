"""What `check` and `fix` say of a run on standard error: what is skipped, what failed, the sum."""

from __future__ import annotations

import os
import stat
import sys

from flake8_trtc.messages import failures, run

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TextIO, TypeVar

    from flake8_trtc.cli.progress import Progress
    from flake8_trtc.messages.message import Message

    _Result = TypeVar("_Result")

_INTERRUPTED = 130
_CLOSED_PIPE = 141


class Run:
    """The files that a run has checked so far, those that it can't read, and those that failed.

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

            self._progress = Progress(lambda count: run.CHECKED(n=count).of(language))

    def note(self, path: str, reason: Message | None) -> None:
        """Record a file as read (reason None) or skipped."""
        if reason is None:
            self.read.add(path)
            if self._progress is not None:
                self._progress.tick(len(self.read), path)
            return
        unread = reason == failures.UNREAD()
        self._unread += unread
        if self.verbose or (unread and not self.quiet):
            self._say_between(run.SKIPPED(path=path, reason=reason))

    def say(self, message: Message) -> None:
        """Print a message in the user's language to standard error."""
        say(message.of(self.language))

    def watched(
        self, results: Iterable[_Result], speaks: Callable[[_Result], object]
    ) -> Iterable[_Result]:
        """The results; the progress is out of the way of what is said of those that speak."""
        return results if self._progress is None else _watched(results, speaks, self._progress)

    def _say_between(self, message: Message) -> None:
        """Say what is no result; the progress is out of its way."""
        if self._progress is not None:
            self._progress.hide()
        self.say(message)
        if self._progress is not None:
            self._progress.show()

    def fail(self, path: str, reason: Message) -> None:
        """Name a file that can't be treated."""
        self.say(run.AT(path=path, reason=reason))
        self.failed += 1
        self.read.discard(path)

    def unversioned(self, path: str) -> None:
        """Record a file whose SDK was looked for and not found."""
        self._unversioned.append(path)

    def sum_up(self, facts: Iterable[Message], also: Iterable[Message] = ()) -> None:
        """Say in one line which files were checked, and what came of it.

        facts: about the findings, none where there are no findings; also: about the rest.
        """
        if self.quiet:
            return
        language = self.language
        if self.verbose and self._unversioned:
            first = self._unversioned[0]
            self.say(run.UNVERSIONED(n=len(self._unversioned), path=first))
        comma, colon, end = run.MARKS[language]
        checked = run.CHECKED(n=len(self.read)).of(language)
        found = comma.join(fact.of(language) for fact in facts)
        if found or self.read or not self._unread:
            checked += colon + (found or run.NOTHING().of(language))
        rest = [*also]
        if self._unread:
            rest.append(run.SKIPPED_IN_ALL(n=self._unread))
        if self.failed:
            rest.append(run.FAILED(n=self.failed))
        say(end.join([checked, *(fact.of(language) for fact in rest)]))


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
