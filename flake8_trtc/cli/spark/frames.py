"""What `check` and `fix` give for a table of files, as another table."""

from __future__ import annotations

import os
import re
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from pyspark.sql import functions as F
from pyspark.sql import types as T
from pyspark.storagelevel import StorageLevel

from flake8_trtc.cli.reports.rows import FINDING, Columns, Limits, fix_type
from flake8_trtc.cli.spark.beside import NAMES
from flake8_trtc.cli.spark.work import (
    FINDINGS,
    FIX,
    HELD,
    PLACES,
    Job,
    answers,
    committed,
    first_pass,
)
from flake8_trtc.config.files import CONFIGURATION, load
from flake8_trtc.config.options import Options
from flake8_trtc.messages import failures
from flake8_trtc.messages.message import Failure, listed
from flake8_trtc.source import SUFFIXES
from flake8_trtc.workspace.clones import clones

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame, SparkSession

    from flake8_trtc.cli.spark.places import Choice


class TableError(Failure, ValueError):
    """A table is not what is needed; the message is one line that says what is wrong with it."""


def check(
    frame: DataFrame,
    options: Choice,
    *,
    columns: Columns | None = None,
    limits: Limits | None = None,
) -> DataFrame:
    """The findings in a table of files: its columns without the content, and those of `FINDING`.

    options: of all repositories, see `flake8_trtc.api.load_options`; or values by their names in
    configuration files, which override what each repository configures itself, as the command line
    does for `check` in its top directory. Patterns with a slash are relative to each repository.
    content: a string, or binary. A first pass over the table runs at once: it keeps the files that
    may hold a code on disk, and collects what those are judged by: package.json, lock files and
    configuration of their repositories, and modules.

    Raises:
        TableError: for a column that is missing, of another type, or that has a name which the
            result needs.
        OptionsError: for values that are wrong.
    """
    return _made(frame, _job(frame, options, FINDING, columns, limits), fixes=False)


def fix(
    frame: DataFrame,
    options: Choice,
    *,
    columns: Columns | None = None,
    limits: Limits | None = None,
) -> DataFrame:
    """Fix the files of a table: a row for each that changes, or has a refusal.

    Its columns: those of the table without the content, then `content` (the new one, of the same
    type; null where nothing changes), `diff` (of that type, too; git apply takes it in the
    repository), `fixed` (how many findings are rewritten), `remaining` (how many have no fix),
    `refusals` (line, column, reason) and `error`. A first pass over the table runs at once, see
    `check`.

    Raises:
        TableError, OptionsError: as `check`.
    """
    names = columns or Columns()
    content = (
        frame.schema[names.content].dataType if names.content in frame.columns else T.NullType()
    )
    return _made(frame, _job(frame, options, fix_type(content), columns, limits), fixes=True)


def table(session: SparkSession, directory: str) -> DataFrame:
    """The files of the repositories below a directory, as they are committed: a row for each.

    Repositories are working copies or bare clones; every executor has to see the directory. Kinds
    of files that nothing here looks at are left out. What git can't read has no content.

    Raises:
        OSError: for a directory that can't be read.
        TableError: where there is no repository.
    """
    found = [(clone.name, os.path.abspath(clone.directory)) for clone in clones(directory)]
    if not found:
        reason = failures.NO_REPOSITORY()
        raise TableError(failures.OF_FILE(path=directory, reason=reason))
    # Each is a task of its own: one may be a thousand times as large as another.
    names = session.createDataFrame(found, "repo string, directory string")
    names = names.repartition(min(len(found), _PARTS))
    return names.mapInArrow(committed, "repo string, path string, content binary")


_PARTS = 10_000


def _job(
    frame: DataFrame,
    choice: Choice,
    made: T.StructType,
    columns: Columns | None,
    limits: Limits | None,
) -> Job:
    columns = columns or Columns()
    _refuse_columns(frame, columns, made)
    kept = [name for name in frame.columns if name != columns.content]
    if isinstance(choice, Options):
        options = choice
    else:
        choice = {name.replace("_", "-"): value for name, value in choice.items()}
        options = load(choice, isolated=True)
    limits = limits or Limits()
    return Job(_name(), choice, options, os.getcwd(), columns, kept, made, limits)


def _name() -> str:
    return uuid4().hex


