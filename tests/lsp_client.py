"""An editor for tests: pygls' own client around a server in a process of its own."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

_Made = TypeVar("_Made")
SERVER = (sys.executable, "-P", "-m", "flake8_trtc", "server", "--stdio")
LONG = 30.0
"""Seconds after which a test gives up."""
QUICK = {"delay": 1}
"""Settings: a change is checked at once."""
MODERN: dict[str, Any] = {
    "workspace": {
        "workspaceEdit": {"documentChanges": True},
        "didChangeWatchedFiles": {"dynamicRegistration": True},
        "diagnostics": {"refreshSupport": True},
    },
    "textDocument": {
        "codeAction": {"resolveSupport": {"properties": ["edit"]}, "disabledSupport": True}
    },
    "window": {"showDocument": {"support": True}},
    "notebookDocument": {"synchronization": {}},
}
"""What an editor of today can do, but for pulling diagnostics."""


class Editor:
    """A client, with what the server has sent to it."""

    def __init__(self) -> None:
        self.client = LanguageClient("tests", "1")
        self.published: list[lsp.PublishDiagnosticsParams] = []
        self.messages: list[str] = []
        self.logged: list[str] = []
        self.registered: list[lsp.Registration] = []
        self.shown: list[str] = []
        self.refreshed = 0
        self._changed = asyncio.Event()
        self._listen()

    def _listen(self) -> None:
        def published(params: lsp.PublishDiagnosticsParams) -> None:
            self.published.append(params)
            self._changed.set()

        def message(params: lsp.ShowMessageParams) -> None:
            self.messages.append(params.message)
            self._changed.set()

        def log(params: lsp.LogMessageParams) -> None:
            self.logged.append(params.message)
            self._changed.set()

        def register(params: lsp.RegistrationParams) -> None:
            self.registered += params.registrations

        def show(params: lsp.ShowDocumentParams) -> lsp.ShowDocumentResult:
            self.shown.append(params.uri)
            self._changed.set()
            return lsp.ShowDocumentResult(True)

        def refresh(_: None) -> None:
            self.refreshed += 1
            self._changed.set()

        heard: dict[str, Callable[[Any], object]] = {
            lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: published,
            lsp.WINDOW_SHOW_MESSAGE: message,
            lsp.WINDOW_LOG_MESSAGE: log,
            lsp.CLIENT_REGISTER_CAPABILITY: register,
            lsp.WINDOW_SHOW_DOCUMENT: show,
            lsp.WORKSPACE_DIAGNOSTIC_REFRESH: refresh,
        }
        for name, handler in heard.items():
            self.client.feature(name)(handler)

    async def until(self, holds: Callable[[], _Made | None]) -> _Made:
        """What holds, as soon as it does."""
        async with asyncio.timeout(LONG):
            while not (made := holds()):
                self._changed.clear()
                await self._changed.wait()
        return made

    async def start(
        self,
        *folders: Path,
        capabilities: dict[str, Any] | None = None,
        settings: object = QUICK,
        locale: str | None = None,
        environment: dict[str, str] | None = None,
    ) -> lsp.InitializeResult:
        await self.client.start_io(*SERVER, env={**os.environ, **(environment or {})})
        convert = self.client.protocol._converter.structure
        made = await self.client.initialize_async(
            lsp.InitializeParams(
                convert(capabilities or {}, lsp.ClientCapabilities),
                process_id=os.getpid(),
                workspace_folders=[lsp.WorkspaceFolder(uri(item), item.name) for item in folders],
                initialization_options=settings,
                locale=locale,
            )
        )
        self.client.initialized(lsp.InitializedParams())
        return made

    def open(self, address: str, text: str, language: str = "", version: int = 1) -> None:
        item = lsp.TextDocumentItem(address, language, version, text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))

    def change(self, address: str, text: str, version: int) -> None:
        self.client.text_document_did_change(
            lsp.DidChangeTextDocumentParams(
                lsp.VersionedTextDocumentIdentifier(version, address),
                [lsp.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    def close(self, address: str) -> None:
        item = lsp.TextDocumentIdentifier(address)
        self.client.text_document_did_close(lsp.DidCloseTextDocumentParams(item))

    async def found(self, address: str, version: int | None = 1) -> list[lsp.Diagnostic]:
        """The diagnostics that are sent for a version of a text."""

        def sent() -> lsp.PublishDiagnosticsParams | None:
            mine = (item for item in self.published if item.uri == address)
            return next((item for item in mine if item.version == version), None)

        return list((await self.until(sent)).diagnostics)

    async def actions(self, address: str, where: lsp.Range, *only: str) -> dict[str, Any]:
        """The code actions for a range, by their titles.

        pygls' client takes those that have a command for a command.
        """
        params = lsp.CodeActionParams(
            lsp.TextDocumentIdentifier(address),
            where,
            lsp.CodeActionContext([], only=only or None),
        )
        made = await self.client.text_document_code_action_async(params) or []
        return {item.title: item for item in made}

    async def resolved(self, action: Any) -> Any:
        """The edit of an action, which is resolved first where it has none."""
        if action.edit is None:
            action = await self.client.code_action_resolve_async(action)
        return action.edit

    async def hover(self, address: str, line: int, character: int) -> str | None:
        """The Markdown that is shown at a position."""
        where = lsp.HoverParams(lsp.TextDocumentIdentifier(address), lsp.Position(line, character))
        made = await self.client.text_document_hover_async(where)
        if made is None:
            return None
        assert isinstance(made.contents, lsp.MarkupContent)
        return made.contents.value

    async def pulled(self, address: str, known: str | None = None) -> Any:
        """The report on a text that the server is asked for."""
        params = lsp.DocumentDiagnosticParams(
            lsp.TextDocumentIdentifier(address), previous_result_id=known
        )
        return await self.client.text_document_diagnostic_async(params)

    async def stop(self) -> int | None:
        """Ask for the end, and say how the server has ended."""
        await self.client.shutdown_async(None)
        self.client.exit(None)
        return await self.ended()

    async def ended(self) -> int | None:
        server = self.client._server
        assert server is not None
        async with asyncio.timeout(LONG):
            await server.wait()
        return server.returncode


def uri(path: Path) -> str:
    return path.as_uri()


def edited(text: str, edits: Any, encoding: str = "utf-16-le", size: int = 2) -> str:
    """A text with edits in it; columns count units of so many bytes of an encoding."""
    data = [line.encode(encoding) for line in text.splitlines(keepends=True)] or [b""]
    starts = [0]
    for line in data:
        starts.append(starts[-1] + len(line))

    def offset(at: lsp.Position) -> int:
        return starts[at.line] + at.character * size

    whole = b"".join(data)
    for item in sorted(edits, key=lambda item: offset(item.range.start), reverse=True):
        start, end = offset(item.range.start), offset(item.range.end)
        whole = whole[:start] + item.new_text.encode(encoding) + whole[end:]
    return whole.decode(encoding)


def with_editor(use: Callable[[Editor], Coroutine[Any, Any, None]]) -> Editor:
    """Use an editor; its server is gone afterwards."""

    async def used() -> Editor:
        editor = Editor()
        try:
            await use(editor)
        finally:
            server = editor.client._server
            if server is not None and server.returncode is None:
                server.kill()
            if server is not None:
                await editor.client.stop()  # type: ignore[no-untyped-call]
        return editor

    return asyncio.run(used())
