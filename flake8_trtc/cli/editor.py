"""The open buffers of an editor and their findings: the state of the language server.

It asks `api` for findings in one thread beside the one that talks to the editor. Findings of a
text that has changed since are dropped.
"""

from __future__ import annotations

import asyncio
import gc
import os
import traceback
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar
from urllib.parse import unquote, urlsplit

from lsprotocol import types as lsp
from pygls.capabilities import get_capability
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol
from pygls.uris import to_fs_path

from flake8_trtc import __version__, api
from flake8_trtc._lean import NamedTuple
from flake8_trtc.messages import editor as said
from flake8_trtc.messages.message import Message, visible
from flake8_trtc.source import Source
from flake8_trtc.workspace.buffers import Buffer, Notebook, Part
from flake8_trtc.workspace.folders import Folder, Folders, Given
from flake8_trtc.workspace.positions import Encoding
from flake8_trtc.workspace.protocol import (
    NAME,
    Checked,
    Client,
    diagnostics,
    edit,
)

_Made = TypeVar("_Made")

_DELAY = 0.2
"""Seconds without a change before a text is checked."""
_MOST = 1_000_000
"""Characters of a text that is checked while one types."""
_SUFFIXES = {
    "python": ".py", "javascript": ".js", "javascriptreact": ".jsx", "typescript": ".ts",
    "typescriptreact": ".tsx", "vue": ".vue", "svelte": ".svelte", "html": ".html",
    "jinja": ".html", "jinja-html": ".html", "django-html": ".html", "htmldjango": ".html",
    "markdown": ".md", "mdx": ".mdx",
}  # fmt: skip
"""The kind of a text whose name does not tell it, by its language in editors."""
_KERNELS = ("python", "javascript", "typescript")
_CHANGED = lsp.LSPErrorCodes.ContentModified


class OpenText(NamedTuple):
    """An open text. path: the name that tells its kind, None where it is of none that is read."""

    uri: str
    version: int
    text: str
    path: str | None


class _Protocol(LanguageServerProtocol):
    """pygls' own, which keeps a future of each notification for ever: here it goes when done."""

    def _handle_notification(self, method_name: str, params: object) -> None:
        super()._handle_notification(method_name, params)
        kept = self._request_futures
        for number in [number for number, future in kept.items() if future.done()]:
            del kept[number]


