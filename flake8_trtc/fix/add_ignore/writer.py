"""Writes `trtc: ignore` comments for findings that stay, and proves them.

Each line has a few places where its comment may stand, the best first. A place is tried: the file
is read again with the comment in it, and has to say of itself what it said before, but for the
findings that were to be silenced. The first place that proves itself is taken.
"""

from __future__ import annotations

from collections.abc import Sequence

from flake8_trtc._lean import NamedTuple
from flake8_trtc.config.options import Options
from flake8_trtc.fix.add_ignore.comment_sites import CommentSites, Line, lines_of
from flake8_trtc.fix.add_ignore.proof import Proof
from flake8_trtc.fix.edits import Edit
from flake8_trtc.languages.document import Document
from flake8_trtc.model import Finding


class Silenced(NamedTuple):
    """A file with the comments in it, the findings that they silence, and those that stay."""

    document: Document
    done: tuple[Finding, ...]
    refused: tuple[Finding, ...]


def silence(document: Document, findings: Sequence[Finding], options: Options) -> Silenced:
    """Write comments that silence some findings of a file.

    findings: those to silence, out of those that are shown of the file. Never raises for what is
    in the file: where no comment can be proved, its findings are refused.
    """
    lines = lines_of(document, findings)
    proof = Proof(document, options)
    sites = CommentSites(document)
    choices = {line: sites.of(line) for line in lines}
    firsts = [found[0] for found in choices.values() if found]
    if len(firsts) == len(lines) and proof.holds(_merged(firsts), _all(lines)):
        return Silenced(proof.document, _all(lines), ())
    taken: list[list[Edit]] = []
    done: set[Finding] = set()
    open_ = lines
    left_before = len(open_) + 1
    while len(open_) < left_before:  # in broken text one comment may make room for another
        left_before = len(open_)
        open_ = _tried(open_, choices, proof, taken, done)
    found = _all(lines)
    return Silenced(
        proof.document,
        tuple(item for item in found if item in done),
        tuple(item for item in found if item not in done),
    )


def _tried(
    lines: Sequence[Line],
    choices: dict[Line, list[list[Edit]]],
    proof: Proof,
    taken: list[list[Edit]],
    done: set[Finding],
) -> list[Line]:
    """Take what proves itself for some lines; those that nothing is taken for.

    Each proof reads the whole file: lines are tried together, by halves where they fail, and only
    so many times in all.
    """
    left: list[Line] = []
    groups = [list(lines)]
    while groups:
        group = groups.pop()
        for found in _ways(group, choices):
            silenced = (*done, *_all(group))
            if proof.tries < _TRIES and proof.holds(_merged([*taken, *found]), silenced):
                taken += found
                done.update(_all(group))
                break
        else:
            half = len(group) // 2
            groups += [group[half:], group[:half]] if half else []
            left += [] if half else group
    return left


def _ways(group: list[Line], choices: dict[Line, list[list[Edit]]]) -> list[list[list[Edit]]]:
    """Comments for some lines: the best of each, or, for one, anything it has."""
    if len(group) == 1:
        return [[way] for way in choices[group[0]]]
    return [[way for line in group for way in choices[line][:1]]]


_TRIES = 200


def _all(lines: Sequence[Line]) -> tuple[Finding, ...]:
    return tuple(finding for line in lines for finding in line.findings)


def _merged(places: Sequence[Sequence[Edit]]) -> list[Edit]:
    """The edits of several places; those that two of them share, once."""
    return sorted({edit for edits in places for edit in edits})
