"""The pages of the commands and of the options: what argparse and the option table say."""

from __future__ import annotations

from flake8_trtc.cli import COMMANDS, program
from flake8_trtc.config.settings import SETTINGS
from sitegen import tables, words
from sitegen.model import Page
from sitegen.words import fence

_WIDTH = 80


def commands(language: str) -> tuple[Page, ...]:
    """A page a command, with what `--help` prints."""
    return tuple(_command(name, language) for name in COMMANDS)


def _command(name: str, language: str) -> Page:
    parser = program.parser(name, [f"--trtc-language={language}"], _WIDTH)
    text = f"# {name}\n\n{words.HELP.of(language)}\n\n"
    text += fence(f"$ {parser.prog} --help\n{parser.format_help()}", "console")
    return Page(f"commands/{name}.md", name, text)


def options(language: str, prose: str) -> Page:
    """The plugin's options, a heading each. prose: what the README says besides."""
    title = words.OPTIONS.of(language)
    parts = [f"# {title}\n", words.ALL_OPTIONS.of(language) + "\n", prose]
    for setting in SETTINGS:
        parts.append(f"## {setting.name} {{ #{setting.name} }}\n")
        parts.append(tables.describe(setting.name, language) + "\n")
        parts.append(fence(f"{setting.name} = {setting.metavar}", "ini"))
    return Page("options/index.md", title, "\n".join(parts), weight=8)
