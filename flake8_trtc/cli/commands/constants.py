"""The command `constants`: the catalog as a module of the user's own."""

from __future__ import annotations

import argparse
import shlex
import sys

from flake8_trtc.catalog.constants.forms import LANGS, SDKS, Form, form_of, langs_of, render, same
from flake8_trtc.cli.console import put
from flake8_trtc.config.files import asked_language
from flake8_trtc.config.names import is_member_name, is_script_name
from flake8_trtc.messages import constants as said
from flake8_trtc.messages import failures
from flake8_trtc.messages.message import Failure, Message, listed, program
from flake8_trtc.messages.options import ERROR
from flake8_trtc.messages.run import AT
from flake8_trtc.workspace import files

_FRESH, _STALE, _USAGE, _FAILED = range(4)
_PROGRAM = program("constants")
_MODULES = ("mjs", "cjs", "ts", "dts")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what is written and where to."""
    add = parser.add_argument
    add("--lang", choices=LANGS)
    add("-o", "--output", metavar="F")
    add("--sdk", choices=SDKS)
    add("--language", choices=("en", "zh"))
    add("--name", metavar="N")
    add("--global", dest="ambient", action="store_true")
    add("--check", metavar="F", nargs="+")


def run(args: argparse.Namespace) -> int:
    """Write one copy, or check some.

    1 where one is stale, 2 for arguments that don't go together, 3 where a file could not be read
    or written.
    """
    try:
        if args.check is not None:
            if args.output is not None:
                raise Failure(said.WRITES_NOTHING())
            return max([_check(path, args) for path in args.check])
        form = _form(args, args.output)
    except Failure as error:
        _say(ERROR(program=_PROGRAM, reason=error.message))
        return _USAGE
    text = render(form)
    if args.output is None:
        put(text.encode())
        return _FRESH
    try:
        _write(args.output, text)
    except files.FileError as error:
        _say(AT(path=args.output, reason=error.message))
        return _FAILED
    return _FRESH


def _form(args: argparse.Namespace, path: str | None, made: Form | None = None) -> Form:
    """The form that the arguments ask for, what they leave open being as a copy was made.

    Raises Failure.
    """
    langs = tuple(LANGS) if path is None else langs_of(path)
    if path is not None and not langs:
        raise Failure(said.NO_LANGUAGE(path=path, suffixes=listed(_SUFFIXES)))
    lang = args.lang or (made.lang if made is not None else None)
    if lang is None:
        if path is None:
            raise Failure(said.NO_FORM())
        lang = langs[0]
    if lang not in langs:
        raise Failure(said.NOT_IN_FILE(path=path, lang=lang))
    sdk = args.sdk or (made.sdk if made is not None else "v4")
    named = made is not None and made.name != SDKS[made.sdk]
    form = Form(
        lang,
        args.language or (made.language if made is not None else "en"),
        args.name or (made.name if made is not None and named else SDKS[sdk]),
        args.ambient or (made is not None and made.ambient),
        sdk,
    )
    _check_name(form)
    if form.ambient and lang != "dts":
        raise Failure(said.NOT_GLOBAL())
    return form


_SUFFIXES = (".py", ".pyi", ".js", ".mjs", ".cjs", ".ts", ".d.ts", ".json")


def _check_name(form: Form) -> None:
    name = form.name
    if form.lang == "json":
        if name != SDKS[form.sdk]:
            raise Failure(said.NO_NAME())
    elif form.lang in {"py", "pyi"}:
        if not (is_member_name(name) and name.isascii()):
            raise Failure(said.NOT_PYTHON(name=name))
    elif name == "default" and form.lang in _MODULES and not form.ambient:
        return
    elif not is_script_name(name):
        raise Failure(said.NOT_JAVASCRIPT(name=name))


def _check(path: str, args: argparse.Namespace) -> int:
    """Say what is wrong with a copy, if anything; the exit code. Raises Failure."""
    try:
        text = files.read(path).data.decode("utf-8", "replace")
    except files.FileError as error:
        _say(AT(path=path, reason=error.message))
        return _FAILED
    made = form_of(text)
    form = _form(args, path, made)
    # An array of records does not say how it was made.
    languages = ("en", "zh") if made is None and args.language is None else (form.language,)
    sdks = tuple(SDKS) if made is None and args.sdk is None else (form.sdk,)
    forms = [form._replace(language=one, sdk=other) for other in sdks for one in languages]
    if any(same(text, render(item)) for item in forms):
        return _FRESH
    command = shlex.join([*_PROGRAM.split(), *form.arguments, "-o", path])
    _say(said.STALE(path=path, command=command))
    return _STALE


def _write(path: str, text: str) -> None:
    """Write a copy over an older one, or where there is no file. Raises FileError."""
    import os

    if os.path.isfile(path):
        old = files.read(path).data.decode("utf-8", "replace")
        if same(old, text):
            return
        if old and not _is_copy(old):
            raise files.FileError(failures.NOT_OURS())
    files.write(path, text.encode())


def _is_copy(text: str) -> bool:
    """True if a file was written by this command."""
    import json

    try:
        rows = json.loads(text)
    except ValueError:
        return form_of(text) is not None
    first = rows[0] if isinstance(rows, list) and rows else None
    return isinstance(first, dict) and first.keys() >= {"name", "value", "summary"}


def _say(message: Message) -> None:
    """Say a message in the language of the project: --language is that of the copy."""
    print(message.of(asked_language({})), file=sys.stderr)
