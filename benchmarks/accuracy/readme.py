"""The guides' block on accuracy, in both languages: written from the rows, never by hand."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.accuracy.corpus import STDLIB
from benchmarks.results import RESULTS, Row, date, from_csv, replaced, results_from

_ENGLISH = """
## How accurate

Measured on {date}, with every rule that is on by default, vendored and minified files included:

| code | packages | files | lines | right findings | false alarms |
|---|---|---|---|---|---|
{rows}

No finding of those held out, a third of the PyPI packages chosen by a hash of their names, had been
looked at before the evidence was settled; the others had been read. Its thresholds come from an
earlier measurement of 218 PyPI projects, whose list was not kept and may overlap with both.
Right findings are listed with their reasons in `benchmarks/accuracy/expected.toml`. The {cases}
labelled cases of the tests hold {codes} codes: {missed} missed, {false} false alarms.

Codes were put into {files} real files and the files fixed: of {injected} codes {injected_missed}
missed, of {none} numbers that are no code {injected_false} reported. {fixed} were rewritten and no
file was broken; {refused} were refused, nearly all in strings whose code has no room for a
declaration.
[All rows]({results}/accuracy.md), [by place and kind of string]({results}/injection.md);
`nox -s accuracy` measures them on your machine.

"""
_CHINESE = """
## 准确率

{date} 测得，启用全部默认规则，第三方与压缩过的文件也计算在内：

| 代码 | 包 | 文件 | 行 | 正确的提示 | 误报 |
|---|---|---|---|---|---|
{rows}

“预留”的是 PyPI 包的三分之一，按名称的哈希选出，判据确定之前无人看过其结果；
其余各项的结果都先读过。
判据的阈值来自更早对 218 个 PyPI 项目的测量，其清单未保存，可能与这两部分重叠。
正确的提示及其理由列在 `benchmarks/accuracy/expected.toml`。
测试的 {cases} 个标注用例含 {codes} 个错误码：漏报 {missed}，误报 {false}。

向 {files} 个真实文件写入错误码并修复：{injected} 个错误码漏报 {injected_missed}，
{none} 个并非错误码的数字误报 {injected_false}。改写 {fixed} 处，没有一个文件被改坏；
{refused} 处说明原因后未改，几乎都在字符串里没有地方放声明的代码中。
[全部数据]({results}/accuracy.md)、[按位置和字符串种类]({results}/injection.md)；
`nox -s accuracy` 可在你的机器上测量。

"""
_NAMES = {
    STDLIB: ("standard library with its tests", "标准库及其测试"),
    "tuning": ("PyPI", "PyPI"),
    "held out": ("PyPI, held out", "PyPI，预留"),
    "npm": ("npm", "npm"),
    "all": ("all", "合计"),
}
_COLUMNS = ("packages", "files", "lines", "of them expected", "false alarms")


def blocks(day: str, accuracy: Sequence[Row], injection: Sequence[Row]) -> dict[str, str]:
    """The block of each guide. day: of the run."""
    corpora = [row for row in accuracy if row["corpus"]]
    labelled = next(row for row in accuracy if row["labelled cases in"] == "all")
    places = [row for row in injection if row["by"] == "place"]

    def total(column: str) -> str:
        return _grouped(str(sum(int(row[column]) for row in places)))

    facts = {
        "date": day,
        "codes": _grouped(labelled["codes in them"]),
        "cases": _grouped(labelled["cases"]),
        "missed": labelled["missed"],
        "false": labelled["false alarms"],
        "files": _grouped(injection[0]["files"]),
        "fixed": _grouped(injection[0]["fixed"]),
        "refused": _grouped(injection[0]["refused"]),
        "injected": total("codes"),
        "injected_missed": total("missed"),
        "none": total("numbers that are none"),
        "injected_false": total("false alarms"),
    }
    return {
        name: text.format(
            rows="\n".join(_line(row, language) for row in corpora),
            results=results_from(name),
            **facts,
        )
        for language, (name, text) in enumerate(
            (("docs/guide/measured.md", _ENGLISH), ("docs/guide/zh/measured.md", _CHINESE))
        )
    }


def _line(row: Row, language: int) -> str:
    cells = [_NAMES[row["corpus"]][language], *(_grouped(row[column]) for column in _COLUMNS)]
    return f"| {' | '.join(cells)} |"


def _grouped(number: str) -> str:
    return f"{int(number):,}"


def refresh() -> None:
    """Write the blocks of both guides anew from the results that are kept, where both are."""
    both = [RESULTS / f"{name}.csv" for name in ("accuracy", "injection")]
    if not all(path.exists() for path in both):
        return
    accuracy, injection = map(from_csv, both)
    for name, block in blocks(date("accuracy"), accuracy, injection).items():
        path = RESULTS.parent.parent / name
        text = path.read_text(encoding="utf-8")
        path.write_text(replaced(text, "accuracy", block), encoding="utf-8")
