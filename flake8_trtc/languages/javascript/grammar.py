"""The tree-sitter grammars of JavaScript and TypeScript, and what their literals mean."""

from __future__ import annotations

from functools import cache

from tree_sitter import Language, Node, Parser, Tree

from flake8_trtc._lean import regex
from flake8_trtc.languages.grammars import grammar
from flake8_trtc.languages.tree import field, forget, number_in, operands, text_of
from flake8_trtc.model import Dialect

_TYPESCRIPT = {"ts": "language_typescript", "tsx": "language_tsx"}
SCOPES = frozenset(
    "function_declaration function_expression generator_function_declaration arrow_function "
    "method_definition class_declaration".split()
)
"""The nodes of a script whose text is evidence for what is in them."""
_NUMBER = regex(r"0[xXoObB][0-9a-fA-F_]+|[1-9][0-9_]*")


@cache
def language(dialect: Dialect) -> Language:
    """The grammar of "js" (with JSX), "ts" or "tsx"."""
    if dialect == "js":
        return grammar("tree_sitter_javascript")
    return grammar("tree_sitter_typescript", _TYPESCRIPT[dialect])


def parse_script(utf8: bytes, dialect: Dialect) -> Tree:
    """Parse a text; offsets in the tree are those of the text. Broken code gives ERROR nodes."""
    forget()
    return Parser(language(dialect)).parse(utf8)


def whole_number(node: Node) -> int | None:
    """The value of a whole-number literal without its sign; None for any other node."""
    text = text_of(node)
    return number_in(text) if node.type == "number" and _NUMBER.fullmatch(text) else None


def signed_number(node: Node | None) -> int | None:
    """The value of a whole-number literal, or of one with a minus; None for any other node."""
    if node is None or node.type != "unary_expression":
        return None if node is None else whole_number(node)
    inner, sign = node.child_by_field_name("argument"), node.child_by_field_name("operator")
    value = None if inner is None else whole_number(inner)
    return None if value is None or text_of(sign) != "-" else -value


def parameters_of(function: Node | None) -> list[Node]:
    """The parameters of a function, as they are written: with their types and defaults."""
    single, listed = field(function, "parameter"), field(function, "parameters")
    if single is not None:
        return [single]
    return [] if listed is None else operands(listed)


def plain_string(node: Node | None) -> str | None:
    """The value of a string or template without escapes and holes; None for anything else."""
    if node is None or node.type not in {"string", "template_string"}:
        return None
    if any(child.type not in {"string_fragment"} for child in node.named_children):
        return None
    return text_of(node)[1:-1]
