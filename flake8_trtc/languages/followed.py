"""A name, taken for what its scope binds it to, where that says more or otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from flake8_trtc.languages.words import Likeness, likeness
from flake8_trtc.model import Subject


class Bound(NamedTuple):
    """Of all that a scope binds a name to: the first getter, no code, and code; None for none."""

    getter: Subject | None = None
    other: Subject | None = None
    code: Subject | None = None


def bound_to(values: Iterable[Subject]) -> Bound:
    """What is to be known of the values that a name is bound to."""
    found = Bound()
    for value in values:
        if value.getter and found.getter is None:
            found = found._replace(getter=value)
        alike = likeness(value)
        if alike is Likeness.OTHER and found.other is None:
            found = found._replace(other=value)
        elif alike is Likeness.CODE and found.code is None:
            found = found._replace(code=value)
        if None not in found:
            break
    return found


def followed(named: Subject, bound: Bound) -> Subject:
    """A name, or what it is bound to."""
    if bound.getter is not None:
        return Subject(named.text, bound.getter.name, bound.getter.base, getter=True)
    if bound.other is not None:
        return bound.other
    if bound.code is not None and likeness(named) < Likeness.CODE:
        return Subject(named.text, bound.code.name, bound.code.base)
    return named
