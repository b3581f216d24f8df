"""Where a new import line goes: among the imports, in the order that isort and ruff would give."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Sequence
from itertools import pairwise

from flake8_trtc._lean import NamedTuple, regex
from flake8_trtc.fix.edits import Edit
from flake8_trtc.fix.python.first_party import IsOwn, tellers
from flake8_trtc.fix.python.package import ModuleName
from flake8_trtc.fix.python.syntax import Lines, ParseError
from flake8_trtc.messages import failures

_BARRIER = regex(rb"#\s*isort:\s*(?:off|split|on)\b")
_FIXED_LINE = regex(rb"^(?:#!|[ \t\f]*#.*?coding[:=])")
_NOTICE = regex(
    rb"copyright|licen[cs]e|spdx|\(c\)"
    rb"|^#\s*(?:type:\s*ignore|(?:mypy|pyright|pylint|ruff|flake8|isort|fmt):)",
    re.IGNORECASE,
)
"""A comment about the whole file, which for some tools has to be above all code."""
_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_STANDARD, _THIRD_PARTY, _FIRST_PARTY, _LOCAL = range(1, 5)


class NewImport(NamedTuple):
    """`from module import name`, with `as alias` unless that is None."""

    module: str
    name: str
    alias: str | None

    @property
    def clause(self) -> str:
        """The names after `import`."""
        return f"{self.name} as {self.alias}" if self.alias else self.name

    @property
    def text(self) -> str:
        """The whole statement, without a newline."""
        return f"from {self.module} import {self.clause}"


_Import = ast.Import | ast.ImportFrom
_Key = tuple[int, bool, str]


def place(
    new: NewImport, tree: ast.Module, lines: Lines, module: ModuleName, first: int, width: int = 79
) -> Edit:
    """The edit that adds an import above the offset `first`.

    tree, lines: of the file's text; module: of its path; width: of its lines. Raises ParseError
    where the text breaks a rule that only the compiler knows.
    """
    _check_futures(tree)
    statements = [node for node in tree.body if lines.start(node) < first]
    before = [node for node in statements if lines.end(node) <= first]
    head = _head(before)
    runs = _runs(before[head:], lines)
    merged = _merge(new, [node for run in runs for node in run], lines, width)
    if merged is not None:
        return merged
    chosen = _choose(runs, new)
    edit = (
        _among(new, chosen, lines, module)
        if chosen
        else _on_top(new, before[:head], statements[head : head + 1], lines)
    )
    if head and edit.start < lines.end(before[head - 1]):
        return _inline(new, statements[head], lines)
    if edit.start > lines.offset(lines.number(lines.start(statements[-1]))):
        return _inline(new, statements[-1], lines)
    return edit


def _inline(new: NewImport, node: ast.stmt, lines: Lines) -> Edit:
    """The edit that puts an import before a statement which shares its line with what is above."""
    start = lines.start(node)
    return Edit(start, start, f"{new.text}; ".encode())


def _head(body: list[ast.stmt]) -> int:
    """How many statements must stay first: the docstring and `from __future__`."""
    count = 0
    if body and isinstance(body[0], ast.Expr):
        value = body[0].value
        count = int(isinstance(value, ast.Constant) and isinstance(value.value, str))
    while count < len(body):
        node = body[count]
        if not isinstance(node, ast.ImportFrom) or node.module != "__future__":
            break
        count += 1
    return count


def _check_futures(tree: ast.Module) -> None:
    """Raise ParseError where `from __future__` stands too low, as the compiler does."""
    for node in tree.body[_head(tree.body) :]:
        if isinstance(node, ast.ImportFrom) and node.module == "__future__" and not node.level:
            error = "from __future__ imports must occur at the beginning of the file"
            raise ParseError(failures.NOT_COMPILED(error=error, line=node.lineno))


def _runs(body: list[ast.stmt], lines: Lines) -> list[list[_Import]]:
    """The imports of the top level in unbroken rows; a comment that stops a sorter breaks one."""
    runs: list[list[_Import]] = []
    line = 0
    fresh = True
    shut = False
    for node in body:
        for number in range(line + 1, node.lineno):
            if found := _BARRIER.search(lines.text(number)):
                fresh = True
                shut = found[0].endswith(b"off")
        line = node.end_lineno or node.lineno
        if not isinstance(node, _Import):
            fresh = True
        elif not shut:
            if fresh:
                runs.append([])
            runs[-1].append(node)
            fresh = False
    return runs


def _choose(runs: list[list[_Import]], new: NewImport) -> list[_Import]:
    """The row to join: one that imports from the same package, or the first.

    What comes first may prepare the ground for the rest (`sys.path`), so the company is preferred.
    """
    top = new.module.partition(".")[0]
    for run in runs:
        for node in run:
            names = [alias.name for alias in node.names]
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""] if not node.level else []
            if any(name.partition(".")[0] == top for name in names):
                return run
    return runs[0] if runs else []


def _key(node: _Import, is_own: IsOwn) -> _Key:
    """The order of isort's defaults: section, plain imports first, then by name."""
    if isinstance(node, ast.Import):
        name = node.names[0].name
        return _section(name, is_own), False, name.lower()
    name = node.module or ""
    if node.level:
        return _LOCAL, True, name.lower()
    return _section(name, is_own), True, name.lower()


