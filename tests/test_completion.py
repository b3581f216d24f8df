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
}
# What stands in for the commands: it shows the arguments that it got.
SETUP = {
    "bash": 'for c in flake8-trtc python; do eval "$c() { echo \\"<\\$*>\\"; }"; done',
    "zsh": "autoload -Uz compinit; compinit -u -D; "
    'function flake8-trtc python { print -r -- "<$*>" }',
    "fish": 'for c in flake8-trtc python; function $c; echo "<$argv>"; end; end',
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
        "python -m flake8_trtc chec\t": "-m flake8_trtc check",
        "python -m flake8_trtc fix --write-c\t": "-m flake8_trtc fix --write-constants",
        "python -m flake8_trtc.fix --di\t": "-m flake8_trtc.fix --diff",
        "python some_f\t": "some_file.py",
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
        os.environ.update(TERM="dumb", HOME=str(directory), LC_ALL="C.UTF-8", INPUTRC="/dev/null")
        os.execv(path, SHELLS[shell])
    try:
        answers = []
        for line in [f"{SETUP[shell]}", f". ./{script.name}", "echo '<''ready>'", *typed]:
            os.write(terminal, f"{line}\n".encode())
            if line.startswith(("echo", "python", "flake8-trtc")):
                answers.append(answer(terminal))
        assert answers.pop(0) == "ready"
        return answers
    finally:
        os.close(terminal)
        os.waitpid(process, 0)


def answer(terminal: int) -> str:
    """The next line that stands in < and >."""
    seen = b""
    while True:
        ready, _, _ = select.select([terminal], [], [], 60)
        assert ready, seen.decode(errors="replace")
        seen += os.read(terminal, 4096)
        for line in seen.split(b"\n")[:-1]:
            text = line.decode(errors="replace").strip("\r")
            if text.startswith("<") and text.endswith(">"):
                return text[1:-1].strip()


def test_every_command_and_option_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    for shell in SHELLS:
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
