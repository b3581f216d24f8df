"""The guides' block on speed, in both languages: written from the rows, never by hand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from benchmarks.results import results_from
from benchmarks.speed.comparisons import DJANGO, LIBRARY, MIXED, ONE
from benchmarks.speed.table import Row, number, ratio
from benchmarks.speed.tools import PLAIN

_BLOCK = re.compile(r"(?<=<!-- speed -->\n).*?(?=<!-- /speed -->)", re.DOTALL)


class Words(NamedTuple):
    """What the block says in a language."""

    before: str
    head: str
    yes: str
    no: str
    behind: str
    ahead: str
    after: str
    names: dict[str, str]

    def say(self, name: str) -> str:
        """A tool's or a tree's name in this language."""
        return self.names.get(name, name)


WORDS = {
    "docs/guide/measured.md": Words(
        """
## How fast

![Seconds on the mixed tree, and by size]({results}/speed.svg)

Medians of pairs of runs on one machine, {date}: {machine}. A ratio below 1 means that ours is
faster. The mixed tree has {files:,} files, {megabytes:.1f} MB, one file in twenty with codes;
the others hold none.

""",
        "| ours | tree | median | beside it | median | ratio | target | met |",
        "yes",
        "**no**",
        "Where we are behind: {rows}.",
        "No peer that was measured is ahead, and no target is missed.",
        """
Measured: {versions}. `check` and `fix` have the extra `fast`. ast-grep and
Fixit name the codes but declare and import nothing, which `fix` does; Fixit and LibCST see only the
Python files. [All rows]({results}/speed.md), [as CSV]({results}/speed.csv); `nox -s speed` measures
them on your machine.

""",
        {},
    ),
    "docs/guide/zh/measured.md": Words(
        """
## 性能

![混合目录的耗时，以及耗时随规模的增长]({results}/speed.svg)

{date} 在同一台机器（{machine}）上成对运行的中位数。比值小于 1 表示本项目更快。混合目录共
{files:,} 个文件、{megabytes:.1f} MB，每二十个文件有一个含错误码；其他目录都不含错误码。

""",
        "| 本项目 | 目录 | 中位数 | 对照 | 中位数 | 比值 | 目标 | 达标 |",
        "是",
        "**否**",
        "落后之处：{rows}。",
        "所测的同类工具没有一个更快，目标全部达到。",
        """
所用版本：{versions}。`check` 和 `fix` 装有附加依赖 `fast`。
ast-grep 和 Fixit 只替换数字，不像 `fix` 那样声明和导入常量；Fixit 和 LibCST
只处理 Python 文件。[全部数据]({results}/speed.md)，[CSV]({results}/speed.csv)；
`nox -s speed` 可在你的机器上测量。

""",
        {
            LIBRARY: "标准库",
            DJANGO: "Django",
            MIXED: "混合",
            ONE: "一个不含错误码的文件",
            "ast-grep until it converges": "ast-grep，运行到不再变化",
            "ast-grep, one pass": "ast-grep，一遍",
            PLAIN: "check，不装 `fast`",
            "bare Python": "纯 Python",
            "plugin in process": "插件（进程内）",
            "pyflakes in process": "pyflakes（进程内）",
            "flake8-bugbear in process": "flake8-bugbear（进程内）",
            "plugin's import": "插件的导入",
        },
    ),
}


class Facts(NamedTuple):
    """What the block says besides the rows."""

    date: str
    machine: str
    files: int
    megabytes: float
    versions: str


def block(name: str, rows: Sequence[Row], facts: Facts) -> str:
    """The block of a README: heading, plot, the telling rows, and where we are behind."""
    words = WORDS[name]
    lines = [words.head, "|---|---|---|---|---|---|---|---|", *told(name, rows)]
    behind = [_short(row, words) for row in rows if row.behind]
    separator = ", " if name == "docs/guide/measured.md" else "、"
    said = words.behind.format(rows=separator.join(behind)) if behind else words.ahead
    return (
        words.before.format(**facts._asdict(), results=results_from(name))
        + "\n".join(lines)
        + f"\n\n{said}\n"
        + words.after.format(**facts._asdict(), results=results_from(name))
    )


def told(name: str, rows: Sequence[Row]) -> list[str]:
    """The lines of a README's table: a row each that is telling."""
    return [_line(row, WORDS[name]) for row in rows if row.telling]


def replaced(text: str, new: str) -> str:
    """A README's text with the block between its two comments replaced. Raises ValueError."""
    if len(_BLOCK.findall(text)) != 1:
        raise ValueError("there is not one block from <!-- speed --> to <!-- /speed -->")
    return _BLOCK.sub(lambda _: new, text)


def _line(row: Row, words: Words) -> str:
    cells = [*map(words.say, (row.ours, row.tree)), number(row.value, row.unit)]
    cells.append(words.say(row.beside))
    cells.append("–" if row.beside_value is None else number(row.beside_value, row.unit))
    cells.append("–" if row.ratio is None else f"{ratio(row.ratio)} ({_range(row)})")
    cells.append("–" if row.target is None else f"≤ {ratio(row.target)}")
    cells.append("–" if row.met is None else words.yes if row.met else words.no)
    return f"| {' | '.join(cells)} |"


def _range(row: Row) -> str:
    return f"{ratio(row.low)}–{ratio(row.high)}"


def _short(row: Row, words: Words) -> str:
    ours = f"{words.say(row.ours)} ({words.say(row.tree)})"
    if row.ratio is None:
        return f"{ours} {number(row.value, row.unit)}"
    return f"{ours} / {words.say(row.beside)} {ratio(row.ratio)}"
