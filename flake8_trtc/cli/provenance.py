"""Which value each option has, where it came from and what follows: `--show-settings`."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from flake8_trtc.catalog.rules import RULES
from flake8_trtc.config.files import EXCLUDE, OWN, Layer, combine
from flake8_trtc.config.options import OWN_CONSTANTS, Options, items
from flake8_trtc.config.settings import ADDED, LISTED, NAMES
from flake8_trtc.messages import settings as said
from flake8_trtc.messages.message import Message, listed
from flake8_trtc.workspace.files import FileError, read
from flake8_trtc.workspace.walk import NEVER, VENDORED

_DEFAULTS = {
    "trtc-error-code": ":".join(OWN_CONSTANTS),
    "trtc-language": "en",
    "exclude": ", ".join(EXCLUDE),
    "disable-noqa": "false",
}


def settings(layers: Sequence[Layer], paths: Sequence[str]) -> Iterator[str]:
    """A line for each file that was read and for each option: `NAME = VALUE  # WHERE FROM`.

    Then which rules are on, and what a walk leaves out. layers: the weakest first; paths: for which
    to say what `trtc-sdk-version = auto` finds. Raises OptionsError where a layer is wrong.
    """
    options = combine(layers)
    language = options.language
    files = [layer for layer in layers if layer.path]
    read_ = listed(layer.place() for layer in files) if files else said.NO_CONFIGURATION()
    yield f"# {said.READ.of(language, files=read_)}"
    if any(layer.table == OWN for layer in files):
        yield f"# {said.NOT_FLAKE8_S.of(language, table=f'tool.{OWN}')}"
    for name in NAMES:
        giving = [layer for layer in layers if layer.values.get(name) is not None]
        if not giving:
            yield _line(name, _DEFAULTS.get(name, ""), said.DEFAULT.of(language))
            continue
        places = [_told(layer.place(name), language) for layer in giving]
        if name in ADDED:
            value: object = [item for layer in giving for item in items(layer.values[name])]
            where = " + ".join(places)
        else:
            value = giving[-1].values[name]
            where = places[-1]
            for other in reversed(places[:-1]):
                where = said.NOT.of(language, place=where, others=other)
        yield _line(name, _written(name, value), where)
        if name == "trtc-sdk-version" and options.sdk_auto:
            yield from (line for path in paths or ["."] for line in _found(path, language))
    for line in _consequences(options):
        yield f"# {line.of(language)}"


def _told(place: str, language: str) -> str:
    return place.of(language) if isinstance(place, Message) else place


def _consequences(options: Options) -> Iterator[Message]:
    """Which rules are on and which are off, whatever a file's own ignores; what a walk skips."""
    on = [code for code in RULES if options.wants(code, "")]
    off = [code for code in RULES if code not in on]
    if on:
        yield said.ON(codes=", ".join(on))
    if off:
        yield said.OFF(codes=", ".join(off))
    yield said.LEFT_OUT(names=", ".join(sorted(NEVER)), vendored=", ".join(sorted(VENDORED)))


def _found(path: str, language: str) -> Iterator[str]:
    """Which versions of the SDK a file uses, v4's and v5's, or those in a directory."""
    from flake8_trtc.detect.npm import PACKAGES, find_sdk

    try:
        data = read(path).data
    except FileError:
        data = b""
    file = os.path.join(path, "x") if os.path.isdir(path) else path
    found = [sdk for one in PACKAGES if (sdk := find_sdk(file, data, one)) is not None]
    for sdk in found:
        told = said.AUTO.of(language, path=path, version=sdk.text)
        yield f"# {told}  # {sdk.source}"
    if not found:
        yield f"# {said.AUTO.of(language, path=path, version=said.NOTHING())}"


def _line(name: str, value: str, where: str) -> str:
    return f"{name} = {value}".rstrip() + f"  # {where}"


def _written(name: str, value: object) -> str:
    """A value in one line, as an INI file would have it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return " ".join(f"{glob}:{','.join(items(codes))}" for glob, codes in value.items())
    if name in LISTED:
        return ", ".join(items(value))
    return " ".join(map(str, value)) if isinstance(value, list) else " ".join(str(value).split())
