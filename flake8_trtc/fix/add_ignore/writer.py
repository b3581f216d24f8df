"""Writes `trtc: ignore` comments for findings that stay, and proves them.

Each line has a few places where its comment may stand, the best first. A place is tried: the file
is read again with the comment in it, and has to say of itself what it said before, but for the
findings that were to be silenced. The first place that proves itself is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from flake8_trtc.config.options import Options
from flake8_trtc.fix.add_ignore.comment_sites import Line, lines_of, places
from flake8_trtc.fix.add_ignore.proof import Proof
from flake8_trtc.fix.edits import Edit, splice
from flake8_trtc.model import Finding
from flake8_trtc.source import Source


class Silenced(NamedTuple):
    """A text with the comments in it, the findings that they silence, and those that stay."""

    utf8: bytes
    done: tuple[Finding, ...]
    refused: tuple[Finding, ...]


def silence(source: Source, findings: Sequence[Finding], options: Options) -> Silenced:
    """Write comments that silence some findings of a file.

    findings: those to silence, out of those that are shown of the file. Never raises for what is
    in the file: where no comment can be proved, its findings are refused.
    """
    lines = lines_of(source, findings)
    proof = Proof(source, options)
    choices = {line: places(source, line) for line in lines}
    firsts = [found[0] for found in choices.values() if found]
    if len(firsts) == len(lines) and proof.holds(_merged(firsts), _all(lines)):
        return Silenced(splice(source.utf8, _merged(firsts)), _all(lines), ())
    taken: list[list[Edit]] = []
    done: list[Finding] = []
    left_before = len(choices) + 1
    while len(choices) < left_before:  # in broken text one comment may make room for another
        left_before = len(choices)
        for line, found in [*choices.items()]:
            for edits in found:
                if proof.holds(_merged([*taken, edits]), (*done, *line.findings)):
                    taken.append(edits)
                    done += line.findings
                    del choices[line]
                    break
    left = tuple(item for item in _all(lines) if item not in done)
    return Silenced(splice(source.utf8, _merged(taken)), tuple(done), left)


def _all(lines: Sequence[Line]) -> tuple[Finding, ...]:
    return tuple(finding for line in lines for finding in line.findings)


def _merged(places: Sequence[Sequence[Edit]]) -> list[Edit]:
    """The edits of several places; those that two of them share, once."""
    return sorted({edit for edits in places for edit in edits})
