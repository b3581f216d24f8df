"""The new import among imports in groups, where ruff would sort it: whole files before and after."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from fixing import fixed

from flake8_trtc.config.options import Options

_USE = "\n\ndef test_a(error):\n    assert error.trtc_code == {}\n"
_NEW = "from flake8_trtc import ErrorCode\n"
_RUFF = {"pyproject.toml": "[tool.ruff]\n"}
_APP = {"app/__init__.py": ""}
_CODES = {**_APP, "app/codes.py": "class ErrorCode:\n    JOIN_ROOM_FAILED = 16388\n"}
_GIT = {".git/HEAD": ""}
_TEST = "tests/test_a.py"


def _written(top: Path, path: str, files: Mapping[str, str]) -> Path:
    """Write the files of a project; where one of its paths is, that is to be written."""
    for name, content in {**files, path: ""}.items():
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text(content, encoding="utf-8")
    return top / path


def _texts(marked: str, line: str) -> tuple[str, str]:
    """A file before and after. `+N` stands for the new line in its imports, `+` for a new blank one."""
    before, after = marked.replace("+N", "").replace("+\n", ""), marked.replace("+N", line)
    after = after.replace("+\n", "\n")
    return before + _USE.format(16388), after + _USE.format("ErrorCode.JOIN_ROOM_FAILED")


def _check_order(text: str, path: Path, top: Path) -> None:
    """Fail where ruff, started in a directory, would sort the imports of a file otherwise."""
    path.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "ruff", "check", "--no-cache", "--select", "I", str(path)]
    done = subprocess.run(command, cwd=top, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout


# Files of the project, the one that is fixed, and its imports; `+` marks what is new.
_SORTED: dict[str, tuple[Mapping[str, str], str, str]] = {
    "beside the tests": (
        _APP,
        _TEST,
        "import pytest\n+N\nfrom app import create_app\n",
    ),
    "alone": (_APP, "tests/test_a.py", "+N+\nfrom app import create_app\n"),
    "alone, below a docstring": (
        _APP,
        _TEST,
        '"""What it tests."""\n\n+N+\nfrom app import create_app\n',
    ),
    "alone, below a header": (
        _APP,
        _TEST,
        "# Copyright 2024 Example\n\n+N+\nfrom app import create_app\n",
    ),
    "below a future import": (
        _APP,
        _TEST,
        "from __future__ import annotations\n\n+N+\nfrom app import create_app\n",
    ),
    "every group": (
        _APP,
        _TEST,
        "from __future__ import annotations\n\nimport os\nfrom typing import Any\n\n"
        "import pytest\n+N\nfrom app import create_app\n\nfrom . import helpers\n",
    ),
    "no third party": (
        _APP,
        _TEST,
        "import os\n\n+N+\nfrom app import create_app\n",
    ),
    "no third party, but a relative import": (
        _APP,
        _TEST,
        "import os\n\n+N+\nimport app\n\nfrom .helpers import x\n",
    ),
    "in the middle of the third party": (
        _APP,
        _TEST,
        "import pytest\nfrom django import http\n+Nfrom zope import y\n\nfrom app import create_app\n",
    ),
    "first of the third party": (
        _APP,
        _TEST,
        "import os\n\n+N+\n# about zope\nfrom zope import y\n\n# ours\nimport app\n",
    ),
    "comment above the project's own": (
        _APP,
        _TEST,
        "import os\n\n+N+\n# ours\nfrom app import create_app\n",
    ),
    "long import": (
        _APP,
        _TEST,
        "import os\n\n+N+\nfrom app import (\n    create_app,  # made anew\n    other,\n)\n",
    ),
    "src": (
        {"src/app/__init__.py": ""},
        _TEST,
        "import pytest\n+N\nfrom app import create_app\n",
    ),
    "a module": (
        {"app.py": ""},
        "tests/unit/test_a.py",
        "import pytest\n+N\nfrom app import create_app\n",
    ),
    "no __init__": (
        {"app/room.py": ""},
        _TEST,
        "+N+\nfrom app.room import create_app\n",
    ),
    "inside the package": (
        {"app/__init__.py": "", "app/room/__init__.py": ""},
        "app/room/views.py",
        "import requests\n+N\nfrom app import create_app\n\nfrom . import models\n",
    ),
    "a module called as a third party's": (
        {"app/__init__.py": "", "app/celery.py": "", "app/room/__init__.py": ""},
        "app/room/tasks.py",
        "from celery import shared_task\n+N\nfrom app import create_app\n",
    ),
    "the same in namespace packages": (
        {**_RUFF, "app/celery.py": ""},
        "app/room/tasks.py",
        "from celery import shared_task\n+N",
    ),
    "tests are a package": (
        {**_APP, "tests/__init__.py": ""},
        _TEST,
        "import pytest\n+N\nfrom app import create_app\nfrom tests.helpers import x\n",
    ),
    "a project in a repository": (
        {**_GIT, "back/pyproject.toml": "[tool.ruff.lint]\n", "back/app/__init__.py": ""},
        "back/tests/test_a.py",
        "import pytest\n+N\nfrom app import create_app\n",
    ),
    "another project's package": (
        {**_GIT, **_APP, "back/ruff.toml": ""},
        "back/tests/test_a.py",
        "from app import create_app\n+N",
    ),
    "a project that its repository sorts": (
        {**_RUFF, "back/pyproject.toml": "[project]\n", "back/app/__init__.py": ""},
        "back/tests/test_a.py",
        "from app import create_app\n+N",
    ),
    "helpers in a root that is configured": (
        {"pyproject.toml": "[tool.ruff]\nsrc = ['tests']\n", "tests/helpers.py": ""},
        _TEST,
        "import pytest\n+N\nimport helpers\n",
    ),
    "helpers in none": (
        {**_RUFF, **_APP, "tests/helpers.py": ""},
        _TEST,
        "import helpers\nimport pytest\n+N\nfrom app import create_app\n",
    ),
    "a path is set first": (
        _APP,
        _TEST,
        "import sys\n\n+N+\nsys.path.insert(0, '.')\n\nimport pytest\n\nfrom app import create_app\n",
    ),
    "no group of its own is there": (
        {},
        _TEST,
        "import os\n+\n+N",
    ),
}


@pytest.mark.parametrize(("files", "path", "marked"), _SORTED.values(), ids=_SORTED)
def test_the_groups_are_those_of_ruff(
    tmp_path: Path, files: Mapping[str, str], path: str, marked: str
) -> None:
    whole = _written(tmp_path, path, files)
    before, after = _texts(marked, _NEW)
    _check_order(before, whole, tmp_path)
    assert fixed(before.encode(), str(whole)).decode() == after
    _check_order(after, whole, tmp_path)


_OWN = {
    "last": "import pytest\n\nfrom app import create_app\n+N",
    "first": "import pytest\n\n+Nfrom app.rooms import create_app\n",
    "alone": "import pytest\n\n+N+\nfrom . import helpers\n",
    "below the standard library": "import os\n+\n+N",
    "nothing else": "+N",
}


@pytest.mark.parametrize("marked", _OWN.values(), ids=_OWN)
def test_a_module_of_the_project_s_own(tmp_path: Path, marked: str) -> None:
    """The constants' module is first-party itself."""
    whole = _written(tmp_path, _TEST, {**_CODES, "app/rooms.py": ""})
    before, after = _texts(marked, "from app.codes import ErrorCode\n")
    options = Options(error_code=("app.codes", "ErrorCode"))
    _check_order(before, whole, tmp_path)
    assert fixed(before.encode(), str(whole), options).decode() == after
    _check_order(after, whole, tmp_path)


