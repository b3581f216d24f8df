"""`python -m flake8_trtc.fix`: its arguments, its output, its exit code.

Nothing heavy is imported for a tree without codes: files are read and searched, and that is all.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from functools import partial

from flake8_trtc import __version__
from flake8_trtc.arguments import add_choices, add_jobs, candidate_paths, chosen_options
from flake8_trtc.fix.one import Job, Result, describe, fix_bytes, fix_path
from flake8_trtc.options import OptionsError
from flake8_trtc.pool import run_all

_DONE, _OPEN, _USAGE, _FAILED = range(4)
_WARM = ("flake8_trtc.fix.engine", "flake8_trtc.fix.rewrite")
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
    add_jobs(mode)
    mode.add_argument(
        "--stdin-filename", metavar="F", help="what the file on standard input is called"
    )
    add_choices(parser)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code. Usage errors leave by SystemExit, as argparse does."""
    parser = build_parser()
    given = parser.parse_args(arguments)
    if "-" in given.paths and len(given.paths) > 1:
        parser.error("- (standard input) can't be combined with other paths")
    if given.stdin_filename is not None and given.paths != ["-"]:
        parser.error("--stdin-filename needs - as the only path")
    try:
        options = chosen_options(given)
    except OptionsError as error:
        _say(f"{parser.prog}: error: {error}")
        return _USAGE
    job = Job(options, write=not (given.check or given.diff), diff=given.diff)
    try:
        if given.paths == ["-"]:
            return _standard_input(given.stdin_filename, job)
        items = candidate_paths(given.paths, options, _failed)
        results = run_all(items, partial(fix_path, job=job), given.jobs, _WARM)
        return _report(results, job)
    except KeyboardInterrupt:
        _say("interrupted; files fixed so far stay fixed, the others are untouched")
        return 130


def _failed(path: str, reason: str) -> Result:
    return Result(path, error=reason)


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
        for line in (*result.refusals, *result.notes):
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
