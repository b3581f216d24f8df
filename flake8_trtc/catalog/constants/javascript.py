"""The constants in JavaScript: a frozen object, as a classic script or as a module."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flake8_trtc.catalog.constants import prose
from flake8_trtc.catalog.constants.forms import SDKS, Form, head
from flake8_trtc.catalog.constants.prose import WIDTH, Member, about, number, wrapped

# Written for the oldest browsers that the SDK runs in. Loading it twice does no harm; it takes no
# name from anything else on the page.
_CLASSIC = """\
(function (root) {{
  "use strict";
{comment}
  var {name} = Object.freeze({{
{members}
  }});
  var present = root.{name};
  if (present && present.{sample} !== {name}.{sample}) {{
    throw new Error("{name} already means something else on this page");
  }}
  root.{name} = {name};
}})(typeof globalThis === "object" ? globalThis : self);
"""
_SAMPLES = {
    "v4": "JOIN_ROOM_FAILED",
    "v5": "DEVICE_ERROR",
    "v5-extra": "FIREWALL_RESTRICTION",
    "liteav": "ERR_ENTER_ROOM_FAILED",
}
"""A member of each table that tells it from a stranger of the same name."""


def write_javascript(form: Form) -> str:
    """The text of a script or of a module."""
    top = "".join(f"// {line}\n" for line in head(form))
    comment = "\n".join(doc(about(form.sdk, form.language), indent="  " * (form.lang == "js")))
    if form.lang == "js":
        inner = "\n".join(entries(form, "    "))
        sample = _SAMPLES[form.sdk]
        return top + _CLASSIC.format(name=form.name, comment=comment, members=inner, sample=sample)
    name = local(form)
    declared = f"const {name} = Object.freeze({{"
    lines = [comment, declared, *entries(form, "  "), "});"]
    if form.lang == "cjs":
        own = f"default: {name}" if form.name == "default" else name
        lines = ['"use strict";', "", *lines, "", f"module.exports = {{ {own} }};"]
    elif form.name == "default":
        lines += ["", f"export default {name};"]
    else:
        lines[1] = f"export {declared}"
    return top + "\n".join(lines) + "\n"


def local(form: Form) -> str:
    """The name of the constants inside their own module."""
    return SDKS[form.sdk] if form.name == "default" else form.name


def entries(form: Form, indent: str, *, before: str = "", end: str = ",") -> Iterator[str]:
    """The members of the object, each after its comment."""
    for member in prose.members_of(form.sdk, form.language):
        yield from _member_doc(member, indent)
        yield f"{indent}{before}{member.name}: {number(member, form.sdk)}{end}"


def _member_doc(member: Member, indent: str) -> Iterator[str]:
    tags = []
    if member.since is not None:
        tags.append(f"@since {member.since}")
    if member.retired is not None:
        tags.append(f"@deprecated {member.retired}")
    return doc(member.paragraphs, tags, indent)


def doc(paragraphs: Iterable[str], tags: Iterable[str] = (), indent: str = "") -> Iterator[str]:
    """A documentation comment, on one line where it has only one thing to say."""
    blocks = [*paragraphs]
    tagged = "\n".join(tags)
    texts = [*blocks, tagged] if tagged else blocks
    lines: list[str] = []
    for text in texts:
        lines += [""] if lines else []
        for paragraph in text.replace("*/", "* /").split("\n"):
            lines += wrapped(paragraph, WIDTH - len(indent) - 3)
    if len(lines) == 1 and len(indent) + 7 + len(lines[0]) <= WIDTH:
        yield f"{indent}/** {lines[0]} */"
        return
    yield f"{indent}/**"
    for line in lines:
        yield f"{indent} * {line}".rstrip()
    yield f"{indent} */"
