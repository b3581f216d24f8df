"""Shared parts of the formats for machines: paths, fingerprints and JSON."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Any

from flake8_trtc.detect.reported import Reported


def relative(path: str) -> str:
    """A path as it is seen from the working directory, with slashes; absolute if it is outside."""
    try:
        near = os.path.relpath(path)
    except ValueError:  # on another drive
        near = os.pardir
    outside = near == os.pardir or near.startswith(os.pardir + os.sep)
    return (os.path.abspath(path) if outside else near).replace(os.sep, "/")


def normal(line: str) -> str:
    """A line of source without its indentation and other differences of white space."""
    return " ".join(line.split())


def fingerprinted(findings: Iterable[Reported]) -> Iterator[tuple[Reported, str]]:
    """Each finding with a name that stays when its line moves, 32 hexadecimal digits.

    It is made of the path, the rule and the line's content, and counts where these are the same.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    for finding in findings:
        key = relative(finding.path), finding.code, normal(finding.text)
        words = "\0".join((*key, str(seen[key])))
        seen[key] += 1
        yield finding, blake2b(words.encode("utf-8", "replace"), digest_size=16).hexdigest()


def dumped(value: Any) -> str:
    """A JSON document, indented, with a final newline; what can't be printed is escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    lines = (line if line.isprintable() else _escaped(line) for line in text.split("\n"))
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    return "".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in text)
