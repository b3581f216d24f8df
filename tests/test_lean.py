"""What is imported where there is nothing to find."""

from __future__ import annotations

import importlib
import os
import pickle
import pkgutil
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import flake8_trtc
from flake8_trtc._lean import NamedTuple, regex

_REGEX: Any = regex  # a class, which a type checker sees as a function

# Besides what Python itself imports to run a module by its name.
_SHARED = {
    "__init__", "_lean", "api", "catalog", "catalog._codes", "cli", "cli.arguments", "cli.commands",
    "cli.console", "cli.program", "cli.streams", "config", "config.files", "config.options", "config.settings",
    "detect", "detect.reported", "detect.scan", "languages", "languages.prefilter", "messages", "messages.failures", "messages.message", "messages.options", "messages.run", "source", "workspace",
    "workspace.files", "workspace.gitignore", "workspace.interrupts", "workspace.pool", "workspace.search",
    "workspace.walk",
}  # fmt: skip
_CHECK = _SHARED | {
    "cli.commands._tally", "cli.commands.check", "cli.reports", "cli.reports.formats",
    "cli.reports.text",
}  # fmt: skip
_FIX = _SHARED | {"cli.commands._fix_path", "cli.commands.fix"}
_OTHERS = {
    "__future__", "_bisect", "_locale", "_sre", "ahocorasick_rs", "_struct", "argparse", "bisect", "copyreg", "enum",
    "errno", "genericpath", "gettext", "locale", "re", "signal", "stat", "struct",
}  # fmt: skip
"""Other packages, by their first name."""

_BARE = """
import sys, runpy, contextlib, functools, types, warnings, importlib.util
before = set(sys.modules)
sys.argv = sys.argv[1:]
from {module} import main
code = main()
print(code, *sorted(set(sys.modules) - before))
"""


def _imported(module: str, *arguments: str, directory: Path) -> tuple[str, set[str], set[str]]:
    """The exit code of a run; the modules of ours that it imports; the other packages."""
    script = _BARE.format(module=module)
    done = subprocess.run(
        [sys.executable, "-c", script, module, *arguments],
        capture_output=True,
        text=True,
        check=True,
        cwd=directory,
        env={**os.environ, "HOME": str(directory)},
    )
    code, *names = done.stdout.splitlines()[-1].split()
    ours = {name for name in names if name.split(".")[0] == "flake8_trtc"}
    others = {name.split(".")[0] for name in names} - {"flake8_trtc"}
    return (
        code,
        {name.removeprefix("flake8_trtc").lstrip(".") or "__init__" for name in ours},
        others,
    )


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    """A directory with nothing to find in it."""
    (tmp_path / "a.py").write_text("def f(size):\n    return size * 4096, 'failed'\n")
    return tmp_path


def test_check_of_a_clean_file(clean: Path) -> None:
    code, ours, others = _imported("flake8_trtc.cli", "check", "a.py", directory=clean)
    assert code == "0"
    assert ours == _CHECK
    assert others <= _OTHERS


def test_fix_of_a_clean_file(clean: Path) -> None:
    code, ours, others = _imported("flake8_trtc.cli", "fix", "a.py", directory=clean)
    assert code == "0"
    assert ours == _FIX
    assert others <= _OTHERS


_PLUGIN = {
    "__init__", "_lean", "catalog", "catalog._codes", "config", "config.files",
    "config.options", "config.settings", "detect", "detect.scan", "languages",
    "languages.prefilter", "messages", "messages.failures", "messages.message", "messages.options", "plugin", "source",
}  # fmt: skip


_SHARED_LIBRARIES = {"ahocorasick_rs", "bisect", "_bisect"}


def test_the_plugin_on_a_clean_file(clean: Path) -> None:
    """Beside flake8 itself it imports its own few modules, and nothing else."""
    script = (
        "import sys, flake8.main.application, flake8.main.cli; before = set(sys.modules); "
        "from flake8_trtc.plugin import Plugin; "
        "assert list(Plugin(None, 'a.py', list(open('a.py'))).run()) == []; "
        "print(*sorted(set(sys.modules) - before))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=clean
    )
    expected = {"flake8_trtc" + f".{name}" * (name != "__init__") for name in _PLUGIN}
    # bisect: random has imported it, up to Python 3.13.
    others = {
        name for name in done.stdout.split() if name.partition(".")[0] not in _SHARED_LIBRARIES
    }
    assert others == expected


def test_flake8_with_the_plugin_loads_no_parser(clean: Path) -> None:
    script = (
        "import sys; from flake8.main.cli import main; "
        "code = main(['--isolated', '--jobs=1', '--select=TRT', 'a.py']); "
        "print(code, *({'libcst', 'tree_sitter', 'pathspec', 'rich'} & set(sys.modules)), "
        "'flake8_trtc.plugin' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=clean
    )
    assert done.stdout == "0 True\n"


class _Pair(NamedTuple):
    """Two."""

    first: int
    second: str = "two"

    @property
    def both(self) -> str:
        return f"{self.first} {self.second}"

    def __str__(self) -> str:
        return self.both


def test_named_tuples() -> None:
    pair = _Pair(1)
    assert pair == (1, "two")
    assert repr(pair) == "_Pair(first=1, second='two')"
    assert str(pair) == pair.both == "1 two"
    assert pair._replace(first=2) == _Pair(2)
    assert pickle.loads(pickle.dumps(pair)) == pair
    assert _Pair.__doc__ == "Two."
    assert _Pair._fields == ("first", "second")
    with pytest.raises(TypeError):
        _Pair()  # type: ignore[call-arg]


def test_every_pattern_compiles() -> None:
    """They are compiled when something is asked of them, in a run that needs them."""
    asked = 0
    for _, name, _ in pkgutil.walk_packages(flake8_trtc.__path__, "flake8_trtc."):
        if name.rpartition(".")[2] == "__main__":
            continue
        try:
            module = importlib.import_module(name)
        except ModuleNotFoundError as error:  # of an extra that is not installed
            if (error.name or "flake8_trtc").startswith("flake8_trtc"):
                raise
            continue
        for value in vars(module).values():
            if isinstance(value, _REGEX):
                assert isinstance(re.compile(value.pattern, value.flags), re.Pattern), name
                asked += 1
    assert asked > 200


def test_a_pattern_is_compiled_when_something_is_asked_of_it() -> None:
    bad = regex("(")
    with pytest.raises(re.error, match="unterminated subpattern"):
        bad.match("")
    assert regex(rb"(?P<digits>\d+)x", re.IGNORECASE).fullmatch(b"12X")["digits"] == b"12"  # type: ignore[index]
