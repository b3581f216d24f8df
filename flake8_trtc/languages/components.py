"""Components of Svelte and Astro: their scripts, and the expressions in braces of their markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from flake8_trtc._lean import NamedTuple, regex
from flake8_trtc.languages import braces, pug
from flake8_trtc.languages.attributes import attribute_parts, code_part
from flake8_trtc.languages.html import (
    DIALECTS,
    attributes_of,
    bare,
    depth_of,
    found_in,
    script_parts,
    vue_parts,
)
from flake8_trtc.languages.parts import Parse, Part
from flake8_trtc.languages.templates import neutral
from flake8_trtc.languages.tree import text_of
from flake8_trtc.model import Dialect, Role

_FRONT = regex(rb"\s*---[ \t]*\r?\n(?P<code>.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_VISIBLE = regex(rb"[^\r\n]")


class Component(NamedTuple):
    """How one kind of component is read.

    shape: what of it is parsed as HTML, of the same length; parts: its code, by its text and shape;
    pug: it has comments of Pug's.
    """

    shape: Callable[[bytes], bytes]
    parts: Callable[[bytes, bytes, Parse], Iterator[Part]]
    pug: bool = False


def svelte_shape(text: bytes) -> bytes:
    """A component of Svelte's with a name for each expression in braces."""
    return braces.blanked(text, list(braces.braced(text, "svelte")))


def svelte_parts(text: bytes, shape: bytes, parse: Parse) -> Iterator[Part]:
    """The code of a component of Svelte's: its scripts, and the expressions of its markup."""
    dialect: Dialect = "js"
    for found in found_in(parse(shape, "vue").root_node):
        if "code" not in found or depth_of(found["tag"]) != 2:
            continue
        attributes = attributes_of(found["tag"])
        known = DIALECTS.get(attributes.get("lang", "").lower(), "")
        if known and "src" not in attributes:
            apart = "module" in attributes or attributes.get("context") == "module"
            dialect = known
            start, end = found["code"].start_byte, found["code"].end_byte
            role: Role = "module" if apart else "setup"
            yield code_part(dialect, text[start:end], start, role)
    yield from braces.parts(text, list(braces.braced(text, "svelte")), dialect)


def astro_shape(text: bytes) -> bytes:
    """A component of Astro's with a name for each expression in braces, without its front."""
    page = _without_front(text)
    return braces.blanked(page, list(braces.braced(page, "jsx")))


def _without_front(text: bytes) -> bytes:
    front = _FRONT.match(text)
    return text if front is None else _VISIBLE.sub(b" ", front[0]) + text[front.end() :]


def astro_parts(text: bytes, shape: bytes, parse: Parse) -> Iterator[Part]:
    """The code of a component of Astro's.

    What stands between its `---`, scripts, handlers, and the expressions of its markup, which see
    what the first declares.
    """
    front = _FRONT.match(text)
    if front is not None:
        start, end = front.span("code")
        yield code_part("ts", text[start:end], start, "setup")
    for found in found_in(parse(shape, "html").root_node):
        if "code" not in found:
            value = found["value"]
            if text[value.start_byte : value.start_byte + 1] != b"{":
                yield from attribute_parts(shape, text_of(found["name"]), value, "js")
            continue
        attributes = attributes_of(found["tag"])
        if "is:inline" in attributes or not attributes.keys() <= {"lang", "is:raw"}:
            yield from script_parts(text, text, found["tag"], found["code"], parse)
        else:  # is bundled
            start, end = found["code"].start_byte, found["code"].end_byte
            yield code_part("ts", text[start:end], start, "module")
    page = _without_front(text)
    for part in braces.parts(page, list(braces.braced(page, "jsx")), "ts"):
        tagged = parse(part.utf8, "ts").root_node.has_error
        yield part._replace(dialect="tsx") if tagged else part


def _pug_parts(text: bytes, shape: bytes, parse: Parse) -> Iterator[Part]:
    return pug.parts(text, 0, len(text), "js")


_PUG = Component(pug.shape, _pug_parts, pug=True)


def _uvue_parts(text: bytes, shape: bytes, parse: Parse) -> Iterator[Part]:
    return map(bare, vue_parts(text, shape, parse))


READERS = {
    ".svelte": Component(svelte_shape, svelte_parts),
    ".astro": Component(astro_shape, astro_parts),
    ".uvue": Component(neutral, _uvue_parts),
    ".pug": _PUG,
    ".jade": _PUG,
}
"""The readers of COMPONENTS, by their suffixes."""
