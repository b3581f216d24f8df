"""One reader a host language: each turns a text and its candidates into sites."""

from __future__ import annotations

import os

from flake8_trtc.model import Site
from flake8_trtc.options import Options
from flake8_trtc.prefilter import Candidates
from flake8_trtc.source import Source

SCRIPTS = {
    ".js": "js",
    ".mjs": "js",
    ".cjs": "js",
    ".jsx": "js",
    ".ts": "ts",
    ".mts": "ts",
    ".cts": "ts",
    ".tsx": "tsx",
}
"""The dialect of each kind of script file, by its suffix."""


def read(source: Source, candidates: Candidates, options: Options) -> list[Site]:
    """Tell what each candidate of a file does, in the order of the text.

    The language is told by the suffix of the path; a file without a known one is Python.
    """
    dialect = SCRIPTS.get(os.path.splitext(source.path)[1].lower())
    if dialect is not None:
        from flake8_trtc.languages import javascript

        return javascript.read(source, candidates, dialect)
    from flake8_trtc.languages import python

    return python.read(source, candidates, options)
