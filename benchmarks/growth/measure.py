"""One task with one shape, in a process of its own: whatever becomes of it is a result."""

from __future__ import annotations

import gc
import math
import os
import pickle
import resource
import select
import signal
import time
from collections.abc import Iterator
from typing import NamedTuple

from benchmarks.growth.shapes import Shape
from benchmarks.growth.tasks import Task

_ENOUGH, _ALIKE = 0.5, 2.15
"""Seconds, and growth, of a measurement that need not be made again."""
GROWTH = 2.3
"""How many times as long twice as much may take."""
_RUNS, _MOST = 3, 8
"""How many are made, and how many of one that grows more: others may have had the CPU."""
_PATIENCE = 10
"""How many times the CPU seconds of a limit may go by on a machine that has others to do."""
_STOPPED = frozenset({signal.SIGKILL, signal.SIGXCPU})


class Measured(NamedTuple):
    """CPU seconds at a size and at twice that, None where there are none.

    size: of the larger text in bytes; problem: why there are no seconds, "" for nothing.
    """

    once: float | None
    twice: float | None
    size: int
    problem: str = ""

    @property
    def growth(self) -> float | None:
        """How much longer twice as much takes."""
        return self.twice / self.once if self.once and self.twice else None

    @property
    def speed(self) -> float | None:
        """Seconds a megabyte."""
        return self.twice / self.size * 1e6 if self.twice else None


def measure(shape: Shape, task: Task, limit: float) -> Measured:
    """Measure a task with a shape; limit: seconds of CPU after which it hangs."""
    texts = [shape.text(n, noted=task.noted) for n in (shape.n, 2 * shape.n)]
    size = len(texts[1].encode())
    there, here = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(there)
        _child(shape, task, texts, limit, here)
    os.close(here)
    problem, seconds = "", [list[float](), list[float]()]
    for at, spent in _answers(there, _PATIENCE * limit):
        if isinstance(spent, str):
            problem = spent
        else:
            seconds[at].append(spent)
    os.close(there)
    os.kill(process, signal.SIGKILL)
    status = os.waitpid(process, 0)[1]
    once, twice = (min(found, default=None) for found in seconds)
    if not problem and twice is None:
        died = os.WIFSIGNALED(status) and os.WTERMSIG(status) not in _STOPPED
        problem = signal.Signals(os.WTERMSIG(status)).name if died else f"over {limit:g} s"
    return Measured(once, twice, size, problem)


def _child(shape: Shape, task: Task, texts: list[str], limit: float, answers: int) -> None:
    """Measure, and never come back."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(limit), math.ceil(limit)))
    gc.collect()
    gc.freeze()
    try:
        for spent in _times(shape, task, texts):
            os.write(answers, pickle.dumps(spent))
    except BaseException as error:
        said = f"{type(error).__name__}: {error}".partition("\n")[0]
        os.write(answers, pickle.dumps((0, said[:200])))
    finally:
        os._exit(0)


def _times(shape: Shape, task: Task, texts: list[str]) -> Iterator[tuple[int, float]]:
    """Which text was taken, and the fewest CPU seconds so far."""
    once = twice = float("inf")
    for again in range(_MOST):
        texts = [text + "\n" * again for text in texts]  # which no cache knows
        once = min(once, _seconds(shape, task, texts[0]))
        yield 0, once
        twice = min(twice, _seconds(shape, task, texts[1]))
        yield 1, twice
        done = twice > _ENOUGH and twice < _ALIKE * once
        if done or (again + 1 >= _RUNS and twice < GROWTH * once):
            return


def _seconds(shape: Shape, task: Task, text: str) -> float:
    start = time.process_time()
    task.run(shape, text)
    return time.process_time() - start


def _answers(there: int, limit: float) -> Iterator[tuple[int, float | str]]:
    """What comes from the child before it ends, or its time is up."""
    end = time.monotonic() + limit
    while select.select([there], [], [], max(0, end - time.monotonic()))[0]:
        data = os.read(there, 1 << 16)
        if not data:
            return
        while data:
            answer = pickle.loads(data)
            data = data[len(pickle.dumps(answer)) :]
            yield answer