# As isort sorts, or as nobody does.
_OTHERWISE: dict[str, tuple[Mapping[str, str], str, str]] = {
    "not grouped": (_APP, _TEST, "import pytest\nfrom app import create_app\n+N"),
    "grouped otherwise": (
        _APP,
        _TEST,
        "from app import create_app\n\nimport pytest\n+N",
    ),
    "grouped by kind": (
        _APP,
        _TEST,
        "import os\n\nfrom typing import Any\n\nimport pytest\n\nfrom app import create_app\n+N",
    ),
    "part of a group is the project's": (
        _APP,
        _TEST,
        "import os\n\nimport pytest\nfrom app import create_app\n+N",
    ),
    "a module that is written later": (
        _APP,
        _TEST,
        "import pytest\n+N\nfrom app.rooms_pb2 import create_app\n",
    ),
    "a root that nothing tells": (
        {**_GIT, "setup.py": "", "back/app.py": ""},
        "back/tests/test_a.py",
        "import pytest\n+N\nfrom app import create_app\n",
    ),
    "no project at all": (_APP, _TEST, "import pytest\n+N\nfrom app import create_app\n"),
    "a directory that holds no modules": (
        {**_GIT, "docker/compose.yml": ""},
        _TEST,
        "from docker import Client\n+N",
    ),
    "comments have no blank line above": (
        _APP,
        _TEST,
        "import os\n\n+N# about zope\nfrom zope import y\n# about zope2\nfrom zope2 import z\n",
    ),
}


@pytest.mark.parametrize(("files", "path", "marked"), _OTHERWISE.values(), ids=_OTHERWISE)
def test_the_groups_are_others(
    tmp_path: Path, files: Mapping[str, str], path: str, marked: str
) -> None:
    whole = _written(tmp_path, path, files)
    before, after = _texts(marked, _NEW)
    assert fixed(before.encode(), str(whole)).decode() == after


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (".ruff.toml", ""),
        (".isort.cfg", ""),
        ("setup.cfg", "[isort]\n"),
        ("tox.ini", "[testenv]\n\n[isort]\n"),
        ("pyproject.toml", "[project]\n\n[tool.isort]\n"),
        ("pyproject.toml", "[tool.ruff.lint.isort]\n"),
    ],
)
def test_a_sorter_says_where_the_root_is(tmp_path: Path, name: str, content: str) -> None:
    """Not the nearest directory that looks like a project's."""
    files = {name: content, "back/setup.py": "", "back/app.py": "", "lib.py": ""}
    whole = _written(tmp_path, "back/tests/test_a.py", files)
    before, after = _texts("from app import create_app\n+N", _NEW)
    assert fixed(before.encode(), str(whole)).decode() == after
    before, after = _texts("+N+\nfrom lib import create_app\n", _NEW)
    assert fixed(before.encode(), str(whole)).decode() == after
