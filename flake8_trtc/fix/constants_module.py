"""The module of the project's own constants: whether a file finds it, and what to write if not."""

from __future__ import annotations

import os
import re
import shlex

from flake8_trtc._lean import NamedTuple
from flake8_trtc.catalog.constants.forms import Form, render
from flake8_trtc.config.files import near
from flake8_trtc.config.options import OWN_CONSTANTS, Options
from flake8_trtc.fix.python.cycles import roots_of
from flake8_trtc.languages.javascript.imports import untyped
from flake8_trtc.messages import run
from flake8_trtc.messages.message import Message, program
from flake8_trtc.model import SCRIPTS
from flake8_trtc.source import dialect_of

_TYPED = {".js": ".ts", ".mjs": ".mts", ".cjs": ".cts"}
"""TypeScript's suffixes for those of the JavaScript that an import names, before compilation."""
_LANGS = {**dict.fromkeys(_TYPED.values(), "ts"), ".js": "mjs", ".mjs": "mjs", ".cjs": "cjs"}
_SUFFIXES = (*_LANGS, ".jsx", ".tsx", ".json", ".d.ts", ".d.mts", ".d.cts")
_COMPILED = (".py", ".pyi", ".pyx", ".so", ".pyd")


class Missing(NamedTuple):
    """A module that a file imports its constants from, and that is not there.

    module: as it is imported; path: the file that would be it, "" where that can't be told; form:
    what to write there.
    """

    module: str
    path: str
    form: Form

    @property
    def content(self) -> bytes:
        """The text to write there."""
        return render(self.form).encode()

    def said(self) -> Message:
        """The missing module and the remedy, in one line."""
        if not self.path:
            return run.UNKNOWN_MODULE(module=self.module)
        words = [*program("constants").split(), *self.form.arguments]
        command = shlex.join([*words, "-o", self.path])
        return run.MISSING_MODULE(module=self.module, command=command)


def missing(path: str, text: bytes, options: Options) -> Missing | None:
    """The configured module, where a file imports it and it is not there.

    path: the file's; text: its bytes, after the fix. Python's modules are looked for in the roots
    of this project: the directory of the file's outermost package, `src` and the working directory.
    A relative module of JavaScript is relative to the file; others are a bundler's to find.
    """
    dialect = dialect_of(path)
    if dialect in {"python", "notebook"}:
        return _python(path, text, options)
    if dialect in SCRIPTS or dialect == "vue":
        return _script(path, text, options)
    return None


def _python(path: str, text: bytes, options: Options) -> Missing | None:
    module, name = options.error_code
    parts = module.split(".")
    if parts[0] == OWN_CONSTANTS[0]:
        return None
    written = re.escape(module).encode()
    if not re.search(rb"\b(?:from\s+%s\s+import|import\s+%s)\b" % (written, written), text):
        return None
    first, *others = roots_of(path)
    roots = [near(first), *others]
    places = [os.path.normpath(os.path.join(root, *parts)) for root in roots]
    if any(map(_is_module, places)):
        return None
    form = Form("py", options.language, name)
    if len(parts) > 1:
        for place in places:
            if os.path.isdir(os.path.dirname(place)):
                return Missing(module, f"{place}.py", form)
    elif not _is_installed(module):
        return Missing(module, f"{places[1]}.py", form)
    return None if _is_installed(parts[0]) else Missing(module, "", form)


def _is_module(place: str) -> bool:
    """True if a path without a suffix is a module or a package."""
    if os.path.isdir(place):
        return True
    directory, stem = os.path.split(place)
    try:
        names = os.listdir(directory or ".")
    except OSError:
        return False
    return any(name.startswith(stem + ".") and name.endswith(_COMPILED) for name in names)


def _is_installed(name: str) -> bool:
    """True if a top-level module can be imported here; it is not."""
    from importlib.util import find_spec

    try:
        return find_spec(name) is not None
    except (ImportError, ValueError):
        return False


def _script(path: str, text: bytes, options: Options) -> Missing | None:
    own = options.script_constants(path)
    if own is None or own.specifier is None or not own.specifier.startswith(("./", "../")):
        return None
    named = "|".join(map(re.escape, (own.specifier, untyped(own.specifier)))).encode()
    found = re.search(
        rb"(?:\bfrom\s*|\bimport\s*|(?P<required>\brequire\s*\(\s*))['\"](?:%s)['\"]" % named,
        text,
    )
    if found is None:
        return None
    place = os.path.normpath(os.path.join(os.path.dirname(path), own.specifier))
    stem, suffix = os.path.splitext(place)
    if suffix not in _SUFFIXES:
        stem, suffix = place, ""
    if _is_script(place, stem, suffix):
        return None
    typed = dialect_of(path) in {"ts", "tsx"} or re.search(rb"<script\b[^>]*\bts\b", text)
    target = suffix or ".js"
    target = _TYPED.get(target, target) if typed else target
    lang = _LANGS.get(target)
    if lang is None:
        return None
    lang = "cjs" if lang == "mjs" and found["required"] and target == ".js" else lang
    return Missing(own.specifier, stem + target, Form(lang, options.language, own.name))


def _is_script(place: str, stem: str, suffix: str) -> bool:
    """True if there is a file that an import may find."""
    if suffix:
        typed = _TYPED.get(suffix, suffix)
        others = (typed, f".d{typed}", ".tsx")
        return os.path.isfile(place) or any(os.path.isfile(stem + other) for other in others)
    return any(
        os.path.isfile(name + other)
        for name in (place, os.path.join(place, "index"))
        for other in (*_SUFFIXES, ".vue")
    )
