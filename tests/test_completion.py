"""Completion: the scripts are loaded in real shells, and what is typed there is completed."""

from __future__ import annotations

import os
import re
import select
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from flake8_trtc.cli import COMMANDS, main

# How a shell is started without the user's own files.
SHELLS = {
    "bash": ["bash", "--noprofile", "--norc", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "-i"],
    "tcsh": ["tcsh", "-f", "-i"],
}
# What stands in for the command, and shows the arguments that it got; then as --help says.
SETUP = {
    "bash": 'flake8-trtc() { echo "<$*>"; }; eval "$(cat completion)"',
    "zsh": 'autoload -Uz compinit; compinit -u -D; function flake8-trtc { print -r -- "<$*>" }; '
    'eval "$(cat completion)"',
    "fish": 'function flake8-trtc; echo "<$argv>"; end; source completion',
    "tcsh": "set prompt=''; alias flake8-trtc 'echo \\<\\!*\\>'; source completion",
}


@pytest.mark.parametrize("shell", SHELLS)
def test_what_is_typed_is_completed(shell: str, tmp_path: Path) -> None:
    typed = {
        "flake8-trtc compl\t zs\t": "completion zsh",
        "flake8-trtc check --show-e\t": "check --show-evidence",
        "flake8-trtc check --output-format gith\t": "check --output-format github",
        "flake8-trtc fix --trtc-language z\t": "fix --trtc-language zh",
        "flake8-trtc explain PLAY_N\t": "explain PLAY_NOT_ALLOWED",
        "flake8-trtc check --baseline some_f\t": "check --baseline some_file.py",
        "flake8-trtc fix some_f\t": "fix some_file.py",
        "flake8-trtc check --select TRT20\t5 .": "check --select TRT205 .",
        "flake8-trtc fix --write-c\t": "fix --write-constants",
        "flake8-trtc check --trtc-allow CLIENT_B\t": "check --trtc-allow CLIENT_BANNED",
    }
    (tmp_path / "some_file.py").touch()
    assert session(shell, list(typed), tmp_path) == list(typed.values())


def session(shell: str, typed: list[str], directory: Path) -> list[str]:
    """Type lines into a shell on a terminal of its own; the arguments that the commands got."""
    path = shutil.which(shell)
    pty = pytest.importorskip("pty")
    if path is None:
        pytest.skip(f"needs {shell}")
    script = directory / "completion"
    with script.open("w", encoding="utf-8") as stream:
        command = [sys.executable, "-m", "flake8_trtc", "completion", shell]
        subprocess.run(command, stdout=stream, check=True)
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(directory)
        term = "vt100" if shell == "tcsh" else "dumb"  # where tcsh edits nothing
        os.environ.update(TERM=term, HOME=str(directory), LC_ALL="C.UTF-8", INPUTRC="/dev/null")
        os.execv(path, SHELLS[shell])
    try:
        answers = []
        os.write(terminal, f"{SETUP[shell]}\n".encode())
        for line in ["echo '<''ready>'", *typed]:
            os.write(terminal, f"{line}\n".encode())
            answers.append(answer(terminal))
        assert answers.pop(0) == "ready"
        return answers
    finally:
        os.close(terminal)
        os.waitpid(process, 0)


def answer(terminal: int) -> str:
    """What the next line that ends in <…> has there."""
    seen = b""
    while True:
        ready, _, _ = select.select([terminal], [], [], 20)
        assert ready, seen.decode(errors="replace")
        seen += os.read(terminal, 4096)
        for line in seen.split(b"\n")[:-1]:
            text = line.decode(errors="replace").strip("\r")
            if shown := re.search("<([^<>']*)>$", text):  # there may be a prompt before it
                return shown[1].strip()


def test_every_command_and_option_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    for shell in (*SHELLS, "powershell"):
        assert main(["completion", shell]) == 0
        script = capsys.readouterr().out
        assert script.isascii()
        for command in COMMANDS:
            with pytest.raises(SystemExit):
                main([command, "--help"])
            listed = capsys.readouterr().out
            options = set(re.findall(r"(?<=--)[a-z][a-z-]+", listed))
            assert "help" in options
            assert {option for option in options if option not in script} == set()
