"""Print a script that completes this command line in bash, zsh or fish.

It holds what the parsers of this version declare; print it again after an upgrade. It completes
`python -m flake8_trtc`, `python -m flake8_trtc.fix` and `flake8-trtc`.
"""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Iterator
from typing import NamedTuple

EPILOG = """\
examples:
  bash   flake8-trtc completion bash >> ~/.bashrc
  zsh    flake8-trtc completion zsh >> ~/.zshrc     (after compinit)
  fish   flake8-trtc completion fish > ~/.config/fish/conf.d/flake8-trtc.fish
"""


class _Option(NamedTuple):
    """An option: its spellings, what --help says of it, and what may follow it.

    values: the words to choose from; takes: whether something follows; file: whether it is a path.
    """

    names: tuple[str, ...]
    help: str
    values: tuple[str, ...]
    takes: bool
    file: bool


class _Command(NamedTuple):
    """A command: its name, what it is for, its options, and the words that may come after it."""

    name: str
    help: str
    options: tuple[_Option, ...]
    words: tuple[str, ...]
    files: bool


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the shell."""
    parser.add_argument("shell", choices=sorted(_SHELLS), help="whose script to print")


def run(args: argparse.Namespace) -> int:
    """Print the script; always 0."""
    print(_SHELLS[args.shell](list(_commands())), end="")
    return 0


def _commands() -> Iterator[_Command]:
    from flake8_trtc import cli

    for name, words in cli.COMMANDS.items():
        parser = cli.parser(name)
        actions = parser._actions
        options = tuple(_option(action) for action in actions if action.option_strings)
        rest = [action for action in actions if not action.option_strings]
        chosen = tuple(str(word) for action in rest for word in action.choices or ())
        files = any(action.dest == "paths" for action in rest)
        yield _Command(name, words, options, chosen or _queries(name), files)


def _queries(command: str) -> tuple[str, ...]:
    """What can be explained: every constant and every rule."""
    if command != "explain":
        return ()
    from flake8_trtc.catalog.codes import CONSTANTS
    from flake8_trtc.catalog.rules import RULES

    return (*(constant.name for constant in CONSTANTS.values()), *RULES)


def _option(action: argparse.Action) -> _Option:
    metavar = str(action.metavar or "")
    values = tuple(map(str, action.choices or ()))
    if not values and metavar.replace("|", "").isalpha() and metavar.islower():
        values = tuple(metavar.split("|"))  # en|zh
    if metavar.startswith("CODE") and "allow" not in action.dest:
        from flake8_trtc.catalog.rules import RULES

        values = ("TRT", *RULES)
    file = metavar in {"F", "PATH"} or metavar.startswith("GLOB")
    words = (action.help or "").partition(" (")[0]
    return _Option(tuple(action.option_strings), words, values, action.nargs != 0, file)


def _bash(commands: list[_Command]) -> str:
    cases = []
    for command in commands:
        names = " ".join(name for option in command.options for name in option.names)
        after = [
            f"      {'|'.join(option.names)}) words={shlex.quote(' '.join(option.values))} ;;"
            for option in command.options
            if option.takes
        ]
        rest = shlex.quote(" ".join(command.words))
        cases += [
            f"    {command.name})",
            '      case "$before" in',
            *(f"  {line}" for line in after),
            f"        *) if [[ $here == -* ]]; then words={shlex.quote(names)};"
            f" else words={rest}; fi ;;",
            "      esac ;;",
        ]
    return _BASH.replace("@CASES@", "\n".join(cases)).replace(
        "@COMMANDS@", " ".join(command.name for command in commands)
    )


def _zsh(commands: list[_Command]) -> str:
    cases = []
    for command in commands:
        lines = []
        for option in command.options:
            for name in option.names:
                words = _escaped(option.help)
                value = ""
                if option.takes:
                    chosen = f"({' '.join(option.values)})" if option.values else "_files"
                    value = f":value:{chosen if option.values or option.file else ''}"
                joined = "=" if option.takes and name.startswith("--") else ""
                lines.append(f"      {shlex.quote(f'{name}{joined}[{words}]{value}')}")
        rest = "_files" if command.files else f"({' '.join(command.words)})"
        if command.files or command.words:
            lines.append(f"      {shlex.quote(f'*:argument:{rest}')}")
        body = " \\\n".join(lines)
        cases.append(f"    ({command.name}) _arguments -s \\\n{body} ;;")
    described = "\n".join(
        f"    {shlex.quote(f'{command.name}:{command.help}')}" for command in commands
    )
    return _ZSH.replace("@CASES@", "\n".join(cases)).replace("@COMMANDS@", described)


def _escaped(text: str) -> str:
    """Text in the brackets of an `_arguments` specification."""
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]").replace(":", "\\:")


def _fish(commands: list[_Command]) -> str:
    names = " ".join(command.name for command in commands)
    lines = []
    for command in commands:
        line = ["-n __flake8_trtc_at -a", command.name, "-d", _quoted(command.help)]
        lines.append(" ".join(line))
        here = f"-n '__flake8_trtc_at {command.name}'"
        if command.files:
            lines.append(f"{here} -F")
        elif command.words:
            lines.append(f"{here} -a {_quoted(' '.join(command.words))}")
        for option in command.options:
            spelled = " ".join(
                f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}"
                for name in option.names
            )
            value = ""
            if option.values:
                value = f" -x -a {_quoted(' '.join(option.values))}"
            elif option.takes:
                value = " -r -F" if option.file else " -x"
            lines.append(f"{here} {spelled}{value} -d {_quoted(option.help)}")
    body = "".join(f"    complete -c $command {line}\n" for line in lines)
    return _FISH.replace("@COMMANDS@", names).replace("@BODY@", body)


def _quoted(text: str) -> str:
    """A word for fish, which knows two escapes in single quotes."""
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


_BASH = """\
# Completion of python -m flake8_trtc and flake8-trtc for bash.
_flake8_trtc() {
  local here=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} at=1 words='' command
  if [[ ${COMP_WORDS[1]} == -m ]]; then at=3; fi
  if [[ ${COMP_WORDS[2]} == flake8_trtc.fix ]]; then command=fix; else
    command=${COMP_WORDS[at]}
    if (( COMP_CWORD == at )); then
      COMPREPLY=($(compgen -W '@COMMANDS@' -- "$here"))
      return
    fi
  fi
  if [[ $before == = ]]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi
  if [[ $here == = ]]; then here=''; before=${COMP_WORDS[COMP_CWORD-1]}; fi
  case $command in
