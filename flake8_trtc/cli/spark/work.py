"""What Spark's Python workers do with a batch of a table's rows."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING
from zipimport import zipimporter

import pyarrow as pa

from flake8_trtc._lean import NamedTuple
from flake8_trtc.api import OptionsError, SourceError
from flake8_trtc.cli.reports.rows import finding_rows, fix_rows, fix_rows_of_text
from flake8_trtc.cli.spark.beside import NAMES, found_from, kept, looks_in
from flake8_trtc.cli.spark.places import Places, has_own, is_inside, takes
from flake8_trtc.detect.checks import defect
from flake8_trtc.detect.scan import may_hold
from flake8_trtc.messages import failures
from flake8_trtc.source import SUFFIXES
from flake8_trtc.workspace.clones import Clone, portions
from flake8_trtc.workspace.generated import not_ours
from flake8_trtc.workspace.interrupts import TooLong, limited

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pyspark.sql import types as T

    from flake8_trtc.cli.reports.rows import Columns, Limits, Row
    from flake8_trtc.cli.spark.places import Choice
    from flake8_trtc.config.options import Options
    from flake8_trtc.messages.message import Message

    Work = Callable[[str, bytes, Options], list[Row]]

FINDINGS: Work = finding_rows
FIX: dict[bool, Work] = {False: fix_rows, True: fix_rows_of_text}
"""By whether the content is a string."""
HELD, PLACES = "flake8_trtc_held", "flake8_trtc_places"
"""Columns that the first pass adds: whether the row is a file to look into, and directories: those
that such a file looks into, or those from which one finds another."""
_BATCH = 8_000_000  # bytes of files that are handed on at once


class Job(NamedTuple):
    """The instructions for a worker.

    name: no other job has it; choice: see `Places`; options: those that are known of every
    repository; base: the directory that absolute patterns of the options are below; kept: columns
    that pass through; made: the columns that are added; neighbours: by repository, files that
    others are judged by; in the first pass those that configure it, None where nobody has looked
    for them yet.
    """

    name: str
    choice: Choice
    options: Options
    base: str
    columns: Columns
    kept: list[str]
    made: T.StructType
    limits: Limits
    neighbours: Mapping[object, Mapping[str, bytes]] | None = None


def first_pass(job: Job, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The rows that may hold a code or can't be read, then what others may be judged by."""
    _, path, content = job.columns
    with _places(job) as places:
        for batch in batches:
            repos = _repos(job, batch)
            held, beside = _Rows([], []), _Rows([], [])
            contents: list[bytes] = []
            for number, (name, value) in enumerate(_files(batch, path, content)):
                data = None if name is None else _data(value)
                options = _options(job, places, repos[number])
                holds = _may_hold(options, job.limits, name, data)
                if holds:
                    held.add(number, [])
                if name is None or data is None or not is_inside(name):
                    continue
                if holds and len(data) <= job.limits.size:
                    held.places[-1] = looks_in(name, data)
                every = holds or (options is not None and has_own(options))
                counts = kept(name, data, every=every)
                if counts is not None:
                    beside.add(number, found_from(name))
                    contents.append(counts)
            if held.numbers:
                yield _marked(batch.take(pa.array(held.numbers)), held, held=True)
            if beside.numbers:
                yield _marked(_beside(job, batch, beside, contents), beside, held=False)


_last: list[tuple[str, Places]] = []
"""The job of this process's last task, and its directories, for a next task of the same job."""
_MANY = 100
"""Repositories whose directories are kept for the next task."""
_loaded = 0


@contextmanager
def _places(job: Job) -> Iterator[Places]:
    """The directories for a task.

    Nobody tells a worker that it ends, so they are where Spark removes what workers leave behind.
    """
    _anchor()
    before = os.getcwd()
    while _last and (_last[0][0] != job.name or len(_last[0][1]) > _MANY):
        _last.pop()[1].close()
    if not _last:
        parent = os.environ.get("SPARK_LOCAL_DIRS", "").partition(",")[0] or None
        _last.append((job.name, Places(job.choice, job.base, job.neighbours or {}, parent)))
    try:
        yield _last[0][1]
    finally:
        os.chdir(before)
        _freeze()


def _freeze() -> None:
    """Keep what is imported from what Spark does between two tasks.

    It runs the garbage collector, and has the directories of all zip files on the path read again,
    which takes Python 3.11 longer than many a task; a finder that is missing is made when needed.
    """
    global _loaded
    if len(sys.modules) != _loaded:
        _loaded = len(sys.modules)
        gc.freeze()
    for path, finder in [*sys.path_importer_cache.items()]:
        if isinstance(finder, zipimporter):
            del sys.path_importer_cache[path]


def _anchor() -> None:
    """Have modules found from any directory: what --py-files brings is relative to a worker's."""
    sys.path[:] = map(os.path.abspath, sys.path)
    for name, module in [*sys.modules.items()]:
        if name.partition(".")[0] == "flake8_trtc" and hasattr(module, "__path__"):
            module.__path__ = [os.path.abspath(path) for path in module.__path__]


class _Rows(NamedTuple):
    """Rows of a batch, each with the directories that are told of it."""

    numbers: list[int]
    places: list[list[str]]

    def add(self, number: int, places: list[str]) -> None:
        self.numbers.append(number)
        self.places.append(places)


