"""Rows of a table for the findings and the fix of one file; needs the extra `spark`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from pyspark.sql import types as T

from flake8_trtc._lean import NamedTuple
from flake8_trtc.api import check_text, fix_text
from flake8_trtc.cli.reports.json import record
from flake8_trtc.fix.diff import unified

if TYPE_CHECKING:
    from flake8_trtc.config.options import Options

Row: TypeAlias = dict[str, Any]
"""The fields of a row by their names; what is left out is null."""


class Columns(NamedTuple):
    """The names of a table's columns. A table without `repo` is one tree."""

    repo: str = "repo"
    path: str = "path"
    content: str = "content"


class Limits(NamedTuple):
    """Limits for one file; beyond it, it is a row with its error. size: bytes; seconds: of CPU."""

    size: int = 10_000_000
    seconds: float = 30.0


FINDING = T.StructType(
    [
        T.StructField("line", T.IntegerType()),
        T.StructField("column", T.IntegerType()),
        T.StructField("end_line", T.IntegerType()),
        T.StructField("end_column", T.IntegerType()),
        T.StructField("code", T.StringType()),
        T.StructField("message", T.StringType()),
        T.StructField("constant", T.StringType()),
        T.StructField("value", T.LongType()),
        T.StructField("url", T.StringType()),
        T.StructField("level", T.StringType()),
        T.StructField("evidence", T.ArrayType(T.StringType())),
        T.StructField("fix", T.StringType()),
        T.StructField("refusal", T.StringType()),
        T.StructField("error", T.StringType()),
    ]
)
"""Columns that `check` adds to a row's own: the fields of `check --output-format json`.

error: why a file could not be checked, with every other field null; else null.
"""
_REFUSAL = T.StructType(
    [
        T.StructField("line", T.IntegerType()),
        T.StructField("column", T.IntegerType()),
        T.StructField("reason", T.StringType()),
    ]
)


def fix_type(content: T.DataType) -> T.StructType:
    """Columns that `fix` adds to a row's own. content: the type of the table's content."""
    return T.StructType(
        [
            T.StructField("content", content),
            T.StructField("diff", content),
            T.StructField("fixed", T.IntegerType()),
            T.StructField("remaining", T.IntegerType()),
            T.StructField("refusals", T.ArrayType(_REFUSAL)),
            T.StructField("error", T.StringType()),
        ]
    )


def finding_rows(path: str, data: bytes, options: Options) -> list[Row]:
    found = check_text(path, data, options)
    return [record(item, options.language) for item in found]


def fix_rows(path: str, data: bytes, options: Options) -> list[Row]:
    outcome = fix_text(path, data, options)
    language = options.language
    if outcome.error is not None:
        return [{"error": outcome.error.of(language)}]
    if outcome.new is None and not outcome.refusals:
        return []
    refusals = [
        {"line": at.line, "column": at.column, "reason": reason.of(language)}
        for at, reason in outcome.refusals
    ]
    return [
        {
            "content": outcome.new,
            "diff": None if outcome.new is None else unified(path, data, outcome.new),
            "fixed": len(outcome.fixed),
            "remaining": len(outcome.remaining),
            "refusals": refusals,
        }
    ]


def fix_rows_of_text(path: str, data: bytes, options: Options) -> list[Row]:
    """The same of a content that is a string; each of its characters is one of UTF-8's."""
    return [
        {
            name: value.decode("utf-8", "replace") if isinstance(value, bytes) else value
            for name, value in row.items()
        }
        for row in fix_rows(path, data, options)
    ]
