"""The command or the option that is meant by one who wrote another; only a mistake needs it."""

from __future__ import annotations

import os
import shlex

from flake8_trtc.cli import COMMANDS
from flake8_trtc.cli.arguments import Misuse, Parser
from flake8_trtc.config.settings import close
from flake8_trtc.messages.message import Message, listed, program
from flake8_trtc.messages.options import DID_YOU_MEAN
from flake8_trtc.messages.usage import CHOOSE, HAS, MEANT

_CLOSE = 0.75
_CLOSER = 0.8  # of options: --include is not --exclude
_LONG = 6  # letters of the last words of an option: shorter ones are like too many others
# What other linters, and people, call the same.
_COMMANDS = {
    "lint": "check",
    "scan": "check",
    "run": "check",
    "autofix": "fix",
    "format": "fix",
    "rewrite": "fix",
    "rule": "explain",
    "why": "explain",
    "what": "explain",
    "log": "logs",
    "codes": "list",
    "lsp": "server",
    "completions": "completion",
}
_OPTIONS = {
    "--colour": "--color",
    "--lang": "--trtc-language",
    "--locale": "--trtc-language",
    "--output": "--output-file",
    "--disable": "--ignore",
    "--enable": "--extend-select",
    "--rule": "--select",
    "--rules": "--select",
    "--threads": "--jobs",
    "--silent": "--quiet",
    "--dry-run": "--diff",
    "--add-noqa": "--add-ignore",
    "--evidence": "--show-evidence",
    "--filename": "--stdin-filename",
    "--stdin-file-path": "--stdin-filename",
    "--show-config": "--show-settings",
    "--print-config": "--show-settings",
}


def command_hint(words: list[str]) -> Message:
    """The command that may have been meant by a line that begins with none."""
    meant = _line(words)
    if meant is not None:
        return MEANT(line=f"{program()} {shlex.join(meant)}")
    first = words[0]
    near = _COMMANDS.get(first.lower()) or close(first.lower(), COMMANDS, _CLOSE)
    return DID_YOU_MEAN(near=near) if near else CHOOSE(names=listed(COMMANDS))


def _line(words: list[str]) -> list[str] | None:
    """The whole line that is meant where only the command is missing, or is not the first word."""
    given = next((word for word in words if word in COMMANDS), None)
    if words[0].startswith("-") and given is not None:
        at = words.index(given)
        meant = [given, *words[:at], *words[at + 1 :]]
    elif os.path.exists(words[-1]) and (words[0].startswith("-") or os.path.exists(words[0])):
        meant = ["check", *words]
    else:
        return None
    return meant if _fits(meant) else None


def _fits(words: list[str]) -> bool:
    """True if a line is one that its command takes."""
    from flake8_trtc.cli.program import parser

    made = parser(words[0])
    made.strict = True
    try:
        made.parse_words(words[1:])
    except (Misuse, SystemExit):
        return False
    return True


def option_hint(parser: Parser, word: str) -> Message | None:
    """The option that may have been meant by one that the command does not have; None for none."""
    name = word.partition("=")[0]
    near = _near(name, parser.options)
    if near is not None:
        return DID_YOU_MEAN(near=near)
    other = {"check": "fix", "fix": "check"}.get(parser.command)
    if other is None:
        return None
    from flake8_trtc.cli.program import parser as made

    near = _near(name, made(other).options)
    return HAS(program=program(other), option=near) if near else None


def _near(name: str, known: list[str]) -> str | None:
    """An option of another name: what others call it, its last words, or one that is spelt so."""
    if _OPTIONS.get(name) in known:
        return _OPTIONS[name]
    ends = [option for option in known if option.endswith(name.removeprefix("-"))]
    near = None
    if name.startswith("--"):
        near = ends[0] if len(ends) == 1 else _misspelt(name[2:], known)
    return near or close(name, known, _CLOSER)


def _misspelt(word: str, known: list[str]) -> str | None:
    """The one option that ends with this word misspelt: `fromat` for `--output-format`.

    A word that only goes on, or stops short, is another word: `extension`, `filenames`.
    """
    ends: dict[str, list[str]] = {}
    for option in known:
        words = option.removeprefix("--").split("-")
        for number in range(len(words)):
            ends.setdefault("-".join(words[number:]), []).append(option)
    like = [
        end
        for end in ends
        if len(end) >= _LONG
        and abs(len(end) - len(word)) <= 1
        and not end.startswith(word)
        and not word.startswith(end)
    ]
    near = close(word, like, _CLOSE)
    if near is None or f"--{near}" in known:
        return near and f"--{near}"
    return ends[near][0] if len(ends[near]) == 1 else None