def _section(name: str, is_own: IsOwn) -> int:
    if name.partition(".")[0] in sys.stdlib_module_names:
        return _STANDARD
    return _FIRST_PARTY if is_own(name) else _THIRD_PARTY


def _teller(run: list[_Import], lines: Lines, module: ModuleName) -> IsOwn:
    """What tells the project's own modules so that the groups of a row are its sections.

    Where it has other groups, or none, those are the project's own that stand beside the file.
    """
    for is_own in tellers(module):
        if _is_grouped(run, [_key(node, is_own)[0] for node in run], lines):
            return is_own
    return module.holds


def _is_grouped(run: list[_Import], sections: Sequence[int], lines: Lines) -> bool:
    """True if a row's sections stand in their order, and blank lines part them.

    Within a section a blank line may stand above a comment: ruff puts one there.
    """
    for (above, below), (before, after) in zip(pairwise(run), pairwise(sections), strict=True):
        between = _between(above, below, lines)
        parted, commented = b"" in between, any(between)
        if before > after or (before < after and not parted):
            return False
        if before == after and parted and not commented:
            return False
    return True


def _between(above: _Import, below: _Import, lines: Lines) -> list[bytes]:
    """The lines between two statements, stripped: comments and blank ones."""
    numbers = range((above.end_lineno or above.lineno) + 1, below.lineno)
    return [lines.text(number).strip() for number in numbers]


def _among(new: NewImport, run: list[_Import], lines: Lines, module: ModuleName) -> Edit:
    """The edit that puts an import in its place in a row."""
    is_own = _teller(run, lines, module)
    key = (_section(new.module, is_own), True, new.module.lower())
    keys = [_key(node, is_own) for node in run]
    # The last that should stand before, so that a row in another order is only added to.
    index = max((i for i, other in enumerate(keys) if other <= key), default=-1)
    above = keys[index][0] if index >= 0 else None
    below = keys[index + 1][0] if index + 1 < len(run) else None
    newline = _newline(lines)
    line = new.text.encode() + newline
    if above == key[0]:
        start = _next_line(run[index], lines)
        return Edit(start, start, line)
    if above is None or below == key[0]:
        # The first of its section: behind the blank line that begins it.
        number = lines.number(lines.start(run[index + 1]))
        start = _comment_start(number, lines)
        commented = start < lines.offset(number) and _parts_comments(run, lines)
        return Edit(start, start, line + newline * (below != key[0] or commented))
    # A section of its own. Where the file does not part its sections, it is not parted either.
    start = _next_line(run[index], lines)
    parted = below is None or not lines.text(lines.number(start)).strip()
    return Edit(start, start, newline + line if parted else line)


