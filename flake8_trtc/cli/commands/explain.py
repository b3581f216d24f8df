"""The command `explain`: what the catalog knows of a code, a name, a rule or some words."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable

from flake8_trtc.catalog.asked import asked
from flake8_trtc.catalog.explain import nearest, record, sheet, successor
from flake8_trtc.catalog.sheet import plain, show, wants_rich
from flake8_trtc.cli.commands._output import add_output_arguments, print_json
from flake8_trtc.config.files import asked_language
from flake8_trtc.messages.explain import UNKNOWN, UNLIKE_ANY
from flake8_trtc.messages.message import Message, listed, program

_SHOWN = 100
"""Characters of a query that is not known that are shown."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the queries and the form of the answer."""
    # argparse takes -100013 for an argument as long as no option looks like a number.
    parser.add_argument("queries", metavar="QUERY", nargs="+")
    parser.add_argument("--to", choices=("v5",))
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
        print(_unknown(query).of(language), file=sys.stderr)
    return 1 if unknown else 0


def _unknown(query: str) -> Message:
    """That a query has no answer, what is nearest to it; of a long one the beginning is enough."""
    near = nearest(query)
    shown = query if len(query) <= _SHOWN else query[: _SHOWN - 1] + "…"
    if not near:
        return UNLIKE_ANY(program=program("explain"), query=shown)
    return UNKNOWN(program=program("explain"), query=shown, near=listed(near))


def _lines(word: str) -> Iterable[str]:
    """A question, or those that come on standard input."""
    if word != "-":
        return [word]
    return [line.strip() for line in sys.stdin if line.strip()]
