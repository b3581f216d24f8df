"""Where a declaration goes, and how it is laid out there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from tree_sitter import Node

from flake8_trtc._lean import NamedTuple, regex
from flake8_trtc.catalog.codes import BY_NAME
from flake8_trtc.catalog.generations import declarable
from flake8_trtc.fix.edits import Edit
from flake8_trtc.fix.javascript.tree import is_directive, is_require, suits_a_literal
from flake8_trtc.fix.layout import Layout
from flake8_trtc.languages.javascript.bindings import is_body
from flake8_trtc.languages.templates import COMMAND, Branches
from flake8_trtc.languages.tree import COMMENTS, enclosing, field, operands, parent_of, text_of
from flake8_trtc.model import Dialect

_HEADER = regex(
    rb"//\s*@ts-(?:no)?check|/\*\s*(?:eslint(?!-disable-next)|global|jshint|globals|prettier)\b|/\*!|//!"
    rb"|.*(?i:licen[cs]e|copyright|spdx)|/\*\s*(?:js|javascript)\s*\*/|//\s*(?:js|javascript)\b"
    rb"|//\s*eslint-disable(?!-next)|<!--|///\s*<|/[/*]\s*(?:istanbul|c8|v8)\s+ignore\s+file"
    rb"|.*@(?:jsx\w*|(?:vi|j)est-[\w-]+|(?:no)?flow|format|preserve|(?:file)?overview|file|module)\b",
    re.DOTALL,
)
"""Comments that are about a whole file, and have to stay at its top."""
_OF_NEXT_LINE = regex(rb"/[/*]\s*(?:@ts-|eslint-disable-next-line|prettier-ignore|biome-ignore)")


class At(NamedTuple):
    """A script as declarations are put into it; see `Style`.

    wraps: a block around a statement gets lines of its own.
    """

    root: Node
    text: bytes
    newline: str
    layout: Layout
    branches: Branches
    wraps: bool

    def put(self, scope: Node, declaration: str, limit: int) -> Sequence[Edit]:
        """The edits that put a declaration into a scope, before an offset."""
        if self.layout.semicolons or not declaration.endswith(";"):
            return self._put(scope, declaration, limit)
        return unended(declaration, self.text, lambda line: self._put(scope, line, limit))

    def _put(self, scope: Node, declaration: str, limit: int) -> Sequence[Edit]:
        text, newline = self.text, self.newline
        if scope == self.root:
            return [top(scope, text, declaration, newline, limit, self.layout)]
        if scope.type != "statement_block" and is_body(scope):
            edits = in_value(scope, text, declaration, newline, self.layout)
            span = scope.start_byte, scope.end_byte
            return [*edits, *(_further_in(scope, text, self.layout, *span) if self.wraps else ())]
        if scope.type == "statement_block":
            return [in_block(scope, text, declaration, newline, self.branches)]
        if self.wraps:
            return wrapped(scope, text, declaration, newline, self.layout)
        return around(scope, text, declaration, newline)


def unended(declaration: str, text: bytes, put: Callable[[str], Sequence[Edit]]) -> Sequence[Edit]:
    """The edits that put a declaration without its semicolon, unless what follows would join it.

    text: of the script; put: gives the edits.
    """
    edits = put(declaration)
    behind = edits[0].new.partition(declaration.encode())[2]
    behind += text[edits[0].end :] if not behind.strip() else b""
    if behind[:1] not in {b"\r", b"\n"} or _NEXT.match(behind) is not None:
        return edits
    return put(declaration[:-1])


def top(
    root: Node, text: bytes, declaration: str, newline: str, limit: int, layout: Layout | None
) -> Edit:
    """A declaration at the top of a module: after its header, directives and imports.

    declaration: of one or more lines, without the last newline; limit: the offset of the first
    use, which it has to stand before; layout: whose empty lines go around it, None for an import.
    """
    after: Node | None = None
    before: Node | None = None
    imports = False
    for statement in root.named_children:
        header = statement.type in COMMENTS and _HEADER.match(statement.text or b"") is not None
        if _is_command(statement) or statement.end_byte > limit:
            before = before or statement
            break
        trails = _trails(statement, after)
        if _leads(statement) or header or trails:
            imports = _is_import(statement) or (trails and imports)
            after, before = statement, None
        else:
            before = before or statement
            if statement.type not in COMMENTS:
                break
    end = len(text[: after.end_byte].rstrip(b"\r")) if after is not None else 0
    if after is None or newline == " ":
        start = before.start_byte if before is not None else end
        if newline != " ":
            lines = declaration + newline * (1 + (layout is not None and layout.apart))
            return Edit(start, start, lines.encode() + _margin(text, start))
        glue = " " if after is not None and start == end else ""
        return Edit(start, start, f"{glue}{declaration} ".encode())
    line_end = _line_end(text, end)
    if text[end:line_end].strip(b" \t;"):  # more code on the line of the last import
        start = before.start_byte if before is not None else end
        return Edit(start, start, declaration.encode() + b" ")
    margin = margin_at(text, after.start_byte)
    headed = after.type in COMMENTS or (layout is not None and layout.apart)
    gap = newline * (layout is not None and (imports or headed))
    spaced = layout is not None and (imports or layout.apart)
    below = newline if spaced and _CODE_BELOW.match(text, line_end) else ""
    return Edit(line_end, line_end, (newline + gap + margin + declaration + below).encode())


_CODE_BELOW = regex(rb"(?:\r\n|\r|\n)[ \t]*[^\s]")


def _leads(statement: Node) -> bool:
    bang = statement.type == "hash_bang_line"
    return bang or is_directive(statement) or _is_import(statement)


def _is_import(statement: Node) -> bool:
    return statement.type == "import_statement" or is_require(statement)


def _trails(comment: Node, statement: Node | None) -> bool:
    """True if a comment stands on the line where a statement ends."""
    if statement is None or _is_of_next_line(comment):
        return False
    return statement.end_point.row == comment.start_point.row


def in_block(block: Node, text: bytes, declaration: str, newline: str, branches: Branches) -> Edit:
    """A declaration at the top of a function's block, after its directives.

    It stands in as few of a template's branches as there is room in.
    """
    opening = block.start_point.row
    statements = iter(block.named_children)
    first = next(statements)
    while is_directive(first) or _trails_opening(first, opening):
        if is_directive(first):
            opening = first.end_point.row
        first = next(statements)  # the one with the use at the latest
    leading = [first]
    while leading[-1].type in COMMENTS:
        leading.append(next(statements))
    first = min(leading, key=lambda item: len(branches.at(item.start_byte)))
    start = first.start_byte
    if newline == " " or first.start_point.row == opening:
        return Edit(start, start, declaration.encode() + b" ")
    return Edit(start, start, (declaration + newline).encode() + _margin(text, start))


def _trails_opening(statement: Node, row: int) -> bool:
    """True if a statement is a comment on the row of the opening brace."""
    comment = statement.type in COMMENTS and not _is_command(statement)
    return comment and not _is_of_next_line(statement) and statement.start_point.row == row


def _is_command(statement: Node) -> bool:
    """True if a comment is what is left of a template's command, which may leave the rest out."""
    return statement.type in COMMENTS and (statement.text or b"").startswith(COMMAND)


