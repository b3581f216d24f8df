"""Repositories as an organisation has them, by number: what they use, how they lie, what they configure."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

Files = dict[str, str]

_V4 = """\
import TRTC from 'trtc-js-sdk';

export async function join(client, room) {
  try {
    await client.join({ roomId: room });
  } catch (error) {
    if (error.getCode() === 0x4004) return retry(room);
    if (error.getCode() === 16451 || error.getCode() === 4096) return ask();
    throw error;
  }
}
"""
_V5 = """\
import TRTC from 'trtc-sdk-v5';

export const start = (trtc) =>
  trtc.startLocalVideo().catch((error) => {
    if (error.code === 5300 && error.extraCode === 5302) report(error);
    if (error.code === 5100) report(error);
  });
"""
_PYTHON = """\
import trtc


def on_error(error):
    if error.getCode() in (16388, 0x4043):
        return True
    return error.getCode() == 4098  # trtc: ignore[TRT001]
"""
_LITEAV = """\
import liteav


def on_error(error_code):
    return error_code == -3317 or error_code == -1301
"""
_NONE = "export const f = (e) => e.code === 16388 || e.zipCode === 4096;\n"
_VUE = """\
<template><p v-if="code === 16388">{{ code }}</p></template>
<script>
import TRTC from 'trtc-js-sdk';
export default {
  methods: { failed(error) { return error.getCode() === 0x4004; } },
};
</script>
"""
_PAGE = """\
<script src="https://web.sdk.qcloud.com/trtc/webrtc/v5/dist/trtc-v5.js"></script>
<script>
TRTC.create().enterRoom({}).catch((error) => { if (error.code === 5301) alert(error.extraCode); });
</script>
"""
_TEXT = "# 通话\n\n```js\n// TRTC\nif (error.getCode() === 16451) play();\n```\n"
_CODES = "export const ErrorCode = { JOIN_ROOM_FAILED: 0x4004, PLAY_NOT_ALLOWED: 0x4043 };\n"
_RUN = f"import TRTC from 'trtc-js-sdk'; {'x();' * 600} e.getCode() === 0x4004;\n"


def _package(**wanted: str) -> str:
    return json.dumps({"name": "app", "dependencies": {"vue": "^3.0.0", **wanted}})


def _lock(version: str) -> str:
    packages = {"node_modules/trtc-js-sdk": {"version": version}}
    return json.dumps({"lockfileVersion": 3, "packages": packages})


def _v4(number: int) -> Files:
    version = ("4.11.0", "4.15.22", "^4.12.1", "~4.6.0")[number % 4]
    return {"package.json": _package(**{"trtc-js-sdk": version}), "src/room.js": _V4}


def _v5(number: int) -> Files:
    return {"package.json": _package(**{"trtc-sdk-v5": f"^5.{number % 9}.0"}), "src/room.ts": _V5}


def _liteav(_number: int) -> Files:
    return {"setup.py": "import setuptools\nsetuptools.setup()\n", "call/room.py": _LITEAV}


def _none(number: int) -> Files:
    return {"package.json": _package(axios="1.0.0"), f"lib/port{number}.js": _NONE}


def _workspaces(number: int) -> Files:
    """Two packages in folders, each with its own version, one of them locked."""
    return {
        "package.json": json.dumps({"private": True, "workspaces": ["packages/*"]}),
        "packages/old/package.json": _package(**{"trtc-js-sdk": "^4.11.0"}),
        "packages/old/package-lock.json": _lock(f"4.11.{number % 13}"),
        "packages/old/src/room.js": _V4,
        "packages/new/package.json": _package(**{"trtc-sdk-v5": "5.8.0"}),
        "packages/new/src/deep/in/room.ts": _V5,
        "服务/通话.py": _PYTHON,
    }


def _ignored(_number: int) -> Files:
    """What git ignores though it is tracked, what is built, and what is the project's."""
    return {
        ".gitignore": "dist/\n/copies/*.js\n!/copies/kept.js\n",
        "dist/room.js": _V4,
        "copies/room.js": _V4,
        "copies/kept.js": _V4,
        "web/.gitignore": "*.vue\n",
        "web/Room.vue": _VUE,
        "src/Room.vue": _VUE,
        "src/room.min.js": _V4,
        "src/bundle.js": _RUN,
        "vendor/room.js": _V4,
        "vendor/room.py": _PYTHON,
        "node_modules/a/index.js": _V4,
        "README.md": _TEXT,
        "index.html": _PAGE,
    }


