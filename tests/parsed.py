"""Scripts that Node parses before a fix and after it: it takes less than tree-sitter does."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Sequence

from fixing import outcome
from runjs import NODE

from flake8_trtc.source import SourceError

_PARSER = r"""
const vm = require('vm');
const said = (parse) => { try { parse(); return ''; } catch (error) { return String(error); } };
const texts = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const found = texts.map(([text, kind]) => said(() => {
  if (kind === 'module') new vm.SourceTextModule(text);
  else if (kind === 'function') vm.compileFunction(text);
  else new vm.Script(text);
}));
process.stdout.write(JSON.stringify(found));
"""
SUFFIXES = {"module": "mjs", "function": "cjs", "script": "js"}

Text = tuple[str, str]
"""A script and its kind, a key of SUFFIXES."""


def said(given: Sequence[Text]) -> list[str]:
    """What Node has against each script; "" for nothing."""
    assert NODE is not None
    done = subprocess.run(
        [NODE, "--experimental-vm-modules", "--no-warnings", "-e", _PARSER],
        input=json.dumps(given), capture_output=True, encoding="utf-8", check=True, timeout=120,
    )  # fmt: skip
    found: list[str] = json.loads(done.stdout)
    return found


def broken(given: Iterable[Text]) -> tuple[int, list[tuple[str, str]]]:
    """How many scripts that Node parses are rewritten, and those of them that it parses no more."""
    pairs: list[tuple[Text, Text]] = []
    for text, kind in given:
        try:
            result = outcome(text.encode(), f"/somewhere/trtc.{SUFFIXES[kind]}")
        except SourceError:
            continue
        if result.new is not None:
            pairs.append(((text, kind), (result.new.decode(), kind)))
    before, after = said([old for old, _ in pairs]), said([new for _, new in pairs])
    parsed = [at for at, message in enumerate(before) if not message]
    return len(parsed), [(pairs[at][1][0], after[at]) for at in parsed if after[at]]
