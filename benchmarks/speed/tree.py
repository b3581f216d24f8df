"""The tree that is measured: Python and web files, one in twenty with codes, from a seed."""

from __future__ import annotations

import random
import sysconfig
from pathlib import Path

from flake8_trtc.catalog import CONSTANTS

_SEED = 20_2411
_SHARE = 20
"""One file in so many has codes."""

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


def grow(root: Path, python: int = 2000, web: int = 500) -> int:
    """Write the tree; the bytes written.

    The Python files are copies of the standard library's; the web files are made up.
    """
    chance = random.Random(_SEED)
    written = 0
    for number, text in enumerate(_python(python)):
        if number % _SHARE == 0:
            text += _PYTHON.format(**_codes(chance)).encode()
        written += _write(root / "py" / f"{number % 40:02}" / f"m{number:04}.py", text)
    for number in range(web):
        suffix = ("js", "ts", "vue", "html")[number % 4]
        written += _write(
            root / "web" / f"{number % 20:02}" / f"w{number:04}.{suffix}",
            _web(suffix, number, chance).encode(),
        )
    return written


def _python(count: int) -> list[bytes]:
    library = Path(sysconfig.get_path("stdlib"))
    texts = []
    for path in sorted(library.rglob("*.py")):
        if "site-packages" in path.parts or "bad" in path.name or "lib2to3" in path.parts:
            continue
        text = path.read_bytes()
        try:
            compile(text, str(path), "exec", dont_inherit=True)
        except (SyntaxError, ValueError):
            continue
        texts.append(text)
        if len(texts) == count:
            break
    return [texts[number % len(texts)] for number in range(count)]


def _web(suffix: str, number: int, chance: random.Random) -> str:
    parts = [
        _CLEAN.format(n=number * 100 + part, size=chance.randrange(10, 900)) for part in range(12)
    ]
    if suffix == "html":
        parts = [part.replace("export function", "function") for part in parts]
    if number // 4 % _SHARE == 0:
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
