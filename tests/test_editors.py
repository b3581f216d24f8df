"""The recipes for editors in the guide: each that an editor is at hand for is tried."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from flake8_trtc.cli import main

WRITTEN = Path(__file__).parent.parent / "docs" / "guide"
_FENCE = re.compile(r"^```(\w+) (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TEXT = "const 房 = '🎥';\nif (e.getCode() === 0x4004) trtc(房); else f('房🎥', e.getCode() === 0x4043);\n"
ALE = Path("/usr/share/vim-ale")


def recipes(name: str) -> dict[str, str]:
    """The configurations of a page, by the names of their files."""
    text = (WRITTEN / name).read_text(encoding="utf-8")
    return {title: body for _, title, body in _FENCE.findall(text)}


RECIPES = recipes("editors.md")


def test_both_languages_have_the_same_recipes() -> None:
    assert recipes("zh/editors.md") == RECIPES
    assert len(RECIPES) == 13


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A project with a script, and our command on the PATH."""
    command = tmp_path / "bin" / "flake8-trtc"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -P -m flake8_trtc "$@"\n')
    command.chmod(0o755)
    (tmp_path / "a.js").write_text(TEXT, encoding="utf-8")
    (tmp_path / "package.json").write_text("{}")
    return tmp_path


def tried(place: Path, *command: str) -> str:
    """What an editor writes to the file `seen`."""
    seen = place / "seen"
    environment = {
        **os.environ,
        "PATH": f"{place / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(place),
        "XDG_STATE_HOME": str(place),
        "SEEN": str(seen),
    }
    done = subprocess.run(
        command,
        cwd=place,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert seen.exists(), (done.stdout + done.stderr).decode("utf-8", "replace")
    return seen.read_text(encoding="utf-8")


def editor(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def neovim(*atleast: int) -> str:
    found = editor("nvim")
    said = subprocess.run([found, "--version"], capture_output=True, encoding="utf-8", check=True)
    version = re.match(r"NVIM v(\d+)\.(\d+)", said.stdout)
    assert version is not None
    if (int(version[1]), int(version[2])) < atleast:
        pytest.skip(f"Neovim is older than {'.'.join(map(str, atleast))}")
    return found


BYTES = [len(part.encode()) for part in re.split("0x4004|0x4043", TEXT.split("\n")[1])[:2]]
SPANS = [[1, BYTES[0], BYTES[0] + 6], [1, sum(BYTES) + 6, sum(BYTES) + 12]]
"""Lines from 0, and columns in bytes, of the two codes."""
OPEN = """
vim.cmd("filetype on")
vim.cmd("edit a.js")
"""
LOOK = """
vim.wait(60000, function() return #vim.diagnostic.get(0) >= 2 end, 20)
local seen = {}
for _, item in ipairs(vim.diagnostic.get(0)) do
  table.insert(seen, { item.lnum, item.col, item.end_col })
end
vim.fn.writefile({ vim.json.encode(seen) }, os.getenv("SEEN"))
vim.cmd("qall!")
"""


def looked(place: Path, nvim: str, configuration: str, then: str = "") -> Any:
    """The diagnostics of the script in Neovim; then: what is done once it is open."""
    (place / "init.lua").write_text(configuration + OPEN + then + LOOK, encoding="utf-8")
    arguments = ("--headless", "--clean", "-n", "-c", "luafile init.lua")
    return sorted(json.loads(tried(place, nvim, *arguments)))


@pytest.mark.parametrize(("name", "atleast"), [("init.lua", (0, 11)), ("ftplugin.lua", (0, 8))])
def test_neovim(place: Path, name: str, atleast: tuple[int, int]) -> None:
    pytest.importorskip("pygls")
    assert looked(place, neovim(*atleast), RECIPES[name]) == SPANS


def test_nvim_lint(place: Path) -> None:
    """Its own code is not here: what it does with a linter is done by hand."""
    loaded = """
    local lint = { linters = {} }
    package.loaded.lint = lint
    """
    run = """
    local linter = lint.linters.flake8_trtc
    assert(vim.deep_equal(lint.linters_by_ft.vue, { "flake8_trtc" }))
    local words = { linter.cmd }
    for _, word in ipairs(linter.args) do
      table.insert(words, type(word) == "function" and word() or word)
    end
    local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), "\\n") .. "\\n"
    local output = vim.fn.system(words, text)
    output = output:gsub("checked %d+ .*", "")
    vim.diagnostic.set(vim.api.nvim_create_namespace("lint"), 0, linter.parser(output, 0))
    """
    assert looked(place, editor("nvim"), loaded + RECIPES["nvim-lint.lua"], run) == SPANS


def test_ale(place: Path) -> None:
    vim = editor("vim")
    if not ALE.exists():
        pytest.skip("ALE is not installed")
    script = f"""
    set nocompatible nomore encoding=utf-8 fileencodings=utf-8
    set runtimepath^={ALE}
    let g:ale_linters_explicit = 0
    let g:ale_linters = {{'javascript': ['flake8_trtc']}}
    let g:ale_set_balloons = 0
    filetype on
    runtime plugin/ale.vim
    {RECIPES["vimrc"]}
    edit a.js
    set filetype=javascript
    call ale#Queue(0, 'lint_file')
    let s:tries = 0
    while s:tries < 3000 && len(ale#engine#GetLoclist(bufnr(''))) < 2
      sleep 20m
      let s:tries += 1
    endwhile
    let s:seen = map(copy(ale#engine#GetLoclist(bufnr(''))), '[v:val.lnum - 1, v:val.col - 1, v:val.end_col]')
    call writefile([json_encode(s:seen)], $SEEN)
    qall!
    """
    (place / "vimrc").write_text(script, encoding="utf-8")
    said = tried(place, vim, "-N", "-u", "vimrc", "-n", "-es", "-i", "NONE", "--not-a-term")
    assert sorted(json.loads(said)) == SPANS


def test_efm(place: Path) -> None:
    efm = editor("efm-langserver")
    (place / "efm.yaml").write_text(RECIPES["efm.yaml"])
    start = f"""
    local client = vim.lsp.start_client({{
      cmd = {{ "{efm}", "-c", "efm.yaml" }}, root_dir = vim.fn.getcwd(),
      init_options = {{ documentFormatting = false }},
    }})
    vim.lsp.buf_attach_client(0, client)
    """
    found = looked(place, editor("nvim"), "", start)
    assert [line for line, *_ in found] == [1, 1]
    assert found[0][1] == SPANS[0][1]


def emacs(place: Path, configuration: str, look: str) -> Any:
    found = editor("emacs")
    script = f"""
    (package-initialize)
    (prefer-coding-system 'utf-8)
    (load (expand-file-name "configuration.el"))
    (find-file "a.js")
    {look}
    (let ((tries 0))
      (while (and (< tries 600) (< (length (flymake-diagnostics)) 2))
        (accept-process-output nil 0.1)
        (setq tries (1+ tries))))
    (let ((seen (mapcar (lambda (item)
                          (save-excursion
                            (goto-char (flymake-diagnostic-beg item))
                            (list (1- (line-number-at-pos))
                                  (string-bytes (buffer-substring (line-beginning-position) (point)))
                                  (+ (string-bytes (buffer-substring (line-beginning-position) (point)))
                                     (- (flymake-diagnostic-end item) (point))))))
                        (flymake-diagnostics))))
      (with-temp-file (getenv "SEEN") (insert (json-encode (vconcat (mapcar #'vconcat seen))))))
    (kill-emacs 0)
    """
    (place / "configuration.el").write_text(configuration, encoding="utf-8")
    (place / "init.el").write_text(script, encoding="utf-8")
    said = tried(place, found, "--batch", "-l", "json", "-l", "flymake", "-l", "init.el")
    return sorted(json.loads(said))


def test_emacs_flymake(place: Path) -> None:
    assert emacs(place, RECIPES["flymake.el"], "(flymake-start)") == SPANS


def test_emacs_eglot(place: Path) -> None:
    pytest.importorskip("pygls")
    found = editor("emacs")
    check = [found, "--batch", "--eval", "(progn (package-initialize) (require 'eglot))"]
    if subprocess.run(check, capture_output=True, check=False).returncode:
        pytest.skip("eglot is not installed")
    look = "(let ((eglot-sync-connect 60)) (apply #'eglot (eglot--guess-contact)))"
    assert emacs(place, RECIPES["init.el"], look) == SPANS


@pytest.mark.parametrize("name", [".vscode/tasks.json", "SublimeLinter-flake8-trtc/linter.py"])
def test_patterns_read_what_check_prints(
    place: Path, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(place)
    main(["check", "a.js"])
    lines = capsys.readouterr().out.splitlines()
    if name.endswith(".json"):
        pattern = json.loads(RECIPES[name])["tasks"][0]["problemMatcher"]["pattern"]
        expression = pattern.pop("regexp")
        groups = {key: int(value) for key, value in pattern.items()}
        found = [re.search(expression, line) for line in lines]
        seen = [{key: match[at] for key, at in groups.items()} for match in found if match]
        assert [(it["file"], it["line"], it["code"]) for it in seen] == [
            ("a.js", "2", "TRT001")
        ] * 2
        assert [it["column"] for it in seen] == ["21", "67"]
    else:
        expression = re.search(r'regex = r"(.+)"', RECIPES[name])[1]  # type: ignore[index]
        found = [re.search(expression, line) for line in lines]
        assert [match and (match["line"], match["col"]) for match in found] == [
            ("2", "21"),
            ("2", "67"),
        ]


def test_settings_are_valid() -> None:
    import tomllib

    for name, text in RECIPES.items():
        if name.endswith((".json", ".sublime-settings")):
            json.loads(text)
        elif name.endswith(".toml"):
            tomllib.loads(text)
        elif name.endswith(".py"):
            compile(text, name, "exec")