def _is_of_next_line(node: Node) -> bool:
    """True if a comment tells a tool what to do with the line after it."""
    return node.type in COMMENTS and _OF_NEXT_LINE.match(node.text or b"") is not None


def around(statement: Node, text: bytes, declaration: str, newline: str) -> tuple[Edit, Edit]:
    """A block around a statement, with a declaration at its top."""
    start, end = statement.start_byte, _code_end(statement)
    short = b"\n" not in text[start:end] and "\n" not in declaration
    if short or newline == " ":
        return Edit(start, start, f"{{ {declaration} ".encode()), Edit(end, end, b" }")
    above = statement.prev_sibling
    if above is not None and _is_of_next_line(above):
        start = above.start_byte
    margin = margin_at(text, start)
    opening = f"{{{newline}{margin}{declaration}{newline}{margin}"
    return Edit(start, start, opening.encode()), Edit(end, end, f"{newline}{margin}}}".encode())


def wrapped(
    statement: Node, text: bytes, declaration: str, newline: str, layout: Layout
) -> list[Edit]:
    """A block around a statement, each on lines of its own, and the statement further in."""
    above, end = statement.prev_sibling, _code_end(statement)
    start = statement.start_byte
    if above is not None and _is_of_next_line(above):
        start = above.start_byte
    margin = margin_at(text, start)
    inner = layout.further_in(margin)
    opening = f"{{{newline}{inner}{declaration}{newline}{inner}"
    return [
        Edit(start, start, opening.encode()),
        *_further_in(statement, text, layout, start, end),
        Edit(end, end, f"{newline}{margin}}}".encode()),
    ]


