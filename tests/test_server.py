"""The language server, asked by pygls' own client and, where that is too well-bred, by hand."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from concurrent.futures import Future
from contextlib import suppress
from copy import deepcopy
from functools import partial
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pygls")

from lsp_client import LONG, MODERN, QUICK, SERVER, Editor, edited, uri, with_editor
from lsprotocol import types as lsp

from flake8_trtc.api import check_text, fix_text, load_options
from flake8_trtc.cli import main
from flake8_trtc.workspace.buffers import Buffer, Part
from flake8_trtc.workspace.protocol import Checked, Client, actions

PLAIN = load_options(isolated=True)
VUE = """\
<template><p>错🎥 {{ text }}</p></template>
<script>
export default { methods: { f(e) { const 房 = '🎥'; if (e.getCode() === 0x4043) trtc(房); } } };
</script>
"""
TWO = """\
import trtc

房 = '🎥'; x = code == 16388
if code == 0x4043: pass
"""
WHOLE = lsp.Range(lsp.Position(0, 0), lsp.Position(100, 0))
USE = "Use JOIN_ROOM_FAILED here"
ALL = "Use constants for all TRTC codes in this file"
SILENCE = "Suppress TRT001 on this line with a comment"
PULLS: dict[str, Any] = {"textDocument": {"diagnostic": {}}}


def at(line: int, start: int, end: int) -> lsp.Range:
    return lsp.Range(lsp.Position(line, start), lsp.Position(line, end))


def changes(edit: lsp.WorkspaceEdit) -> dict[str, list[Any]]:
    """The edits of each text, of whatever form."""
    if edit.document_changes is not None:
        made = [item for item in edit.document_changes if isinstance(item, lsp.TextDocumentEdit)]
        return {item.text_document.uri: list(item.edits) for item in made}
    return {address: list(edits) for address, edits in (edit.changes or {}).items()}


@pytest.mark.parametrize(
    ("encodings", "chosen", "start"),
    [(None, "utf-16", 71), (["utf-8", "utf-16"], "utf-8", 75), (["utf-32"], "utf-32", 70),
     (["utf-7"], "utf-16", 71)],
)  # fmt: skip
def test_columns_are_those_of_the_encoding(
    tmp_path: Path, encodings: list[str] | None, chosen: str, start: int
) -> None:
    async def use(editor: Editor) -> None:
        able = {} if encodings is None else {"general": {"positionEncodings": encodings}}
        started = await editor.start(tmp_path, capabilities=able)
        assert started.capabilities.position_encoding == chosen
        address = uri(tmp_path / "房 room.vue")
        editor.open(address, VUE)
        (found,) = await editor.found(address)
        assert found == lsp.Diagnostic(
            at(2, start, start + 6),
            "0x4043 is ErrorCode.PLAY_NOT_ALLOWED (autoplay was blocked by the browser); "
            "use the constant",
            severity=lsp.DiagnosticSeverity.Warning,
            code="TRT001",
            code_description=lsp.CodeDescription(
                "https://flake8-trtc.readthedocs.io/rules/TRT001/"
            ),
            source="flake8-trtc",
        )
        made = changes(await editor.resolved((await editor.actions(address, found.range))[ALL]))
        codec, size = {"utf-16": ("utf-16-le", 2), "utf-8": ("utf-8", 1)}.get(
            chosen, ("utf-32-le", 4)
        )
        new = fix_text(str(tmp_path / "room.vue"), VUE, PLAIN).new
        assert new is not None
        assert edited(VUE, made[address], codec, size) == new.decode()
        assert await editor.stop() == 0

    with_editor(use)


def test_the_life_of_a_text(tmp_path: Path) -> None:
    async def use(editor: Editor) -> None:
        await editor.start(tmp_path)
        address = uri(tmp_path / "a.py")
        editor.open(address, TWO)
        assert [item.range for item in await editor.found(address)] == [
            at(2, 22, 27),
            at(3, 11, 17),
        ]
        editor.change(address, TWO.replace("16388", "200"), 2)
        assert [item.range for item in await editor.found(address, 2)] == [at(3, 11, 17)]
        editor.change(address, "", 3)
        assert await editor.found(address, 3) == []
        editor.change(address, TWO, 4)
        assert len(await editor.found(address, 4)) == 2
        saved = lsp.DidSaveTextDocumentParams(lsp.TextDocumentIdentifier(address))
        before = len(editor.published)
        editor.client.text_document_did_save(saved)
        await editor.until(lambda: len(editor.published) > before)
        editor.close(address)
        await editor.until(lambda: editor.published[-1].version is None)
        assert editor.published[-1].diagnostics == ()

    with_editor(use)


def test_what_is_late_does_not_count(tmp_path: Path) -> None:
    async def use(editor: Editor) -> None:
        await editor.start(tmp_path)
        address = uri(tmp_path / "a.py")
        editor.open(address, TWO, version=5)
        assert len(await editor.found(address, 5)) == 2
        editor.change(address, "", 4)
        editor.change(uri(tmp_path / "never opened.py"), TWO, 1)
        editor.change(address, TWO.replace("16388", "200"), 6)
        editor.change(address, "", 6)
        assert len(await editor.found(address, 6)) == 1
        assert {item.version for item in editor.published} == {5, 6}
        assert await editor.stop() == 0

    with_editor(use)


def test_only_the_last_of_many_changes_is_checked(tmp_path: Path) -> None:
    async def use(editor: Editor) -> None:
        await editor.start(tmp_path, settings={"delay": 300})
        address = uri(tmp_path / "a.py")
        editor.open(address, "")
        assert await editor.found(address) == []
        for version in range(2, 60):
            editor.change(address, TWO[:version], version)
        editor.change(address, TWO, 60)
        assert len(await editor.found(address, 60)) == 2
        assert [item.version for item in editor.published] == [1, 60]

    with_editor(use)


def test_actions(tmp_path: Path) -> None:
    async def use(editor: Editor) -> None:
        await editor.start(tmp_path, capabilities=MODERN)
        address = uri(tmp_path / "a.py")
        editor.open(address, TWO, version=7)
        offered = await editor.actions(address, at(2, 24, 24))
        assert list(offered) == [USE, SILENCE, "Open the page of JOIN_ROOM_FAILED", ALL]
        use = offered[USE]
        assert (use.kind, use.is_preferred, use.edit) == ("quickfix", True, None)
        made = await editor.resolved(use)
        (change,) = made.document_changes
        assert change.text_document == lsp.OptionalVersionedTextDocumentIdentifier(address, 7)
        assert edited(TWO, change.edits) == (
            "import trtc\nfrom flake8_trtc import ErrorCode\n\n"
            "房 = '🎥'; x = code == ErrorCode.JOIN_ROOM_FAILED\nif code == 0x4043: pass\n"
        )
        assert [item.range for item in change.edits][-1] == at(2, 22, 27)
        made = changes(await editor.resolved(offered[SILENCE]))
        silenced = TWO.replace("16388\n", "16388  # trtc: ignore[TRT001]\n")
        assert edited(TWO, made[address]) == silenced
        made = changes(await editor.resolved(offered[ALL]))
        new = fix_text(str(tmp_path / "a.py"), TWO, PLAIN).new
        assert new is not None
        assert edited(TWO, made[address]) == new.decode()
        # What was offered for another version is none any more.
        editor.change(address, TWO + "\n", 8)
        with pytest.raises(Exception, match="the text has changed"):
            await editor.resolved(offered[USE])

    with_editor(use)


def test_kinds_of_actions(tmp_path: Path) -> None:
    async def use(editor: Editor) -> None:
        await editor.start(tmp_path, capabilities=MODERN)
        address = uri(tmp_path / "a.py")
        editor.open(address, TWO)
        for only in ("source.fixAll.trtc", "source.fixAll", "source"):
            assert list(await editor.actions(address, WHOLE, only)) == [ALL]
        quick = await editor.actions(address, at(2, 24, 24), "quickfix")
        assert list(quick) == [USE, SILENCE, "Open the page of JOIN_ROOM_FAILED"]
        assert await editor.actions(address, WHOLE, "refactor", "source.fixAll.other") == {}
        assert list(await editor.actions(address, at(0, 0, 3))) == [ALL]
        assert await editor.actions(uri(tmp_path / "unknown.py"), WHOLE) == {}

    with_editor(use)


@pytest.mark.parametrize("disabled", [True, False])
def test_an_action_that_can_not_be(disabled: bool) -> None:
    (found,) = check_text("a.js", "if (e.getCode() === 0x4004) trtc();", PLAIN)
    refused = found._replace(fix=None, refusal="it is written with escapes")
    buffer = Buffer("a.js", [Part("file:///a.js", 1, found.text)], "utf-16")
    params = lsp.CodeActionParams(
        lsp.TextDocumentIdentifier("file:///a.js"), WHOLE, lsp.CodeActionContext([])
    )
    made = Checked("", buffer, PLAIN, (refused,))
    offered = {item.title: item for item in actions(made, 0, params, Client(disabled=disabled))}
    assert (USE in offered) == disabled
    if disabled:
        assert offered[USE].disabled == lsp.CodeActionDisabled("it is written with escapes")
    assert ALL not in offered


def test_an_action_that_the_fix_refuses(tmp_path: Path) -> None:
    page = "<template><p v-if='e.getCode() === 0x4004'>trtc</p></template>\n"

    async def use(editor: Editor) -> None:
        await editor.start(tmp_path, capabilities=MODERN)
        address = uri(tmp_path / "a.vue")
        editor.open(address, page)
        offered = await editor.actions(address, WHOLE)
        if USE in offered and offered[USE].disabled is None:
            assert (await editor.client.code_action_resolve_async(offered[USE])).edit is None
            await editor.until(lambda: editor.messages)
            assert editor.messages == [
                "not fixed: a template sees only what its component gives it; "
                "compare in the script instead"
            ]

    with_editor(use)


def test_an_editor_that_can_not_resolve(tmp_path: Path) -> None:
    async def use(editor: Editor) -> None:
        await editor.start(tmp_path)
        address = uri(tmp_path / "a.py")
        editor.open(address, TWO)
        offered = await editor.actions(address, at(2, 24, 24))
        assert edited(TWO, offered[SILENCE].edit.changes[address]).count("trtc: ignore") == 1
        assert edited(TWO, offered[USE].edit.changes[address]).count("ErrorCode.") == 1
        assert offered[USE].edit.document_changes is None

    with_editor(use)


@pytest.mark.parametrize("able", [MODERN, {}])
def test_a_page_is_opened(tmp_path: Path, able: dict[str, Any]) -> None:
    site = "https://flake8-trtc.readthedocs.io/codes/JOIN_ROOM_FAILED/"

    async def use(editor: Editor) -> None:
        await editor.start(tmp_path, capabilities=able)

        async def opened(address: str) -> None:
            params = lsp.ExecuteCommandParams("flake8-trtc.openPage", [address])
            await editor.client.workspace_execute_command_async(params)

        await opened("file:///etc/passwd")
        await opened(site)
        seen = editor.shown if able else editor.messages
        await editor.until(lambda: seen)
        assert seen == [site]

    with_editor(use)


def test_hover(tmp_path: Path) -> None:
    text = (
        "const 房 = '🎥'; if (e.getCode() === 0x4004) trtc();  // trtc: ignore[TRT001]\n"
        "const size = 4096; if (x === ErrorCode.JOIN_ROOM_FAILED || y === ErrorCode.NONE) f();\n"
    )
    fifth = "if (e.code === TRTC.ERROR_CODE.DEVICE_ERROR) f(); Event.CLIENT_BANNED;\n"

    async def use(editor: Editor) -> None:
        await editor.start(tmp_path)
        address = uri(tmp_path / "a.js")
        editor.open(address, text)
        shown = await editor.hover(address, 0, 38)
        assert shown is not None
        assert shown.startswith("**ErrorCode.JOIN\\_ROOM\\_FAILED = 16388 (0x4004)**")
        assert await editor.hover(address, 1, 40) == shown
        assert await editor.hover(address, 1, 15) is None  # a size
        assert await editor.hover(address, 1, 72) is None  # no member
        rule = await editor.hover(address, 0, text.index("TRT001") + 1)
        assert rule is not None
        assert rule.startswith("**TRT001**")
        assert await editor.hover(address, 3, 0) is None
        address = uri(tmp_path / "v5.js")
        editor.open(address, fifth)
        shown = await editor.hover(address, 0, 35)
        assert shown is not None
        assert "5300" in shown
        assert await editor.hover(address, 0, 55) is None  # an event
        assert await editor.hover(uri(tmp_path / "b.js"), 0, 0) is None

    with_editor(use)


def test_the_language_of_the_editor(tmp_path: Path) -> None:
    async def use(editor: Editor) -> None:
        await editor.start(tmp_path, locale="zh-cn", capabilities=MODERN)
        address = uri(tmp_path / "a.py")
        editor.open(address, TWO)
        found = await editor.found(address)
        assert found[0].message == "16388 是 ErrorCode.JOIN_ROOM_FAILED（进房失败）；请使用该常量"
        assert found[0].code_description is not None
        assert found[0].code_description.href.endswith("/zh/rules/TRT001/")
        assert "在此处使用 JOIN_ROOM_FAILED" in await editor.actions(address, WHOLE)
        shown = await editor.hover(address, 2, 24)
        assert shown is not None
        assert "进房失败" in shown

    with_editor(use)


def test_pull(tmp_path: Path) -> None:
    able = deepcopy(MODERN)
    able["textDocument"]["diagnostic"] = {}

    async def use(editor: Editor) -> None:
        started = await editor.start(tmp_path, capabilities=able)
        assert started.capabilities.diagnostic_provider is not None
        address = uri(tmp_path / "a.py")
        editor.open(address, TWO)
        first = await editor.pulled(address)
        assert (first.kind, len(first.items)) == ("full", 2)
        again = await editor.pulled(address, first.result_id)
        assert (again.kind, again.result_id) == ("unchanged", first.result_id)
        editor.change(address, "", 2)
        assert (await editor.pulled(address, first.result_id)).items == ()
        assert (await editor.pulled(uri(tmp_path / "b.py"))).items == ()
        (tmp_path / "setup.cfg").write_text("[flake8]\nignore = TRT001\n")
        editor.change(address, TWO, 3)
        changed = lsp.FileEvent(uri(tmp_path / "setup.cfg"), lsp.FileChangeType.Created)
        editor.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([changed]))
        await editor.until(lambda: editor.refreshed)
        assert (await editor.pulled(address, first.result_id)).items == ()
        assert editor.published == []

    with_editor(use)


def test_cancel(tmp_path: Path) -> None:
    async def use(editor: Editor) -> None:
        await editor.start(tmp_path, capabilities=PULLS)
        slow, address = uri(tmp_path / "slow.py"), uri(tmp_path / "a.py")
        editor.open(slow, "import trtc\n" + "if code == 16388: pass\n" * 3000)
        editor.open(address, TWO)
        waiting = asyncio.ensure_future(editor.pulled(slow))
        await asyncio.sleep(0)
        (number,) = editor.client.protocol._request_futures
        editor.client.cancel_request(lsp.CancelParams(number))
        with pytest.raises(Exception, match="is canceled"):
            await waiting
        editor.client.cancel_request(lsp.CancelParams("no such request"))
        assert len((await editor.pulled(address)).items) == 2
        assert await editor.stop() == 0

    with_editor(use)


def test_folders_have_their_own_configuration(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "one" / "two"
    two.mkdir(parents=True)
    (one / "pyproject.toml").write_text('[tool.flake8-trtc]\nexclude = ["old/*"]\n')
    (two / ".flake8").write_text("[flake8]\ntrtc-language = zh\ntrtc-sdk-version = auto\n")
    retired = "if (e.getCode() === 0x4002) trtc();\n"

    async def use(editor: Editor) -> None:
        await editor.start(one, two, capabilities=MODERN)
        texts = [one / "a.js", one / "old" / "a.js", two / "a.js", tmp_path / "a.js"]
        for path in texts:
            editor.open(uri(path), retired)
        found = [await editor.found(uri(path)) for path in texts]
        assert [len(items) for items in found] == [2, 0, 2, 2]
        assert "是" in found[2][0].message
        assert found[0][1].tags == (lsp.DiagnosticTag.Deprecated,)
        # Nothing says for sure that this SDK has retired it.
        (two / "package.json").write_text('{"dependencies": {"trtc-js-sdk": "4.6.0"}}')
        await told(editor, two / "package.json")
        await editor.until(lambda: [len(item.diagnostics) for item in editor.published
                                    if item.uri == uri(texts[2])][-1] == 1)  # fmt: skip
        event = lsp.WorkspaceFoldersChangeEvent([], [lsp.WorkspaceFolder(uri(two), "two")])
        editor.client.workspace_did_change_workspace_folders(
            lsp.DidChangeWorkspaceFoldersParams(event)
        )

        def english() -> bool:
            last = {item.uri: item.diagnostics for item in editor.published}[uri(texts[2])]
            return "use the constant" in last[0].message

        await editor.until(english)

    with_editor(use)


def more_published(editor: Editor, before: int) -> bool:
    return len(editor.published) > before


async def told(editor: Editor, path: Path) -> None:
    """Let the server know of a changed file."""
    event = lsp.FileEvent(uri(path), lsp.FileChangeType.Changed)
    editor.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([event]))


def test_wrong_configuration_is_one_message(tmp_path: Path) -> None:
    config = tmp_path / "pyproject.toml"
    config.write_text('[tool.flake8-trtc]\nlanguage = "fr"\n')

    async def use(editor: Editor) -> None:
        await editor.start(tmp_path, capabilities=MODERN)
        names = [registered.register_options for registered in editor.registered]
        for name in ("a.py", "b.py"):
            editor.open(uri(tmp_path / name), TWO)
            assert await editor.found(uri(tmp_path / name)) == []
        (message,) = editor.messages
        assert message.startswith("flake8-trtc: ")
        assert message.endswith(
            "pyproject.toml [tool.flake8-trtc]: trtc-language 'fr' is not known; write en or zh"
        )
        assert names or editor.registered
        config.write_text('[tool.flake8-trtc]\nlanguage = "zh"\n')
        await told(editor, config)
        await editor.until(lambda: len(editor.published) == 4)
        assert [len(item.diagnostics) for item in editor.published] == [0, 0, 2, 2]
        assert editor.messages == [message]

    with_editor(use)


def test_without_watching_a_save_is_enough(tmp_path: Path) -> None:
    async def use(editor: Editor) -> None:
        await editor.start(tmp_path)
        address = uri(tmp_path / "a.py")
        editor.open(address, TWO)
        assert len(await editor.found(address)) == 2
        saved = lsp.DidSaveTextDocumentParams(lsp.TextDocumentIdentifier(address))
        wrong = "[flake8]\ntrtc-language = fr\n"  # which is said once, until it is mended
        for config in ("[flake8]\nignore = TRT001\n", wrong, wrong, "[flake8]\n", wrong):
            (tmp_path / "setup.cfg").write_text(config)
            before = len(editor.published)
            editor.client.text_document_did_save(saved)
            await editor.until(partial(more_published, editor, before))
            assert len(editor.published[-1].diagnostics) == (2 if config == "[flake8]\n" else 0)
        assert len(editor.messages) == 2
        assert editor.registered == []

    with_editor(use)


def test_settings_of_the_editor(tmp_path: Path) -> None:
    (tmp_path / "other.toml").write_text('[tool.flake8-trtc]\nextend-select = ["TRT9"]\n')
    settings = {"delay": "soon", "options": {"trtc-language": "zh"}, "config": "other.toml"}

    async def use(editor: Editor) -> None:
        await editor.start(tmp_path, settings=settings)
        address = uri(tmp_path / "a.py")
        editor.open(address, "x = 16388  # trtc: ignore\nif x == 16388: pass\n")
        (found,) = await editor.found(address)
        assert found.code == "TRT903"
        assert found.severity == lsp.DiagnosticSeverity.Information
        changed = {"flake8-trtc": {"options": {"ignore": ["TRT"]}}}
        editor.client.workspace_did_change_configuration(lsp.DidChangeConfigurationParams(changed))
        await editor.until(lambda: editor.published[-1].diagnostics == ())
        editor.client.workspace_did_change_configuration(lsp.DidChangeConfigurationParams(None))
        assert await editor.stop() == 0

    with_editor(use)


@pytest.mark.parametrize(
    ("name", "language", "text", "found"),
    [
        ("untitled:Untitled-1", "vue", VUE, 1),
        ("untitled:Untitled-2", "python", TWO, 2),
        ("untitled:Untitled-3", "plaintext", TWO, 0),
        ("a.txt", "plaintext", TWO, 0),
        ("tool", "python", TWO, 2),
        ("tool", "", f"#!/usr/bin/env python3\n{TWO}", 2),
        ("a.min.js", "javascript", "if (e.getCode() === 0x4043) trtc();", 0),
        ("node_modules/a.js", "javascript", "if (e.getCode() === 0x4043) trtc();", 0),
        ("ignored.js", "javascript", "if (e.getCode() === 0x4043) trtc();", 0),
        ("a.html", "html", "<button onclick='if (e.getCode() === 0x4043) trtc()'>", 1),
        ("a.md", "markdown", "```js\nif (e.getCode() === 0x4043) trtc();\n```\n", 1),
    ],
)
def test_kinds_of_texts(tmp_path: Path, name: str, language: str, text: str, found: int) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("ignored.*\n")

    async def use(editor: Editor) -> None:
        await editor.start(tmp_path)
        address = name if ":" in name else uri(tmp_path / name)
        first = uri(tmp_path / "first.py")
        editor.open(address, text, language)
        editor.open(first, TWO)
        assert len(await editor.found(first)) == 2
        sent = [len(item.diagnostics) for item in editor.published if item.uri == address]
        assert sum(sent) == found

    with_editor(use)


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("a.py", "trtc = '\0'; code == 16388", "it holds a NUL byte"),
        ("a.py", "# coding: klingon\ntrtc; code == 16388", "unknown encoding 'klingon' in its"),
        ("a.ipynb", "TRTC 16388", "not a notebook: it is not JSON"),
        (
            "a.js",
            "trtc(16388);\n" * 80_000,
            "it has more than 1000000 characters; run flake8-trtc",
        ),
    ],
)
def test_a_broken_or_huge_file_is_one_message(
    tmp_path: Path, name: str, text: str, reason: str
) -> None:
    async def use(editor: Editor) -> None:
        await editor.start(tmp_path)
        address = uri(tmp_path / name)
        editor.open(address, text)
        assert await editor.found(address) == []
        editor.change(address, text + " ", 2)
        assert await editor.found(address, 2) == []
        (message,) = editor.messages
        assert message.startswith(f"flake8-trtc: {name} is not checked: {reason}")
        editor.open(uri(tmp_path / "b.py"), TWO)
        assert len(await editor.found(uri(tmp_path / "b.py"))) == 2

    with_editor(use)


def test_a_file_that_the_plugin_fails_on(tmp_path: Path) -> None:
    """A defect is a finding, as in `check`; the server goes on."""
    (tmp_path / "sitecustomize.py").write_text(
        "import flake8_trtc.detect.scan as scan\n"
        "def broken(*_, **__): raise RuntimeError('on purpose')\n"
        "scan.shown = broken\n"
    )

    async def use(editor: Editor) -> None:
        await editor.start(tmp_path, environment={"PYTHONPATH": str(tmp_path)})
        address = uri(tmp_path / "a.py")
        editor.open(address, TWO)
        (found,) = await editor.found(address)
        assert (found.code, found.range) == ("TRT000", at(0, 0, 0))
        assert "RuntimeError: on purpose" in found.message
        assert await editor.stop() == 0

    with_editor(use)


def notebook(
    tmp_path: Path, *cells: tuple[str, str]
) -> tuple[str, lsp.DidOpenNotebookDocumentParams]:
    address = uri(tmp_path / "a.ipynb")
    texts = [
        lsp.TextDocumentItem(f"vscode-notebook-cell:{tmp_path}/a.ipynb#{number}", language, 1, text)
        for number, (language, text) in enumerate(cells)
    ]
    kinds = {"markdown": lsp.NotebookCellKind.Markup}
    listed = [
        lsp.NotebookCell(kinds.get(item.language_id, lsp.NotebookCellKind.Code), item.uri)
        for item in texts
    ]
    book = lsp.NotebookDocument(address, "jupyter-notebook", 1, listed)
    return address, lsp.DidOpenNotebookDocumentParams(book, texts)


def test_notebooks(tmp_path: Path) -> None:
    cells = (
        ("python", "import trtc\n"),
        ("markdown", "code == 16388"),
        ("python", "s = '\"错🎥\\t'; x = code == 16388\n%matplotlib inline\n"),
    )

    async def use(editor: Editor) -> None:
        await editor.start(tmp_path, capabilities=MODERN)
        address, book = notebook(tmp_path, *cells)
        editor.client.notebook_document_did_open(book)
        names = [item.uri for item in book.cell_text_documents]
        assert await editor.found(names[0]) == []
        (found,) = await editor.found(names[2])
        assert found.range == at(0, 26, 31)
        assert cells[2][1].encode("utf-16-le")[52:62].decode("utf-16-le") == "16388"
        offered = await editor.actions(names[2], found.range)
        made = changes(await editor.resolved(offered[USE]))
        texts = {name: text for name, (_, text) in zip(names, cells, strict=True)}
        assert {name: edited(texts[name], edits) for name, edits in made.items()} == {
            names[2]: "from flake8_trtc import ErrorCode\n\n"
            + cells[2][1].replace("16388", "ErrorCode.JOIN_ROOM_FAILED"),
        }
        shown = await editor.hover(names[2], 0, 28)
        assert shown is not None
        # A change of one cell, then of their order.
        version = lsp.VersionedNotebookDocumentIdentifier(2, address)
        content = lsp.NotebookDocumentCellContentChanges(
            lsp.VersionedTextDocumentIdentifier(2, names[2]),
            [lsp.TextDocumentContentChangeWholeDocument("\n\nx = code == 16388")],
        )
        event = lsp.NotebookDocumentChangeEvent(
            cells=lsp.NotebookDocumentCellChanges(text_content=[content])
        )
        editor.client.notebook_document_did_change(
            lsp.DidChangeNotebookDocumentParams(version, event)
        )
        (found,) = await editor.found(names[2], 2)
        assert found.range == at(2, 12, 17)
        removed = lsp.NotebookDocumentCellChangeStructure(
            lsp.NotebookCellArrayChange(2, 1),
            did_close=[lsp.TextDocumentIdentifier(names[2])],
        )
        event = lsp.NotebookDocumentChangeEvent(
            cells=lsp.NotebookDocumentCellChanges(structure=removed)
        )
        version = lsp.VersionedNotebookDocumentIdentifier(3, address)
        editor.client.notebook_document_did_change(
            lsp.DidChangeNotebookDocumentParams(version, event)
        )
        await editor.until(lambda: [item.diagnostics for item in editor.published
                                    if item.uri == names[2]][-1] == ())  # fmt: skip
        closing = lsp.DidCloseNotebookDocumentParams(
            lsp.NotebookDocumentIdentifier(address),
            [lsp.TextDocumentIdentifier(name) for name in names[:2]],
        )
        editor.client.notebook_document_did_close(closing)
        assert await editor.stop() == 0

    with_editor(use)


def test_a_notebook_of_scripts_is_pulled(tmp_path: Path) -> None:
    able = deepcopy(MODERN)
    able["textDocument"]["diagnostic"] = {}

    async def use(editor: Editor) -> None:
        await editor.start(tmp_path, capabilities=able)
        script = "if (e.getCode() === 0x4004) trtc();"
        _, book = notebook(
            tmp_path, ("javascript", script), ("python", TWO), ("javascript", script)
        )
        editor.client.notebook_document_did_open(book)
        names = [item.uri for item in book.cell_text_documents]
        assert [len((await editor.pulled(name)).items) for name in names] == [1, 0, 1]
        assert editor.published == []

    with_editor(use)


def message(body: bytes) -> bytes:
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


def request(number: int, method: str, params: object = None) -> bytes:
    what = {"jsonrpc": "2.0", "id": number, "method": method, "params": params}
    return message(json.dumps(what).encode())


def notification(method: str, params: object = None) -> bytes:
    return message(json.dumps({"jsonrpc": "2.0", "method": method, "params": params}).encode())


START = request(1, "initialize", {"processId": None, "rootUri": None, "capabilities": {}})


def by_hand(*sent: bytes, close: bool = True) -> tuple[int, bytes]:
    """What a server ends with and answers."""
    server = subprocess.Popen(
        SERVER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert server.stdin is not None
    assert server.stdout is not None
    try:
        server.stdin.write(b"".join(sent))
        server.stdin.flush()
        if close:
            server.stdin.close()
        code = server.wait(LONG)
        return code, server.stdout.read()
    finally:
        server.kill()
        server.wait()
        server.stdout.close()
        with suppress(BrokenPipeError):
            server.stdin.close()


def test_wrong_json_is_no_end() -> None:
    opened = {"textDocument": {"uri": "file:///a.py", "languageId": "python", "version": 1}}
    wrong = [b"{", b"[]", b"7", b"null", b'{"jsonrpc": "2.0"}', b'"\xff"', b"[" * 20_000]
    code, said = by_hand(
        START,
        *map(message, wrong),
        request(2, "textDocument/hover", {"position": 5}),
        request(3, "no/such/method", {}),
        notification("no/such/notification", {}),
        notification("textDocument/didOpen", opened),  # it has no text
        request(4, "workspace/executeCommand", {"command": "rm", "arguments": []}),
        request(5, "shutdown"),
        notification("exit"),
    )
    assert code == 0
    assert b'"id":5' in said.replace(b" ", b"")
    assert said.count(b"window/logMessage") >= 5
    assert b"window/showMessage" not in said


@pytest.mark.parametrize("close", [True, False])
def test_exit_without_shutdown(close: bool) -> None:
    assert by_hand(START, notification("exit"), close=close)[0] == 1


@pytest.mark.parametrize("close", [True, False])
def test_exit_after_shutdown(close: bool) -> None:
    sent = (START, request(2, "shutdown"), notification("exit"))
    assert by_hand(*sent, close=close)[0] == 0


def test_the_editor_is_gone() -> None:
    assert by_hand(START)[0] == 1
    assert by_hand()[0] == 1
    assert by_hand(START, b"Content-Length: 500\r\n\r\n{")[0] == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM")
def test_terminated() -> None:
    server = subprocess.Popen(SERVER, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert server.stdin is not None
    assert server.stdout is not None
    with server.stdin, server.stdout:
        server.stdin.write(START)
        server.stdin.flush()
        assert server.stdout.readline().startswith(b"Content-Length")
        server.terminate()
        assert server.wait(LONG) == -15


def test_nothing_is_kept_of_notifications() -> None:
    """pygls keeps a future of each: 16 MB of 10,000 changes."""
    from flake8_trtc.cli.editor import Server

    server = Server()
    done, waiting = Future[None](), Future[None]()
    done.set_result(None)
    server.protocol._request_futures = {"done": done, "waiting": waiting}
    server.protocol._handle_notification("no/such/notification", None)
    assert server.protocol._request_futures == {"waiting": waiting}
    server.shutdown()


def test_nothing_heavy_is_loaded_for_findings(tmp_path: Path) -> None:
    """LibCST is for code actions."""
    watch = tmp_path / "sitecustomize.py"
    watch.write_text(
        "import atexit, os, sys\n"
        "leave = os._exit\n"
        "def told(code):\n"
        f"    with open({str(tmp_path / 'loaded')!r}, 'w') as out:\n"
        "        out.write(' '.join(sys.modules))\n"
        "    leave(code)\n"
        "os._exit = told\n"
    )

    async def use(editor: Editor) -> None:
        await editor.start(tmp_path, environment={"PYTHONPATH": str(tmp_path)})
        address = uri(tmp_path / "a.py")
        editor.open(address, TWO)
        assert len(await editor.found(address)) == 2
        assert await editor.hover(address, 2, 24) is not None
        assert await editor.stop() == 0

    with_editor(use)
    loaded = (tmp_path / "loaded").read_text().split()
    assert "pygls.lsp.server" in loaded
    assert not {"libcst", "flake8", "rich"} & {name.partition(".")[0] for name in loaded}


def test_without_the_extra(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "pygls", None)
    monkeypatch.delitem(sys.modules, "flake8_trtc.server", raising=False)
    monkeypatch.delitem(sys.modules, "flake8_trtc.cli.editor", raising=False)
    monkeypatch.setitem(sys.modules, "pygls.lsp.server", None)
    monkeypatch.setitem(sys.modules, "pygls.capabilities", None)
    assert main(["server"]) == 2
    out, err = capsys.readouterr()
    assert (out, err) == (
        "",
        "flake8-trtc server: error: pygls is not installed; "
        f"run: {sys.executable} -m pip install 'flake8-trtc[lsp]'\n",
    )
    Path("setup.cfg").write_text("[flake8]\ntrtc-language = zh\n")
    assert main(["server"]) == 2
    assert "未安装 pygls；请运行：" in capsys.readouterr().err


def test_quick_settings_are_milliseconds() -> None:
    assert QUICK == {"delay": 1}
