"""How a file is laid out: by its formatter's configuration, by .editorconfig, or as it is."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from functools import lru_cache

from flake8_trtc._lean import NamedTuple, regex
from flake8_trtc.languages.document import Text
from flake8_trtc.languages.tree import kept
from flake8_trtc.model import SCRIPTS
from flake8_trtc.workspace.files import FileError, read_module

_PRETTIER = (
    "package.json", ".prettierrc", ".prettierrc.json", ".prettierrc.yaml", ".prettierrc.yml",
    ".prettierrc.json5", ".prettierrc.js", ".prettierrc.ts", ".prettierrc.mjs", ".prettierrc.cjs",
    "prettier.config.js", "prettier.config.ts", "prettier.config.mjs", "prettier.config.cjs",
    ".prettierrc.toml",
)  # fmt: skip
"""Where Prettier looks in a directory, in its order."""
FORMATTERS = (*_PRETTIER, ".editorconfig", "pyproject.toml")
"""The files that are read here."""

_OPTION = regex(
    r"""["']?\b(printWidth|tabWidth|useTabs|semi|singleQuote|bracketSpacing|trailingComma)"""
    r"""["']?\s*[:=]\s*["']?(\w+)"""
)
_LENGTH = regex(r"^\s*line[-_]length\s*=\s*(\d+)", re.MULTILINE)
_OPENING = ((b"{", b":"), (b"(", b"["))
"""What ends a line above one that stands further in, what says the most first."""
_STEPS = frozenset({b"\t", *(b" " * blanks for blanks in range(1, 9))})
"""What a step may be; a line that is further in stands below something."""
_WORDS = {"true": True, "false": False}

Values = dict[str, object]


class Layout(NamedTuple):
    """The layout of a script.

    width: columns of a line; step: what a line stands further in than the one around it; blanks:
    the same beside blanks; tab: the columns of a tab; semicolons: statements end with them; quote:
    of strings; trailing: a list of several lines ends with a comma; spaced: braces have blanks
    inside; apart: blank lines stand between statements of the top level.
    """

    width: int = 80
    step: str = "  "
    blanks: str = "  "
    tab: int = 2
    semicolons: bool = True
    quote: str = "'"
    trailing: bool = True
    spaced: bool = True
    apart: bool = False

    def columns(self, text: str) -> int:
        """How wide a text is that begins a line."""
        return len(text) + (self.tab - 1) * text.count("\t")

    def step_at(self, blank: str) -> str:
        """The step beside a blank or a tab, or "" at the margin: what is of the same kind."""
        return {"": self.step, "\t": "\t"}.get(blank, self.blanks)

    def further_in(self, margin: str) -> str:
        """The margin of a line one step further in."""
        return margin + self.step_at(margin[-1:])


def layout_of(script: Text) -> Layout:
    """The layout of a script: as its project's formatter has it, and else as it is itself."""
    seen = _seen(script.document.texts[script.number])  # a draft holds other texts, too
    path, step, blanks = script.document.source.path, seen.step, seen.blanks
    if script.document.root.dialect == "python":
        return seen._replace(width=88)
    values = _values(os.path.abspath(path))
    if not values:
        return seen
    tab = _number(values, "tabWidth", 2)
    configured = "printWidth" in values or "semi" in values or "prettier" in values
    if "tabWidth" in values:
        blanks = " " * tab
        step = "\t" if step == "\t" and "prettier" not in values else blanks
    tabs = values.get("useTabs", step == "\t") is True
    return seen._replace(
        width=_number(values, "printWidth", 80),
        step="\t" if tabs else blanks,
        blanks=blanks,
        tab=tab,
        semicolons=values.get("semi") is not False and (configured or seen.semicolons),
        quote=("'" if values.get("singleQuote") is True else '"') if configured else seen.quote,
        trailing=values.get("trailingComma") != "none" and (configured or seen.trailing),
        spaced=values.get("bracketSpacing") is not False,
    )


def _seen(script: Text) -> Layout:
    """The layout of a script as it is itself."""
    from flake8_trtc.languages.javascript.style import has_blank_lines, trailing_commas

    told = _semicolons(script) or (script.parent is not None and _semicolons_in(script.parent))
    step, blanks = _steps(script.utf8)
    return Layout(
        step=step,
        blanks=blanks,
        tab=4 if b"\n\t" in script.utf8 else 2,
        semicolons=told >= 0,
        quote=_quote(script.utf8),
        trailing=trailing_commas(script.tree.root_node, script.dialect) >= 0,
        apart=has_blank_lines(script.tree.root_node),
    )


def _semicolons(script: Text) -> int:
    from flake8_trtc.languages.javascript.style import semicolons

    return semicolons(script.tree.root_node, script.utf8, script.dialect)


_IN_PAGES: dict[Text, int] = kept()


def _semicolons_in(page: Text) -> int:
    """The same of all the scripts in a text by their lines, for one that tells nothing itself."""
    from flake8_trtc.languages.javascript.style import semicolons_by_line

    if page not in _IN_PAGES:
        scripts = (part for part in page.parts if part.dialect in SCRIPTS)
        _IN_PAGES[page] = sum(semicolons_by_line(part.utf8) for part in scripts)
    return _IN_PAGES[page]


def python_width(path: str) -> int:
    """How long the lines of a Python file may be, by the formatter that pyproject.toml names."""
    return _width_in(os.path.dirname(os.path.abspath(path)))


