"""The command `check`: what is found in files."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from functools import partial

from flake8_trtc.api import SourceError, check_text
from flake8_trtc.cli.arguments import (
    add_choices,
    add_colour,
    add_jobs,
    add_paths,
    add_stdin_filename,
    add_volume,
    chosen_files,
    chosen_options,
    is_piped,
    need_paths,
    say_mistake,
    show_settings,
)
from flake8_trtc.cli.commands._tally import Gate, Result, Tally
from flake8_trtc.cli.console import Run, in_colour, put
from flake8_trtc.cli.reports.formats import FORMATS, Style, writer
from flake8_trtc.config.options import Options, OptionsError
from flake8_trtc.detect.scan import may_hold
from flake8_trtc.messages import failures
from flake8_trtc.messages import options as said
from flake8_trtc.messages.message import program
from flake8_trtc.workspace import files
from flake8_trtc.workspace.search import run_all

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator, Iterable

    from flake8_trtc.detect.reported import Reported
    from flake8_trtc.messages.message import Message

_CLEAN, _FOUND, _USAGE, _FAILED = range(4)
_PROGRAM = program("check")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the paths, what to look at, what to forgive and how to show it."""
    add_paths(parser)
    parser.add_argument("--fix", action="store_true")
    add_jobs(parser)
    shown = parser.add_argument_group("show").add_argument
    shown("--output-format", choices=FORMATS, default="text")
    shown("--output-file", metavar="F")
    add_colour(shown)
    shown("--show-evidence", action="store_true")
    shown("--explain", action="store_true")
    shown("--statistics", action="store_true")
    add_stdin_filename(parser.add_argument_group("stdin"))
    add_volume(parser)
    gate = parser.add_argument_group("forgive").add_argument
    gate("--baseline", metavar="F")
    gate("--write-baseline", metavar="F")
    gate("--prune-baseline", action="store_true")
    gate("--since", metavar="REV")
    gate("--exit-zero", action="store_true")
    add_choices(parser)


def run(args: argparse.Namespace) -> int:
    """Show the findings.

    1 where there are any, 2 for wrong options, 3 where a file could not be read or written.
    """
    piped = is_piped(args)
    try:
        if args.show_settings:
            show_settings(args)
            return _CLEAN
        need_paths(args)
        options = chosen_options(args)
        gate = _gate(args)
        fixed = _fix(args) if args.fix else _CLEAN
    except OptionsError as error:
        say_mistake(args, _PROGRAM, error)
        return _USAGE
    if fixed == _FAILED:
        return _FAILED
    this = Run(options.language, quiet=args.quiet, verbose=args.verbose, named=chosen_files(args))
    tally = Tally(options, gate, this)
    results = (_standard_input if piped else _files)(args, options, this)
    findings = tally.findings(this.watched(results, lambda item: item.findings or item.error))
    try:
        with closing(results):
            if gate.lists and gate.baseline is not None:
                tally.list(findings, gate.baseline)
            else:
                _show(findings, args, this)
                tally.settle(prune=args.prune_baseline)
    except files.FileError as error:
        this.say(said.ERROR(program=_PROGRAM, reason=error.message))
        return _FAILED
    if args.statistics:
        tally.statistics()
    tally.summary()
    if this.failed:
        return _FAILED
    return _FOUND if tally.codes and not (gate.lists or args.exit_zero) else _CLEAN


def _fix(args: argparse.Namespace) -> int:
    """Fix the files that the arguments name; the exit code."""
    from flake8_trtc.cli.commands import fix

    modes = {"check": False, "diff": False, "write_constants": False, "add_ignore": None}
    return fix.run(argparse.Namespace(**{**vars(args), **modes}), followed=True)


def _files(args: argparse.Namespace, options: Options, this: Run) -> Generator[Result, None, None]:
    """The results of the files that the arguments name."""
    work = partial(check_path, options=options, rewriting=_rewriting(args))
    return run_all(
        *(args.paths, options, work, _failed, this.note),
        jobs=args.jobs,
        forced=args.force_exclude,
        total=this.total,
    )


