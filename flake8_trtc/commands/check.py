"""Find TRTC error codes written as numbers, in Python and in the web files beside it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from flake8_trtc import files
from flake8_trtc.arguments import add_choices, add_jobs, candidate_paths, chosen_options
from flake8_trtc.options import Options, OptionsError
from flake8_trtc.pool import run_all

_CLEAN, _FOUND, _USAGE, _FAILED = range(4)
_PROGRAM = "python -m flake8_trtc check"
_WARM = ("flake8_trtc.checks", "flake8_trtc.evidence", "flake8_trtc.languages.python")


class Result(NamedTuple):
    """What one file came to: a line for each finding, or why it was not looked at."""

    path: str
    lines: tuple[str, ...] = ()
    error: str | None = None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the paths, what to look at and how to show it."""
    parser.add_argument("paths", metavar="PATH", nargs="+", help="file or directory")
    parser.add_argument(
        "--show-evidence", action="store_true", help="say after each finding why it is one"
    )
    add_jobs(parser)
    add_choices(parser)


def run(args: argparse.Namespace) -> int:
    """Print the findings; 1 where there are any, 2 for wrong options, 3 for files not read."""
    try:
        options = chosen_options(args)
    except OptionsError as error:
        print(f"{_PROGRAM}: error: {error}", file=sys.stderr)
        return _USAGE
    work = partial(check_path, options=options, evidence=args.show_evidence)
    items = candidate_paths(args.paths, options, _failed)
    return _report(run_all(items, work, args.jobs, _WARM))


def check_path(path: str, options: Options, *, evidence: bool = False) -> Result:
    """Check one file. Whatever goes wrong with it is in the result."""
    from flake8_trtc.checks import failure
    from flake8_trtc.scan import scan
    from flake8_trtc.source import Source, SourceError
    from flake8_trtc.suppress import unsuppressed

    try:
        source = Source.from_bytes(path, files.read(path).data)
        findings = [item for item in scan(source, options) if options.wants(item.code, path)]
        findings = unsuppressed(source, findings)
    except (files.FileError, SourceError) as error:
        return Result(path, error=str(error))
    except Exception as error:
        # A defect of ours, or a file nested too deeply: it must not take the other files with it.
        return Result(path, (f"{path}:1:1: TRT000 {failure(error, options.language)}",))
    return Result(
        path,
        tuple(
            f"{path}:{item.line}:{item.column}: {item.code} {item.message}"
            + (f"  [{'; '.join(item.verdict.reasons)}]" if evidence else "")
            for item in findings
        ),
    )


def _failed(path: str, reason: str) -> Result:
    return Result(path, error=reason)


def _report(results: Iterable[Result]) -> int:
    """Print the results as they come; the exit code."""
    code = _CLEAN
    for result in results:
        for line in result.lines:
            print(line)
            code = max(code, _FOUND)
        if result.error is not None:
            print(f"{result.path}: {result.error}", file=sys.stderr)
            code = _FAILED
    return code