def _further_in(node: Node, text: bytes, layout: Layout, start: int, end: int) -> Iterator[Edit]:
    """The edits that put the lines of a node, which begin in a part of the text, further in."""
    for match in _LINE_START.finditer(text, start, end):
        if _is_outside(node, line := match.end()):
            yield Edit(line, line, layout.step_at(match[1].decode()).encode())


_LINE_START = regex(rb"(?:\r\n?|\n)(?=([ \t]?)[ \t]*[^\s])")
_WHOLE = frozenset("template_string string comment regex jsx_text jsx_element jsx_fragment".split())
"""The nodes whose blanks are a part of them; an element's are of the texts in it."""


def _is_outside(around: Node, line: int) -> bool:
    """True if blanks at the beginning of a line of a statement, or of a value, mean nothing."""
    whole = around.descendant_for_byte_range(line, line)
    while whole is not None and (whole.type not in _WHOLE or whole.start_byte == line):
        whole = enclosing(whole, _WHOLE)
    return whole is None or whole.start_byte < around.start_byte or whole.end_byte > around.end_byte


def in_value(
    value: Node, text: bytes, declaration: str, newline: str, layout: Layout
) -> list[Edit]:
    """A block around what an arrow function gives, with a declaration at its top."""
    start, end = value.start_byte, value.end_byte
    if newline == " " or b"\n" not in text:
        return [Edit(start, start, f"{{ {declaration} return ".encode()), Edit(end, end, b"; }")]
    arrow = _arrow_before(value)
    margin, inner = margin_at(text, arrow.start_byte), inner_margin(value, text, layout)
    opening = f"{{{newline}{inner}{declaration}"
    closing = Edit(end, end, f"{';' * layout.semicolons}{newline}{margin}}}".encode())
    if arrow.end_point.row == value.start_point.row:
        opening += f"{newline}{inner}return "
        return [Edit(start, start, opening.encode()), closing]
    after = Edit(arrow.end_byte, arrow.end_byte, f" {opening}".encode())
    return [after, Edit(start, start, b"return "), closing]


def _arrow_before(value: Node) -> Node:
    function = parent_of(value)
    return next(item for item in function.children if item.type == "=>") if function else value


def inner_margin(value: Node, text: bytes, layout: Layout) -> str:
    """The margin of the lines of a block that what an arrow function gives is put into."""
    return layout.further_in(margin_at(text, _arrow_before(value).start_byte))


def _code_end(statement: Node) -> int:
    """Where the code of a statement ends: one without a semicolon takes in the comment behind."""
    last = next((item for item in reversed(statement.children) if item.type not in COMMENTS), None)
    return statement.end_byte if last is None else _code_end(last)


class Style(NamedTuple):
    """How a declaration is written.

    dialect: "js", "ts" or "tsx"; margin: what its lines begin with; newline: what ends them, " "
    where nothing can; frozen: `Object` is there to freeze it; shared: another script uses it, too;
    layout: the script's.
    """

    dialect: Dialect
    margin: str
    newline: str
    frozen: bool = True
    shared: bool = False
    layout: Layout = Layout()


