"""Versions of SDKs as the catalog, options and package files write them: the only parser."""

from __future__ import annotations

import re

from flake8_trtc._lean import regex

Version = tuple[int, ...]
"""Three numbers: major, minor, patch; in `numbers_in` as many as there are."""

_PART = r"(\d{1,9}|[xX*])"
PATTERN = rf"v?{_PART}(?:\.{_PART})?(?:\.{_PART})?(?:([-+])[\w.+-]*)?"
"""A version in a range, in ASCII: numbers or wildcards, and the name of a pre-release or build."""
_VERSION = regex(PATTERN, re.ASCII)


def numbers_in(text: str) -> Version:
    """The numbers of a version up to its first wildcard; () where it is none."""
    match = _VERSION.fullmatch(text)
    numbers: list[int] = []
    for part in match.groups()[:3] if match is not None else ():
        if part is None or not part.isdigit():
            break
        numbers.append(int(part))
    return tuple(numbers)


def padded(numbers: Version) -> Version:
    """The first version that begins with these numbers."""
    return (*numbers, 0, 0, 0)[:3]


def parse_version(text: str) -> Version | None:
    """A full version; None where it is not one. Pre-releases count as it."""
    numbers = numbers_in(text.strip())
    return numbers if len(numbers) == 3 else None


def parse_release(text: str) -> Version | None:
    """A version that has been released, from 1.0, with or without its patch; None for others."""
    match = _VERSION.fullmatch(text.strip())
    if match is None or match[4] is not None or not all(map(_is_number, match.groups()[:3])):
        return None
    numbers = numbers_in(match[0])
    return padded(numbers) if len(numbers) > 1 and numbers[0] > 0 else None


def _is_number(part: str | None) -> bool:
    return part is None or part.isdigit()


def version_of(text: str) -> Version:
    """A full version of the catalog's. Raises ValueError where it is none."""
    found = parse_version(text)
    if found is None:
        raise ValueError(text)
    return found
