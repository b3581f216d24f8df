"""Messages of `check` and `fix` on standard error: what is skipped, what failed, the sum."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress

from flake8_trtc.cli.streams import Terminated, ending, opened
from flake8_trtc.messages import failures, run
from flake8_trtc.messages.message import program, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from typing import BinaryIO, TextIO, TypeVar

    from flake8_trtc.cli.progress import Progress
    from flake8_trtc.messages.message import Message

    _Result = TypeVar("_Result")

_FAILED = 3
_INTERRUPTED = 130
_CLOSED_PIPE = 141


class Run:
    """The files that a run has checked so far, those that it can't read, and those that failed.

    language: of what is said, "en" or "zh"; quiet: only failures are named; verbose: all that is
    skipped is named, too; named: files that somebody has chosen, which are never skipped without a
    word; followed: another run over the same files says what is skipped and what is lost. failures:
    the paths that failed so far, and why, in the language.
    """

    def __init__(
        self,
        language: str = "en",
        *,
        quiet: bool = False,
        verbose: bool = False,
        named: Collection[str] = (),
        followed: bool = False,
    ) -> None:
        self.language = language
        self.quiet = quiet
        self.verbose = verbose
        self.read: set[str] = set()
        self.failures: list[tuple[str, str]] = []
        self._named = frozenset(named)
        self._followed = followed
        self._skipped = 0
        self._unnamed = False
        self._unversioned: list[str] = []
        self._lost: list[tuple[str, tuple[int, int]]] = []
        self._progress: Progress | None = None
        self._total: int | None = None
        if sys.stderr.isatty() and not (quiet or verbose):
            from flake8_trtc.cli.progress import Progress

            self._progress = Progress(self._so_far)

    @property
    def failed(self) -> int:
        """How many files could not be treated."""
        return len(self.failures)

    def total(self, count: int) -> None:
        """Record how many files there are to check, where that is known."""
        self._total = count

    def _so_far(self, count: int) -> str:
        """The words of the progress: the files that have been read, of those that there are."""
        if self._total is None or self._total < count:
            return run.CHECKED(n=count).of(self.language)
        return run.CHECKED_OF.of(self.language, n=count, total=self._total)

    def note(self, path: str, reason: Message | None) -> None:
        """Record a file as read (reason None) or skipped."""
        if reason is None:
            self.read.add(path)
            if self._progress is not None:
                self._progress.tick(len(self.read), path)
            return
        built = reason in {failures.MINIFIED(), failures.SDK_BUILD()} and path in self._named
        told = built or reason == failures.UNREAD()
        self._skipped += told
        if (self.verbose or (told and not self.quiet)) and not self._followed:
            self._say_between(run.SKIPPED(path=path, reason=reason))
        elif not self.verbose:
            self._unnamed = True

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
        self.failures.append((path, reason.of(self.language)))
        self.read.discard(path)

    def unversioned(self, path: str) -> None:
        """Record a file whose SDK was looked for and not found."""
        self._unversioned.append(path)

    def lose(self, path: str, at: tuple[int, int]) -> None:
        """Record a file in which what may hold a code could not be parsed, and where."""
        self._lost.append((path, at))

    @property
    def lost(self) -> set[str]:
        """The files in which what may hold a code could not be parsed."""
        return {path for path, _ in self._lost}

    def sum_up(self, facts: Iterable[Message], also: Iterable[Message] = ()) -> None:
        """Say in one line which files were checked, and what came of it.

        What could not be parsed has a line of its own, whatever else is to be said. facts: about
        the findings, none where there are no findings; also: about the rest.
        """
        if self._lost and not self._followed:
            path, (line, column) = self._lost[0]
            self.say(run.LOST(n=len(self._lost), path=path, line=line, column=column))
        if self.quiet:
            return
        language = self.language
        if self.verbose and self._unversioned and not self._followed:
            first = self._unversioned[0]
            self.say(run.UNVERSIONED(n=len(self._unversioned), path=first))
        comma, colon, end = run.MARKS[language]
        checked = run.CHECKED(n=len(self.read)).of(language)
        found = comma.join(fact.of(language) for fact in facts)
        if not (found or self._lost) and (self.read or not self._skipped):
            found = self._nothing().of(language)
        checked += colon + found if found else ""
        rest = [*also]
        if self._skipped:
            rest.append(run.SKIPPED_IN_ALL(n=self._skipped))
        if self.failed:
            rest.append(run.FAILED(n=self.failed))
        say(end.join([checked, *(fact.of(language) for fact in rest)]))

    def _nothing(self) -> Message:
        """What is said where nothing was found: if no file was checked, that is no good news."""
        if self.read or self.failed:
            return run.NOTHING()
        return (run.NOT_ONE_SHOWN if self._unnamed else run.NOT_ONE)()


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
    """Print a line to standard error, after what has been printed to standard output so far.

    It may hold names of files, and those may hold anything.
    """
    sys.stdout.flush()
    print(visible(line), file=sys.stderr, flush=True)


def in_colour(choice: str, *, to_file: bool = False) -> bool:
    """True if standard output is to have colours. choice: of --color."""
    if choice != "auto":
        return choice == "always"
    if to_file or not (sys.stdout.isatty() or os.environ.get("FORCE_COLOR")):
        return False
    from flake8_trtc.catalog.sheet import wants_rich

    return wants_rich(sys.stdout)


def put(data: bytes) -> None:
    """Print bytes to standard output: all of them or, where it is a file that gets full, none.

    Raises BrokenPipeError where the reader has gone, or another OSError.
    """
    stream = sys.stdout.buffer
    stream.flush()
    before = _size(stream)
    try:
        rest = memoryview(data)
        while rest:  # without a buffer (`python -u`) one call may not print them all
            rest = rest[stream.write(rest) :]
        stream.flush()
    except BaseException:
        if before is not None:
            os.ftruncate(stream.fileno(), before)
        raise


def _size(stream: BinaryIO) -> int | None:
    """How many bytes there are in a stream that is a file, None where it is none."""
    try:
        state = os.fstat(stream.fileno())
    except OSError:
        return None
    return state.st_size if stat.S_ISREG(state.st_mode) else None


def ended(work: Callable[[], int], *, ours: bool = False) -> int:
    """Do the work of a command line; its exit code.

    ours: Ctrl-C ends this process at once but for the time of the work. 3 where standard output or
    error can't be written, or the command itself fails. As in a shell 130 where the work was
    interrupted, and 141 where the reader of its output has gone. SIGTERM and SIGHUP end it as
    Ctrl-C does, and then this process by themselves.
    """
    if not opened():
        print(_mistake(run.NO_OUTPUT()), file=sys.stderr)
        return _FAILED
    with ending(ours=ours) as begin:
        try:
            try:
                begin()
                code = work()
            except SystemExit:  # --help may have no reader, either
                sys.stdout.flush()
                raise
            sys.stdout.flush()
        except BrokenPipeError:
            let_go(sys.stdout)
            let_go(sys.stderr)
            return _CLOSED_PIPE
        except Terminated as signal:
            let_go(sys.stdout)
            signal.end()
            return _INTERRUPTED
        except KeyboardInterrupt:
            let_go(sys.stdout)
            return _INTERRUPTED
        except OSError as error:
            return _unwritten(error)
        except Exception:
            # A defect. Python's own status would be 1, which says that something was found.
            sys.excepthook(*sys.exc_info())
            return _failed()
    return code


def _failed() -> int:
    """The exit code of what failed, also where standard error can't be written."""
    try:
        sys.stderr.flush()
    except OSError:
        let_go(sys.stderr, always=True)
    return _FAILED


def _unwritten(error: OSError) -> int:
    """Say what can't be written; what is still buffered can't be, either."""
    let_go(sys.stdout, always=True)
    reason = failures.system(error)
    told = (
        reason if error.filename is None else failures.OF_FILE(path=error.filename, reason=reason)
    )
    with suppress(OSError):
        say(_mistake(run.UNWRITTEN(reason=told)))
    return _failed()


def _mistake(reason: Message) -> str:
    """What is wrong with a run, in the language that its line asks for."""
    from flake8_trtc.cli.worded import language_of
    from flake8_trtc.messages.options import ERROR

    return ERROR(program=program(), reason=reason).of(language_of(sys.argv[1:]))


def let_go(stream: TextIO, *, always: bool = False) -> None:
    """Let what is still buffered for a pipe go nowhere: its reader has gone, or does not read.

    always: of a file, too, which is full.
    """
    try:
        descriptor = stream.fileno()
        if stat.S_ISREG(os.fstat(descriptor).st_mode) and not always:
            return
    except OSError:  # no file at all
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
