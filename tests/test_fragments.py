"""Two fixed fragments on one page, in both orders, classic and module: Chromium runs them all.

Fragments of one page share their top level. What each does there, errors included, is what it did
before the fix, whether it stands in the page or in a file of its own.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from itertools import product
from pathlib import Path
from typing import NamedTuple

from browser import Browser, files, needs_chromium
from sizes import every
from snippets import SNIPPETS

SHARED = {
    "a page's constants": (
        "const ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });\n"
        "log(e.getCode() === 16388, e.getCode() === ErrorCode.JOIN_ROOM_FAILED);\n"
    ),
    "a page's constants without it": (
        "const ErrorCode = { DEVICE_NOT_FOUND: 0x1003 };\n"
        "function g() { return [e.getCode() === 16388, e.getCode() === 16451]; }\n"
        "log(g(), ErrorCode.DEVICE_NOT_FOUND);\n"
    ),
    "a page's name": "var ErrorCode = 'mine';\nif (e.getCode() === 16451) { log(ErrorCode); }\n",
}
FRAGMENTS = {**SNIPPETS, **SHARED}
# Each declares a name that the other has declared: no fix is needed for that to fail.
CLASHING = {
    frozenset(names)
    for names in (
        ("arrow with a block", "logic"),
        ("arrow with a block", "arrow in a function"),
        ("a page's constants", "a page's constants without it"),
        ("a page's constants without it", "a page's name"),
    )
}
CLASSIC, MODULE = "<script>\n{text}</script>", '<script type="module">\n{text}</script>'
FILE, MODULE_FILE = (
    '<script src="{file}.js"></script>',
    '<script type="module" src="{file}.mjs"></script>',
)
KINDS = (*product((CLASSIC, MODULE), repeat=2), (FILE, FILE), (FILE, MODULE_FILE))
STUB = """\
(() => {
  const code = Number(location.search.slice(1));
  const e = { getCode: () => code, getExtraCode: () => 0, code, message: 'm', name: 'RtcError' };
  const seen = [];
  const fails = new Proxy({}, {
    get: (_, key) => key === 'on' ? (event, f) => f(e) : () => Promise.reject(e),
  });
  addEventListener('error', event => { seen.push(event.message); });
  addEventListener('unhandledrejection', event => {
    seen.push(event.reason === e ? 'e' : String(event.reason));
    event.preventDefault();
  });
  const log = (...values) => { seen.push(values); };
  Object.assign(globalThis, { seen, e, log, client: fails, stream: fails });
})();
"""
HEAD = '<!doctype html>\n<meta charset="utf-8">\n<script src="stub.js"></script>'
SHOW = """\
async urls => {
  const show = async url => {
    const frame = document.createElement('iframe');
    frame.src = url;
    const loaded = new Promise(resolve => { frame.onload = resolve; });
    document.body.append(frame);
    await loaded;
    await new Promise(resolve => setTimeout(resolve, 0));
    const seen = JSON.stringify(frame.contentWindow.seen);
    frame.remove();
    return seen;
  };
  const result = [];
  while (urls.length) result.push(...await Promise.all(urls.splice(0, 16).map(show)));
  return result;
}
"""


class Shown(NamedTuple):
    """A page: the names of its fragments, in order, and its address with the code in it."""

    names: tuple[str, str]
    url: str


def pairs() -> Iterable[tuple[str, str]]:
    """Every fragment with its neighbour, and what a page shares with one in eight of the others.

    In short one of four of them, and all that clash.
    """
    names = list(FRAGMENTS)
    neighbours = zip(names, (*names[1:], names[0]), strict=True)
    for number, pair in enumerate((*neighbours, *product(SHARED, list(SNIPPETS)[::8]))):
        if number % every(4) == 0 or frozenset(pair) in CLASHING:
            yield pair


def write(directory: Path) -> list[Shown]:
    """Write the pages and their scripts."""

    def put(name: str, text: str) -> None:
        (directory / name).write_text(text, encoding="utf-8")

    directory.mkdir()
    put("index.html", "<!doctype html>\n<title>Frames</title>\n")
    put("stub.js", STUB)
    scripts = {name: {"text": text, "file": f"trtc_{number}"}
               for number, (name, text) in enumerate(FRAGMENTS.items())}  # fmt: skip
    for script in scripts.values():
        for suffix in (".js", ".mjs"):
            put(script["file"] + suffix, script["text"])
    shown: list[Shown] = []
    for (one, other), kinds in product(pairs(), KINDS):
        for names, code in (((one, other), 16388), ((other, one), 16451)):
            name = f"trtc_page_{len(shown)}.html"
            tags = [kind.format(**scripts[name]) for name, kind in zip(names, kinds, strict=True)]
            put(name, "\n".join([HEAD, *tags, ""]))
            shown.append(Shown(names, f"{name}?{code}"))
    return shown


@needs_chromium
def test_two_fragments(tmp_path: Path) -> None:
    shown = write(tmp_path / "before")
    shutil.copytree(tmp_path / "before", tmp_path / "after")
    done = subprocess.run(
        [sys.executable, "-m", "flake8_trtc.fix", "after"],
        cwd=tmp_path, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    with files(tmp_path) as address, Browser() as browser:
        before, after = (
            browser.open(f"{address}/{side}/index.html").evaluate(
                f"({SHOW})({json.dumps([page.url for page in shown])})"
            )
            for side in ("before", "after")
        )
    assert len(before) == len(after) == len(shown)
    changed = [item for item in zip(shown, before, after, strict=True) if item[1] != item[2]]
    assert changed == []
    failing = {
        frozenset(page.names) for page, seen in zip(shown, after, strict=True) if "Error: " in seen
    }
    assert failing == CLASHING
