"""Why a number of a script is not rewritten, in words for the user."""

from __future__ import annotations

from tree_sitter import Node

from flake8_trtc.catalog.codes import CONSTANTS
from flake8_trtc.languages.climb import kept, parent_of, resolved, type_of
from flake8_trtc.languages.javascript.grammar import whole_number
from flake8_trtc.model import Fix

TOP = "its constants would have to be global here; set trtc-js-error-code to a global of yours"
BROKEN = "the code around it does not parse"
TEMPLATE = "a template sees only what its component gives it; compare in the script instead"
NO_ROOM = "there is no room for a declaration here; set trtc-js-error-code to a global of yours"
SEALED = (
    "its braces are doubled for a format() that is not seen; "
    "set trtc-js-error-code to a global of yours"
)
TAKEN = "ErrorCode and TrtcErrorCode both mean something else here"
SENT = "it is sent to a page as text, without the constants; give the function a block"
EARLY = "it runs before what the script declares; give the function that makes the mock a block"
MACRO = "the compiler moves it out of the setup function; set trtc-js-error-code to a module"
LACKS = "{module} has no {name}; add it there"
SHADOWED = "{name} means something else here"
ENUM = "a member of an enum has to be a plain number"
TYPE = "a type has to be a plain number"
MOVED = "it is not a number where it stands"


def unfit(node: Node | None, fix: Fix) -> str | None:
    """Why a node is not to be rewritten, or None."""
    value = whole_number(node) if node is not None else None
    if node is None or value not in CONSTANTS or CONSTANTS[value].name != fix.constant:
        return MOVED
    return resolved(node, _BARRED, _outwards)


_BARRED: dict[Node, str | None] = kept()


def _outwards(node: Node) -> tuple[Node | None, str | None]:
    parent = parent_of(node)
    kind = type_of(parent)
    if kind == "literal_type":
        return None, TYPE
    if kind == "enum_assignment":
        return None, ENUM
    return (None if kind.endswith("_statement") else parent), None
