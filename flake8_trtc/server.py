"""The language server: what `check`, `fix` and `explain` say, in an editor while one types.

What the editor tells and asks is here, what it has open in `cli/editor.py`. LibCST is loaded for
code actions alone. Nothing of a workspace is run or imported.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from collections.abc import Mapping
from functools import partial

from lsprotocol import types as lsp
from pygls.capabilities import get_capability

from flake8_trtc.catalog.pages import SITE
from flake8_trtc.cli.editor import OpenText, Server, everything, name_of, path_of
from flake8_trtc.workspace.folders import Given
from flake8_trtc.workspace.protocol import (
    FIX_ALL,
    NAME,
    OPEN_PAGE,
    Client,
    actions,
    diagnostics,
    hover,
)

_WATCHED = (
    "setup.cfg", "tox.ini", ".flake8", "pyproject.toml", ".gitignore", "package.json",
    "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml",
)  # fmt: skip
"""Files that options or the version of the SDK may be in."""
_SETTLED = 10
"""Seconds after which a start is over, even where nothing is opened."""


def serve() -> int:
    """Serve the editor on standard input and output until it ends; the exit code.

    0 where it has asked for the end (`shutdown`), else 1.
    """
    logging.getLogger("pygls").setLevel(logging.CRITICAL)  # what matters is sent to the editor
    server = Server()
    for register in (_lifecycle, _texts, _notebooks, _requests):
        register(server)
    output = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # nothing else goes to the editor
    server.start_io(sys.stdin.buffer, output)
    return 0 if server.stopped else 1


def _lifecycle(server: Server) -> None:
    @server.feature(lsp.INITIALIZE)
    def start(params: lsp.InitializeParams) -> None:
        can = partial(get_capability, params.capabilities)
        resolvable = can("text_document.code_action.resolve_support.properties")
        server.client = Client(
            bool(can("workspace.workspace_edit.document_changes")),
            bool(can("text_document.code_action.disabled_support")),
        )
        server.resolves = isinstance(resolvable, (list, tuple)) and "edit" in resolvable
        server.pulls = can("text_document.diagnostic") is not None
        server.refreshes = server.pulls and bool(can("workspace.diagnostics.refresh_support"))
        server.watches = bool(can("workspace.did_change_watched_files.dynamic_registration"))
        if (params.locale or "").lower().startswith("zh"):
            server.folders.given = Given(defaults={"trtc-language": "zh"})
        server.configure(params.initialization_options)
        roots = [folder.uri for folder in params.workspace_folders or ()]
        for uri in roots or filter(None, [server.workspace.root_uri]):
            server.folders.add(path_of(uri))

    @server.feature(lsp.INITIALIZED)
    def watch(_: lsp.InitializedParams) -> None:
        asyncio.get_running_loop().call_later(_SETTLED, server.settle)
        if server.watches:
            method = lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES
            watchers = [lsp.FileSystemWatcher(f"**/{name}") for name in _WATCHED]
            options = lsp.DidChangeWatchedFilesRegistrationOptions(watchers)
            registration = lsp.Registration(method, method, options)
            server.client_register_capability(lsp.RegistrationParams([registration]))

    @server.feature(lsp.SHUTDOWN)
    def stop(_: None) -> None:
        server.stopped = True

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def look_again(_: lsp.DidChangeWatchedFilesParams) -> None:
        server.reload()

    @server.feature(lsp.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def configure(params: lsp.DidChangeConfigurationParams) -> None:
        if isinstance(params.settings, Mapping) and NAME in params.settings:
            server.configure(params.settings[NAME])
        server.reload()

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def move(params: lsp.DidChangeWorkspaceFoldersParams) -> None:
        for folder in params.event.removed:
            server.folders.remove(path_of(folder.uri))
        for folder in params.event.added:
            server.folders.add(path_of(folder.uri))
        server.reload()


def _texts(server: Server) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: lsp.DidOpenTextDocumentParams) -> None:
        item = params.text_document
        server.texts[item.uri] = OpenText(item.uri, item.version, item.text, name_of(item))
        server.publish_soon(item.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: lsp.DidChangeTextDocumentParams) -> None:
        uri, version = params.text_document.uri, params.text_document.version
        known = server.texts.get(uri)
        if known is not None and version > known.version and params.content_changes:
            text = params.content_changes[-1].text
            server.texts[uri] = known._replace(version=version, text=text)
            server.publish_soon(uri, server.delay)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: lsp.DidSaveTextDocumentParams) -> None:
        if not server.watches:
            server.reload()
        elif params.text_document.uri in server.texts:
            server.publish_soon(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: lsp.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        if server.texts.pop(uri, None) is not None:
            server.forget(uri)
            server.clear(uri)


def _notebooks(server: Server) -> None:
    @server.feature(lsp.NOTEBOOK_DOCUMENT_DID_OPEN)
    def opened(params: lsp.DidOpenNotebookDocumentParams) -> None:
        server.publish_soon(params.notebook_document.uri)

    @server.feature(lsp.NOTEBOOK_DOCUMENT_DID_CHANGE)
    def changed(params: lsp.DidChangeNotebookDocumentParams) -> None:
        cells = params.change.cells
        structure = None if cells is None else cells.structure
        for cell in (structure.did_close or ()) if structure is not None else ():
            server.clear(cell.uri)
        server.publish_soon(params.notebook_document.uri, server.delay)

    @server.feature(lsp.NOTEBOOK_DOCUMENT_DID_SAVE)
    def saved(params: lsp.DidSaveNotebookDocumentParams) -> None:
        server.publish_soon(params.notebook_document.uri)

    @server.feature(lsp.NOTEBOOK_DOCUMENT_DID_CLOSE)
    def closed(params: lsp.DidCloseNotebookDocumentParams) -> None:
        server.forget(params.notebook_document.uri)
        for cell in params.cell_text_documents:
            server.clear(cell.uri)


def _requests(server: Server) -> None:
    kinds = [lsp.CodeActionKind.QuickFix, FIX_ALL]

    @server.feature(
        lsp.TEXT_DOCUMENT_CODE_ACTION,
        lsp.CodeActionOptions(code_action_kinds=kinds, resolve_provider=True),
    )
    async def act(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        made, part = await server.found(params.text_document.uri)
        if made is None or part is None:
            return []
        offered = actions(made, part, params, server.client)
        if server.resolves:
            return offered
        whole = [await server.resolved(action, quiet=True) for action in offered]
        return [action for action in whole if action.edit or action.command or action.disabled]

    @server.feature(lsp.CODE_ACTION_RESOLVE)
    async def resolve(action: lsp.CodeAction) -> lsp.CodeAction:
        return await server.resolved(action)

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    async def explain(params: lsp.HoverParams) -> lsp.Hover | None:
        made, part = await server.found(params.text_document.uri)
        if made is None or part is None:
            return None
        return hover(await server.work(partial(everything, made)), part, params.position)

    @server.feature(
        lsp.TEXT_DOCUMENT_DIAGNOSTIC,
        lsp.DiagnosticOptions(False, False, identifier=NAME),
    )
    async def pull(params: lsp.DocumentDiagnosticParams) -> lsp.DocumentDiagnosticReport:
        made, part = await server.found(params.text_document.uri)
        if made is None or part is None:
            return lsp.RelatedFullDocumentDiagnosticReport([])
        if params.previous_result_id == made.state:
            return lsp.RelatedUnchangedDocumentDiagnosticReport(made.state)
        items = diagnostics(made)[made.buffer.parts[part]]
        return lsp.RelatedFullDocumentDiagnosticReport(items, result_id=made.state)

    @server.command(OPEN_PAGE)
    def open_page(address: str) -> None:
        if address.startswith(SITE):
            server.open(address)