class Server(LanguageServer):
    """The open buffers of an editor and their findings."""

    def __init__(self) -> None:
        cells = [lsp.NotebookCellLanguage(name) for name in _KERNELS]
        selector = lsp.NotebookDocumentFilterWithNotebook("jupyter-notebook", cells)
        super().__init__(
            NAME,
            __version__,
            # Whole texts: what a change means must not hang on how lines are counted.
            text_document_sync_kind=lsp.TextDocumentSyncKind.Full,
            notebook_document_sync=lsp.NotebookDocumentSyncOptions([selector], save=True),
            protocol_cls=_Protocol,
        )
        self.delay = _DELAY
        self.folders = Folders(Given())
        self.texts: dict[str, OpenText] = {}
        self.client = Client()
        self.pulls = self.refreshes = self.resolves = self.watches = self.stopped = False
        self._worker = ThreadPoolExecutor(1, "check")
        self._age = 0  # of the configuration
        self._checked: dict[str, Checked] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._told: set[tuple[str, str]] = set()

    def key(self, uri: str) -> str:
        """The address that a text is checked by: its own address, or that of its notebook."""
        notebook = self.workspace.get_notebook_document(cell_uri=uri)
        return uri if notebook is None else notebook.uri

    def buffer(self, key: str) -> Buffer | None:
        """An open text or notebook as it is checked; None of a kind that is not read."""
        encoding = _encoding(self.workspace.position_encoding)
        text = self.texts.get(key)
        if text is not None:
            part = Part(text.uri, text.version, text.text)
            return None if text.path is None else Buffer(text.path, [part], encoding)
        notebook = self.workspace.get_notebook_document(notebook_uri=key)
        if notebook is None:
            return None
        language, parts = self._cells(notebook)
        path = path_of(key)
        named = path if path.endswith(".ipynb") else f"{path}.ipynb"
        return Notebook(named, parts, encoding, language)

    def _cells(self, notebook: lsp.NotebookDocument) -> tuple[str, list[Part]]:
        """The language of a notebook's code, and its cells."""
        texts = self.workspace.text_documents
        known = [texts.get(unquote(cell.document)) for cell in notebook.cells]
        languages = [text.language_id for text in known if text is not None]
        language = next((name for name in languages if name in _KERNELS), None) or "python"
        return language, [
            Part(
                cell.document,
                None if text is None else text.version,
                "" if text is None else text.source,
                cell.kind == lsp.NotebookCellKind.Code
                and text is not None
                and text.language_id == language,
            )
            for cell, text in zip(notebook.cells, known, strict=True)
        ]

    def forget(self, key: str) -> None:
        """Let go of what is closed."""
        task = self._tasks.pop(key, None)
        if task is not None:
            task.cancel()
        self._checked.pop(key, None)
        self._mended(key)

    def open_keys(self) -> list[str]:
        """All that is open."""
        notebooks = self.workspace.notebook_documents.values()
        return [*self.texts, *(notebook.uri for notebook in notebooks)]

    def state(self, buffer: Buffer) -> str:
        """The identity of a buffer and its configuration."""
        versions = (f"{part.uri} {part.version}" for part in buffer.parts)
        return "\n".join((str(self._age), *versions))

    async def checked(self, key: str) -> Checked | None:
        """The findings of what is open, as it is when they are there; None of what is not read."""
        while (buffer := self.buffer(key)) is not None:
            state = self.state(buffer)
            made = self._checked.get(key)
            if made is not None and made.state == state:
                return made
            folder = self.folders.of(buffer.path)
            if folder.error is None:
                self._mended(folder.directory)
            else:
                wrong = said.CONFIGURATION(reason=folder.error)
                self.tell(folder.directory, wrong, folder.language)
            findings, reason = await self.work(partial(_findings, buffer, folder))
            if reason is None:
                self._mended(key)
            else:
                name = visible(os.path.basename(buffer.path))
                self.tell(key, said.UNCHECKED(name=name, reason=reason), folder.language)
            self.settle()
            # What has changed in the meantime is checked again.
            self._checked[key] = Checked(state, buffer, folder.options, findings)
        self._checked.pop(key, None)
        return None

    def settle(self) -> None:
        """Collect garbage again, but not among what the start has made; the command stopped it."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    def work(self, job: Callable[[], _Made]) -> asyncio.Future[_Made]:
        """Do what takes time in the thread for it; what is cancelled before is not begun."""
        return asyncio.get_running_loop().run_in_executor(self._worker, job)

    def tell(self, key: str, message: Message, language: str) -> None:
        """Show a message, once for what it is about."""
        text = message.of(language)
        if (key, text) not in self._told:
            self._told.add((key, text))
            self.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Warning, text))

    def _mended(self, key: str) -> None:
        """Forget what was said of a mistake, so that it is said again should it come back."""
        if self._told:
            self._told = {item for item in self._told if item[0] != key}

    def publish_soon(self, key: str, delay: float = 0.0) -> None:
        """Check what is open and send what is found, unless it changes before that."""
        if not self.pulls:
            before = self._tasks.get(key)
            if before is not None:
                before.cancel()
            self._tasks[key] = asyncio.ensure_future(self._publish(key, delay))

    async def _publish(self, key: str, delay: float) -> None:
        await asyncio.sleep(delay)
        made = await self.checked(key)
        for part, found in diagnostics(made).items() if made is not None else ():
            self.text_document_publish_diagnostics(
                lsp.PublishDiagnosticsParams(part.uri, found, part.version)
            )

    def clear(self, uri: str) -> None:
        """Take back the diagnostics of what is closed."""
        if not self.pulls:
            self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))

    def open(self, address: str) -> None:
        """Have the editor open a page, or show its address where it can't."""
        if get_capability(self.client_capabilities, "window.show_document.support"):
            self.window_show_document(lsp.ShowDocumentParams(address, external=True))
        else:
            self.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Info, address))

    def reload(self) -> None:
        """Read all configuration anew, and check all that is open again."""
        self._age += 1
        self.folders.reload()
        api.forget()
        for key in self.open_keys():
            self.publish_soon(key)
        if self.refreshes:
            self.workspace_diagnostic_refresh(None)

    def configure(self, settings: object) -> None:
        """Take what the editor's user has set for the server."""
        settings = settings if isinstance(settings, Mapping) else {}
        delay, options, config = (settings.get(key) for key in ("delay", "options", "config"))
        if isinstance(delay, (int, float)):
            self.delay = max(delay, 0) / 1000
        self.folders.given = self.folders.given._replace(
            values=dict(options) if isinstance(options, Mapping) else {},
            config=config if isinstance(config, str) and config else None,
        )

    def edited(self, made: Checked, data: Mapping[str, Any]) -> lsp.WorkspaceEdit | Message:
        """The edit that an action stands for, or why there is none."""
        buffer, options = made.buffer, made.options
        if options is None:
            return said.NOTHING()
        at = data.get("line", 0), data.get("column", 0)
        if data["do"] == "silence":
            outcome = api.silence_text(buffer.path, buffer.text, options, data["code"], at)
        else:
            place = at if data["do"] == "fix" else None
            outcome = api.fix_text(buffer.path, buffer.text, options, at=place)
        if outcome.new is not None:
            new = Source.from_bytes(buffer.path, outcome.new).text
            return edit(buffer, new, self.client)
        if outcome.unsilenced:
            return said.NOT_SILENCED()
        reasons = [outcome.error, *(item.reason for item in outcome.refusals)]
        reason = next((item for item in reasons if item is not None), None)
        return said.NOTHING() if reason is None else said.NOT_FIXED(reason=reason)

    async def found(self, uri: str) -> tuple[Checked | None, int | None]:
        """The findings of the file that a text is a part of, and which part it is."""
        made = await self.checked(self.key(uri))
        return made, None if made is None else made.buffer.index(uri)

    async def resolved(self, action: lsp.CodeAction, *, quiet: bool = False) -> lsp.CodeAction:
        """An action with its edit; where there is none the reason is shown, unless quiet.

        Raises JsonRpcException where the text has changed since.
        """
        data = action.data
        if not isinstance(data, Mapping) or action.edit is not None:
            return action
        made = await self.checked(self.key(data["uri"]))
        if made is None or made.state != data["state"]:
            raise JsonRpcException("the text has changed", _CHANGED)
        found = await self.work(lambda: self.edited(made, data))
        if isinstance(found, lsp.WorkspaceEdit):
            action.edit = found
        elif not quiet:
            text = found.of(made.language)
            self.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Info, text))
        return action

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Log what went wrong: a slip of the editor's or ours, but no reason to end."""
        text = f"{type(error).__name__}: {error}"
        self.window_log_message(lsp.LogMessageParams(lsp.MessageType.Error, text))

    def shutdown(self) -> None:
        """End without waiting for the thread that reads what no editor writes any more."""
        self._worker.shutdown(wait=False, cancel_futures=True)
        self.thread_pool.shutdown(wait=False)