def _refuse_columns(frame: DataFrame, columns: Columns, made: T.StructType) -> None:
    needed = [columns.path, columns.content]
    needed += [columns.repo] * (columns.repo != Columns().repo)
    for name in needed:
        if name not in frame.columns:
            raise TableError(failures.NO_COLUMN(name=name, columns=listed(frame.columns)))
    text, binary = T.StringType, T.BinaryType
    for name, kinds in ((columns.path, (text,)), (columns.content, (text, binary))):
        kind = frame.schema[name].dataType
        if not isinstance(kind, kinds):
            wanted = listed(one.typeName() for one in kinds)
            said = failures.COLUMN_TYPE(name=name, kind=kind.simpleString(), wanted=wanted)
            raise TableError(said)
    for name in frame.columns:
        if name in {*made.names, HELD, PLACES} and name != columns.content:
            raise TableError(failures.COLUMN_TWICE(name=name))


def _made(frame: DataFrame, job: Job, *, fixes: bool) -> DataFrame:
    content = frame.schema[job.columns.content].dataType
    work = FIX[isinstance(content, T.StringType)] if fixes else FINDINGS
    schema = T.StructType([*(frame.schema[name] for name in job.kept), *job.made.fields])
    held, job = _with_neighbours(_looked_at(frame, job), job)
    return held.mapInArrow(partial(answers, job, work), schema)


def _looked_at(frame: DataFrame, job: Job) -> DataFrame:
    """The rows of kinds of files that anything looks at; the others never go to Python."""
    if job.options.modules:
        return frame
    path = F.col(job.columns.path)
    names = "|".join(map(re.escape, sorted(NAMES)))
    kinds = "|".join(map(re.escape, SUFFIXES))
    return frame.where(path.isNull() | path.rlike(rf"(?:{kinds})\z|(?:^|/)(?:{names})\z"))


def _with_neighbours(frame: DataFrame, job: Job) -> tuple[DataFrame, Job]:
    """The files that may hold a code, kept on disk, and the job with what they are judged by."""
    first = _first(frame, job)
    configuring = {} if isinstance(job.choice, Options) else _configuring(first, job)
    if configuring:
        # By what they configure other files may hold a code, and other modules count.
        repos = [*configuring]
        job = job._replace(name=_name(), neighbours=configuring)
        again = _first(frame.where(_among(_repo(frame, job), repos)), job)
        first = first.where(~_among(_repo(first, job), repos)).unionByName(again)
    held = first.where(HELD).drop(HELD, PLACES)
    looks = first.where(HELD).select(
        _repo(first, job).alias("looking"), F.explode(PLACES).alias("looks_in")
    )
    beside = first.where(~F.col(HELD)).select(
        _repo(first, job).alias("repo"),
        F.col(job.columns.path).alias("path"),
        F.col(job.columns.content).cast("binary").alias("content"),
        F.explode(PLACES).alias("place"),
    )
    counts = (F.octet_length("content") > 0) | (F.col("place") == F.col("looks_in"))
    same = F.col("repo").eqNullSafe(F.col("looking"))
    found = beside.join(F.broadcast(looks.distinct()), same & counts, "leftsemi")
    neighbours: dict[object, dict[str, bytes]] = {}
    for row in found.select("repo", "path", "content").collect():
        neighbours.setdefault(row.repo, {})[row.path] = bytes(row.content)
    return held, job._replace(name=_name(), neighbours=neighbours)


def _first(frame: DataFrame, job: Job) -> DataFrame:
    """The first pass over a table; it runs when it is used, once."""
    columns = [T.StructField(field.name, field.dataType) for field in frame.schema]
    added = [
        T.StructField(HELD, T.BooleanType()),
        T.StructField(PLACES, T.ArrayType(T.StringType())),
    ]
    made = frame.mapInArrow(partial(first_pass, job), T.StructType([*columns, *added]))
    return made.persist(StorageLevel.DISK_ONLY)


def _configuring(first: DataFrame, job: Job) -> dict[object, dict[str, bytes]]:
    """The files with which repositories configure something of ours, by repository."""
    path = F.col(job.columns.path)
    content = F.col(job.columns.content).cast("string")
    names = "|".join(map(re.escape, CONFIGURATION))
    ours = ~F.col(HELD) & path.rlike(rf"\A(?:{names})\z") & content.contains("trtc")
    there = first.where(ours).select(
        _repo(first, job).alias("repo"), path.alias("path"), content.alias("content")
    )
    found: dict[object, dict[str, bytes]] = {}
    for row in there.collect():
        found.setdefault(row.repo, {})[row.path] = row.content.encode()
    return found


def _repo(frame: DataFrame, job: Job) -> Column:
    return F.col(job.columns.repo) if job.columns.repo in frame.columns else F.lit("")


def _among(repo: Column, repos: list[object]) -> Column:
    """Whether a repository is one of these; one of them may have no name."""
    named = F.coalesce(repo.isin([name for name in repos if name is not None]), F.lit(False))
    return named | repo.isNull() if None in repos else named