@CASES@
  esac
  COMPREPLY=($(compgen -W "$words" -- "$here"))
}
_flake8_trtc_python() {
  if [[ ${COMP_WORDS[1]} == -m && ${COMP_WORDS[2]} == flake8_trtc?(.fix) ]] && (( COMP_CWORD > 2 ))
  then _flake8_trtc
  elif [[ -n $_flake8_trtc_before ]]; then $_flake8_trtc_before "$@"
  fi
}
# What completed python before goes on completing it.
_flake8_trtc_before=$(complete -p python 2>/dev/null | sed -n 's/.* -F \\([^ ]*\\).*/\\1/p')
if [[ $_flake8_trtc_before == _flake8_trtc_python ]]; then _flake8_trtc_before=''; fi
complete -o default -o bashdefault -F _flake8_trtc_python python python3
complete -o default -o bashdefault -F _flake8_trtc flake8-trtc
"""

_ZSH = """\
#compdef flake8-trtc
# Completion of python -m flake8_trtc and flake8-trtc for zsh.
_flake8_trtc() {
  local -a commands=(
@COMMANDS@
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
@CASES@
  esac
}
_flake8_trtc_python() {
  if [[ $words[2] == -m && $words[3] == flake8_trtc && $CURRENT -gt 3 ]]; then
    shift 2 words
    (( CURRENT -= 2 ))
    _flake8_trtc
  elif [[ $words[2] == -m && $words[3] == flake8_trtc.fix && $CURRENT -gt 3 ]]; then
    words=(flake8-trtc fix "${(@)words[4,-1]}")
    (( CURRENT-- ))
    _flake8_trtc
  else
    _python "$@"
  fi
}
compdef _flake8_trtc flake8-trtc
compdef _flake8_trtc_python python python3
"""

_FISH = """\
# Completion of python -m flake8_trtc and flake8-trtc for fish.
function __flake8_trtc_at --description 'Whether the cursor stands after a command, or at its place'
    set -l words (commandline -opc)
    if test "$words[2]" = -m
        if test "$words[3]" = flake8_trtc.fix
            set words $words[1] fix $words[4..]
        else if test "$words[3]" = flake8_trtc
            set words $words[1] $words[4..]
        else
            return 1
        end
    else if test (path basename -- "$words[1]") != flake8-trtc
        return 1
    end
    if test (count $argv) -eq 0
        test (count $words) -eq 1
    else
        test "$words[2]" = "$argv[1]"
    end
end
for command in flake8-trtc python python3
@BODY@end
complete -c flake8-trtc -f
"""

_SHELLS = {"bash": _bash, "fish": _fish, "zsh": _zsh}