def declared(name: str, members: Sequence[str], uses: Sequence[Node], style: Style) -> str:
    """The declaration of the constants used, on one line or one line a member.

    In TypeScript a number that becomes a constant must keep its type. Of 43 small programs, tsc
    --strict compiled all with a class whose members are `static readonly`: they are as wide or
    as narrow as the number. 16 failed with `as const`, frozen objects too (`[…].includes(code)`,
    `let code = …`), 13 with an enum, 10 with a plain object (unions, exhaustive switches). No
    comparison and no key was among the 16, so that those get the object.
    """
    dialect, margin, newline, frozen, shared, layout = style
    if dialect != "js" and (shared or not all(map(suits_a_literal, uses))):
        before, after, entry, end = f"class {name} {{", "}", _FIELD, ";"
    elif dialect == "js" and frozen:
        before, after, entry, end = f"const {name} = Object.freeze({{", "});", _PAIR, ","
    elif dialect == "js":
        before, after, entry, end = f"const {name} = {{", "};", _PAIR, ","
    else:
        before, after, entry, end = f"const {name} = {{", "} as const;", _PAIR, ","
    written = [entry.format(item, _number_of(item)) for item in members]
    joined = f"{end} ".join(written) + (";" if end == ";" else "")
    blank = " " if layout.spaced or end == ";" else ""
    line = f"{before}{blank}{joined}{blank}{after}"
    fits = layout.columns(margin) + len(line) <= layout.width
    if newline == " " or (fits and end == ","):
        return line
    if end == ";" and not layout.semicolons:
        end = ""
    further = layout.further_in(margin)
    inner = [f"{further}{item}{end}{newline}" for item in written]
    if end == "," and not layout.trailing:
        inner[-1] = f"{further}{written[-1]}{newline}"
    return f"{before}{newline}{''.join(inner)}{margin}{after}"


_PAIR, _FIELD = "{}: {}", "static readonly {} = {}"


_NEXT = regex(rb"(?:\s|//[^\r\n]*|/\*.*?\*/)*+([(\[`+\-*/<.,?])", re.DOTALL)
"""Characters that would go on with a statement without a semicolon."""


def _number_of(member: str) -> str:
    """A constant's value as its SDK writes it."""
    value = declarable()[member]
    return hexadecimal(value) if member in BY_NAME else str(value)


def hexadecimal(value: int) -> str:
    """A value as the SDK writes it."""
    return f"0x{value:04x}"


def added(table: Node, text: bytes, members: Sequence[str], newline: str) -> Edit:
    """More members in an object or a class of constants, written like its last one."""
    last = operands(table)[-1]
    end = ";" if table.type == "class_body" else ","
    entries = [_like(last, item) for item in members]
    margin = margin_at(text, last.start_byte)
    lined = newline != " " and not text[: last.start_byte].rstrip(b" \t").endswith(
        (b"{", end.encode())
    )
    between = newline + margin if lined else " "
    after, closed, commented = _tail(last, end)
    if closed:
        new = "".join(f"{between}{entry}{end}" for entry in entries)
        return Edit(after, after, new.encode())
    if commented and lined:
        new = "".join(f"{entry}{end}{between}" for entry in entries)
        return Edit(last.start_byte, last.start_byte, new.encode())
    new = "".join(f"{end}{between}{entry}" for entry in entries) + end * (end == ";")
    return Edit(last.end_byte, last.end_byte, new.encode())


def _tail(entry: Node, end: str) -> tuple[int, bool, bool]:
    """Where a table's last entry ends with what belongs to it on its line.

    Also whether it is closed by a comma or semicolon, and whether a comment follows it.
    """
    at, closed, commented = entry.end_byte, False, False
    following = entry.next_sibling
    while following is not None and following.start_point.row == entry.end_point.row:
        if following.type in COMMENTS:
            commented = True
        elif following.type == end and not closed:
            closed = True
        else:
            break
        at = following.end_byte
        following = following.next_sibling
    return at, closed, commented


def _like(entry: Node, member: str) -> str:
    """An entry for another member, written like one there is."""
    key = field(entry, "key") or field(entry, "name") or field(entry, "property")
    decimal = text_of(field(entry, "value")).isdecimal()
    number = str(declarable()[member]) if decimal else _number_of(member)
    if entry.type == "pair":
        quote = text_of(key)[0] if key is not None and key.type == "string" else ""
        return f"{quote}{member}{quote}: {number}"
    readonly = any(child.type == "readonly" for child in entry.children)
    return f"static {'readonly ' * readonly}{member} = {number}"


def margin_at(text: bytes, offset: int) -> str:
    """The blanks at the beginning of the line that holds an offset."""
    return _margin(text, offset).decode()


def _margin(text: bytes, offset: int) -> bytes:
    start = max(text.rfind(b"\n", 0, offset), text.rfind(b"\r", 0, offset)) + 1
    blank = re.compile(rb"[ \t]*").match(text, start, offset)
    return blank[0] if blank is not None else b""


def _line_end(text: bytes, offset: int) -> int:
    found = re.compile(rb"[\r\n]").search(text, offset)
    return found.start() if found is not None else len(text)
