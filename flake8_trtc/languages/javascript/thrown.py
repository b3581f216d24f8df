"""Which names hold an error that the v4 SDK threw, and nothing else can have thrown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from flake8_trtc._lean import regex
from flake8_trtc.languages.javascript.grammar import parameters_of, plain_string
from flake8_trtc.languages.tree import (
    ancestors,
    field,
    kept,
    operands,
    outermost,
    parent_of,
    text_of,
)

_FUNCTIONS = frozenset(
    {"arrow_function", "function_expression", "function_declaration", "method_definition"}
)
_METHODS = frozenset(
    "join leave publish unpublish subscribe unsubscribe switchRole initialize play resume "
    "switchDevice replaceTrack addTrack removeTrack setVideoProfile setAudioProfile "
    "startMixTranscode stopMixTranscode startPublishCDNStream stopPublishCDNStream".split()
)


def holds_rtc_error(name: Node) -> bool:
    """True if an identifier is what a `catch` or a callback got from the v4 SDK alone."""
    text = text_of(name)
    for parent in ancestors(name):
        if parent.type == "catch_clause" and text_of(field(parent, "parameter")) == text:
            tried = field(parent_of(parent), "body") if parent_of(parent) is not None else None
            return tried is not None and _only_rtc(tried) and not _rebound(parent, text)
        if parent.type in _FUNCTIONS:
            if text in _parameters(parent):
                first = _parameters(parent)[:1] == [text]
                return first and _given_an_error(parent) and not _rebound(parent, text)
        elif _declares(parent, text):
            return False
    return False


def _parameters(function: Node) -> list[str]:
    return [text_of(field(item, "pattern") or item) for item in parameters_of(function)]


def _given_an_error(function: Node) -> bool:
    """True if a function is the callback of `client.join().catch(…)` or `client.on('error', …)`."""
    arguments = parent_of(function)
    call = parent_of(arguments) if arguments is not None else None
    if arguments is None or call is None or call.type != "call_expression":
        return False
    called = field(call, "function")
    given = operands(arguments)
    method = text_of(field(called, "property")) if called is not None else ""
    receiver = field(called, "object") if called is not None else None
    if receiver is None:
        return False
    if method == "on":
        event = plain_string(given[0]) if given else None
        return event == "error" and given[1:2] == [function] and _is_rtc(receiver)
    caught = (method == "catch" and given[0] == function) or (
        method == "then" and given[1:2] == [function]
    )
    return caught and _is_rtc_call(receiver)


def _is_rtc_call(node: Node) -> bool:
    """`client.join(…)`."""
    called = field(node, "function") if node.type == "call_expression" else None
    receiver = field(called, "object") if called is not None else None
    if called is None or receiver is None:
        return False
    return text_of(field(called, "property")) in _METHODS and _is_rtc(receiver)


def _is_rtc(receiver: Node) -> bool:
    """True if an object is proved to be the v4 SDK's: made by its factory, or typed so."""
    if receiver.type == "call_expression":
        return _MADE.fullmatch(text_of(field(receiver, "function"))) is not None
    if receiver.type not in {"identifier", "member_expression"}:
        return False
    root, name = outermost(receiver), text_of(receiver)
    given = any(
        parent.type in _FUNCTIONS and name in _parameters(parent) for parent in ancestors(receiver)
    )
    key = root, name, given
    if key not in _PROVED:
        _PROVED[key] = _proves(root.text or b"", name, given=given)
    return _PROVED[key]


def _proves(script: bytes, name: str, *, given: bool) -> bool:
    """True if all that a script binds a name to is made by the SDK's factory, or it is typed so.

    given: it is a parameter.
    """
    before, written = rb"(?<![\w$.])", re.escape(name).encode()
    bound = re.findall(before + written + rb"\s*(?::[^=;,(){}]+)?=(?![=>])\s*([^;\n]*)", script)
    if bound and not given:
        return all(_FACTORY.match(value) is not None for value in bound)
    typed = before + written + rb"\??\s*:\s*(?:TRTC\.)?(?:Client|LocalStream|RemoteStream)\b"
    return _V4_TYPES.search(script) is not None and re.search(typed, script) is not None


_MADE = regex(r"TRTC\.create(?:Client|Stream)")
_FACTORY = regex(rb"(?:await\s+)?TRTC\.create(?:Client|Stream)\(")
_V4_TYPES = regex(rb"[\"']trtc-js-sdk[\"']")
_PROVED: dict[tuple[Node, str, bool], bool] = kept()


_ONLY_RTC: dict[Node, bool] = kept()
_BOUND: dict[Node, frozenset[str]] = kept()
_DECLARED: dict[Node, frozenset[str]] = kept()


def _only_rtc(body: Node) -> bool:
    """True if what is awaited in a `try` is the SDK's alone, and nothing is thrown by hand."""
    if body not in _ONLY_RTC:
        _ONLY_RTC[body] = _awaits_rtc(body)
    return _ONLY_RTC[body]


def _awaits_rtc(body: Node) -> bool:
    awaited = 0
    for node in _own(body, tries=False):
        if node.type == "throw_statement":
            return False
        if node.type == "await_expression":
            if not _is_rtc_call(operands(node)[0]):
                return False
            awaited += 1
    return awaited > 0


def _rebound(scope: Node, name: str) -> bool:
    """True if a name is assigned or declared anew in a scope."""
    if scope not in _BOUND:
        _BOUND[scope] = frozenset(map(text_of, _targets(scope)))
    return name in _BOUND[scope]


def _targets(scope: Node) -> Iterator[Node | None]:
    """Names that a scope assigns to or declares."""
    for node in _own(scope):
        if node.type == "assignment_expression":
            yield field(node, "left")
        elif node.type == "variable_declarator":
            yield field(node, "name")


def _declares(block: Node, name: str) -> bool:
    """True if a block declares a name itself."""
    if block.type != "statement_block":
        return False
    if block not in _DECLARED:
        _DECLARED[block] = frozenset(
            text_of(field(declarator, "name"))
            for statement in block.named_children
            if statement.type in {"lexical_declaration", "variable_declaration"}
            for declarator in statement.named_children
        )
    return name in _DECLARED[block]


def _own(scope: Node, *, tries: bool = True) -> Iterator[Node]:
    """The nodes of a scope that run with it: those of functions in it are left out.

    tries: those of what is tried in it, and caught there, too.
    """
    pending = list(scope.named_children)
    while pending:
        node = pending.pop()
        caught = node.type == "try_statement" and field(node, "handler") is not None
        if caught and not tries:
            continue
        yield node
        if node.type not in _FUNCTIONS:
            pending += node.named_children
