"""The command `logs`: codes in logs are counted."""

from __future__ import annotations

import argparse
import os
import re
import sys
from contextlib import closing, contextmanager
from functools import partial
from importlib.util import find_spec
from time import monotonic
from typing import TYPE_CHECKING

from flake8_trtc.catalog.versions import parse_release
from flake8_trtc.cli.arguments import add_jobs
from flake8_trtc.cli.commands._output import print_json
from flake8_trtc.cli.console import Run, say
from flake8_trtc.cli.reports import logs as reports
from flake8_trtc.config.files import asked_language
from flake8_trtc.messages import failures
from flake8_trtc.messages import logs as said
from flake8_trtc.messages import run as messages
from flake8_trtc.messages.message import Failure, program
from flake8_trtc.messages.options import ERROR
from flake8_trtc.workspace.files import FileError
from flake8_trtc.workspace.log_tally import Tally, moment
from flake8_trtc.workspace.logfiles import blocks, blocks_of, ranges
from flake8_trtc.workspace.pool import FORKS, forked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.live import Live
    from rich.progress import Progress

    from flake8_trtc.workspace.pool import Answer

_DONE, _, _USAGE, _FAILED = range(4)
_PROGRAM = program("logs")
_SEVERAL = 2
_SUFFIXES = (".svg", ".png")
# Seconds after which a run is long, and between two looks at it.
_DELAY, _EVERY = 1.0, 0.25
_RANGE = 1 << 25
"""Bytes of a log that one process counts at a time."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the logs, what to count of them, and how to show it."""
    add = parser.add_argument
    add("files", metavar="FILE", nargs="*")
    add("--follow", action="store_true")
    add("--by", metavar="REGEX")
    add("--since", metavar="TIME")
    add("--until", metavar="TIME")
    add("--trtc-sdk-version", metavar="V")
    add("--trtc-language", choices=("en", "zh"))
    add_jobs(parser)
    form = parser.add_mutually_exclusive_group().add_argument
    form("--json", action="store_true")
    form("--csv", action="store_true")
    add("--plot", metavar="F")


def run(args: argparse.Namespace) -> int:
    """Show what the logs hold; 2 for wrong options, 3 where a log could not be read to its end."""
    language = args.trtc_language or asked_language({})
    try:
        tally = Tally(_expression(args.by), _moment(args.since), _moment(args.until))
        _check(args)
    except Failure as error:
        say(ERROR(program=_PROGRAM, reason=error.message).of(language))
        return _USAGE
    this = Run(language, quiet=True)
    with watched(args, tally, language) as shown:
        for path in args.files or ["-"]:
            try:
                _count(path, args, tally, shown)
            except FileError as error:
                shown.stop()
                this.fail(path, error.message)
            except KeyboardInterrupt:
                if args.follow:  # this is how following ends
                    break
                raise
    failed = this.failed + _show(args, tally, language)
    _sum_up(tally, failed, language)
    return _FAILED if failed else _DONE


def _count(path: str, args: argparse.Namespace, tally: Tally, shown: _Shown) -> None:
    """Count a log: a long one in several processes. Raises FileError."""
    tally.begin()
    parts = ranges(path, _RANGE) if FORKS and args.jobs > 1 and not args.follow else []
    if not parts:
        for block in blocks(path, follow=args.follow, read=shown.read):
            tally.add(block)
            shown.update()
        return
    work = partial(_tallied, path, tally.empty())
    with closing(forked(parts, work, min(args.jobs, len(parts)))) as answers:
        for (start, end), (_, counted) in zip(parts, answers, strict=True):
            for part in counted:
                if isinstance(part, FileError):
                    raise part
                tally.merge(part)
            shown.read(end - start)
            shown.update()


def _tallied(path: str, empty: Tally, part: tuple[int, int]) -> Answer[Tally | FileError]:
    """The counts of a range of a log; or why it can't be read."""
    tally = empty.empty()
    try:
        for block in blocks_of(path, *part):
            tally.add(block)
    except FileError as error:
        return [], [error]
    return [], [tally]


def _expression(text: str | None) -> re.Pattern[bytes] | None:
    try:
        return None if text is None else re.compile(text.encode())
    except re.error as error:
        raise Failure(said.NO_EXPRESSION(text=text, error=error)) from None


def _moment(text: str | None) -> float | None:
    found = None if text is None else moment(text)
    if text is not None and found is None:
        raise Failure(said.NO_MOMENT(text=text))
    return found


