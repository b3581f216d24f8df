"""Which value each option has, and where it came from: what `--show-settings` prints."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from flake8_trtc.config.files import EXCLUDE, OWN, Layer, combine
from flake8_trtc.config.options import OWN_CONSTANTS, items
from flake8_trtc.config.settings import ADDED, LISTED, NAMES
from flake8_trtc.workspace.files import FileError, read

_DEFAULTS = {
    "trtc-error-code": ":".join(OWN_CONSTANTS),
    "trtc-language": "en",
    "exclude": ", ".join(EXCLUDE),
    "disable-noqa": "false",
}


def settings(layers: Sequence[Layer], paths: Sequence[str]) -> Iterator[str]:
    """A line for each file that was read and for each option: `NAME = VALUE  # WHERE FROM`.

    layers: the weakest first; paths: for which to say what `trtc-sdk-version = auto` finds.
    Raises OptionsError where one of the layers is wrong.
    """
    options = combine(layers)
    files = [layer for layer in layers if layer.path]
    yield f"# read: {', '.join(layer.place() for layer in files) or 'no configuration'}"
    if any(layer.table == OWN for layer in files):
        yield f"# flake8 itself does not read [tool.{OWN}]"
    for name in NAMES:
        giving = [layer for layer in layers if layer.values.get(name) is not None]
        if not giving:
            yield _line(name, _DEFAULTS.get(name, ""), "default")
            continue
        if name in ADDED:
            value: object = [item for layer in giving for item in items(layer.values[name])]
            where = " + ".join(layer.place(name) for layer in giving)
        else:
            value = giving[-1].values[name]
            where = ", not ".join(layer.place(name) for layer in reversed(giving))
        yield _line(name, _written(name, value), where)
        if name == "trtc-sdk-version" and options.sdk_auto:
            yield from (line for path in paths or ["."] for line in _found(path))


def _found(path: str) -> Iterator[str]:
    """Which versions of the SDK a file uses, v4's and v5's, or those in a directory."""
    from flake8_trtc.detect.npm import PACKAGES, find_sdk

    try:
        data = read(path).data
    except FileError:
        data = b""
    file = os.path.join(path, "x") if os.path.isdir(path) else path
    found = [sdk for one in PACKAGES if (sdk := find_sdk(file, data, one)) is not None]
    for sdk in found:
        yield f"# auto, for {path}: {sdk.text}  # {sdk.source}"
    if not found:
        yield f"# auto, for {path}: nothing tells it"


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
