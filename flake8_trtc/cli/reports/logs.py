"""The codes of logs as a table with bars, as JSON, as CSV, or as a picture."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from flake8_trtc.catalog import explain
from flake8_trtc.catalog.codes import Constant
from flake8_trtc.catalog.versions import parse_release
from flake8_trtc.messages import logs as said
from flake8_trtc.messages.run import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Literal, TextIO

    from rich.table import Table
    from rich.text import Text

    from flake8_trtc.catalog.explain import Entry
    from flake8_trtc.workspace.log_tally import Count, Tally

_BARS, _SHORTEST = 24, 6
"""Characters of the longest bar, on a wide and on a narrow terminal."""
_REST = 72
"""Characters that the other columns are given before the bars."""
_NARROW = 80
"""Columns of a terminal below which bars and times have no columns of their own."""
_GROUPS = 5
"""Groups of a code that a table shows."""
_FIELDS = ("code", "value", "count", "first", "last", "meaning", "what_to_do", "status")


def ordered(tally: Tally) -> list[Count]:
    """The counts, the most frequent first."""
    return sorted(tally.counts.values(), key=lambda item: (-item.lines, explain.name(item.entry)))


def records(tally: Tally, language: str, version: str | None) -> list[dict[str, Any]]:
    """The counts as plain values; times in ISO 8601, in UTC."""
    return [
        {
            "code": explain.name(item.entry),
            "value": getattr(item.entry, "value", None),
            "count": item.lines,
            "first": _iso(item.first),
            "last": _iso(item.last),
            "meaning": explain.summary(item.entry, language),
            "what_to_do": _advice(item.entry, language),
            "status": _status(item.entry, language, version),
            "by": dict(item.groups.most_common()),
        }
        for item in ordered(tally)
    ]


def as_csv(rows: Sequence[dict[str, Any]]) -> str:
    """A line for each code; with `by`, one for each group of each code."""
    out = io.StringIO()
    grouped = any(row["by"] for row in rows)
    write = csv.writer(out, lineterminator="\n").writerow
    write([*_FIELDS, *(["by", "by_count"] if grouped else [])])
    for row in rows:
        groups = row["by"].items() if grouped else [()]
        for group in groups or [("", "")]:
            write([*("" if row[name] is None else row[name] for name in _FIELDS), *group])
    return out.getvalue()


def as_text(rows: Sequence[dict[str, Any]], language: str, by: str | None) -> str:
    """The table for a pipe or a file: a line for each code, its groups below it."""
    heads = [said.COUNT, said.CODE, said.FIRST, said.LAST, said.MEANING]
    table = [[head.of(language) for head in heads]]
    table += ([str(row["count"]), _coded(row), *_times(row), _meaning(row)] for row in rows)
    widths = [max(_width(line[column]) for line in table) for column in range(4)]
    lines = []
    for number, line in enumerate(table):
        cells = [_filled(text, width) for text, width in zip(line[:4], widths, strict=True)]
        lines.append("  ".join([*cells, line[4]]).rstrip())
        if number and by is not None:
            lines += _groups(rows[number - 1])
    return "\n".join(lines) + "\n"


def show(rows: Sequence[dict[str, Any]], language: str, by: str | None, out: TextIO) -> None:
    """Print the table to a terminal, as wide as that is, with a bar for each count."""
    import shutil

    from rich.console import Console

    from flake8_trtc.catalog.sheet import wants_rich

    columns, lines = shutil.get_terminal_size()
    # Without colours nothing is bold either: no control codes at all, as `explain` has it.
    colours: Literal["auto"] | None = "auto" if wants_rich(out) else None
    console = Console(file=out, highlight=False, color_system=colours, width=columns, height=lines)
    console.print(rich_table(rows, language, by, console.width))


def rich_table(rows: Sequence[dict[str, Any]], language: str, by: str | None, width: int) -> Table:
    """The table as rich shows it, in so many columns: a code above its meaning, with its times.

    Where a terminal is narrow the bar and the times are below the code, not beside it.
    """
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column(said.COUNT.of(language), justify="right", no_wrap=True)
    narrow = width < _NARROW
    if not narrow:
        table.add_column(no_wrap=True)
    table.add_column(said.CODE.of(language), overflow="fold")
    if not narrow:
        times = f"{said.FIRST.of(language)}\n{said.LAST.of(language)}"
        table.add_column(times, no_wrap=True)
    longest = min(_BARS, width // 2 if narrow else max(_SHORTEST, (width - _REST) // 2))
    most = max((row["count"] for row in rows), default=1)
    for row in rows:
        bar = "█" * max(1, round(longest * row["count"] / most))
        groups = _groups(row) if by is not None else []
        cells = _stacked(row, bar, groups, language) if narrow else _beside(row, bar, groups)
        table.add_row(str(row["count"]), *cells)
    return table


def _beside(row: dict[str, Any], bar: str, groups: Iterable[str]) -> list[Text]:
    """A code's cells on a wide terminal: its bar, itself with its meaning, its times."""
    from rich.text import Text

    text = Text(_coded(row), style="bold")
    text.append(f"\n{_meaning(row)}", style="not bold")
    for line in groups:
        text.append(f"\n{line}", style="not bold dim")
    return [Text(bar, style="cyan"), text, Text("\n".join(_times(row)))]