def _of_flake8(number: int) -> Files:
    """flake8's own configuration, in each of its files."""
    name = (".flake8", "setup.cfg", "tox.ini")[number % 3]
    return {
        name: "[flake8]\nexclude = legacy,./old/room.js\nper-file-ignores =\n  call/quiet.py: TRT\n"
        "trtc-assume = gateway/*\n",
        "legacy/room.js": _V4,
        "old/room.js": _V4,
        "new/room.js": _V4,
        "call/quiet.py": _PYTHON,
        "call/loud.py": _PYTHON,
        "gateway/errors.py": "def failed(error_code):\n    return error_code == 4096\n",
    }


def _own_table(number: int) -> Files:
    """Our own table, with options for which more files are looked into than by default."""
    version = ("4.15.22", "5.2.0", "auto")[number % 3]
    return {
        "pyproject.toml": "[tool.black]\nline-length = 60\n\n[tool.flake8-trtc]\n"
        f'sdk-version = "{version}"\nlanguage = "zh"\nallow = ["DEVICE_NOT_FOUND"]\n'
        'select = ["TRT0", "TRT1", "TRT2"]\n',
        "package.json": _package(**{"trtc-js-sdk": "4.8.0"}),
        "src/room.js": _V4,
        "src/room.ts": _V5,
        "call/room.py": _PYTHON,
        "plain.js": "export const f = (error) => error.code === 5300;\n",
    }


def _own_constants(number: int) -> Files:
    """The project's own constants: found, not found, and in a module that imports the file itself."""
    again = "import { join } from './room';\n" if number % 2 else ""
    return {
        ".flake8": "[flake8]\ntrtc-js-error-code = ./src/trtc/codes#ErrorCode\n"
        "trtc-error-code = shop.codes:Trtc\n",
        "src/trtc/codes.ts": f"{again}{_CODES}",
        "src/trtc/room.ts": _V4,
        "src/page.ts": _V4,
        "shop/__init__.py": "",
        "shop/codes.py": "from shop.calls import on_error\n" if number % 2 else "",
        "shop/calls.py": _PYTHON,
    }


def _modules(number: int) -> Files:
    """Constants imported by way of another module, and how the formatter writes."""
    uses = "import { ErrorCode } from '@/trtc';\n" + _V4
    return {
        "package.json": _package(**{"trtc-js-sdk": "4.15.22"}),
        ".prettierrc": '{ "semi": false, "singleQuote": false }',
        "src/trtc/index.js": "export * from './codes';\n",
        "src/trtc/codes.js": _CODES if number % 2 else "export const x = 1;\n",
        "src/views/room.js": uses,
        "src/views/other.js": _V4.replace(";", ""),
        "call/__init__.py": "from call.rooms import *\n",
        "call/rooms.py": _PYTHON,
        "call/pyproject.toml": "[tool.ruff]\nline-length = 50\n",
        "server/ruff.toml": "",
        "server/src/shop/rooms/views.py": "",
        "server/tests/test_rooms.py": f"import pytest\n\nfrom shop.rooms import views\n{_PYTHON}",
    }


def _misconfigured(_number: int) -> Files:
    """A configuration with which `check` does not run."""
    return {".flake8": "[flake8]\ntrtc-language = de\n", "src/room.js": _V4}


KINDS: tuple[Callable[[int], Files], ...] = (
    _v4, _v5, _liteav, _none, _workspaces, _ignored, _of_flake8, _own_table, _own_constants,
    _modules,
)  # fmt: skip


def organisation(everything: Path, work: Path, count: int) -> list[str]:
    """So many repositories in a directory, half of them bare; working copies in another.

    The names of the repositories; the last one's configuration is wrong.
    """
    names = []
    for number in range(count):
        kind = KINDS[number % len(KINDS)] if number < count - 1 else _misconfigured
        name = f"team{number % 3}/{kind.__name__.strip('_')}-{number}"
        names.append(name)
        copy = work / name
        for path, text in kind(number // len(KINDS)).items():
            file = copy / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        git(copy, "init", "-q")
        git(copy, "add", "--force", ".")
        git(copy, "commit", "-q", "-m", "first")
        bare = number % 2 == 1
        place = everything / f"{name}{'.git' * bare}"
        place.parent.mkdir(parents=True, exist_ok=True)
        if bare:
            shutil.copytree(copy / ".git", place)
        else:
            shutil.copytree(copy, place)
            (place / "not_committed.py").write_text(_PYTHON, encoding="utf-8")
    return names


def git(directory: Path, *arguments: str, given: bytes | None = None) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "core.autocrlf=false")
    command = ["git", *who, *arguments]
    subprocess.run(command, cwd=directory, check=True, capture_output=True, input=given)