@lru_cache(maxsize=256)
def _width_in(path: str) -> int:
    for directory in upwards(path):
        found = _LENGTH.search(read_text(os.path.join(directory, "pyproject.toml")))
        if found is not None:
            return int(found[1])
    return 79


def _number(values: Mapping[str, object], name: str, default: int) -> int:
    value = values.get(name)
    return value if type(value) is int and 0 < value < 1000 else default


@lru_cache(maxsize=256)
def _values(path: str) -> Values:
    """Prettier's options for a file: .editorconfig's properties, and its own configuration's."""
    return {**_of_editor(path), **_of_prettier(path)}


def _of_prettier(path: str) -> Values:
    for directory in upwards(os.path.dirname(path)):
        for name in _PRETTIER:
            text = read_text(os.path.join(directory, name))
            found = _options(text, name) if text else None
            if found is not None:
                return {"prettier": True, **_overridden(found, os.path.relpath(path, directory))}
    return {}


def _options(text: str, name: str) -> Values | None:
    """The options of a configuration file; those of code are read as they are written."""
    import json

    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        if name == "package.json":
            return None
        plain = text.partition("overrides")[0]
        return {key: _value(written) for key, written in _OPTION.findall(plain)}
    if name == "package.json":
        values = values.get("prettier") if isinstance(values, dict) else None
    return values if isinstance(values, dict) else None


def _value(written: str) -> object:
    return int(written) if written.isdecimal() else _WORDS.get(written, written)


def _overridden(values: Values, path: str) -> Values:
    """Options with those of the overrides that a path fits."""
    overrides = values.get("overrides")
    made = dict(values)
    for item in overrides if isinstance(overrides, list) else ():
        if not isinstance(item, dict) or not isinstance(item.get("options"), dict):
            continue
        files = item.get("files")
        patterns = [files] if isinstance(files, str) else files if isinstance(files, list) else []
        if any(_fits(path, str(pattern)) for pattern in patterns):
            made |= item["options"]
    return made


def _fits(path: str, pattern: str) -> bool:
    """True if a path fits a glob, which without a slash is of a name in any directory."""
    path = path.replace(os.sep, "/")
    name = path if "/" in pattern else os.path.basename(path)
    forms = _expanded(pattern.removeprefix("/").removeprefix("**/"))
    return any(fnmatchcase(name, form) or fnmatchcase(name, f"*/{form}") for form in forms)


def _expanded(pattern: str) -> list[str]:
    """A glob without its first braces, for each of what they list."""
    before, brace, rest = pattern.partition("{")
    inside, closed, after = rest.partition("}")
    if not (brace and closed):
        return [pattern]
    return [before + item + after for item in inside.split(",")]


def _of_editor(path: str) -> Values:
    found: Values = {}
    for directory in upwards(os.path.dirname(path)):
        text = read_text(os.path.join(directory, ".editorconfig"))
        own, root = _sections(text, os.path.relpath(path, directory))
        found = own | found
        if root:
            break
    made: Values = {}
    size = found.get("indent_size", found.get("tab_width"))
    if found.get("indent_style") == "tab" or size == "tab":
        made["useTabs"] = True
    elif found.get("indent_style") == "space":
        made["useTabs"] = False
    if str(size).isdecimal() or str(found.get("tab_width")).isdecimal():
        made["tabWidth"] = int(str(size if str(size).isdecimal() else found["tab_width"]))
    if str(found.get("max_line_length")).isdecimal():
        made["printWidth"] = int(str(found["max_line_length"]))
    return made


def _sections(text: str, path: str) -> tuple[Values, bool]:
    """The properties that an .editorconfig gives a path, and whether it is the last to ask."""
    values: Values = {}
    root, fits = False, False
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            fits = _fits(path, line.rstrip("]")[1:])
        elif "=" in line and line[0] not in "#;":
            name, _, value = (part.strip().lower() for part in line.partition("="))
            root = root or (name == "root" and value == "true")
            if fits:
                values[name] = value
    return values, root


def upwards(directory: str) -> Iterator[str]:
    """A directory and those above it, up to that of the repository."""
    while True:
        yield directory
        above = os.path.dirname(directory)
        if above == directory or os.path.exists(os.path.join(directory, ".git")):
            return
        directory = above


def read_text(path: str) -> str:
    """The text of a configuration file, "" where there is none."""
    try:
        return (read_module(path) or b"").decode("utf-8", "replace")
    except FileError:
        return ""


def _steps(utf8: bytes) -> tuple[str, str]:
    """The commonest step from a line that opens something to the next, and that of blanks."""
    found = tuple(Counter[bytes]() for _ in _OPENING)
    counts, margin = None, b""
    for line in utf8.splitlines():
        code = line.lstrip(b" \t")
        if not code.strip() or code.startswith(b"*"):
            continue
        before, margin = margin, line[: len(line) - len(code)]
        step = margin[len(before) :] if margin.startswith(before) else b""
        if counts is not None and step in _STEPS and before[-1:] in {b"", step[:1]}:
            counts[step] += 1
        code = code.partition(b" //")[0].rstrip()
        opened = (steps for steps, last in zip(found, _OPENING, strict=True) if code.endswith(last))
        counts = next(opened, None)
    counted = [step.decode() for steps in found for step, _ in steps.most_common()]
    blanks = next((step for step in counted if step != "\t"), "  ")
    return next(iter(counted), blanks), blanks


def _quote(utf8: bytes) -> str:
    return '"' if utf8.count(b'"') > utf8.count(b"'") else "'"
