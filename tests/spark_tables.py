"""The real Spark, tables of trees, and what `check` says of a tree in the same words."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyspark", reason="pyspark is not installed (the extra spark)")
if shutil.which("java") is None:
    pytest.skip("Spark needs a Java, such as default-jre-headless", allow_module_level=True)

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession

Row = dict[str, Any]

EXAMPLES = Path(__file__).parents[1] / "examples"
CHEAP = (
    "--driver-java-options '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC'"
    " --conf spark.sql.codegen.wholeStage=false --conf spark.sql.codegen.factoryMode=NO_CODEGEN"
    " --conf spark.ui.enabled=false --conf spark.sql.shuffle.partitions=2 pyspark-shell"
)
"""Half of the processor's time goes into compiling what runs once."""


@pytest.fixture(scope="module")
def session() -> Iterator[SparkSession]:
    """Two workers; a task that fails is tried again, as on a cluster."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["PYSPARK_SUBMIT_ARGS"] = CHEAP
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    made = (
        SparkSession.builder.master("local[2,4]")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "200")
        .getOrCreate()
    )
    made.sparkContext.setLogLevel("OFF")
    yield made
    made.stop()


def files(root: Path) -> list[tuple[str, bytes]]:
    """The files of a tree, by their paths in it."""
    paths = sorted(path for path in root.rglob("*") if path.is_file())
    return [(path.relative_to(root).as_posix(), path.read_bytes()) for path in paths]


def table_of(session: SparkSession, rows: list[Row]) -> DataFrame:
    return session.createDataFrame(pa.Table.from_pylist(rows))


def table_of_tree(session: SparkSession, root: Path) -> DataFrame:
    return table_of(session, [{"path": path, "content": data} for path, data in files(root)])


def findings(frame: DataFrame) -> list[Row]:
    """Findings as `check` writes them, sorted; no file has an error."""
    rows = [row.asDict(recursive=True) for row in frame.collect()]
    assert [row.pop("error") for row in rows] == [None] * len(rows)
    return sorted(rows, key=order)


def order(row: Row) -> tuple[Any, ...]:
    return row.get("repo") or "", row["path"], row["line"], row["column"], row["code"]


def checked(root: Path, *arguments: str, status: set[int] | None = None) -> list[Row]:
    """What `check` finds in a tree, sorted in the same way."""
    command = [sys.executable, "-m", "flake8_trtc", "check", "-q", *arguments]
    done = subprocess.run(
        [*command, "--output-format=json", "."], cwd=root, capture_output=True, check=False
    )
    assert done.returncode in (status or {0, 1}), done.stderr
    return sorted(json.loads(done.stdout), key=order) if done.stdout else []
