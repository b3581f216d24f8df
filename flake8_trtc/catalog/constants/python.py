"""The constants in Python: an IntEnum, and its stub."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_trtc.catalog.constants.forms import Form, head
from flake8_trtc.catalog.constants.prose import WIDTH, about, columns, members_of, number, wrapped

_INDENT = "    "


def write_python(form: Form) -> str:
    """The text of a module or of a stub, which differ in their heads only."""
    whole, one = about(form.sdk, form.language)
    lines = [f"# {line}" for line in head(form)]
    if form.lang == "py":
        lines += [f'"""{whole}"""', ""]
    lines += ["from enum import IntEnum", ""]
    lines += [*([""] * (form.lang == "py")), f"class {form.name}(IntEnum):"]
    lines.append(f'{_INDENT}"""{one}"""')
    for member in members_of(form.sdk, form.language):
        lines.append("")
        if member.retired is not None:
            lines += _comment(f"@deprecated {member.retired}")
        lines.append(f"{_INDENT}{member.name} = {number(member, form.sdk, upper=True)}")
        since = () if member.since is None else (f"@since {member.since}",)
        lines += _docstring((*member.paragraphs, *since))
    # What is printed and logged stays the digits, on every Python.
    lines += ["", *(f"{_INDENT}__{name}__ = int.__repr__" for name in ("repr", "str"))]
    return "\n".join(lines) + "\n"


def _comment(text: str) -> Iterator[str]:
    for line in wrapped(text, WIDTH - len(_INDENT) - 2):
        yield f"{_INDENT}# {line}"


def _docstring(paragraphs: tuple[str, ...]) -> Iterator[str]:
    first, *rest = (text.replace("\\", "\\\\").replace('"""', '\\"""') for text in paragraphs)
    line = f'{_INDENT}"""{first}'
    if not rest and columns(line) + 3 <= WIDTH:
        yield line + '"""'
        return
    yield from _paragraph(line)
    for text in rest:
        yield ""
        yield from _paragraph(_INDENT + text)
    yield _INDENT + '"""'


def _paragraph(text: str) -> Iterator[str]:
    for line in wrapped(text.strip(), WIDTH - len(_INDENT)):
        yield _INDENT + line
