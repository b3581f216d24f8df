"""One job on a Spark of its own, measured from within: prints its figures as JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")


def processor() -> tuple[float, float]:
    """Seconds of CPU so far: of Spark's Python workers, and of its Java processes."""
    stats: dict[int, tuple[int, list[int], bytes]] = {}
    for entry in Path("/proc").iterdir():
        try:
            words = (entry / "stat").read_text().rpartition(")")[2].split()
            command = (entry / "cmdline").read_bytes()
            stats[int(entry.name)] = int(words[1]), [int(item) for item in words[11:15]], command
        except (OSError, ValueError, IndexError):
            continue
    python = java = 0
    for pid, (_, used, command) in stats.items():
        if not _is_below(pid, stats):
            continue
        if b"pyspark.daemon" in command:
            python += sum(used)  # with those of its workers that have ended
        elif b"java" in command.partition(b"\0")[0]:
            java += sum(used[:2])
    return python / _TICKS, java / _TICKS


def _is_below(pid: int, stats: dict[int, tuple[int, list[int], bytes]]) -> bool:
    """True if a process is ours: started by this one, or by one that it has started."""
    while pid in stats and pid != os.getpid():
        pid = stats[pid][0]
    return pid == os.getpid()


def checked(tree: str, processes: int) -> tuple[float, int]:
    """Seconds of CPU of `check` of a tree, and the number of its findings."""
    command = [sys.executable, "-P", "-m", "flake8_trtc", "check", "--isolated", "-q"]
    command += [f"-j{processes}", "--output-format=json", "."]
    with subprocess.Popen(command, cwd=tree, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        found = len(json.loads(process.stdout.read()))
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_utime + used.ru_stime, found


def main(executors: str, one: str, few: str, *tables: str) -> None:
    """Check the few files until every worker is warm, then each table once, beside `check`.

    one: a tree of one file; a table has the name of its tree, with a suffix.
    """
    from pyspark.sql import SparkSession

    from flake8_trtc import spark
    from flake8_trtc.api import load_options

    os.environ["PYSPARK_PYTHON"] = sys.executable
    master = f"local-cluster[{executors},1,1024]"
    builder = SparkSession.builder.master(master).config("spark.ui.enabled", "false")
    builder = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "200")
    builder = builder.config("spark.sql.files.openCostInBytes", f"{1 << 30}")  # a task a file
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    options = load_options(isolated=True)

    def warm() -> None:
        for _ in range(2):
            spark.check(session.read.parquet(few), options).count()
            session.catalog.clearCache()

    warm()
    start = processor()
    for table in tables:
        least, _ = checked(one, int(executors))
        check, expected = checked(os.path.splitext(table)[0], int(executors))
        warm()  # Spark ends a worker that has had nothing to do for a minute
        python, java = processor()
        before = time.perf_counter()
        made = spark.check(session.read.parquet(table), options)
        made.write.mode("overwrite").parquet(f"{table}.out")
        seconds = time.perf_counter() - before
        python_after, java_after = processor()
        written = session.read.parquet(f"{table}.out")
        figures = {
            "start": start[0],
            "start of java": start[1],
            "check": check,
            "start of check": least,
            "expected": expected,
            "python": python_after - python,
            "java": java_after - java,
            "seconds": seconds,
            "findings": written.where("error is null").count(),
            "errors": written.where("error is not null").count(),
        }
        print(json.dumps(figures), flush=True)
        session.catalog.clearCache()
    session.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
