"""What is done with a file, in this process, by the functions that everything else goes through."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from benchmarks.growth.shapes import Shape
from flake8_trtc.config.options import Options
from flake8_trtc.detect.scan import shown
from flake8_trtc.fix.engine import fix_source
from flake8_trtc.languages.document import Document
from flake8_trtc.plugin import Plugin
from flake8_trtc.source import Source

_EVERY = Options(extend_select=("TRT9",))


class Failed(Exception):
    """A task did not do what it is for; says why."""


def _source(shape: Shape, text: str) -> Source:
    return Source.from_bytes(shape.path, text.encode())


def _check(shape: Shape, text: str) -> None:
    shown(Document(_source(shape, text)), Options())


def _plugin(shape: Shape, text: str) -> None:
    for *_, said, _ in Plugin(None, shape.path, text.splitlines(keepends=True)).run():  # type: ignore[arg-type]
        if said.startswith("TRT000"):
            raise Failed(said)


def _fix(shape: Shape, text: str) -> None:
    _done(fix_source(_source(shape, text), Options()).error)


def _suppressions(shape: Shape, text: str) -> None:
    shown(Document(_source(shape, text)), _EVERY)


def _add_ignore(shape: Shape, text: str) -> None:
    _done(fix_source(_source(shape, text), _EVERY, ("TRT",)).error)


def _done(error: str | None) -> None:
    if error is not None:
        raise Failed(error)


class Task(NamedTuple):
    """What is measured.

    run: does it with a shape and its text; ceiling: seconds a megabyte that it may take; noted:
    the text is full of comments that silence.
    """

    name: str
    run: Callable[[Shape, str], None]
    ceiling: float
    noted: bool = False


TASKS = (
    Task("check", _check, 40),
    Task("plugin", _plugin, 40),
    Task("fix", _fix, 150),
    Task("suppressions", _suppressions, 60, noted=True),
    Task("--add-ignore", _add_ignore, 250),
)
