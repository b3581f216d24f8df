"""The words of the command line in the user's language: help, usage and mistakes.

The parsers are declared without them, since a run that goes well needs none.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from string import Formatter

from flake8_trtc.cli import COMMANDS
from flake8_trtc.cli.arguments import Parser
from flake8_trtc.config.files import asked_language
from flake8_trtc.config.settings import SETTINGS
from flake8_trtc.messages import arguments, commands, usage
from flake8_trtc.messages.message import Message, Sentence, listed, program, verbatim

_OURS = {setting.name: Sentence(setting.help, setting.zh) for setting in SETTINGS}


def language_of(words: Sequence[str]) -> str:
    """The language that a line asks for, or the project's; "en" or "zh"."""
    asked = _value(words, "--trtc-language") or _value(words, "--language")
    config = _value(words, "--config")
    given = {} if asked is None else {"trtc-language": asked}
    return asked_language(given, config=config, isolated="--isolated" in words)


def _value(words: Sequence[str], option: str) -> str | None:
    """What a line gives an option; it may be none that its command takes."""
    for at, word in enumerate(words):
        if word == option and at + 1 < len(words):
            return words[at + 1]
        if word.startswith(f"{option}="):
            return word.removeprefix(f"{option}=")
    return None


def give_words(parser: Parser, language: str) -> None:
    """Give a parser the words that its help and its usage have in a language."""
    command = parser.command
    if command:
        parser.description = commands.ABOUT[command].of(language)
        if command in commands.BELOW:
            parser.epilog = _as_run(commands.BELOW[command].of(language), parser)
    else:
        parser.usage = commands.OF_PROGRAM.of(language, program=parser.prog)
        parser.description = commands.PROGRAM.of(language)
        parser.epilog = _listed(parser.prog, language)
    for group in parser.groups:
        title = {
            "positional arguments": arguments.POSITIONALS,
            "options": arguments.OPTIONS,
            **arguments.GROUPS,
        }.get(group.title or "")
        if title is not None:
            group.title = title.of(language)
    for action in parser.arguments:
        if action.help is not argparse.SUPPRESS:
            action.help = help_of(action, command).of(language)
        if action.dest == "paths":  # there are too many options to list them twice
            parser.usage = commands.OF_PATHS.of(language)
        if action.dest == "tables":
            parser.usage = commands.OF_TABLES.of(language)


def help_of(action: argparse.Action, command: str) -> Sentence:
    """What the help of a command says of an argument."""
    long = [name[2:] for name in action.option_strings if name.startswith("--")]
    name = long[0] if long else action.dest
    for rows in (arguments.OF.get(command, {}), arguments.SHARED, _OURS):
        if name in rows:
            return rows[name]
    raise KeyError(f"messages/arguments.py has nothing on {name!r} of {command!r}")


def _as_run(text: str, parser: Parser) -> str:
    """Examples that name the program as it was run."""
    text = text.replace(f"flake8-trtc {parser.command}", parser.prog)
    return text if program() == "flake8-trtc" else text.replace("flake8-trtc ", f"{program()} ")


def _listed(called: str, language: str) -> str:
    """The commands, a line each."""
    width = max(map(len, COMMANDS))
    rows = (f"  {name:<{width}}  {commands.SUMMARIES[name].of(language)}" for name in COMMANDS)
    more = commands.SAYS_MORE.of(language, program=called)
    return "\n".join([commands.COMMANDS.of(language), *rows, "", more])


def known(text: str) -> Message:
    """The message that a text of argparse is; as it is where it says what it never did."""
    if isinstance(text, Message):
        return text
    for sentence in usage.THEIRS:
        match = _pattern(sentence).fullmatch(text)
        if match is not None:
            return sentence(**{name: _part(name, part) for name, part in match.groupdict().items()})
    return verbatim(text)


def _part(name: str, text: str) -> str:
    """What stands for a name in a text of argparse: a reason is known, too."""
    if name == "reason":
        return known(text)
    return listed(text.split(", ")) if name == "names" else text


def _pattern(sentence: Sentence) -> re.Pattern[str]:
    """What matches the English of a sentence, a group for each of its names."""
    pattern = ""
    for text, name, _, _ in Formatter().parse(sentence.en):
        pattern += re.escape(text) + (f"(?P<{name}>.*?)" if name else "")
    return re.compile(pattern, re.DOTALL)
