"""Fixed JavaScript does what it did: Node runs both for every code, alone and in Python strings."""

from __future__ import annotations

import pytest
from fixing import PAGE, fixed
from marked import found
from runjs import CODES, needs_node, outcomes
from snippets import SNIPPETS
from test_embedded import KINDS

SCRIPT = "/somewhere/trtc_page.js"


def fixed_script(name: str) -> str:
    return fixed(SNIPPETS[name].encode(), SCRIPT).decode()


@pytest.mark.parametrize("name", SNIPPETS)
def test_names_every_number(name: str) -> None:
    after = fixed_script(name)
    assert after != SNIPPETS[name]
    assert "TRT001" not in {code for _, _, code in found(after, SCRIPT)}


@needs_node
def test_does_what_it_did() -> None:
    before = outcomes(SNIPPETS)
    after = outcomes({name: fixed_script(name) for name in SNIPPETS})
    assert all(len(seen) == len(CODES) for seen in before.values())
    assert all(len(set(seen)) > 1 for name, seen in before.items() if name not in CONSTANT)
    assert after == before


CONSTANT = {"assignment", "default"}
"""Snippets that do the same for every code."""


RUN = "page.add_init_script(text)\n"
"""What is seen to run the text, so that it may be declared in."""


def value(module: str) -> str:
    """What the name `text` is bound to by a Python module."""
    names: dict[str, object] = {"x": _Anything(), "w": 3}
    exec(compile(module.removesuffix(RUN), "<test>", "exec"), names)
    text = names["text"]
    return text if isinstance(text, str) else str(text)


class _Anything:
    """A value that a snippet's holes can be filled with."""

    def __getitem__(self, key: object) -> str:
        return "1"

    def __str__(self) -> str:
        return "1"

    def __radd__(self, other: str) -> str:
        return other + "1"

    def __add__(self, other: str) -> str:
        return "1" + other


@needs_node
@pytest.mark.parametrize("kind", KINDS)
def test_does_what_it_did_in_a_string(kind: str) -> None:
    head = "import textwrap, trtc_page\nfrom string import Template\n"
    modules = {
        name: f"{head}# language=js\ntext = {KINDS[kind](text)}\n{RUN}"
        for name, text in SNIPPETS.items()
    }
    run = {
        name: module.replace("textwrap, trtc_page", "textwrap") for name, module in modules.items()
    }
    after = {
        name: fixed(module.encode(), PAGE).decode().replace("textwrap, trtc_page", "textwrap")
        for name, module in modules.items()
    }
    assert all("ErrorCode" in module or "codes." in module for module in after.values())
    before = outcomes({name: value(module) for name, module in run.items()})
    assert outcomes({name: value(module) for name, module in after.items()}) == before
