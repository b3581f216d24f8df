"""Numbers of modules to which a member of an enum is no number: YAML, `type(x) is int`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tree_sitter import Node

from flake8_trtc._lean import NamedTuple, regex
from flake8_trtc.languages.tree import Finder, field, parent_of
from flake8_trtc.messages import refusals
from flake8_trtc.messages.message import Message
from flake8_trtc.model import Fix

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re


class _Taker(NamedTuple):
    """What fails on a member of an enum, or does something else with it than with the number.

    word: without it, in whatever case, a module does not have it; used: where it does; reason: why
    the numbers stay.
    """

    word: bytes
    used: re.Pattern[bytes]
    reason: Message


_NEAR = "{0,400}"
"""How much may stand between the parts of a pattern; a line may be as long as its file."""


def _dumper(name: str, module: str, calls: str, imported: str) -> _Taker:
    """What writes numbers. calls: of what is called; imported: of what a module imports of it."""
    source = rf"^[ \t]*from\s+(?:[\w.]+\.)?{module}(?:\.\w+)?\s+import\s+"
    taken = rf"{source}(?:\([^)]{_NEAR}|[^\n#]{_NEAR})\b(?:{imported})\b"
    used = regex(rf"\b(?:{calls})|(?m:{taken})".encode())
    return _Taker(module.encode(), used, refusals.DUMPED(name=name))


_TAKERS = (
    _dumper(
        "PyYAML",
        "yaml",
        r"yaml\.(?:safe_)?dump(?:_all)?\s*\(|YAML\(",
        r"(?:safe_)?dump(?:_all)?|YAML",
    ),
    _dumper("marshal", "marshal", r"marshal\.dumps?\s*\(", "dumps?"),
    _dumper(
        "xmlrpc",
        "xmlrpc",
        r"(?:client|xmlrpclib)\.dumps\s*\(|ServerProxy\s*\(",
        "dumps|ServerProxy",
    ),
    _dumper("toml", "toml", r"(?<![\w.])toml\.dumps?\s*\(", "dumps?"),
    _dumper("jsonpickle", "jsonpickle", r"jsonpickle\.(?:encode|dumps)\s*\(", "encode|dumps"),
    _dumper("msgpack", "msgpack", r"strict_types\s*=\s*True", "strict_types"),
    _dumper("MySQL", "mysql", r"mogrify\s*\(|execute(?:many)?\s*\(", "escape_args"),
    _Taker(
        b"type(",
        regex(rb"\btype\([^()\n]*\)\s*(?:(?:is|==|!=)\s|not in\s|in\s|\])|\[type\("),
        refusals.EXACT_TYPE(),
    ),
    _Taker(
        b"enum",
        regex(rf"\bisinstance\([^()\n,]*,[^\n]{_NEAR}\b(?:Int)?Enum\b".encode()),
        refusals.EXACT_TYPE(),
    ),
)

_TESTS = frozenset({"comparison_operator", "not_operator", "case_clause", "case_pattern"})
"""What gives something else than the numbers in it."""


def dumped(root: Node, utf8: bytes, fixes: Iterable[Fix]) -> Iterator[tuple[Fix, Message]]:
    """The fixes of numbers that a module keeps or gives on, where it has such a taker; and why.

    Whether they get there is not asked: they may go by a default, a field or what is returned. What
    is only compared does not.

    root: of the module's tree; utf8: its text.
    """
    lower = utf8.lower()
    reasons = [item.reason for item in _TAKERS if item.word in lower and item.used.search(utf8)]
    if not reasons:
        return
    find = Finder(root).at
    for fix in sorted(fixes):
        if _is_kept(find(*fix.span)):
            yield fix, reasons[0]


def _is_kept(number: Node) -> bool:
    """True if a number is given to a name, a call or a caller, not only compared or looked up."""
    node: Node | None = number
    while node is not None and node.type not in _TESTS:
        around = parent_of(node)
        if around is not None and around.type == "subscript" and field(around, "value") != node:
            holder = parent_of(around)
            return holder is not None and field(holder, "left") == around
        node = around
    return node is None
