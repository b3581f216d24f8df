"""Codes put into a file at random, each with its place and whether it is to be found there."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.injection import places
from benchmarks.injection.hosts import Host
from flake8_trtc.catalog.codes import CONSTANTS
from flake8_trtc.source import dialect_of

sys.path.append(str(Path(__file__).parents[2] / "tests"))

from test_embedded import KINDS

_STATEMENTS = 12
_SPELLINGS = ("{}", "{:#x}", "{:#X}", "{:#o}", "{:#b}", "{:_}", "0x{:06x}")
_MARK = re.compile("‹([^›]*)›")
PLAIN = "no string"


class Mark(NamedTuple):
    """One injected number.

    start, end: its byte offsets in the file; wanted: whether it is to be found; place: a name in
    places.py; kind: the kind of string it stands in, or PLAIN with the dialect's name.
    """

    start: int
    end: int
    wanted: bool
    place: str
    kind: str


class Injected(NamedTuple):
    """A file with numbers in it, and what a script in it is to be known by: `page_N.evaluate`."""

    text: bytes
    marks: tuple[Mark, ...]


class _Choice(NamedTuple):
    wanted: bool
    place: str
    template: str


def injected(host: Host, pick: Random) -> Injected:
    """Put statements with codes into a file, in places where statements can stand."""
    chosen = sorted(pick.sample(host.places, min(_STATEMENTS, len(host.places))))
    parts: list[bytes] = []
    told: list[tuple[bool, str, str]] = []
    at = 0
    for number, (start, indent) in enumerate(chosen):
        statement, choice, kind = _statement(host.path, f"_{number}", pick)
        lines = statement.replace("\n", "\n" + indent.decode())
        parts += host.text[at:start], indent, lines.encode(), b"\n"
        told += [(choice.wanted, choice.place, kind)] * len(_MARK.findall(statement))
        at = start
    parts.append(host.text[at:])
    return _unmarked(b"".join(parts).decode(), told)


def _statement(path: str, suffix: str, pick: Random) -> tuple[str, _Choice, str]:
    """A statement with its numbers marked, its choice, and the kind of string it holds."""
    dialect = dialect_of(path)
    if dialect != "python":
        choice = pick.choice(_SCRIPT if dialect == "js" else _TYPESCRIPT)
        return (
            _filled(choice.template, suffix, pick),
            choice,
            f"{PLAIN} (.{path.rpartition('.')[2]})",
        )
    if pick.random() < 0.5:
        choice = pick.choice(_PYTHON)
        return _filled(choice.template, suffix, pick), choice, f"{PLAIN} (.py)"
    choice, kind = pick.choice(_SCRIPT), pick.choice(list(KINDS))
    text = KINDS[kind](_filled(choice.template, suffix, pick) + "\n")
    return f"page{suffix}.evaluate({text})", choice, kind


def _filled(template: str, suffix: str, pick: Random) -> str:
    def number(match: re.Match[str]) -> str:
        spelling = "{}" if match[0] == "~" else pick.choice(_SPELLINGS)
        return f"‹{spelling.format(pick.choice(list(CONSTANTS)))}›"

    return re.sub("[@~]", number, re.sub("_?§", suffix, template))


def _unmarked(text: str, told: Sequence[tuple[bool, str, str]]) -> Injected:
    parts: list[bytes] = []
    marks: list[Mark] = []
    size = at = 0
    for match, (wanted, place, kind) in zip(_MARK.finditer(text), told, strict=True):
        before, number = text[at : match.start()].encode(), match[1].encode()
        size += len(before)
        marks.append(Mark(size, size + len(number), wanted, place, kind))
        size += len(number)
        parts += before, number
        at = match.end()
    parts.append(text[at:].encode())
    return Injected(b"".join(parts), tuple(marks))


def _choices(
    allowed: Mapping[str, Sequence[str]], *forbidden: Mapping[str, Sequence[str]]
) -> list[_Choice]:
    return [*_each(True, allowed), *(item for table in forbidden for item in _each(False, table))]


def _each(wanted: bool, table: Mapping[str, Sequence[str]]) -> Iterator[_Choice]:
    for place, templates in table.items():
        for template in templates:
            yield _Choice(wanted, place, template)


_PYTHON = _choices(places.PYTHON, places.PYTHON_FORBIDDEN)
_SCRIPT = _choices(places.SCRIPT, places.SCRIPT_FORBIDDEN)
_TYPESCRIPT = _choices(places.SCRIPT, places.SCRIPT_FORBIDDEN, places.TYPES_FORBIDDEN)
