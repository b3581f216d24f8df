"""The detector at work on a package: how much was read, and what was found."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.accuracy.archives import members
from flake8_trtc.config.options import Options
from flake8_trtc.detect.scan import scan
from flake8_trtc.source import Source, SourceError
from flake8_trtc.workspace.generated import not_ours

DEFAULT = Options()
# TRT401 says more of what TRT001 finds, and finds nothing besides.
EVERYTHING = Options(extend_select=("TRT9",))


class Hit(NamedTuple):
    """A finding: in which package and file of it, where and why.

    line: 1-based; level: the tier of its evidence; skipped: why `check` would not have looked
    there, or "".
    """

    package: str
    path: str
    line: int
    rule: str
    level: str
    message: str
    reasons: str
    skipped: str
    text: str


class Reading(NamedTuple):
    """What one package held.

    unreadable: the files that are no text in their encoding; failures: what went wrong, which
    nothing may.
    """

    package: str
    files: int
    lines: int
    unreadable: int
    hits: tuple[Hit, ...]
    failures: tuple[str, ...]


def read(package: str, path: Path) -> Reading:
    """Scan every file of a package, with the rules that are on and with those that are not."""
    files = lines = unreadable = 0
    hits: list[Hit] = []
    failures: list[str] = []
    for name, data in members(path):
        files += 1
        lines += data.count(b"\n")
        try:
            hits += found(package, name, data)
        except SourceError:
            unreadable += 1
        except Exception:
            failures.append(f"{package}: {name}: {traceback.format_exc(limit=-2)}")
    return Reading(package, files, lines, unreadable, tuple(hits), tuple(failures))


def found(package: str, name: str, data: bytes) -> Iterator[Hit]:
    """The findings of a file; noqa and lists of files to skip silence none."""
    source = Source.from_bytes(name, data)
    everything = scan(source, EVERYTHING)
    default = scan(source, DEFAULT)
    seen = [item for item in default if DEFAULT.wants(item.code, name)]
    opt_in = (item for item in everything if EVERYTHING.wants(item.code, name))
    seen += [item for item in opt_in if not DEFAULT.wants(item.code, name)]
    skipped = (not_ours(name, data) or "") if seen else ""
    for item in seen:
        start, end = source.line_span(item.span.start)
        yield Hit(
            package,
            name,
            item.line,
            item.code,
            item.verdict.level.name.lower(),
            item.message,
            "; ".join(item.verdict.reasons),
            skipped,
            source.utf8[start:end].decode("utf-8", "replace").strip()[:200],
        )
