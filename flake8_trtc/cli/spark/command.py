"""The command line of tables: `python -m flake8_trtc.spark check IN OUT`."""

from __future__ import annotations

import argparse
import os
import re
import sys
from typing import TYPE_CHECKING

from py4j.protocol import Py4JError
from pyspark.errors import AnalysisException, PySparkException
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

from flake8_trtc.api import Options, OptionsError
from flake8_trtc.catalog.rules import RULES
from flake8_trtc.cli.arguments import (
    Parser,
    add_options,
    chosen_options,
    given_options,
    say_mistake,
)
from flake8_trtc.cli.console import ended, say
from flake8_trtc.cli.reports.rows import Columns, Limits
from flake8_trtc.cli.spark.frames import TableError, check, fix, table
from flake8_trtc.cli.worded import language_of
from flake8_trtc.config.files import load
from flake8_trtc.messages import commands, failures, run, usage
from flake8_trtc.messages import options as said
from flake8_trtc.messages.message import verbatim

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pyspark.sql import DataFrame

    from flake8_trtc.cli.spark.places import Choice
    from flake8_trtc.messages.message import Message

_PROGRAM = "python -m flake8_trtc.spark"
_DONE, _FOUND, _USAGE, _FAILED = range(4)
_MOST = 1e9  # of bytes, and of seconds


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line (default: that of the process) and return its exit code.

    They are those of `check` and `fix`: 0, 1 where findings or refusals remain, 2 for wrong usage
    or options, 3 where a file or a table could not be read or written.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    name = words[0] if words else ""
    if name not in _WORK:
        asked = name in {"-h", "--help"}
        told = commands.SPARK.of(language_of(words), program=_PROGRAM)
        print(told, file=sys.stdout if asked else sys.stderr)
        return _DONE if asked else _USAGE
    parser = _parser(name, words)
    args = parser.parse_words(words[1:])
    wanted = 1 if args.repos is not None else 2
    if len(args.tables) != wanted:
        parser.error(usage.NEED_TABLES())
    args.table, args.out = (None, *args.tables) if wanted == 1 else args.tables
    args.work = _WORK[name]
    return ended(lambda: _run(args))


_WORK = {"check": check, "fix": fix}


def _parser(name: str, words: Sequence[str]) -> Parser:
    parser = Parser(prog=f"{_PROGRAM} {name}", command=f"spark {name}", words=words)
    add = parser.add_argument
    add("tables", metavar="IN OUT", nargs="*")
    add("--repos", metavar="DIR")
    add("--master", metavar="URL")
    add("--mode", choices=("error", "overwrite", "append"), default="error")
    for column, default in Columns()._asdict().items():
        add(f"--{column}-column", metavar="NAME", default=default)
    size, seconds = Limits()
    add("--max-bytes", metavar="N", type=_above(int), default=size)
    add("--max-seconds", metavar="S", type=_above(float), default=seconds)
    add("--statistics", action="store_true")
    add_options(parser)
    return parser


def _above(kind: type[int] | type[float]) -> Callable[[str], float]:
    """A reader of numbers above 0."""

    def read(text: str) -> float:
        try:
            value = kind(text)
        except ValueError:
            value = kind(0)
        if not 0 < value < _MOST:
            raise argparse.ArgumentTypeError(f"{text!r} is not a number above 0")
        return value

    return read


def _run(args: argparse.Namespace) -> int:
    values = {name: value for name, value in given_options(args).items() if value is not None}
    try:
        own = args.isolated or args.config is not None
        choice: Choice = chosen_options(args) if own else values
        options = choice if isinstance(choice, Options) else load(values, isolated=True)
    except OptionsError as error:
        say_mistake(args, _PROGRAM, error)
        return _USAGE

    def failed(reason: Message, code: int = _FAILED) -> int:
        say(said.ERROR(program=_PROGRAM, reason=reason).of(options.language))
        return code

    # Spark takes the python3 on the PATH, which may be another one.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    try:
        session = _session(args.master)
        if args.mode == "error" and _is_there(session, args.out):
            return failed(failures.OF_FILE(path=args.out, reason=failures.OUTPUT_EXISTS()))
        frame = table(session, args.repos) if args.repos else _read(session, args.table)
        columns = Columns(args.repo_column, args.path_column, args.content_column)
        limits = Limits(args.max_bytes, args.max_seconds)
        made = args.work(frame, choice, columns=columns, limits=limits)
        made.write.mode(args.mode).parquet(args.out)
        return _summary(session.read.parquet(args.out), args, options.language)
    except TableError as error:
        return failed(error.message, _USAGE)
    except OSError as error:
        reason = failures.system(error)
        name = error.filename
        return failed(reason if name is None else failures.OF_FILE(path=name, reason=reason))
    except (PySparkException, Py4JError) as error:
        return failed(verbatim(_line(error)))


def _session(master: str | None) -> SparkSession:
    builder = SparkSession.builder.appName("flake8-trtc")
    builder = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "200")
    session = (builder.master(master) if master else builder).getOrCreate()
    session.sparkContext.setLogLevel("FATAL")  # what fails is said in a line
    return session


def _read(session: SparkSession, path: str) -> DataFrame:
    """A table. Raises PySparkException."""
    lines = re.search(r"\.(json|jsonl|ndjson)(\.\w+)?/?$", path)
    return session.read.json(path) if lines else session.read.parquet(path)


def _is_there(session: SparkSession, path: str) -> bool:
    """Whether there is anything at a path, before hours are spent on what has no place there."""
    try:
        session.read.text(path)
    except AnalysisException:
        return False
    return True


def _line(error: PySparkException | Py4JError) -> str:
    """What is wrong, in the words of Spark, in one line: of Java's exception, if it is one.

    Where a Python worker failed it is the exception that it ended with.
    """
    java = getattr(error, "java_exception", None)
    text = str(error) if java is None else str(java.toString())
    lines = [line.rstrip() for line in text.splitlines() if line.strip()]
    if any(line.startswith("Traceback (") for line in lines):
        lines = [line for line in lines if line[0] != " "][-1:]
    return lines[0].strip() if lines else type(error).__name__


def _summary(made: DataFrame, args: argparse.Namespace, language: str) -> int:
    """Say what the result came to; the exit code."""
    failed = made.where("error is not null").count()
    if args.work is check:
        counts = {row.code: row["count"] for row in made.groupBy("code").count().collect()}
        counts.pop(None, None)
        left = sum(counts.values())
        titles = {code: f"{code} {RULES[code].title.of(language)}" for code in counts}
        facts = [run.FINDINGS(n=left)]
    else:
        reasons = made.select(F.explode("refusals.reason").alias("code")).groupBy("code").count()
        counts = {row.code: row["count"] for row in reasons.collect()}
        left = sum(counts.values())
        titles = {reason: reason for reason in counts}
        (rewritten,) = made.where("fixed > 0").agg(F.sum("fixed"), F.count("*")).collect()
        fixed, files = rewritten[0] or 0, rewritten[1]
        facts = [run.WOULD_FIX_IN(fixed=fixed, n=files), run.NOT_FIXED_IN_ALL(n=left)]
    for code in sorted(counts) if args.statistics else ():
        say(f"{counts[code]:<5} {titles[code]}")
    comma, colon, _ = run.MARKS[language]
    facts += [run.FAILED(n=failed)] if failed else []
    say(f"{args.out}{colon}{comma.join(fact.of(language) for fact in facts)}")
    return _FAILED if failed else _FOUND if left else _DONE
