"""No loop of ours goes over a file again for each thing in it: steps are counted, not timed.

The clock is asked by `nox -s growth`, which also sees what is slow inside of C.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import flake8_trtc

ROOT = Path(__file__).parent.parent
# Behind everything else, so that an installed wheel of flake8_trtc stays what is tested.
sys.path.append(str(ROOT))

from benchmarks.growth.__main__ import cell, fault  # noqa: E402
from benchmarks.growth.measure import Measured, measure  # noqa: E402
from benchmarks.growth.shapes import DEEP, SHAPES, Shape  # noqa: E402
from benchmarks.growth.tasks import TASKS, Failed, Task  # noqa: E402
from flake8_trtc.config.options import Options  # noqa: E402
from flake8_trtc.detect.scan import shown  # noqa: E402
from flake8_trtc.fix.engine import fix_source  # noqa: E402
from flake8_trtc.languages.document import Document  # noqa: E402
from flake8_trtc.languages.tree import forget  # noqa: E402
from flake8_trtc.source import Source  # noqa: E402

GROWTH = 2.03
PACKAGE = str(Path(flake8_trtc.__file__ or "").parent)
COUNTED = [task for task in TASKS if task.name != "plugin"]  # it takes the steps of check
BY_NAME = {shape.name: shape for shape in SHAPES}


def steps(call: Callable[[], None]) -> int:
    """How many lines of ours run in a call."""
    count = 0

    def line(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal count
        count += event == "line"
        return line

    def enter(frame: FrameType, event: str, arg: Any) -> Any:
        return line if frame.f_code.co_filename.startswith(PACKAGE) else None

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        call()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("task", COUNTED, ids=lambda task: task.name)
@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_twice_the_size_takes_twice_the_steps(shape: Shape, task: Task) -> None:
    task.run(shape, shape.text(2, noted=task.noted))  # what is done once in a process
    counted = []
    for size in (shape.small, 2 * shape.small):
        text = shape.text(size, noted=task.noted)
        forget(0)  # nothing is known from another task
        counted.append(steps(partial(task.run, shape, text)))
    once, twice = counted
    assert twice < GROWTH * once


def test_there_are_many_shapes() -> None:
    assert len(BY_NAME) == len(SHAPES) >= 90
    assert {os.path.splitext(shape.path)[1] for shape in SHAPES} == {
        *(".py", ".js", ".ts", ".tsx", ".html", ".j2", ".hbs", ".vue", ".md", ".mdx", ".ipynb"),
        *(".astro", ".pug", ".svelte"),
    }


@pytest.mark.parametrize(
    "name", ["elif", "or", "codes in chained calls", "conditional expressions"]
)
def test_deep_python_is_read_and_written(name: str) -> None:
    text = BY_NAME[name].text(2 * DEEP)
    source = Source.from_bytes("trtc_errors.py", text.encode())
    assert (
        len([item for item in shown(Document(source), Options()) if item.code == "TRT001"])
        == 2 * DEEP
    )
    outcome = fix_source(source, Options())
    if outcome.error is None:
        assert len([item for item in outcome.fixed if item.code == "TRT001"]) == 2 * DEEP
        assert b"== 163" not in (outcome.new or b"")
    else:  # what a newer Python has room for does not grow with the stack
        assert sys.version_info >= (3, 12)
        assert outcome.error.startswith("can't be")


@pytest.mark.parametrize("name", ["else if", "|| in a script", "ternaries"])
def test_deep_scripts_are_read_and_written(name: str) -> None:
    source = Source.from_bytes("trtc_errors.js", BY_NAME[name].text(2 * DEEP).encode())
    assert (
        len([item for item in shown(Document(source), Options()) if item.code == "TRT001"])
        == 2 * DEEP
    )
    outcome = fix_source(source, Options())
    assert outcome.error is None
    assert len([item for item in outcome.fixed if item.code == "TRT001"]) == 2 * DEEP


def _hangs(shape: Shape, text: str) -> None:
    while text:
        pass


def _fails(shape: Shape, text: str) -> None:
    raise Failed("the fix did not converge")


def _crashes(shape: Shape, text: str) -> None:
    os.kill(os.getpid(), signal.SIGTERM)


@pytest.mark.parametrize(
    ("run", "problem"),
    [
        (_hangs, "over 0.5 s"),
        (_fails, "Failed: the fix did not converge"),
        (_crashes, "SIGTERM"),
    ],
)
def test_whatever_becomes_of_a_measurement_is_a_result(
    run: Callable[[Shape, str], None], problem: str
) -> None:
    task = Task("check", run, 1)
    found = measure(SHAPES[0]._replace(n=1), task, 0.5)
    assert (found.once, found.twice, found.problem) == (None, None, problem)
    assert fault(found, task) == problem


@pytest.mark.parametrize(
    ("found", "wrong"),
    [
        (Measured(1, 2.2, 1_000_000), None),
        (Measured(1, 2.4, 1_000_000), "more than 2.3 times"),
        (Measured(0.001, 0.049, 1), None),  # too short to tell
        (Measured(1, 2, 10_000), "more than 40 s a megabyte"),
    ],
)
def test_what_a_measurement_says(found: Measured, wrong: str | None) -> None:
    assert fault(found, TASKS[0]) == wrong


def test_what_a_cell_says() -> None:
    assert cell(Measured(0, 0, 1), None) == "0 ms"
    assert cell(Measured(1, 2, 1_000_000), None) == "2000 ms, × 2.00, 2.0 s/MB"
    assert cell(Measured(1, 3, 1_000_000), "why") == "**3000 ms, × 3.00, 3.0 s/MB: why**"
    assert cell(Measured(None, None, 1, "over 60 s"), "over 60 s") == "**over 60 s**"


def test_a_measurement() -> None:
    found = measure(BY_NAME["cases"]._replace(n=400), TASKS[0], 60)
    assert found.problem == ""
    assert found.growth
    assert found.speed
    assert found.size == len(BY_NAME["cases"].text(800).encode())
