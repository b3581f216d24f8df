"""The configured module is never imported by itself, nor by what it imports."""

from __future__ import annotations

from pathlib import Path

import pytest
from fixing import outcome

from flake8_trtc.config.options import build

PYTHON = "TRTC = 1\n\n\ndef f(code):\n    return code == 16388\n"
CLASS = "\nclass ErrorCode:\n    JOIN_ROOM_FAILED = 16388\n"
SCRIPT = "import TRTC from 'trtc-js-sdk';\n\nexport const f = e => e.getCode() === 0x4004;\n"


def refusal(directory: Path, files: dict[str, str], path: str) -> str | None:
    """Why the one finding of a file of a project is not fixed; None where it is."""
    for name, text in files.items():
        (directory / name).parent.mkdir(parents=True, exist_ok=True)
        own = CLASS if name == "app/codes.py" and text != PYTHON else ""
        (directory / name).write_text(text + own, encoding="utf-8")
    chosen = {
        "trtc-error-code": "app.codes:ErrorCode",
        "trtc-js-error-code": "./codes.js#ErrorCode",
    }
    options = build(chosen)
    script = options.js_error_code
    assert script is not None
    options = options._replace(js_error_code=script._replace(directory=str(directory)))
    result = outcome((directory / path).read_bytes(), str(directory / path), options)
    assert result.error is None
    assert (result.new is None) is (len(result.refusals) == 1)
    return result.refusals[0].reason if result.refusals else None


PACKAGE = {"app/__init__.py": "", "app/a.py": PYTHON, "app/sub/__init__.py": ""}
CIRCULAR = "app.codes imports this file itself, so that importing it here would be circular"


@pytest.mark.parametrize(
    "files",
    [
        {"app/codes.py": "from app import a\n"},
        {"app/codes.py": "from . import a\n"},
        {"app/codes.py": "import app.a\n"},
        {"app/codes.py": "from .a import f\n"},
        {"app/codes.py": "try:\n    from app.a import f\nexcept ImportError:\n    f = None\n"},
        {"app/codes.py": "class C:\n    from app.a import f\n"},
        {"app/codes.py": "from app.b import x\n", "app/b.py": "from .sub import c\n",
         "app/sub/c.py": "from ..a import f\n"},
        {"app/codes.py": "import app.sub.c\n", "app/sub/__init__.py": "import app.a\n",
         "app/sub/c.py": ""},
        {"app/codes/__init__.py": "from app.a import f\n"},
    ],
)  # fmt: skip
def test_an_import_that_would_come_back(tmp_path: Path, files: dict[str, str]) -> None:
    assert refusal(tmp_path, PACKAGE | files, "app/a.py") == CIRCULAR


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"app/codes.py": "import os\nfrom enum import IntEnum\n"},
        {"app/codes.py": "def f():\n    from app import a\n"},
        {"app/codes.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import app.a\n"},
        {"app/codes.py": "from app import b\n", "app/b.py": "from app import codes\n"},
        {"app/codes.py": "", "app/__init__.py": "from app import a\n"},
        {"app/codes.py": "from app.a import (\n"},
        {"app/codes.py": "from . import sub\n", "app/sub/a.py": ""},
    ],
)
def test_an_import_that_does_not(tmp_path: Path, files: dict[str, str]) -> None:
    assert refusal(tmp_path, PACKAGE | files, "app/a.py") is None


def test_a_package_imports_its_own_module(tmp_path: Path) -> None:
    files = {"app/__init__.py": PYTHON, "app/codes.py": ""}
    assert refusal(tmp_path, files, "app/__init__.py") is None
    files = {"app/__init__.py": PYTHON, "app/codes.py": "from app import f\n"}
    assert refusal(tmp_path, files, "app/__init__.py") == CIRCULAR


def test_another_package_comes_back(tmp_path: Path) -> None:
    """Importing a module runs its package first."""
    files = {"web/__init__.py": "", "web/a.py": PYTHON}
    files |= {"app/__init__.py": "from web import a\n", "app/codes.py": ""}
    assert refusal(tmp_path, files, "web/a.py") == CIRCULAR


def test_the_module_itself(tmp_path: Path) -> None:
    files = {"app/__init__.py": "", "app/codes.py": PYTHON, "codes.js": SCRIPT}
    expected = "this file is app.codes, which defines ErrorCode"
    assert refusal(tmp_path, files, "app/codes.py") == expected
    expected = "this file is the module that trtc-js-error-code names"
    assert refusal(tmp_path, files, "codes.js") == expected


JS_CIRCULAR = "imports this file itself, so that importing it here would be circular"


@pytest.mark.parametrize(
    "files",
    [
        {"codes.js": "import { f } from './web/a.js';\n"},
        {"codes.js": "import './web/a.js';\n"},
        {"codes.js": "export * from './web/a.js';\n"},
        {"codes.js": "const a = require('./web/a');\n"},
        {"codes.js": "require('./web/a');\n"},
        {"codes.js": "import { x } from './b';\n", "b.ts": "import { f } from './web/a.js';\n"},
    ],
)
def test_a_script_that_would_come_back(tmp_path: Path, files: dict[str, str]) -> None:
    found = refusal(tmp_path, {"web/a.js": SCRIPT, **files}, "web/a.js")
    assert found == f"../codes.js {JS_CIRCULAR}"


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"codes.js": "import x from 'web';\n"},
        {"codes.js": "import './t';\n", "t.ts": "import type { F } from './web/a.js';\n"},
        {"codes.js": "export const load = () => import('./web/a.js');\n"},
        {"codes.js": "import './b.js';\n", "b.js": "import './codes.js';\n"},
    ],
)
def test_a_script_that_does_not(tmp_path: Path, files: dict[str, str]) -> None:
    if files:
        files = {**files, "codes.js": files["codes.js"] + "export const ErrorCode = make();\n"}
    assert refusal(tmp_path, {"web/a.js": SCRIPT, **files}, "web/a.js") is None
