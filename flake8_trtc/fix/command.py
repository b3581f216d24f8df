"""`python -m flake8_trtc.fix`: its arguments, its output, its exit code.

Nothing heavy is imported for a tree without codes: files are read and searched, and that is all.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Sequence

from flake8_trtc import __version__
from flake8_trtc.fix.one import Job, Result, describe, fix_bytes
from flake8_trtc.fix.pool import fix_all
from flake8_trtc.options import SETTINGS, Options, OptionsError

_DONE, _OPEN, _USAGE, _FAILED = range(4)
_DESCRIPTION = """\
Rewrite TRTC error codes written as numbers to ErrorCode.NAME, and import ErrorCode.

Every file is proved before it is written: it parses, nothing but the numbers and one import has
changed, and a second run would change nothing. What has no safe rewrite is left and listed.
"""
_EPILOG = """\
examples:
  python -m flake8_trtc.fix src/                  fix a directory
  python -m flake8_trtc.fix --diff src/           show what would change, write nothing
  python -m flake8_trtc.fix --check src/          the same for CI: exit code 1 if anything would
  python -m flake8_trtc.fix - < a.py > b.py       from standard input to standard output
  python -m flake8_trtc.fix --trtc-error-code myapp.trtc:ErrorCode src/

exit codes:
  0  nothing to fix, or all of it is fixed (findings that no fix exists for do not count)
  1  something was not fixed (each is listed with its reason);
     with --check or --diff: something would change
  2  wrong usage or configuration
  3  a path does not exist, or a file could not be read, parsed, proved or written
     (each is named on standard error, the others are done)

Options are also read from flake8's configuration (setup.cfg, tox.ini, .flake8), and noqa comments
are honoured. Diffs go to standard output, everything else to standard error.
"""


def build_parser() -> argparse.ArgumentParser:
    """The command line, documented."""
    parser = argparse.ArgumentParser(
        prog="python -m flake8_trtc.fix",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add = parser.add_argument
    add("paths", metavar="PATH", nargs="+", help="file or directory; - for standard input")
    add("--version", action="version", version=f"flake8-trtc {__version__}")
    mode = parser.add_argument_group("what to do")
    mode.add_argument("--check", action="store_true", help="write nothing, only tell")
    mode.add_argument("--diff", action="store_true", help="write nothing, print a unified diff")
    mode.add_argument(
        "-j",
        "--jobs",
        type=_jobs,
        default=0,
        metavar="N",
        help="processes to use at most (default: one a CPU; 1: none besides this one)",
    )
    mode.add_argument(
        "--stdin-filename", metavar="F", help="what the file on standard input is called"
    )
    chosen = parser.add_argument_group("what to look at")
    for name, words in (
        ("select", "rules to fix, by prefix (default: TRT001 and TRT201; TRT901 if named)"),
        ("extend-select", "rules to fix besides"),
        ("ignore", "rules not to fix"),
        ("extend-ignore", "rules not to fix besides"),
    ):
        chosen.add_argument(f"--{name}", metavar="CODE[,...]", help=words)
    chosen.add_argument("--exclude", metavar="GLOB[,...]", help="paths to leave alone")
    chosen.add_argument("--extend-exclude", metavar="GLOB[,...]", help="paths to leave alone too")
    chosen.add_argument("--config", metavar="F", help="configuration file to read instead")
    chosen.add_argument("--isolated", action="store_true", help="read no configuration file")
    ours = parser.add_argument_group("TRTC")
    for setting in SETTINGS:
        ours.add_argument(f"--{setting.name}", metavar=setting.metavar, help=setting.help)
    return parser


def _jobs(text: str) -> int:
    if text.isascii() and text.isdigit() and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a number above 0")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code. Usage errors leave by SystemExit, as argparse does."""
    parser = build_parser()
    given = parser.parse_args(arguments)
    if "-" in given.paths and len(given.paths) > 1:
        parser.error("- (standard input) can't be combined with other paths")
    if given.stdin_filename is not None and given.paths != ["-"]:
        parser.error("--stdin-filename needs - as the only path")
    try:
        options = _options(given)
    except OptionsError as error:
        _say(f"{parser.prog}: error: {error}")
        return _USAGE
    job = Job(options, write=not (given.check or given.diff), diff=given.diff)
    try:
        if given.paths == ["-"]:
            return _standard_input(given.stdin_filename, job)
        items = _candidates(given.paths, options)
        return _report(fix_all(items, job, given.jobs or os.cpu_count() or 1), job)
    except KeyboardInterrupt:
        _say("interrupted; files fixed so far stay fixed, the others are untouched")
        return 130


def _options(given: argparse.Namespace) -> Options:
    from flake8_trtc.config import load

    names = ["select", "extend-select", "ignore", "extend-ignore", "exclude", "extend-exclude"]
    names += [setting.name for setting in SETTINGS]
    overrides = {name: getattr(given, name.replace("-", "_")) for name in names}
    return load(overrides, config=given.config, isolated=given.isolated)


def _candidates(paths: Iterable[str], options: Options) -> Iterator[str | Result]:
    """The files whose bytes may hold a code; a result for what can't be looked at."""
    from flake8_trtc.discover import Missing, discover
    from flake8_trtc.fix.files import FileError, read
    from flake8_trtc.scan import may_hold

    for path in discover(paths, options.exclude):
        if isinstance(path, Missing):
            yield Result(path.path, error=path.reason)
            continue
        try:
            data = read(path).data
        except FileError as error:
            yield Result(path, error=str(error))
            continue
        if may_hold(data, path, options):
            yield path


def _standard_input(name: str | None, job: Job) -> int:
    """Fix standard input to standard output; what can't be fixed passes through unchanged."""
    from flake8_trtc.discover import excluded
    from flake8_trtc.scan import may_hold

    data = sys.stdin.buffer.read()
    path = name or "stdin"
    result = Result(path)
    new = data
    skipped = name is not None and excluded(name, job.options.exclude)
    if not skipped and may_hold(data, path, job.options):
        outcome = fix_bytes(path, data, job.options)
        new = data if outcome.new is None else outcome.new
        result = describe(path, data, outcome, diff=job.diff)
    if job.write:
        sys.stdout.buffer.write(new)
        sys.stdout.buffer.flush()
    return _report([result], job)


def _report(results: Iterable[Result], job: Job) -> int:
    """Print the results as they come, and a summary; the exit code."""
    fixed = changed = refused = remaining = failed = 0
    verb = "fixed" if job.write else "would fix"
    for result in results:
        if result.diff:
            sys.stdout.buffer.write(result.diff)
            sys.stdout.buffer.flush()
        if result.error is not None:
            _say(f"{result.path}: {result.error}")
            failed += 1
            continue
        for line in result.refusals:
            _say(line)
        if result.fixed:
            _say(f"{verb} {result.path} ({_count(result.fixed, 'finding')})")
            changed += 1
        fixed += result.fixed
        refused += len(result.refusals)
        remaining += result.remaining
    summary = [f"{verb} {_count(fixed, 'finding')} in {_count(changed, 'file')}"]
    if refused:
        summary.append(f"{refused} not fixed")
    if remaining:
        summary.append(f"{remaining} without a fix (see flake8 --select TRT)")
    if failed:
        summary.append(f"{_count(failed, 'file')} failed")
    if fixed or len(summary) > 1:
        _say("; ".join(summary))
    else:
        _say("nothing to fix")
    if failed:
        return _FAILED
    return _OPEN if refused or (changed and not job.write) else _DONE


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
