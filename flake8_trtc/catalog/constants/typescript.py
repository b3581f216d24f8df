"""The constants in TypeScript: a module, and declarations of those in JavaScript."""

from __future__ import annotations

from flake8_trtc.catalog.constants.forms import Form, head
from flake8_trtc.catalog.constants.javascript import doc, entries, local
from flake8_trtc.catalog.constants.prose import about


def write_typescript(form: Form) -> str:
    """The text of a module or of declarations."""
    whole, one = about(form.sdk, form.language)
    name = local(form)
    lines = [f"// {line}" for line in head(form)]
    exported = "" if form.ambient or form.name == "default" else "export "
    if form.lang == "ts":
        lines += [*doc([whole, one]), f"{exported}const {name} = {{"]
        lines += [*entries(form, "  "), "} as const;"]
    else:
        lines += [*doc([whole, one]), f"{exported}declare const {name}: {{"]
        lines += [*entries(form, "  ", before="readonly ", end=";"), "};"]
    ambient = "declare " if form.ambient else ""
    kind = f"{exported}{ambient}type {name} = (typeof {name})[keyof typeof {name}];"
    lines += ["", *doc([one]), kind]
    if form.name == "default":
        lines += ["", f"export default {name};"]
    return "\n".join(lines) + "\n"