def _parts_comments(run: list[_Import], lines: Lines) -> bool:
    """True unless a row has a comment on the line below an import, where ruff has a blank one."""
    between = (_between(*nodes, lines) for nodes in pairwise(run))
    return all(found == [] or found[0] == b"" for found in between)


def _on_top(new: NewImport, head: list[ast.stmt], rest: list[ast.stmt], lines: Lines) -> Edit:
    """The edit that puts an import where there is none: under the docstring or the header."""
    newline = _newline(lines)
    line = new.text.encode() + newline
    start = _next_line(head[-1], lines) if head else _header_end(lines)
    gap = _blank_lines(start, lines)
    below = newline * max(0, _blanks_wanted(start, rest, lines) - gap)
    crowded = start > 0 and gap > 0 and lines.text(lines.number(start) - 1).strip()
    above = newline if head or crowded else b""
    return Edit(start, start, above + line + below)


def _blanks_wanted(start: int, rest: list[ast.stmt], lines: Lines) -> int:
    """How many blank lines part an import at an offset from the statement after it.

    Two before a definition with its comments, one before anything else.
    """
    if not rest or not isinstance(rest[0], _DEFINITIONS):
        return 1
    number = lines.number(lines.start(rest[0]))
    while lines.text(number - 1).lstrip().startswith(b"#"):
        number -= 1
    return 1 if lines.utf8[start : lines.offset(number)].strip() else 2


def _merge(new: NewImport, imports: list[_Import], lines: Lines, most: int) -> Edit | None:
    """The edit that adds the name to an import from the same module, where that is simple."""
    if new.alias:
        return None
    for node in imports:
        if not isinstance(node, ast.ImportFrom) or node.level or node.module != new.module:
            continue
        text = lines.utf8[lines.start(node) : lines.end(node)]
        names = [alias.name for alias in node.names]
        if text.decode() != f"from {node.module} import {', '.join(names)}":
            continue
        index = sum(_member_key(name) < _member_key(new.name) for name in names)
        width = node.col_offset + len(text) + len(f", {new.name}")
        if width > most:
            continue
        if index == len(names):
            return Edit(lines.end(node), lines.end(node), f", {new.name}".encode())
        at = node.names[index]
        start = lines.offset(at.lineno, at.col_offset)
        return Edit(start, start, f"{new.name}, ".encode())
    return None


def _member_key(name: str) -> tuple[int, str]:
    """The order of isort's defaults among imported names: CONSTANTS, Classes, functions."""
    kind = 0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2
    return kind, name.lower()


def _next_line(node: ast.stmt, lines: Lines) -> int:
    """Where the line after a statement begins, and after what continues that line."""
    number = lines.number(lines.end(node))
    while lines.text(number).endswith(b"\\"):
        number += 1
    return lines.offset(number + 1)


def _comment_start(number: int, lines: Lines) -> int:
    """Where the comments begin that belong to the statement on a line.

    Comments at the very top of the file are its header, and stay there.
    """
    first = number
    while first > 1 and lines.text(first - 1).lstrip().startswith(b"#"):
        first -= 1
    return lines.offset(number if first == 1 else first)


def _header_end(lines: Lines) -> int:
    """Where the file's header ends: shebang, coding cookie, notices.

    A comment that touches the first statement belongs to that, unless it is one of them.
    """
    end = 0
    number = 1
    block = 1
    while (text := lines.text(number)).lstrip().startswith(b"#"):
        if number <= 2 and _FIXED_LINE.match(text):
            end = number
        number += 1
        block = number
        if not lines.text(number).strip() or _NOTICE.search(text):
            end = number - 1
    if any(_NOTICE.search(lines.text(i)) for i in range(1, block)):
        end = block - 1
    return lines.offset(end + 1)


def _blank_lines(start: int, lines: Lines) -> int:
    """How many blank lines follow an offset."""
    number = first = lines.number(start)
    while lines.offset(number) < len(lines.utf8) and not lines.text(number).strip():
        number += 1
    return number - first


def _newline(lines: Lines) -> bytes:
    """The newline of the file's first line."""
    found = re.search(rb"\r\n?|\n", lines.utf8)
    return found[0] if found else b"\n"
