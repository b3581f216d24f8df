"""Which kinds of files there are, how many of each hundred, and what they need to run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import NamedTuple

from benchmarks.behaviour import macros, mocks, modules, pages, scripts, sent, strings
from benchmarks.behaviour.case import Case, Maker


class Kind(NamedTuple):
    """Makes cases; share: how many of all, in hundredths; npm: it needs npm's packages."""

    make: Callable[[Maker], Case]
    share: int
    npm: bool = False
    module: str | None = None


KINDS = (
    Kind(modules.python, 10),
    Kind(modules.star, 1),
    Kind(scripts.module, 6),
    Kind(scripts.commonjs, 4),
    Kind(scripts.classic, 4),
    Kind(scripts.typescript, 4, npm=True),
    Kind(scripts.existing, 5),
    Kind(scripts.imported, 4),
    Kind(pages.page, 9),
    Kind(pages.jinja, 7),
    Kind(pages.django, 7, module="django"),
    Kind(strings.string, 15),
    Kind(sent.function, 12),
    Kind(sent.string, 3),
    Kind(mocks.jest, 2),
    Kind(mocks.vitest, 2),
    Kind(macros.vue, 4, npm=True),
    Kind(macros.nuxt, 1, npm=True),
)


def cases(count: int, seed: int, *, npm: bool) -> Iterator[Case]:
    """About so many cases, the same for the same seed; without npm those that need none of it."""
    for at, kind in enumerate(KINDS):
        missing = kind.module is not None and find_spec(kind.module) is None
        if (kind.npm and not npm) or missing:
            continue
        for number in range(max(1, round(count * kind.share / 100))):
            yield kind.make(Maker(f"{seed} {at} {number}"))
