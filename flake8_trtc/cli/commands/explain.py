"""Say what error codes, their names, rules and capture errors mean, and what to do."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from flake8_trtc.catalog.explain import look_up, nearest, record, sheet
from flake8_trtc.catalog.sheet import plain, show, wants_rich
from flake8_trtc.cli.commands._output import add_output_arguments, print_json
from flake8_trtc.messages.explain import UNKNOWN
from flake8_trtc.messages.message import listed

EPILOG = """\
examples:
  flake8-trtc explain 0x4043                 a number, however it is written
  flake8-trtc explain PLAY_NOT_ALLOWED TRT203  names and rules
  flake8-trtc explain --language zh -100013  a detail code, in Chinese

exit codes:
  0  all of it is known
  1  something is not; the nearest that is known is named on standard error
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the queries and the form of the answer."""
    parser.add_argument(
        "queries",
        metavar="QUERY",
        nargs="+",
        # argparse takes -100013 for an argument as long as no option looks like a number.
        help="16388, 0x4043, PLAY_NOT_ALLOWED, 70001, -100013, NotReadableError, TRT102; of other "
        "SDKs 5300, TRTC.ERROR_CODE.DEVICE_ERROR, liteav.Error.ERR_FAILED, ...",
    )
    add_output_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Print an answer for each query; 1 where one is not known, otherwise 0."""
    queries: Sequence[str] = args.queries
    found = [(query, answer) for query in queries if (answer := look_up(query)) is not None]
    if args.json:
        print_json(
            [
                {"query": query, **record(entry), "elsewhere": [record(other) for other in others]}
                for query, (entry, others) in found
            ]
        )
    else:
        sheets = [sheet(entry, args.language, others) for _, (entry, others) in found]
        if wants_rich(sys.stdout):
            show(sheets, sys.stdout)
        else:
            sys.stdout.write("\n".join(map(plain, sheets)))
    known = {query for query, _ in found}
    unknown = [query for query in queries if query not in known]
    for query in unknown:
        told = UNKNOWN(query=query, near=listed(nearest(query)))
        print(told.of(args.language), file=sys.stderr)
    return 1 if unknown else 0
