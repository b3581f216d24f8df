"""Tables of sources on Apache Spark: what `check` and `fix` give for a tree, row for row.

A table has a row for each file: its repository (optional), its path below that, and its content.
Each repository is treated as if `check` or `fix` ran in its top directory with the options that are
given here; its own configuration is not read. Needs the extra `spark`. The package has to be
installed where the Python workers run.

    python -m flake8_trtc.spark check files.parquet findings.parquet
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import pyarrow as pa
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pyspark.sql import types as T
from pyspark.storagelevel import StorageLevel

from flake8_trtc.api import OptionsError, SourceError
from flake8_trtc.catalog.codes import BY_NAME
from flake8_trtc.catalog.rules import RULES
from flake8_trtc.cli.arguments import Parser, add_options, chosen_options, say_mistake
from flake8_trtc.cli.console import ended, say
from flake8_trtc.cli.reports.rows import (
    FINDING,
    Columns,
    Limits,
    finding_rows,
    fix_rows,
    fix_rows_of_text,
    fix_type,
)
from flake8_trtc.config.options import OWN_CONSTANTS
from flake8_trtc.detect.checks import defect
from flake8_trtc.detect.npm import MANIFESTS
from flake8_trtc.detect.scan import may_hold
from flake8_trtc.fix.javascript.modules import ROOTS
from flake8_trtc.messages import failures, run
from flake8_trtc.source import SUFFIXES
from flake8_trtc.workspace.clones import Clone, clones, portions
from flake8_trtc.workspace.generated import not_ours
from flake8_trtc.workspace.interrupts import TooLong, limited
from flake8_trtc.workspace.places import Places, is_inside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pyspark.sql import DataFrame

    from flake8_trtc.cli.reports.rows import Row
    from flake8_trtc.config.options import Options
    from flake8_trtc.messages.message import Message

    _Work = Callable[[str, bytes, Options], list[Row]]

__all__ = ["FINDING", "Columns", "Limits", "check", "fix", "main", "table"]

_PROGRAM = "python -m flake8_trtc.spark"
_DONE, _FOUND, _USAGE, _FAILED = range(4)
_BATCH = 8_000_000  # bytes of files that are handed on at once
_LARGEST_NEIGHBOUR = 1 << 20  # bytes of a file that another one is judged by


class _Job(NamedTuple):
    """The instructions for a worker.

    base: the directory that absolute patterns of the options are below; kept: columns that pass
    through; made: the columns that are added; neighbours: by repository, files that others are
    judged by.
    """

    options: Options
    base: str
    columns: Columns
    kept: list[str]
    made: T.StructType
    limits: Limits
    neighbours: dict[str, dict[str, bytes]]


def check(
    frame: DataFrame,
    options: Options,
    *,
    columns: Columns | None = None,
    limits: Limits | None = None,
) -> DataFrame:
    """The findings in a table of files: its columns without the content, and those of `FINDING`.

    options: see `flake8_trtc.api.load_options`; patterns in them that have a slash are relative to
    each repository. content: a string, or binary. With `trtc-sdk-version = auto` a first pass over
    the table runs at once: it keeps the files that may hold a code, and reads the package.json and
    lock files of their repositories. Else nothing runs until the result is used.

    Raises:
        ValueError: for a column that is missing, or that has a name which the result needs.
    """
    job = _job(frame, options, FINDING, columns, limits)
    if options.sdk_auto:
        frame, job = _with_neighbours(frame, job, MANIFESTS, "")
    return frame.mapInArrow(partial(_answers, job, finding_rows), _schema(frame, job))


def fix(
    frame: DataFrame,
    options: Options,
    *,
    columns: Columns | None = None,
    limits: Limits | None = None,
) -> DataFrame:
    """Fix the files of a table: a row for each that changes, or has a refusal.

    Its columns: those of the table without the content, then `content` (the new one, of the same
    type; null where nothing changes), `diff` (of that type, too; git apply takes it in the
    repository), `fixed` (how many findings are rewritten), `remaining` (how many have no fix),
    `refusals` (line, column, reason) and `error`. A first pass over the table runs at once, see
    `check`: a fix depends on the modules that a file imports.

    Raises:
        ValueError: as `check`.
    """
    names = columns or Columns()
    content = (
        frame.schema[names.content].dataType if names.content in frame.columns else T.NullType()
    )
    job = _job(frame, options, fix_type(content), columns, limits)
    kinds = "|".join(re.escape(suffix) for suffix in SUFFIXES)
    frame, job = _with_neighbours(frame, job, (*MANIFESTS, *ROOTS), f"|({kinds})$")
    work = fix_rows_of_text if isinstance(content, T.StringType) else fix_rows
    return frame.mapInArrow(partial(_answers, job, work), _schema(frame, job))


def _job(
    frame: DataFrame,
    options: Options,
    made: T.StructType,
    columns: Columns | None,
    limits: Limits | None,
) -> _Job:
    columns = columns or Columns()
    missing = [name for name in (columns.path, columns.content) if name not in frame.columns]
    if missing:
        raise ValueError(f"the table has no column {missing[0]!r}: {', '.join(frame.columns)}")
    kept = [name for name in frame.columns if name != columns.content]
    taken = [name for name in kept if name in made.names]
    if taken:
        raise ValueError(f"the result has a column {taken[0]!r} of its own; rename the table's")
    return _Job(options, os.getcwd(), columns, kept, made, limits or Limits(), {})


def _schema(frame: DataFrame, job: _Job) -> T.StructType:
    return T.StructType([*(frame.schema[name] for name in job.kept), *job.made.fields])


def _with_neighbours(
    frame: DataFrame, job: _Job, names: tuple[str, ...], kinds: str
) -> tuple[DataFrame, _Job]:
    """The files that may hold a code, kept on disk, and the job with the files beside them.

    names: of neighbours whose content counts; kinds: the end of a regular expression for paths of
    others, which count by being there, and by what they export.
    """
    repo, path, content = job.columns
    held = frame.mapInArrow(partial(_held, job), frame.schema).persist(StorageLevel.DISK_ONLY)
    beside = frame
    if repo in frame.columns:
        beside = frame.join(F.broadcast(held.select(repo).distinct()), repo, "leftsemi")
    manifest = f"(^|/)({'|'.join(map(re.escape, names))})$"
    own = (job.options.error_code, job.options.js_error_code) != (OWN_CONSTANTS, None)
    # Whether the project's own module may be imported depends on all that it imports.
    words = {""} if own else {*BY_NAME, *job.options.constants, r"(im|ex)port\s*\(?\s*\*"}
    exports = "|".join(sorted(words))
    counts = F.col(path).rlike(manifest) | (
        F.col(content).cast("string").rlike(exports)
        & (F.octet_length(content) <= _LARGEST_NEIGHBOUR)
    )
    beside = beside.where(F.col(path).rlike(manifest + kinds)).select(
        (F.col(repo) if repo in frame.columns else F.lit("")).alias("repo"),
        F.col(path).alias("path"),
        F.when(counts, F.col(content).cast("binary")).alias("content"),
    )
    neighbours: dict[str, dict[str, bytes]] = {}
    for row in beside.toLocalIterator():
        if row.path is not None:
            neighbours.setdefault(row.repo, {})[row.path] = bytes(row.content or b"")
    return held, job._replace(neighbours=neighbours)


def _held(job: _Job, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The rows that may hold a code, or can't be read."""
    for batch in batches:
        rows = [
            number
            for number, (_, path, data) in enumerate(_files(job, batch))
            if _may_hold(job, path, data)
        ]
        if rows:
            yield batch.take(pa.array(rows))