def _stacked(row: dict[str, Any], bar: str, groups: Iterable[str], language: str) -> list[Text]:
    """A code's one cell on a narrow terminal: name, number, bar, meaning and times, one by one."""
    from rich.text import Text

    text = Text(row["code"].rpartition(".")[2], style="bold")
    text.append("" if row["value"] is None else f" {row['value']}")
    text.append(f"\n{bar}", style="not bold cyan")
    text.append(f"\n{_meaning(row)}", style="not bold")
    for head, time in zip((said.FIRST, said.LAST), _times(row), strict=True):
        text.append(f"\n{head.of(language)} {time}", style="not bold")
    for line in groups:
        text.append(f"\n{line.strip()}", style="not bold dim")
    return [text]


def draw(tally: Tally, path: str, language: str) -> None:
    """Write a picture of the lines a minute, by code; its kind is that of the path's suffix.

    Raises:
        ImportError: where matplotlib is not installed.
        OSError: where the file can't be written.
    """
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter, date2num

    matplotlib.rcParams.update({"svg.hashsalt": "flake8-trtc", "svg.fonttype": "none"})
    figure, axes = pyplot.subplots(figsize=(10, 4), layout="constrained")
    spans = [item.minutes for item in tally.counts.values() if item.minutes]
    if spans:
        low, high = min(map(min, spans)), max(map(max, spans))
        step = max(1, (high - low) // 200)
        moments = [datetime.fromtimestamp(at * 60, UTC) for at in range(low, high + 1, step)]
        dates = date2num(moments)  # type: ignore[no-untyped-call]
        for item in ordered(tally):
            sums = [0.0] * len(moments)
            for minute, lines in item.minutes.items():
                sums[(minute - low) // step] += lines / step
            axes.plot(dates, sums, label=explain.name(item.entry), drawstyle="steps-post")
        locator = AutoDateLocator(tz=UTC)  # type: ignore[no-untyped-call]
        axes.xaxis.set_major_locator(locator)
        form = ConciseDateFormatter(locator, tz=UTC)  # type: ignore[no-untyped-call]
        axes.xaxis.set_major_formatter(form)
        axes.margins(x=0)
        axes.set_ylim(bottom=0)
        axes.legend(loc="upper left", fontsize="small")
    axes.set_xlabel(said.MOMENT.of("en"))
    axes.set_ylabel(said.OVER_TIME.of("en"))
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(axis="y", alpha=0.3)
    metadata = {"Date": None} if path.endswith(".svg") else None
    figure.savefig(path, metadata=metadata)  # on white, for dark pages, too
    pyplot.close(figure)


def _coded(row: dict[str, Any]) -> str:
    name, value = row["code"], row["value"]
    return name if value is None or str(value) == name else f"{name} {value}"


def _advice(entry: Entry, language: str) -> str:
    advice = getattr(entry, "advice", None)
    return "" if advice is None else advice.of(language).split("\n")[0]


def _status(entry: Entry, language: str, version: str | None) -> str:
    """Since when a code of v4 is deprecated or not thrown; with a version what holds for it."""
    if not isinstance(entry, Constant):
        return ""
    if version is None:
        return MARKS[language][0].join(explain.status(entry, language))
    now, gone = parse_release(version), parse_release(entry.not_thrown_since or "")
    held = now is not None and gone is not None and now >= gone
    return said.NOT_THROWN.of(language, version=version) if held else ""


def _meaning(row: dict[str, Any]) -> str:
    mark = "; " if row["meaning"].isascii() else "；"
    return mark.join(text for text in (row["meaning"], row["status"]) if text)


def _groups(row: dict[str, Any]) -> list[str]:
    groups = list(row["by"].items())
    lines = [f"    {count}  {group}" for group, count in groups[:_GROUPS]]
    return lines + ([f"    … {len(groups) - _GROUPS}"] if len(groups) > _GROUPS else [])


def _times(row: dict[str, Any]) -> list[str]:
    return [(row[name] or "-").replace("T", " ").removesuffix("Z") for name in ("first", "last")]


def _iso(when: float | None) -> str | None:
    if when is None:
        return None
    return datetime.fromtimestamp(int(when), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _width(text: str) -> int:
    """Columns of a text; a Chinese character takes two."""
    from rich.cells import cell_len

    return cell_len(text)


def _filled(text: str, width: int) -> str:
    return text + " " * (width - _width(text))
