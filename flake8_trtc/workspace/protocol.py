"""Findings in the words of the Language Server Protocol: diagnostics, code actions, edits, hovers.

Only the server imports this: lsprotocol comes with the extra `lsp`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lsprotocol import types as lsp

from flake8_trtc._lean import NamedTuple
from flake8_trtc.catalog.pages import constant, page, rule_page
from flake8_trtc.catalog.rules import RULES
from flake8_trtc.config.options import Options
from flake8_trtc.detect.reported import Reported
from flake8_trtc.messages import editor as said
from flake8_trtc.workspace.buffers import Buffer, Part
from flake8_trtc.workspace.positions import Point

NAME = "flake8-trtc"
OPEN_PAGE = "flake8-trtc.openPage"
"""The command that opens a page of the documentation."""
FIX_ALL = "source.fixAll.trtc"
_QUICK_FIX: str = lsp.CodeActionKind.QuickFix.value
_SEVERITIES = {
    "error": lsp.DiagnosticSeverity.Error,
    "warning": lsp.DiagnosticSeverity.Warning,
    "note": lsp.DiagnosticSeverity.Information,
}


class Checked(NamedTuple):
    """The result of one state of a buffer. state: tells it from another one of the same buffer."""

    state: str
    buffer: Buffer
    options: Options | None
    findings: tuple[Reported, ...] = ()

    @property
    def language(self) -> str:
        """The user's."""
        return "en" if self.options is None else self.options.language


class Client(NamedTuple):
    """An editor's capabilities. versioned: edits of a version; disabled: actions with a reason."""

    versioned: bool = False
    disabled: bool = False


def diagnostics(made: Checked) -> dict[Part, list[lsp.Diagnostic]]:
    """The diagnostics of each part of a buffer."""
    found: dict[Part, list[lsp.Diagnostic]] = {part: [] for part in made.buffer.parts}
    for item in made.findings:
        for part, where in _ranges(made.buffer, item):
            found[made.buffer.parts[part]].append(_diagnostic(item, where, made))
    return found


def _ranges(buffer: Buffer, item: Reported) -> Iterator[tuple[int, lsp.Range]]:
    """The part that a finding is in, and its range there; nothing for what is in none."""
    start = buffer.point(item.line, item.column)
    end = buffer.point(item.end_line, item.end_column)
    if start is not None and end is not None:
        yield start[0], lsp.Range(lsp.Position(*start[1]), lsp.Position(*end[1]))


def _diagnostic(item: Reported, where: lsp.Range, made: Checked) -> lsp.Diagnostic:
    return lsp.Diagnostic(
        where,
        item.message,
        severity=_SEVERITIES[RULES[item.code].severity],
        code=item.code,
        code_description=lsp.CodeDescription(rule_page(made.language, item.code)),
        source=NAME,
        tags=[lsp.DiagnosticTag.Deprecated] if RULES[item.code].retired else None,
    )


def actions(
    made: Checked, part: int, params: lsp.CodeActionParams, client: Client
) -> list[lsp.CodeAction]:
    """Code actions for the findings in a range of a part, and for all of them.

    What changes text has no edit yet, but data that `api` makes one of.
    """
    wanted = params.context.only
    given: list[lsp.CodeAction] = []
    if _asks(wanted, _QUICK_FIX):
        for item in made.findings:
            for found, where in _ranges(made.buffer, item):
                if found == part and _meet(where, params.range):
                    given += _quick_fixes(made, part, item, where, client)
    if _asks(wanted, FIX_ALL) and any(item.fix is not None for item in made.findings):
        title = said.FIX_ALL().of(made.language)
        data = {"do": "all", **_origin(made, part)}
        given.append(lsp.CodeAction(title, kind=FIX_ALL, data=data))
    return given


def _quick_fixes(
    made: Checked, part: int, item: Reported, where: lsp.Range, client: Client
) -> Iterator[lsp.CodeAction]:
    language, found = made.language, [_diagnostic(item, where, made)]
    place = {"line": item.line, "column": item.column, "code": item.code}
    data: dict[str, Any] = {**_origin(made, part), **place}
    what = item.code if item.value is None else constant(item.value) or str(item.value)
    if item.fix is not None:
        title = said.USE(name=item.fix).of(language)
        yield lsp.CodeAction(title, _QUICK_FIX, found, True, data={"do": "fix", **data})
    elif item.refusal is not None and client.disabled:
        title = said.USE(name=what).of(language)
        reason = lsp.CodeActionDisabled(item.refusal)
        yield lsp.CodeAction(title, _QUICK_FIX, found, disabled=reason)
    if RULES[item.code].silenceable:
        title = said.SILENCE(code=item.code).of(language)
        yield lsp.CodeAction(title, _QUICK_FIX, found, data={"do": "silence", **data})
    address = rule_page(language, item.code) if item.value is None else page(language, item.value)
    title = said.OPEN(what=what).of(language)
    command = lsp.Command(title, OPEN_PAGE, arguments=[address])
    yield lsp.CodeAction(title, _QUICK_FIX, found, command=command)


def _origin(made: Checked, part: int) -> dict[str, Any]:
    """The state of the text that an action is for."""
    return {"uri": made.buffer.parts[part].uri, "state": made.state}


def _asks(only: Sequence[str] | None, kind: str) -> bool:
    """True if a kind of action is asked for: by its name, or by one that stands for it."""
    names = (str(getattr(wanted, "value", wanted)) for wanted in only or ())
    return only is None or any(not name or f"{kind}.".startswith(f"{name}.") for name in names)


def _meet(one: lsp.Range, other: lsp.Range) -> bool:
    return one.start <= other.end and other.start <= one.end


def edit(buffer: Buffer, new: str, client: Client) -> lsp.WorkspaceEdit:
    """The edit that makes another text of a buffer."""
    texts = [
        (
            buffer.parts[part],
            [
                lsp.TextEdit(
                    lsp.Range(lsp.Position(*item.start), lsp.Position(*item.end)), item.text
                )
                for item in found
            ],
        )
        for part, found in buffer.changes(new)
    ]
    if not client.versioned:
        return lsp.WorkspaceEdit(changes={part.uri: edits for part, edits in texts})
    return lsp.WorkspaceEdit(
        document_changes=[
            lsp.TextDocumentEdit(
                lsp.OptionalVersionedTextDocumentIdentifier(part.uri, part.version), edits
            )
            for part, edits in texts
        ]
    )


def hover(made: Checked, part: int, position: lsp.Position) -> lsp.Hover | None:
    """The explanation of the number or the constant at a position.

    made: with all findings, silenced ones, too: a number means a code only where it is one.
    """
    at = Point(position.line, position.character)
    for item in made.findings:
        for found, where in _ranges(made.buffer, item):
            if (
                found == part
                and item.value is not None
                and _meet(where, lsp.Range(position, position))
            ):
                return _hover(str(item.value), made.language, where)
    from flake8_trtc.catalog.mentioned import mention_at

    line, index = made.buffer.line(part, at)
    mention = mention_at(line, index, () if made.options is None else made.options.constants)
    if mention is None:
        return None
    start, end = made.buffer.span(part, at.line, mention.start, mention.end)
    return _hover(mention.query, made.language, lsp.Range(lsp.Position(*start), lsp.Position(*end)))


def _hover(query: str, language: str, where: lsp.Range) -> lsp.Hover | None:
    from flake8_trtc.catalog.explain import look_up, sheet
    from flake8_trtc.catalog.sheet import markdown

    answer = look_up(query)
    if answer is None:
        return None
    text = markdown(sheet(answer.entry, language, answer.others))
    return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, text), where)