def _files(job: _Job, batch: pa.RecordBatch) -> Iterator[tuple[str, str | None, bytes | None]]:
    """The repository, path and content of each row."""
    repo, path, content = job.columns
    named = repo in batch.schema.names
    repos = batch.column(repo).to_pylist() if named else [""] * batch.num_rows
    data = batch.column(content).cast(pa.binary()).to_pylist()
    return zip(repos, batch.column(path).to_pylist(), data, strict=True)


def _may_hold(job: _Job, path: str | None, data: bytes | None) -> bool:
    """True if a walk would take a file and find that it may hold a code, or it is an error."""
    if path is None:
        return True
    if not path.lower().endswith(SUFFIXES):
        return False
    if data is None or len(data) > job.limits.size:
        return True
    return may_hold(data, path, job.options) and not not_ours(path, data)


def _answers(job: _Job, work: _Work, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The rows that the work makes of each file, beside the file's own columns."""
    from pyspark.sql.pandas.types import to_arrow_schema

    made = to_arrow_schema(job.made)
    with Places(job.options, job.base, job.neighbours) as places:
        for batch in batches:
            numbers, rows = [], []
            for number, (repo, path, data) in enumerate(_files(job, batch)):
                if _may_hold(job, path, data):
                    found = _answer(job, work, places, repo, path, data)
                    numbers += [number] * len(found)
                    rows += found
            if rows:
                kept = batch.select(job.kept).take(pa.array(numbers))
                added = pa.RecordBatch.from_pylist(rows, schema=made)
                yield pa.RecordBatch.from_arrays(
                    [*kept.columns, *added.columns], names=[*job.kept, *made.names]
                )


def _answer(
    job: _Job, work: _Work, places: Places, repo: str, path: str | None, data: bytes | None
) -> list[Row]:
    """The rows for one file; whatever goes wrong with it is one of them."""
    language = job.options.language

    def failed(reason: Message) -> list[Row]:
        return [{"error": reason.of(language)}]

    if path is None or not is_inside(path):
        return failed(failures.NO_PATH())
    if data is None:
        return failed(failures.NO_CONTENT())
    if len(data) > job.limits.size:
        return failed(failures.TOO_LARGE(size=len(data), limit=job.limits.size))
    options = places.enter(repo, path)
    if options is None:
        return []
    try:
        with limited(job.limits.seconds):
            return work(path, data, options)
    except SourceError as error:
        return failed(error.message)
    except TooLong:
        return failed(failures.TOO_LONG(seconds=job.limits.seconds))
    except Exception as error:
        return failed(defect(error, language))


def table(session: SparkSession, directory: str) -> DataFrame:
    """The files of the repositories below a directory, as they are committed: a row for each.

    Repositories are working copies or bare clones; every executor has to see the directory. Kinds
    of files that nothing here looks at are left out. What git can't read has no content.
    """
    found = [(clone.name, clone.directory) for clone in clones(directory)]
    frame = session.createDataFrame(found, "repo string, directory string")
    return frame.mapInArrow(_committed, "repo string, path string, content binary")


def _committed(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    binary = pa.schema([("repo", pa.string()), ("path", pa.string()), ("content", pa.binary())])
    for batch in batches:
        for clone in batch.to_pylist():
            for files in portions(Clone(clone["repo"], clone["directory"]), _is_wanted, _BATCH):
                rows = [
                    {"repo": clone["repo"], "path": path, "content": data} for path, data in files
                ]
                yield pa.RecordBatch.from_pylist(rows, schema=binary)


def _is_wanted(path: str) -> bool:
    return path.endswith((*MANIFESTS, *ROOTS)) or path.lower().endswith(SUFFIXES)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line (default: that of the process) and return its exit code.

    They are those of `check` and `fix`: 0, 1 where findings or refusals remain, 2 for wrong usage
    or options, 3 where a file or a table could not be read or written.
    """
    args = _parser().parse_args(argv)
    if (args.table is None) is (args.repos is None):
        args.parser.error("one of IN and --repos is needed")
    return ended(lambda: _run(args))


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog=_PROGRAM, description=__doc__)
    commands = parser.add_subparsers(metavar="check|fix", required=True)
    for name, made in (("check", check), ("fix", fix)):
        command = commands.add_parser(name, help=(made.__doc__ or "").split("\n")[0])
        add = command.add_argument
        add("table", metavar="IN", nargs="?", help="Parquet, or JSON lines by its suffix")
        add("out", metavar="OUT", help="a directory for Parquet")
        add("--repos", metavar="DIR", help="instead of IN: the repositories below a directory")
        add("--master", metavar="URL", help="local[2], or a cluster's (default: Spark's own)")
        add(
            "--mode",
            choices=("error", "overwrite", "append"),
            default="error",
            help="if OUT exists",
        )
        for column, default in Columns()._asdict().items():
            add(f"--{column}-column", default=default, help=f"its name (default: {default})")
        size, seconds = Limits()
        add("--max-bytes", type=int, default=size, help=f"of a file (default: {size})")
        add("--max-seconds", type=float, default=seconds, help=f"for one (default: {seconds:g})")
        add("--statistics", action="store_true", help="count by rule, or refusals by reason")
        add_options(command)
        command.set_defaults(work=made, parser=command)
    return parser


def _run(args: argparse.Namespace) -> int:
    try:
        options = chosen_options(args)
    except OptionsError as error:
        say_mistake(args, _PROGRAM, error)
        return _USAGE
    # Spark takes the python3 on the PATH, which may be another one.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("flake8-trtc")
    builder = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "200")
    session = (builder.master(args.master) if args.master else builder).getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    columns = Columns(args.repo_column, args.path_column, args.content_column)
    limits = Limits(args.max_bytes, args.max_seconds)
    try:
        lines = re.search(r"\.(json|jsonl|ndjson)(\.\w+)?/?$", args.table or "")
        read = session.read.json if lines else session.read.parquet
        frame = table(session, args.repos) if args.repos else read(args.table)
        made = args.work(frame, options, columns=columns, limits=limits)
        made.write.mode(args.mode).parquet(args.out)
        return _summary(session.read.parquet(args.out), args, options.language)
    except (ValueError, OSError, PySparkException) as error:
        say(f"{_PROGRAM}: error: {str(error).splitlines()[0]}")
        return _FAILED


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


if __name__ == "__main__":
    # Workers import the functions by the module's own name, which this run of it has not.
    from flake8_trtc.spark import main as named

    sys.exit(named())
