"""Numbers that are seen to reach what takes no member of an enum for a number: YAML, XML-RPC."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tree_sitter import Node

from flake8_trtc._lean import NamedTuple, regex
from flake8_trtc.fix.python.given import given_to
from flake8_trtc.languages.tree import Finder, ancestors, enclosing, field, text_of, type_of
from flake8_trtc.messages import refusals
from flake8_trtc.messages.message import Message
from flake8_trtc.model import Fix


class _Dumper(NamedTuple):
    """What fails on a member of an enum, or writes something else.

    name: for the user; word: without it a text does not use it; module: a pattern of what it is
    imported from; calls: of what is called.
    """

    name: str
    word: bytes
    module: str
    calls: str


_DUMPERS = (
    _Dumper("PyYAML", b"yaml", "yaml", r"(?:yaml|YAML\([^()]*\))\.(?:safe_)?dump(?:_all)?"),
    _Dumper("marshal", b"marshal", "marshal", r"marshal\.dumps?"),
    _Dumper("xmlrpc", b"xmlrpc", r"xmlrpc\.client", r"(?:(?:xmlrpc\.)?client|xmlrpclib)\.dumps"),
)
_FROM = r"^[ \t]*from\s+(?:[\w.]+\.)?%s\s+import\s+(\([^)]*\)|[^\n#]+)"
_DUMPING = regex(r"\b((?:safe_)?dumps?(?:_all)?)(?:\s+as\s+(\w+))?")
_PROXIES = regex(r"([\w.]+)\s*=\s*(?:[\w.]+\.)?ServerProxy\(|ServerProxy\([^()\n]*\)\s+as\s+(\w+)")
_LONGEST = 200
"""Bytes of what is called that are looked at."""

_TESTS = frozenset({"comparison_operator", "not_operator", "subscript", "lambda"})
"""What gives something else than the numbers in it."""

_FUNCTIONS = frozenset({"function_definition"})
_MAKERS = frozenset({"dict", "list", "tuple", "set"})
"""Calls that give on the numbers that they are given."""


def dumped(root: Node, utf8: bytes, fixes: Iterable[Fix]) -> Iterator[tuple[Fix, Message]]:
    """The fixes of numbers in what a module gives to a dumper, there or by a name; and why not.

    root: of the module's tree; utf8: its text.
    """
    ordered = sorted(fixes)
    for dumper in _DUMPERS:
        if dumper.word in utf8.lower():
            calls = _calls(dumper, utf8.decode())
            names, owners = given_to(calls, r"\s*[\[(]?\s*", root, utf8)
            called = re.compile(rf"(?:.*\.)?(?:{'|'.join(calls)})", re.DOTALL)
            find = Finder(root).at
            for fix in ordered:
                if _is_dumped(find(*fix.span), names, called, owners):
                    yield fix, refusals.DUMPED(name=dumper.name)


def _calls(dumper: _Dumper, text: str) -> list[str]:
    """Patterns of what a module calls to dump: what it imports from elsewhere, too."""
    found = re.findall(_FROM % dumper.module, text, re.MULTILINE)
    names = [alias or name for item in found for name, alias in _DUMPING.findall(item)]
    calls = [dumper.calls, *map(re.escape, names)]
    if dumper.name == "xmlrpc":
        proxies = {name or other for name, other in _PROXIES.findall(text)}
        calls += (rf"{re.escape(name)}\.[\w.]+" for name in sorted(proxies))
    return calls


def _is_dumped(number: Node, names: set[str], called: re.Pattern[str], owners: set[str]) -> bool:
    for node in ancestors(number):
        if node.type == "return_statement":
            return text_of(field(enclosing(node, _FUNCTIONS), "name")) in names
        if node.type in _TESTS or node.type.endswith(("_statement", "_definition")):
            return False
        if node.type == "call" and text_of(field(node, "function")) not in _MAKERS:
            return _is_dumper(field(node, "function"), called, owners)
        if node.type == "assignment":
            left = field(node, "left")
            while type_of(left) == "subscript":
                left = field(left, "value")
            return text_of(left) in names
    return False


def _is_dumper(function: Node | None, called: re.Pattern[str], owners: set[str]) -> bool:
    if function is None or function.end_byte - function.start_byte > _LONGEST:
        return False
    written = text_of(function)
    return written.rpartition(".")[2] in owners or called.fullmatch(written) is not None