def _repos(job: Job, batch: pa.RecordBatch) -> list[object]:
    repo = job.columns.repo
    if repo not in batch.schema.names:
        return [""] * batch.num_rows
    return list(batch.column(repo).to_pylist())


def _options(job: Job, places: Places, repo: object) -> Options | None:
    """What is known of a repository's options; None where its configuration is wrong."""
    if job.neighbours is None:
        return job.options
    try:
        return places.options(repo)
    except OptionsError:
        return None


def _files(
    batch: pa.RecordBatch, path: str, content: str
) -> Iterator[tuple[str | None, pa.Scalar]]:
    return zip(batch.column(path).to_pylist(), batch.column(content), strict=True)


def _data(value: pa.Scalar) -> bytes | None:
    return bytes(value.as_buffer()) if value.is_valid else None


def _marked(batch: pa.RecordBatch, rows: _Rows, *, held: bool) -> pa.RecordBatch:
    columns = [
        *batch.columns,
        pa.array([held] * batch.num_rows, pa.bool_()),
        pa.array(rows.places, pa.list_(pa.string())),
    ]
    return pa.RecordBatch.from_arrays(columns, names=[*batch.schema.names, HELD, PLACES])


def _beside(job: Job, batch: pa.RecordBatch, rows: _Rows, contents: list[bytes]) -> pa.RecordBatch:
    """Rows with other contents, and of their other columns the repository and the path alone."""
    repo, path, content = job.columns
    indices = pa.array(rows.numbers)
    columns = []
    for field in batch.schema:
        if field.name == content:
            columns.append(pa.array(contents, pa.binary()).cast(field.type))
        elif field.name in {repo, path}:
            columns.append(batch.column(field.name).take(indices))
        else:
            columns.append(pa.nulls(len(contents), field.type))
    return pa.RecordBatch.from_arrays(columns, names=batch.schema.names)


def _may_hold(
    options: Options | None, limits: Limits, path: str | None, data: bytes | None
) -> bool:
    """True if a walk would take a file and find that it may hold a code, or it is an error."""
    if path is None:
        return True
    if options is None:
        return path.endswith(SUFFIXES)
    if not takes(options, path):
        return False
    try:
        if data is None or len(data) > limits.size:
            return True
        return may_hold(data, path, options) and not not_ours(path, data)
    except Exception:
        return True  # then it is asked again, where it is a row


def answers(job: Job, work: Work, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The rows that the work makes of each file, beside the file's own columns."""
    from pyspark.sql.pandas.types import to_arrow_schema

    made = to_arrow_schema(job.made)
    _, path, content = job.columns
    with _places(job) as places:
        for batch in batches:
            repos = _repos(job, batch)
            numbers: list[int] = []
            rows: list[Row] = []
            for number, (name, value) in enumerate(_files(batch, path, content)):
                found = _answer(job, work, places, repos[number], name, _data(value))
                numbers += [number] * len(found)
                rows += found
            if rows:
                chosen = batch.select(job.kept).take(pa.array(numbers))
                added = pa.RecordBatch.from_pylist(rows, schema=made)
                yield pa.RecordBatch.from_arrays(
                    [*chosen.columns, *added.columns], names=[*job.kept, *made.names]
                )


def _answer(
    job: Job, work: Work, places: Places, repo: object, path: str | None, data: bytes | None
) -> list[Row]:
    """The rows for one file; whatever goes wrong with it is one of them."""
    language = job.options.language

    def failed(reason: Message) -> list[Row]:
        return [{"error": reason.of(language)}]

    if path is None:
        return failed(failures.NO_PATH())
    if not is_inside(path):
        return failed(failures.PATH_OUTSIDE())
    try:
        options = places.enter(repo, path)
        if options is None:
            return []
        if data is None:
            return failed(failures.NO_CONTENT())
        if len(data) > job.limits.size:
            return failed(failures.TOO_LARGE(size=len(data), limit=job.limits.size))
        if not_ours(path, data):
            return []
        places.surround(repo, path, data)
        with limited(job.limits.seconds):
            return work(path, data, options)
    except (OptionsError, SourceError) as error:
        return failed(error.message)
    except TooLong:
        return failed(failures.TOO_LONG(seconds=job.limits.seconds))
    except Exception as error:
        return failed(defect(error, language))


def committed(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The files of clones that anything here looks at; rows of a name and git's directory in."""
    binary = pa.schema([("repo", pa.string()), ("path", pa.string()), ("content", pa.binary())])
    for batch in batches:
        for clone in batch.to_pylist():
            for files in portions(Clone(clone["repo"], clone["directory"]), _is_wanted, _BATCH):
                rows = [
                    {"repo": _name(clone["repo"]), "path": path and _name(path), "content": data}
                    for path, data in files
                ]
                yield pa.RecordBatch.from_pylist(rows, schema=binary)


def _name(text: str) -> str:
    """A name with what is not UTF-8 in it escaped."""
    return text.encode("utf-8", "backslashreplace").decode()


def _is_wanted(path: str) -> bool:
    return path.rpartition("/")[2] in NAMES or path.endswith(SUFFIXES)
