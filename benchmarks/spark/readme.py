"""What large tables cost, worked out from the bench's rows, and the guides' block on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.results import RESULTS, date, from_csv, replaced, results_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.results import Row

STACK = 6_400_000
"""MB of The Stack 1.2, all of its languages; ours are a part of it."""
MILLION = 1_000_000

_ENGLISH = """
Measured on {date}: Spark's Python workers take {ratio} times the CPU of `check -j1` on the same
{files} files, their start of {start} s excluded. Worked out from that, a million such files, {gigabytes} GB,
take {million} minutes of a core in Python and {java} in Java; as much text as The Stack has, 6.4 TB, at
most {stack} hours of a core in Python, {wall} with 100 cores. The start of Spark takes {begin} s of CPU.
[All rows]({results}/spark.md); `nox -s spark_bench` measures them on your machine.
"""
_CHINESE = """
{date} 测得：在同样的 {files} 个文件上，Spark 的 Python 工作进程所用的 CPU 是 `check -j1` 的
{ratio} 倍，不含启动的 {start} 秒。由此推算，一百万个这样的文件（{gigabytes} GB）在 Python 中占用单核
{million} 分钟，在 Java 中 {java} 分钟；与 The Stack 同样多的文本（6.4 TB）在 Python 中
至多占用单核 {stack} 小时，用 100 个核为 {wall} 小时。启动 Spark 需 {begin} 秒 CPU。
[全部数据]({results}/spark.md)；`nox -s spark_bench` 可在你的机器上测量。
"""
GUIDES = {"docs/guide/recipes.md": _ENGLISH, "docs/guide/zh/recipes.md": _CHINESE}


def _number(text: str) -> float:
    return float(text.split()[0].replace(",", ""))


def told(rows: Sequence[Row]) -> dict[str, str]:
    """The figures of the largest even table on one executor, and what larger ones come to."""
    even = [row for row in rows if "even" in row["table"] and row["executors"] == "1"]
    row = max(even, key=lambda item: _number(item["table"]))
    files, megabytes = _number(row["table"]), _number(row["MB"])
    python, java = _number(row["Python workers"]), _number(row["Java"])
    hours = python / megabytes * STACK / 3600
    return {
        "files": f"{files:,.0f}",
        "ratio": row["ratio"],
        "start": row["their start"].split()[0],
        "begin": f"{_number(row['start of Java']):.0f}",
        "gigabytes": f"{megabytes / files * MILLION / 1000:.0f}",
        "million": f"{python / files * MILLION / 60:.0f}",
        "java": f"{java / files * MILLION / 60:.0f}",
        "stack": f"{hours:,.0f}",
        "wall": f"{hours / 100:.1f}",
    }


def costs(rows: Sequence[Row]) -> str:
    """What a million files and The Stack's size come to, as a paragraph."""
    found = told(rows)
    return (
        f"Worked out from the {found['files']} files on one executor: a million such files, "
        f"{found['gigabytes']} GB, take {found['million']} minutes of a core in Python and "
        f"{found['java']} in Java; as much text as The Stack has, 6.4 TB in all of its languages, "
        f"takes {found['stack']} hours of a core in Python if every file of it were of ours.\n"
    )


def block(rows: Sequence[Row], day: str, document: str) -> str:
    """The block of a guide. day: of the run."""
    return (
        GUIDES[document].format(date=day, results=results_from(document), **told(rows)).lstrip("\n")
    )


def refresh() -> None:
    """Write the kept rows into the guides."""
    rows = from_csv(RESULTS / "spark.csv")
    for document, path in ((name, RESULTS.parent.parent / name) for name in GUIDES):
        text = path.read_text(encoding="utf-8")
        new = replaced(text, "spark", block(rows, date("spark"), document))
        path.write_text(new, encoding="utf-8")
