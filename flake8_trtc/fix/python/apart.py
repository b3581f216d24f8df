"""Numbers that stay numbers whatever they do: in migrations, and in functions whose source is sent.

What takes the source of a function runs it without the imports of the module that it is from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tree_sitter import Node

from flake8_trtc._lean import regex
from flake8_trtc.fix.python.given import given_to
from flake8_trtc.languages.document import Text
from flake8_trtc.languages.tree import Finder, ancestors, field, text_of
from flake8_trtc.messages import refusals
from flake8_trtc.messages.message import Message
from flake8_trtc.model import Fix

_MIGRATION = regex(
    rb"^class Migration\((?:\w+\.)*Migration\)|^down_revision\b\s*(?::[^=\n]*)?=", re.MULTILINE
)
"""What Django's migrations and Alembic's have at their top."""

_TAKERS = (
    "getsource getsourcelines remote_exec PythonVirtualenvOperator ExternalPythonOperator "
    "create_component_from_func func_to_container_op"
).split()
"""Calls that take the source of a function that they are given."""
_TAKING = ("task.virtualenv task.external_python task.docker task.kubernetes dsl.component").split()
"""Decorators that do."""
_CODE = r"\b(\w+)\.__code__(?!\.co_(?!code\b|consts\b|names\b))"
"""The code of a function itself, not how many arguments it has."""
_WORDS = [word.encode() for word in (*_TAKERS, *_TAKING, "__code__")]


def apart(text: Text, fixes: Iterable[Fix]) -> Iterator[tuple[Fix, Message]]:
    """The fixes of a module's numbers that are to stay as they are; and why."""
    if _MIGRATION.search(text.utf8) is not None:
        yield from ((fix, refusals.MIGRATION()) for fix in fixes)
    elif any(word in text.utf8 for word in _WORDS):
        names, decorators = _taken(text.tree.root_node, text.utf8)
        find = Finder(text.tree.root_node).at
        for fix in sorted(fixes):
            around = ancestors(find(*fix.span))
            if any(_is_taken(node, names, decorators) for node in around):
                yield fix, refusals.SOURCE()


def _taken(root: Node, utf8: bytes) -> tuple[set[str], set[str]]:
    """The functions that something takes the source of, and the decorators that do."""
    names, owners = given_to(_TAKERS, r"(?:[^()]*\bpython_callable=|\s*(?:\w+\.)*)", root, utf8)
    names.update(re.findall(_CODE, utf8.decode()))
    return names, {*_TAKING, *_TAKERS, *owners}


def _is_taken(node: Node, names: set[str], decorators: set[str]) -> bool:
    if node.type in {"function_definition", "class_definition"}:
        return text_of(field(node, "name")) in names
    if node.type != "decorated_definition":
        return False
    for item in node.named_children:
        if item.type == "decorator":
            written = item.named_children[0]
            called = field(written, "function") if written.type == "call" else written
            if text_of(called) in decorators or text_of(called).rpartition(".")[2] in decorators:
                return True
    return False