def _check(args: argparse.Namespace) -> None:
    version, plot = args.trtc_sdk_version, args.plot
    if version is not None and parse_release(version) is None:
        raise Failure(said.NO_VERSION(text=version))
    if plot is not None and not plot.endswith(_SUFFIXES):
        raise Failure(said.NOT_A_PICTURE(name=plot))
    if plot is not None and find_spec("matplotlib") is None:
        raise Failure(said.NO_PLOT())


@contextmanager
def watched(args: argparse.Namespace, tally: Tally, language: str) -> Iterator[_Shown]:
    """Show on a terminal how far the logs are read, or when following the table as it grows."""
    shown = _Shown(args, tally, language)
    try:
        yield shown
    finally:
        shown.stop()


class _Shown:
    """The progress that a terminal shows while logs are read; nothing elsewhere."""

    def __init__(self, args: argparse.Namespace, tally: Tally, language: str) -> None:
        self._args = args
        self._tally = tally
        self._language = language
        self._live: Live | None = None
        self._progress: Progress | None = None
        self._next = monotonic() + (0.0 if args.follow else _DELAY)
        self._read = 0
        self._size = sum(os.path.getsize(path) for path in args.files if os.path.isfile(path))
        self._wanted = (sys.stdout if args.follow else sys.stderr).isatty()

    def read(self, count: int) -> None:
        """So many bytes more have been read from the disk."""
        self._read += count

    def update(self) -> None:
        """Show how it stands, not more often than one can look."""
        if not self._wanted or monotonic() < self._next:
            return
        self._next = monotonic() + _EVERY
        if self._args.follow:
            self._show_table()
        else:
            self._show_progress()

    def _show_table(self) -> None:
        from rich.console import Console
        from rich.live import Live

        if self._live is None:
            console = Console(highlight=False)
            self._live = Live(console=console, auto_refresh=False, transient=True)
            self._live.start()
        args = self._args
        rows = reports.records(self._tally, self._language, args.trtc_sdk_version)
        table = reports.rich_table(rows, self._language, args.by, self._live.console.width)
        self._live.update(table, refresh=True)

    def _show_progress(self) -> None:
        from rich import progress
        from rich.console import Console

        if self._progress is None:
            self._progress = progress.Progress(
                progress.BarColumn(),
                progress.DownloadColumn(),
                progress.TransferSpeedColumn(),
                progress.TimeRemainingColumn(),
                console=Console(file=sys.stderr),
                transient=True,
            )
            self._progress.add_task("", total=self._size or None)
            self._progress.start()
        self._progress.update(self._progress.task_ids[0], completed=self._read)

    def stop(self) -> None:
        """Take it away."""
        for shown in (self._live, self._progress):
            if shown is not None:
                shown.stop()
        self._live = self._progress = None


def _show(args: argparse.Namespace, tally: Tally, language: str) -> int:
    """Print the counts in the form that is wanted; how many pictures could not be written."""
    rows = reports.records(tally, language, args.trtc_sdk_version)
    if args.json:
        read = {"lines": tally.lines, "bytes": tally.bytes, "not_utf8": tally.broken}
        print_json({**read, "codes": rows})
    elif args.csv:
        sys.stdout.write(reports.as_csv(rows))
    elif rows:
        if sys.stdout.isatty():
            reports.show(rows, language, args.by, sys.stdout)
        else:
            sys.stdout.write(reports.as_text(rows, language, args.by))
    if args.plot is not None:
        try:
            reports.draw(tally, args.plot, language)
        except OSError as error:
            say(messages.AT(path=args.plot, reason=failures.system(error)).of(language))
            return 1
    return 0


def _sum_up(tally: Tally, failed: int, language: str) -> None:
    comma, colon, _ = messages.MARKS[language]
    total = sum(count.lines for count in tally.counts.values())
    counted = said.MENTIONED(n=total, codes=len(tally.counts))
    if len(tally.counts) < _SEVERAL:
        counted = said.MENTIONED_ONE(n=total) if total else said.NOTHING()
    facts = [counted]
    if tally.broken:
        facts.append(said.BROKEN(n=tally.broken))
    if failed:
        facts.append(said.FAILED(n=failed))
    say(said.READ(n=tally.lines).of(language) + colon + comma.join(f.of(language) for f in facts))