def _findings(buffer: Buffer, folder: Folder) -> tuple[tuple[api.Reported, ...], Message | None]:
    """The findings of a buffer, or why it is not checked."""
    options = folder.options
    if options is None:
        return (), None
    if len(buffer.text) > _MOST:
        return (), said.HUGE(most=_MOST)
    try:
        if folder.skips(buffer.path, buffer.text.encode("utf-8", "replace")) is not None:
            return (), None
        return api.check_text(buffer.path, buffer.text, options), None
    except api.SourceError as error:
        return (), error.message
    except Exception as error:  # a defect of ours
        traceback.print_exc()
        return (_failed(buffer.path, error, options.language),), None


def everything(made: Checked) -> Checked:
    """The findings of a text by all rules, silenced or not."""
    if made.options is None:
        return made
    buffer = made.buffer
    try:
        found = api.check_text(buffer.path, buffer.text, made.options, everything=True)
    except api.SourceError:
        return made
    return made._replace(findings=found)


def _encoding(negotiated: lsp.PositionEncodingKind | str | None) -> Encoding:
    names: dict[object, Encoding] = {
        lsp.PositionEncodingKind.Utf8: "utf-8",
        lsp.PositionEncodingKind.Utf32: "utf-32",
    }
    return names.get(negotiated, "utf-16")


def path_of(uri: str) -> str:
    """The name of a text: its path or, of what is in no file, what its address ends in."""
    return to_fs_path(uri) or unquote(urlsplit(uri).path)


def name_of(item: lsp.TextDocumentItem) -> str | None:
    """The name that tells the kind of a text, None of a kind that is not read."""
    path = path_of(item.uri)
    if api.is_read(path, item.text[:200].encode("utf-8", "replace")):
        return path
    suffix = _SUFFIXES.get(item.language_id)
    return None if suffix is None else path + suffix


def _failed(path: str, error: Exception, language: str) -> api.Reported:
    """The report of a file that we failed on."""
    from flake8_trtc.detect.checks import failure

    message = failure(error, language)
    return api.Reported(path, "TRT000", message, 1, 1, 1, 1, 1, "", None, "certain", ())
