"""The trees that are measured: two of other people's without a code, and one that is grown."""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
import sysconfig
import warnings
import zipfile
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from flake8_trtc.catalog.codes import CONSTANTS

DJANGO = "Django~=5.2.0"
"""The release of Django that is measured, as pip is asked for it."""

_SEED = 20_2411
_SHARE = 20
"""One file in so many has codes."""
_IN_PYTHON = 4
_IN_SCRIPT = 3
"""The codes of a Python file, one of them in JavaScript, and of a web file."""
_UNLINTED = re.compile(rb"#\s*flake8:\s*noqa|@" + b"generated")
"""What linters and codemods leave alone."""

_PYTHON = '''

def handle_trtc_error(err, page):
    code = err.get_code()
    if code == {a}:
        return "retry"
    if code in ({b}, {c}):
        return "ask"
    page.evaluate("""(e) => {{
  if (e.getCode() === {d}) {{ resume(); }}
}}""")
    return None
'''
_SCRIPT = """
async function joinRoom(client, roomId) {{
  try {{
    await client.join({{ roomId }});
  }} catch (error) {{
    const errorCode = error.getCode();
    if (errorCode === {a}) {{ retry(); }}
    switch (error.getCode()) {{
      case {b}: return ask();
      case {c}: return leave();
    }}
  }}
}}
"""
_CLEAN = """
export function step{n}(items, size = {size}) {{
  const seen = new Map();
  for (const item of items) {{
    if (item.width > {size} || item.kind === 'row{n}') {{ seen.set(item.id, item.width * 2); }}
    switch (item.state) {{
      case 1: item.next = () => items.filter(other => other.id !== item.id); break;
      case 2: item.label = `${{item.name}} of ${{items.length}}`; break;
      default: item.rest = {{ ...item.rest, size, at: Date.now() }};
    }}
  }}
  return [...seen.entries()].map(([id, width]) => ({{ id, width, ratio: width / size }}));
}}
"""
_PAGE = (
    "<!doctype html>\n<html>\n<body>\n<p>{n}</p>\n<script>\n{script}</script>\n</body>\n</html>\n"
)
_COMPONENT = "<template>\n  <p>{{{{ text }}}}</p>\n</template>\n\n<script>\n{script}</script>\n"


class Tree(NamedTuple):
    """A tree of files: where it is, how much it holds, and the codes that were put into it."""

    path: Path
    files: int
    size: int
    python_sites: int = 0
    web_sites: int = 0

    @property
    def sites(self) -> int:
        """The codes that a tool for both languages has to find."""
        return self.python_sites + self.web_sites

    def __str__(self) -> str:
        return f"{self.files:,} files, {self.size / 1e6:.1f} MB"


def grow(root: Path, python: int = 2000, web: int = 500) -> Tree:
    """Write a tree of Python and web files, one in twenty with codes, the same from run to run.

    The Python files are copies of the standard library's, again and again where it has too few;
    the web files are made up.
    """
    chance = random.Random(_SEED)
    size = with_python = with_web = 0
    texts = _python(python)
    for number in range(python):
        text = texts[number % len(texts)]
        if number % _SHARE == 0:
            text += _PYTHON.format(**_codes(chance)).encode()
            with_python += 1
        size += _write(root / "py" / f"{number % 40:02}" / f"m{number:04}.py", text)
    for number in range(web):
        suffix = ("js", "ts", "vue", "html")[number % 4]
        has_codes = number // 4 % _SHARE == 0
        with_web += has_codes
        text = _web(suffix, number, chance, has_codes=has_codes).encode()
        size += _write(root / "web" / f"{number % 20:02}" / f"w{number:04}.{suffix}", text)
    return Tree(root, python + web, size, _IN_PYTHON * with_python, _IN_SCRIPT * with_web)


def standard_library(root: Path) -> Tree:
    """Copy the standard library of this Python, tests and all, without what is installed."""
    ignore = shutil.ignore_patterns("site-packages", "dist-packages", "__pycache__", "config-*")
    shutil.copytree(sysconfig.get_path("stdlib"), root, ignore=ignore)
    return _counted(root)


def one_file(root: Path) -> Tree:
    """A single file of the standard library, without codes."""
    root.mkdir()
    path = root / "textwrap.py"
    shutil.copy(Path(sysconfig.get_path("stdlib"), path.name), path)
    return Tree(path, 1, path.stat().st_size)


def django(root: Path, cache: Path) -> Tree:
    """Unpack Django's wheel, which pip downloads into the cache unless it is there."""
    cache.mkdir(parents=True, exist_ok=True)
    if not list(cache.glob("[Dd]jango-*.whl")):
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        command += ["--disable-pip-version-check", "--only-binary=:all:", "--dest", str(cache)]
        if subprocess.run([*command, DJANGO], check=False).returncode:
            raise SystemExit(f"{DJANGO} can't be downloaded; put its wheel into {cache}")
    with zipfile.ZipFile(max(cache.glob("[Dd]jango-*.whl"))) as wheel:
        wheel.extractall(root)
    return _counted(root)


def django_version(root: Path) -> str:
    """The version of what `django` unpacked."""
    (found,) = root.glob("*.dist-info")
    return found.name.removesuffix(".dist-info").partition("-")[2]


def cache_directory() -> Path:
    """Where downloads are kept from run to run."""
    return Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "flake8-trtc"


def _counted(root: Path) -> Tree:
    sizes = [path.stat().st_size for path in root.rglob("*.py") if path.is_file()]
    if len(sizes) < 500:
        raise SystemExit(
            f"{root.name}: only {len(sizes)} Python files, so there is little to measure"
        )
    return Tree(root, len(sizes), sum(sizes))


@cache
def _python(count: int) -> list[bytes]:
    """Up to so many texts of the standard library: those that compile and may be linted."""
    return list(islice(_texts(), count))


def _texts() -> Iterator[bytes]:
    library = Path(sysconfig.get_path("stdlib"))
    for path in sorted(library.rglob("*.py")):
        if "site-packages" in path.parts or "bad" in path.name or "lib2to3" in path.parts:
            continue
        text = path.read_bytes()
        if _UNLINTED.search(text):
            continue
        try:
            with warnings.catch_warnings(action="ignore"):
                compile(text, str(path), "exec", dont_inherit=True)
        except (SyntaxError, ValueError):
            continue
        yield text


def _web(suffix: str, number: int, chance: random.Random, *, has_codes: bool) -> str:
    parts = [
        _CLEAN.format(n=number * 100 + part, size=chance.randrange(10, 900)) for part in range(12)
    ]
    if suffix == "html":
        parts = [part.replace("export function", "function") for part in parts]
    if has_codes:
        parts.insert(6, _SCRIPT.format(**_codes(chance)))
    script = "".join(parts)
    if suffix == "html":
        return _PAGE.format(n=number, script=script)
    return _COMPONENT.format(script=script) if suffix == "vue" else script


def _codes(chance: random.Random) -> dict[str, str]:
    rare = [value for value, constant in CONSTANTS.items() if constant.rare]
    values = chance.sample(rare, 4)
    return {
        name: hex(value) if chance.random() < 0.8 else str(value)
        for name, value in zip("abcd", values, strict=True)
    }


def _write(path: Path, data: bytes) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.write_bytes(data)
