"""`python -m flake8_trtc.spark`: what it says, where the tables are, and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from spark_tables import CHEAP, session

pytestmark = pytest.mark.filterwarnings("ignore")

from organisation import organisation  # noqa: E402
from pyspark.sql import SparkSession  # noqa: E402

from flake8_trtc.cli.spark import command  # noqa: E402

__all__ = ["session"]

_JOIN = "import TRTC from 'trtc-js-sdk';\nexport const f = (e) => e.getCode() === 0x4004;\n"
_ERROR = "python -m flake8_trtc.spark: error: "


@pytest.fixture
def run(session: SparkSession, capfd: pytest.CaptureFixture[str]) -> object:
    """Runs a command line: the exit code, and our own lines on stderr."""

    def made(*words: object) -> tuple[int, list[str]]:
        capfd.readouterr()
        code = command.main([str(word) for word in words])
        said = capfd.readouterr()
        assert said.out == ""
        lines = said.err.replace("\r", "\n").splitlines()
        return code, [line for line in lines if line.startswith(("/", "python -m", "2 "))]

    return made


def _write(path: Path, *rows: dict[str, object]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def test_a_table(run, session: SparkSession, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    """JSON lines in, Parquet out; what is there already stays unless it is said."""
    table, out = tmp_path / "in.jsonl", tmp_path / "out"
    _write(table, {"path": "a.js", "content": _JOIN * 2}, {"path": "b.py", "content": "x = 1\n"})
    assert run("check", table, "--statistics", out) == (
        1,
        ["2     TRT001 magic number", f"{out}: 2 findings"],
    )
    assert run("fix", table, out) == (
        3,
        [f"{_ERROR}{out}: is there already; say --mode overwrite or append"],
    )
    assert session.read.parquet(str(out)).count() == 2
    assert run("fix", table, out, "--mode=overwrite", "--trtc-language=zh") == (
        0,
        [f"{out}：2 处将改写（共 1 个文件），0 处未改写"],
    )
    assert [row.path for row in session.read.parquet(str(out)).collect()] == ["a.js"]


def test_repositories(run, session: SparkSession, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    """One of the two is misconfigured, which counts unless configuration is not read."""
    names = organisation(tmp_path / "all", tmp_path / "work", 2)
    out = tmp_path / "out"
    assert run("check", "--repos", tmp_path / "all", out) == (
        3,
        [f"{out}: 3 findings, 1 file failed"],
    )
    more = ("--isolated", "--mode", "overwrite")
    assert run("check", out, *more, "--repos", tmp_path / "all") == (1, [f"{out}: 6 findings"])
    assert {row.repo for row in session.read.parquet(str(out)).collect()} == {*names}


def test_what_is_wrong(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    """A line each, before anything is written."""
    table, empty, out = tmp_path / "in.jsonl", tmp_path / "empty", tmp_path / "out"
    _write(table, {"path": "a.js", "content": _JOIN})
    empty.mkdir()
    damaged = tmp_path / "damaged.parquet"
    damaged.write_bytes(b"PAR1 no table PAR1")
    have = "it has content, path"
    for words, code, said in (
        ((table, "--repo-column=repos"), 2, f"the table has no column 'repos'; {have}"),
        ((table, "--path-column=file"), 2, f"the table has no column 'file'; {have}"),
        ((table, "--trtc-language=de"), 2, "trtc-language 'de' is not known; write en or zh"),
        ((tmp_path / "no.parquet",), 3, "[PATH_NOT_FOUND]"),
        ((tmp_path / "no.jsonl",), 3, "[PATH_NOT_FOUND]"),
        ((empty,), 3, "[UNABLE_TO_INFER_SCHEMA]"),
        ((damaged,), 3, "org.apache.spark.SparkException: [FAILED_READ_FILE."),
        ((f"--repos={tmp_path}/no",), 3, f"{tmp_path}/no: no such file or directory"),
        ((f"--repos={empty}",), 2, f"{empty}: no repository of git at or below it"),
    ):
        found, lines = run("check", *words, out)
        assert (found, len(lines)) == (code, 1), (words, lines)
        assert lines[0].startswith(_ERROR + said), lines
    assert not out.exists()


def test_usage(capsys: pytest.CaptureFixture[str]) -> None:
    for words, said in (
        (["check", "out"], "IN and OUT are needed, or --repos DIR and OUT"),
        (["check", "in", "out", "--repos", "x"], "IN and OUT are needed, or --repos DIR and OUT"),
        (
            ["check", "in", "out", "--max-bytes=0"],
            "argument --max-bytes: '0' is not a number above 0",
        ),
        (
            ["fix", "in", "out", "--max-seconds=nan"],
            "argument --max-seconds: 'nan' is not a number above 0",
        ),
    ):
        with pytest.raises(SystemExit) as caught:
            command.main(words)
        assert caught.value.code == 2
        assert capsys.readouterr().err.endswith(f"error: {said}\n")


def test_a_table_that_is_damaged_in_the_middle(tmp_path: Path) -> None:
    """As a process of its own: one line, of what a task comes upon, too, and no trace of Java's."""
    import pyarrow as pa
    from pyarrow import parquet

    table, out = tmp_path / "in.parquet", tmp_path / "out"
    rows = [{"path": f"{number}.js", "content": _JOIN} for number in range(100)]
    parquet.write_table(pa.Table.from_pylist(rows), table)
    data = bytearray(table.read_bytes())
    data[4:40] = b"\xff" * 36
    table.write_bytes(data)
    done = _alone(tmp_path, "check", table, out, "--master=local[1]")
    lines = [line for line in done.stderr.splitlines() if line.startswith("python -m")]
    said = "org.apache.spark.SparkException: [FAILED_READ_FILE.NO_HINT] "
    assert (done.returncode, done.stdout, len(lines)) == (3, "", 1)
    assert lines[0].startswith(f"{_ERROR}{said}")
    assert "\tat " not in done.stderr
    assert "Traceback" not in done.stderr
    assert not out.exists()


def _alone(directory: Path, *words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "flake8_trtc.spark", *map(str, words)],
        cwd=directory,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_SUBMIT_ARGS": CHEAP},
        check=False,
    )


def test_a_master_that_there_is_not(tmp_path: Path) -> None:
    """As a process of its own: Spark does not start, which is one line, too."""
    done = _alone(tmp_path, "check", "in", "out", "--master=nonsense")
    lines = [line for line in done.stderr.splitlines() if line.startswith("python -m")]
    assert (done.returncode, done.stdout, len(lines)) == (3, "", 1)
    assert "Traceback" not in done.stderr
    assert lines[0].startswith(f"{_ERROR}[JAVA_GATEWAY_EXITED]")
    assert "Master must" in done.stderr