def _standard_input(
    args: argparse.Namespace, options: Options, this: Run
) -> Generator[Result, None, None]:
    """The result of standard input."""
    from flake8_trtc.cli.commands._stdin import UNNAMED, read_input, unfit

    path = args.stdin_filename or UNNAMED
    try:
        data = read_input()
    except files.FileError as error:
        yield _failed(UNNAMED, error.message)
        return
    reason = unfit(args.stdin_filename, data, options, forced=args.force_exclude)
    this.note(path, reason)
    if reason is None and may_hold(data, path, options):
        yield check_data(path, data, options, rewriting=_rewriting(args))


def _rewriting(args: argparse.Namespace) -> bool:
    return args.output_format in {"sarif", "rdjson"}


def check_path(path: str, options: Options, *, rewriting: bool = False) -> Result:
    """Check one file. Whatever goes wrong with it is in the result.

    rewriting: also work out what the fix would do.
    """
    try:
        data = files.read(path).data
    except files.FileError as error:
        return _failed(path, error.message)
    return check_data(path, data, options, rewriting=rewriting)


def check_data(path: str, data: bytes, options: Options, *, rewriting: bool = False) -> Result:
    """Check the bytes of one file; see `check_path`."""
    from flake8_trtc.detect.sdk import unversioned

    lost: list[tuple[int, int]] = []
    try:
        reported = check_text(
            *(path, data, options), replacements=rewriting, lost=lambda *at: lost.append(at)
        )
        untold = unversioned(path, data, options)
        return Result(path, reported, unversioned=untold, lost=lost[0] if lost else None)
    except SourceError as error:
        return _failed(path, error.message)
    except Exception as error:
        # A defect of ours, or a file nested too deeply: it must not take the other files with it.
        from flake8_trtc.detect.checks import defect

        return _failed(path, defect(error, options.language))


def _failed(path: str, reason: Message) -> Result:
    return Result(path, error=reason)


def _gate(args: argparse.Namespace) -> Gate:
    """The baseline that the options name. Raises OptionsError."""
    if args.fix and (args.paths == ["-"] or args.baseline or args.write_baseline or args.since):
        raise OptionsError(said.FIXES_ALL(program=program("fix")))
    if args.explain and args.output_format != "text":
        raise OptionsError(said.FOR_PEOPLE(format=args.output_format))
    if args.prune_baseline and args.baseline is None:
        raise OptionsError(said.NO_BASELINE())
    if args.write_baseline is not None and (args.baseline is not None or args.since is not None):
        raise OptionsError(said.LISTS_ALL())
    baseline, changed = None, None
    if args.baseline is not None or args.write_baseline is not None:
        from flake8_trtc.cli.baseline import Baseline

        baseline = (
            Baseline(args.write_baseline) if args.baseline is None else Baseline.read(args.baseline)
        )
    if args.since is not None and args.paths == ["-"]:
        raise OptionsError(said.SINCE_NOT_SAVED())
    if args.since is not None:
        from flake8_trtc.workspace.changed import changed_since

        changed = changed_since(args.since)
    return Gate(baseline, changed, lists=args.write_baseline is not None)


def _show(findings: Iterable[Reported], args: argparse.Namespace, this: Run) -> None:
    """Write the findings where they are wanted. Raises FileError."""
    colour = in_colour(args.color, to_file=args.output_file is not None)
    terminal = args.output_file is None and sys.stdout.isatty()
    style = Style(
        this.language,
        evidence=args.show_evidence,
        explain=args.explain,
        rich=colour or terminal,
        colour=colour,
        failures=this.failures,
    )
    write = writer(args.output_format)
    if args.output_file is not None:
        parts: list[str] = []
        write(findings, parts.append, style)
        try:
            files.write(args.output_file, _encoded("".join(parts)))
        except files.FileError as error:
            reason = failures.OF_FILE(path=args.output_file, reason=error.message)
            raise files.FileError(reason) from None
    elif args.output_format == "text":
        write(findings, sys.stdout.write, style)
    else:  # for machines, whatever the terminal's encoding is
        write(findings, lambda text: put(_encoded(text)), style)


def _encoded(text: str) -> bytes:
    """UTF-8, in which the bytes of a name that is none are escaped."""
    return text.encode("utf-8", "backslashreplace")
