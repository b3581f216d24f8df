"""Say what error codes, their names, rules and capture errors mean, and what to do."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable

from flake8_trtc.catalog.asked import asked
from flake8_trtc.catalog.explain import nearest, record, sheet, successor
from flake8_trtc.catalog.sheet import plain, show, wants_rich
from flake8_trtc.cli.commands._output import add_output_arguments, print_json
from flake8_trtc.config.files import asked_language
from flake8_trtc.messages.explain import UNKNOWN
from flake8_trtc.messages.message import listed, program

EPILOG = """\
examples:
  flake8-trtc explain 0x4043                 a number, however it is written
  flake8-trtc explain PLAY_NOT_ALLOWED TRT203  names and rules
  flake8-trtc explain "RtcError: <JOIN_ROOM_FAILED 0x4004>"   a line of a console
  flake8-trtc explain "autoplay blocked"     words, English or Chinese
  flake8-trtc explain --to v5 16388          what v5 gives in its place
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
        help="a code however it is written, a name, a rule, NotReadableError, a line with a code "
        "in it, or words; - reads questions from standard input, one a line",
    )
    parser.add_argument(
        "--to", choices=("v5",), help="say only what v5 gives instead of v4's codes"
    )
    add_output_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Print the answers to each query; 1 where there is none, otherwise 0."""
    language = args.language or asked_language({})
    queries = [query for word in args.queries for query in _lines(word)]
    found = [(query, answer) for query in queries for answer in asked(query)]
    if args.json:
        print_json(
            [
                {"query": query, **record(entry), "elsewhere": [record(other) for other in others]}
                for query, (entry, others) in found
            ]
        )
    elif args.to is not None:
        for _, (entry, _) in found:
            print(successor(entry, language))
    else:
        sheets = [sheet(entry, language, others) for _, (entry, others) in found]
        if wants_rich(sys.stdout):
            show(sheets, sys.stdout)
        else:
            sys.stdout.write("\n".join(map(plain, sheets)))
    known = {query for query, _ in found}
    unknown = [query for query in queries if query not in known]
    for query in unknown:
        told = UNKNOWN(program=program("explain"), query=query, near=listed(nearest(query)))
        print(told.of(language), file=sys.stderr)
    return 1 if unknown else 0


def _lines(word: str) -> Iterable[str]:
    """A question, or those that come on standard input."""
    if word != "-":
        return [word]
    return [line.strip() for line in sys.stdin if line.strip()]
