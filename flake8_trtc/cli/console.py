"""What `check` and `fix` say of a run on standard error: what is skipped, what failed, the sum."""

from __future__ import annotations

import os
import stat
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TextIO, TypeVar

    from flake8_trtc.cli.progress import Progress

    _Result = TypeVar("_Result")

_INTERRUPTED = 130
_CLOSED_PIPE = 141


class Run:
    """The files that a run has looked at so far, and the ones that failed.

    language: of what is said, "en" or "zh"; quiet: only failures are named; verbose: what is
    skipped is named, too.
    """

    def __init__(self, language: str = "en", *, quiet: bool = False, verbose: bool = False) -> None:
        self.language = language
        self.quiet = quiet
        self.verbose = verbose
        self.read: set[str] = set()
        self.failed = 0
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
        elif self.verbose:
            why = local(reason, self.language)
            say(phrase(self.language, "skipped", path=path, reason=why))

    def watched(
        self, results: Iterable[_Result], speaks: Callable[[_Result], object]
    ) -> Iterable[_Result]:
        """The results; the progress is out of the way of what is said of those that speak."""
        return results if self._progress is None else _watched(results, speaks, self._progress)

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
        comma, colon, end = _MARKS[language]
        found = comma.join(facts) or phrase(language, "nothing")
        rest = [*also]
        if self.failed:
            rest.append(phrase(language, "failed", self.failed))
        say(end.join([phrase(language, "looked", len(self.read)) + colon + found, *rest]))


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


def local(text: str, language: str) -> str:
    """What a part says in English, in the user's language."""
    if language == "en":
        return text
    from flake8_trtc.messages.chinese import chinese

    return chinese(text)


def phrase(language: str, key: str, count: int = 0, **said: object) -> str:
    """A fixed phrase; count: what it counts, which chooses its form in English."""
    singular, plural = _PHRASES[key][language]
    return (singular if count == 1 else plural).format(n=count, **said)


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


_MARKS = {"en": (", ", ": ", "; "), "zh": (",", ":", ";")}


def _same(text: str) -> tuple[str, str]:
    return text, text


_PHRASES = {
    "skipped": {"en": _same("{path}: skipped: {reason}"), "zh": _same("{path}: 已跳过:{reason}")},
    "unversioned": {
        "en": (
            "trtc-sdk-version = auto: nothing tells the version for {path}; "
            "every version's rules apply",
            "trtc-sdk-version = auto: nothing tells the version for {n} files, {path} for one; "
            "every version's rules apply",
        ),
        "zh": _same(
            "trtc-sdk-version = auto:无法得知 {n} 个文件(如 {path})所用的版本;按不限版本检查"
        ),
    },
    "listed": {
        "en": _same("baseline {path}: listed: {n}"),
        "zh": _same("基线 {path}:已列入 {n} 处"),
    },
    "dropped": {
        "en": _same("baseline {path}: dropped: {n}"),
        "zh": _same("基线 {path}:已移除 {n} 处"),
    },
    "stale": {
        "en": (
            "baseline {path}: found no more: {entry}",
            "baseline {path}: found no more ({n} times): {entry}",
        ),
        "zh": ("基线 {path}:已不存在:{entry}", "基线 {path}:已不存在({n} 处):{entry}"),
    },
    "looked": {
        "en": ("{n} file looked at", "{n} files looked at"),
        "zh": _same("检查了 {n} 个文件"),
    },
    "nothing": {"en": _same("no findings"), "zh": _same("没有问题")},
    "findings": {"en": ("{n} finding", "{n} findings"), "zh": _same("{n} 处问题")},
    "fixable": {
        "en": _same("{n} with a fix (python -m flake8_trtc fix)"),
        "zh": _same("其中 {n} 处可自动改写(python -m flake8_trtc fix)"),
    },
    "passed": {"en": _same("{n} let pass"), "zh": _same("放行 {n} 处")},
    "failed": {"en": ("{n} file failed", "{n} files failed"), "zh": _same("{n} 个文件出错")},
    "fixed in": {
        "en": ("{fixed} fixed in {n} file", "{fixed} fixed in {n} files"),
        "zh": _same("{fixed} 处已改写(共 {n} 个文件)"),
    },
    "would fix in": {
        "en": ("{fixed} would be fixed in {n} file", "{fixed} would be fixed in {n} files"),
        "zh": _same("{fixed} 处将改写(共 {n} 个文件)"),
    },
    "refused": {
        "en": _same("{n} not fixed ({reasons})"),
        "zh": _same("{n} 处未改写({reasons})"),
    },
    "remaining": {
        "en": _same("{n} without a fix (see python -m flake8_trtc check)"),
        "zh": _same("{n} 处无法自动改写(见 python -m flake8_trtc check)"),
    },
    "fixed": {
        "en": ("fixed {path} ({n} finding)", "fixed {path} ({n} findings)"),
        "zh": _same("已改写 {path}({n} 处)"),
    },
    "would fix": {
        "en": ("would fix {path} ({n} finding)", "would fix {path} ({n} findings)"),
        "zh": _same("将改写 {path}({n} 处)"),
    },
    "not fixed": {
        "en": _same("{path}:{line}:{column}: not fixed: {reason}"),
        "zh": _same("{path}:{line}:{column}: 未改写:{reason}"),
    },
    "note": {
        "en": _same("{path}:{line}:{column}: note: {text}"),
        "zh": _same("{path}:{line}:{column}: 注意:{text}"),
    },
    "silenced": {
        "en": (
            "silenced 1 finding of {path} by a comment",
            "silenced {n} findings of {path} by comments",
        ),
        "zh": _same("已用注释抑制 {path} 中的 {n} 处"),
    },
    "would silence": {
        "en": (
            "would silence 1 finding of {path} by a comment",
            "would silence {n} findings of {path} by comments",
        ),
        "zh": _same("将用注释抑制 {path} 中的 {n} 处"),
    },
    "silenced in all": {"en": _same("{n} silenced"), "zh": _same("{n} 处已抑制")},
    "would silence in all": {
        "en": _same("{n} would be silenced"),
        "zh": _same("{n} 处将抑制"),
    },
    "not silenced": {
        "en": _same("{path}:{line}:{column}: {code} not silenced: no comment can stand here"),
        "zh": _same("{path}:{line}:{column}: 未抑制 {code}:此处无法放置注释"),
    },
    "missing": {
        "en": _same("note: {module} is missing; write it with --write-constants, or: {command}"),
        "zh": _same("注意:缺少 {module};可加 --write-constants 生成,或运行:{command}"),
    },
    "nowhere": {
        "en": _same("note: {module} is neither in this project nor installed here"),
        "zh": _same("注意:本项目中没有 {module},当前环境也未安装"),
    },
    "wrote": {"en": _same("wrote {path}"), "zh": _same("已生成 {path}")},
    "would write": {"en": _same("would write {path}"), "zh": _same("将生成 {path}")},
    "interrupted": {
        "en": _same("interrupted; files fixed so far stay fixed, the others are untouched"),
        "zh": _same("已中断;改写完的文件保持改写后的内容,其余文件未动"),
    },
}
