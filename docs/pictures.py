"""Make the pictures of docs/images: python docs/pictures.py.

Of the terminal: what `check` prints of the first example of the README, drawn by rich. Of the site:
a search, photographed in Chromium, which needs Chinese fonts on the machine. Look at the difference
before it is committed; a test compares the text of the terminal's picture with what `check` prints.
"""

from __future__ import annotations

import base64
import os
import re
import subprocess
import sys
import tempfile
from html import escape, unescape
from io import StringIO
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
READMES = {"en": "README.md", "zh": "README.zh-CN.md"}
_COLUMNS = 94
_WIDTH = 12.2  # of a column, as rich draws it
_QUERY = {"en": "0x4043", "zh": "自动播放"}


# Hints name the program as it was run: here it is the script.
_SCRIPT = "import sys; from flake8_trtc.cli import main; sys.exit(main())"


def picture(kind: str, language: str) -> Path:
    """Where a picture is: "terminal.svg" or "site.png", English or Chinese."""
    stem, _, suffix = kind.partition(".")
    return IMAGES / (kind if language == "en" else f"{stem}.{language}.{suffix}")


def printed(language: str) -> str:
    """What `check` prints on a terminal of the README's first example, colours included."""
    readme = (ROOT / READMES[language]).read_text(encoding="utf-8")
    example = re.search(r"^```python (\S+)\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)
    assert example is not None
    with tempfile.TemporaryDirectory() as directory:
        Path(directory, example[1]).write_text(example[2], encoding="utf-8")
        arguments = ["check", "--isolated", "--color=always", f"--trtc-language={language}"]
        done = subprocess.run(
            [sys.executable, "-c", _SCRIPT, *arguments, example[1]],
            cwd=directory,
            env={**os.environ, "COLUMNS": str(_COLUMNS), "PYTHONUTF8": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
    return f"$ flake8-trtc check {example[1]}\n{done.stdout}"


def drawn(text: str) -> str:
    """A terminal that shows a text, as SVG that needs no font but the machine's own."""
    console = Console(record=True, width=_COLUMNS, file=StringIO(), force_terminal=True)
    console.print(Text.from_ansi(text), soft_wrap=True)
    svg = console.export_svg(title="flake8-trtc", unique_id="trtc")
    svg = re.sub(r"\s*@font-face \{.*?\}\n", "", svg, flags=re.DOTALL)
    svg = re.sub(r"<text (class=\"trtc-r[^>]*)>([^<]*)</text>", _in_columns, svg)
    return svg.replace("Fira Code", "ui-monospace, Consolas, Menlo, DejaVu Sans Mono") + "\n"


def _in_columns(match: re.Match[str]) -> str:
    """A text of rich's SVG in pieces that are all Chinese or have none.

    rich gives a text the width of its characters, but Chinese ones are two columns wide, and how
    wide they are besides the others depends on the font.
    """
    attributes, text = match[1], unescape(match[2])
    at = re.search(r' x="([\d.]+)"', attributes)
    assert at is not None
    left, pieces = float(at[1]), []
    for piece in re.findall(r"[\u2e80-\uffef]+|[^\u2e80-\uffef]+", text):
        width = cell_len(piece) * _WIDTH
        placed = re.sub(r' x="[^"]*"', f' x="{left:g}"', attributes)
        placed = re.sub(r' textLength="[^"]*"', f' textLength="{width:g}"', placed)
        if cell_len(piece) > len(piece):  # wide as two columns, not apart from each other
            placed = re.sub(
                r' textLength="',
                ' style="font-size:22px" lengthAdjust="spacingAndGlyphs"\\g<0>',
                placed,
            )
        pieces.append(f"<text {placed}>{escape(piece, quote=False)}</text>")
        left += width
    return "".join(pieces)


def shown(svg: str) -> str:
    """What an SVG of a terminal shows, without white space."""
    texts = re.findall(r"<text class=\"trtc-r\d+\"[^>]*>([^<]*)</text>", svg)
    return "".join(unescape("".join(texts)).split())


def photographed(language: str) -> bytes:
    """The site in a language with a search in progress, as PNG."""
    sys.path.insert(0, str(ROOT / "tests"))
    from browser import Browser, files

    with tempfile.TemporaryDirectory() as directory:
        site = Path(directory)
        for config, target in (("mkdocs.yml", site), ("mkdocs.zh.yml", site / "zh")):
            command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
            command += ["--config-file", str(ROOT / config), "--site-dir", str(target)]
            subprocess.run(command, check=True)
        with (
            files(site) as address,
            Browser("--window-size=1240,740", "--hide-scrollbars") as browser,
        ):
            root = "" if language == "en" else f"{language}/"
            tab = browser.open(f"{address}/{root}codes/PLAY_NOT_ALLOWED/")
            tab.click("input.md-search__input")
            tab.type(_QUERY[language])
            tab.waits("document.querySelector('.md-search-result__item')")
            tab.evaluate("new Promise(resolve => setTimeout(resolve, 1000))")  # it slides open
            shot = tab.send("Page.captureScreenshot", format="png")
    return base64.b64decode(shot["data"])


if __name__ == "__main__":
    IMAGES.mkdir(exist_ok=True)
    for language in READMES:
        picture("terminal.svg", language).write_text(drawn(printed(language)), encoding="utf-8")
        picture("site.png", language).write_bytes(photographed(language))
