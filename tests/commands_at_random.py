"""Commands put together at random for tests/fuzz.py, run in directories that hold odd things."""

from __future__ import annotations

import os
import random
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import torture

_LONG = "9" * 5000
_VALUES = (
    *("", " ", ",", "-", "--", "0", "-1", "1", "2", "1.5", "x", "None", "true", _LONG, "²", "１"),
    *(
        "TRT",
        "TRT001",
        "TRT9",
        "TRT001,TRT101",
        "trt001",
        "E501",
        "TRT01",
        "TRT001 TRT102",
        ",,TRT0",
    ),
    *("en", "zh", "de", "text", "json", "sarif", "github", "gitlab", "auto", "always", "never"),
    *("4.15.22", "4.15", "4", "v4.15.22", "5.0.0", "4.x", f"4.{_LONG}.1", "4.15.22-beta", "latest"),
    *(
        "myapp.trtc:ErrorCode",
        "myapp",
        ":",
        "a:b:c",
        "a.:b",
        "TRTC_CODES",
        "./c.js#E",
        "#",
        "a#",
        "1a#b",
    ),
    *(
        "16388",
        "0x4004",
        "JOIN_ROOM_FAILED",
        "JOIN_ROOM",
        "99",
        "*",
        "**",
        "[",
        "*.py",
        "!x",
        "../*",
    ),
    *("错误", "\N{GRINNING FACE}", "a\nb", "\\", "'", '"', "%s", "{x}", "\x1b[31m", "\udcff"),
    *("py", "js", "ts", "dts", "json", "bash", "zsh", "fish", "HEAD", "HEAD~1", "nowhere", "-h"),
    *("70001", "-100013", "NotReadableError", "TRT102", "16384", "1_6388", "0b1", "0x", "default"),
)
_PATHS = (
    *(".", "odd", "odd/ok.py", "odd/deep.py", "odd/nul.py", "odd/cut.ipynb", "odd/loop", "empty"),
    *(
        "odd/itself.py",
        "odd/nowhere.py",
        "odd/directory.py",
        "missing",
        "missing.py",
        "/dev/null",
        "错.py",
    ),
    *(
        "a.js",
        "a.py",
        "a.vue",
        "out.txt",
        "missing/out.txt",
        "base.json",
        "bad.json",
        "setup.cfg",
        "",
    ),
    *(
        "~",
        "-",
        "a.py/x",
        "x" * 300,
        "*.py",
        "odd/not_utf8_\udcff.py",
        "bad.toml",
        "utf16.cfg",
        "/",
    ),
)
_PATHS_READ = tuple(path for path in _PATHS if path not in {"/", "~"})
_FLAGS = {
    "check": (
        "-j --output-format --output-file --color --baseline --write-baseline --since --select "
        "--extend-select --ignore --extend-ignore --exclude --extend-exclude --config "
        "--trtc-sdk-version --trtc-error-code --trtc-js-error-code --trtc-allow --trtc-assume "
        "--trtc-language -q! -v! --show-evidence! --explain! --statistics! --prune-baseline! "
        "--exit-zero! --force-exclude! --isolated! --show-settings! --nonsense!"
    ),
    "fix": (
        "-j --stdin-filename --select --extend-select --ignore --extend-ignore --exclude "
        "--extend-exclude --config --trtc-sdk-version --trtc-error-code --trtc-js-error-code "
        "--trtc-allow --trtc-assume --trtc-language -q! -v! --check! --diff! --write-constants! "
        "--add-ignore! --force-exclude! --isolated! --show-settings! --nonsense!"
    ),
    "explain": "--language --json! -x!",
    "list": "--language --deprecated! --json! -x!",
    "rules": "--language --json! -x!",
    "constants": "--lang -o --language --name --check --global! -x!",
    "completion": "-x!",
}
_APT = {
    "-j": "1 2",
    "--output-format": "text json sarif github gitlab junit rdjson",
    "--color": "auto always never",
    "--since": "HEAD nowhere",
    "--trtc-sdk-version": "4.15.22 auto auto 4.5",
    "--trtc-error-code": "myapp.trtc:ErrorCode",
    "--trtc-js-error-code": "TRTC_CODES ./c.js#E",
    "--trtc-allow": "16388 0x4004,JOIN_ROOM_FAILED",
    "--trtc-language": "en zh",
    "--language": "en zh",
    "--lang": "py pyi js mjs cjs ts dts json",
    "--name": "ErrorCode A_B default",
    **dict.fromkeys(
        ("--select", "--extend-select", "--ignore", "--extend-ignore"), "TRT TRT9 TRT001"
    ),
}
"""Values that are right, where most are not."""
_OF_PATHS = frozenset(
    "--output-file --baseline --write-baseline --config --stdin-filename -o --check".split()
)
_CONFIGS = (
    *(
        "[flake8",
        "[flake8]\nselect",
        "[flake8]\n= 1\n",
        "[flake8]\nselect = TRT\nselect = E\n",
        "x = 1\n",
    ),
    *(
        "[flake8]\ntrtc-allow = {v}\n",
        "[flake8]\ntrtc-language = {v}\n",
        "[flake8]\nexclude = {v}\n",
    ),
    *(
        "[flake8]\ntrtc-sdk-version = {v}\n",
        "[flake8]\nper-file-ignores = {v}\n",
        "[flake8]\nselect = {v}\n",
    ),
    *(
        "[flake8]\ntrtc-error-code = {v}\n",
        "[flake8]\ntrtc-nonsense = {v}\n",
        "[flake8]\n\tselect = {v}\n",
    ),
    *(
        "[flake8]\nper-file-ignores =\n  *.py:{v}\n  {v}\n",
        "[flake8]\ndisable-noqa = {v}\n",
        "\ufeff[flake8]\n",
    ),
)
_TOML = (
    *(
        "[tool.flake8-trtc",
        "[tool.flake8-trtc]\nselect = 1\n",
        "[tool.flake8-trtc]\nselect = [1]\n",
    ),
    *(
        "[tool.flake8-trtc]\ntrtc-allow = {t}\n",
        "[tool.flake8-trtc]\ntrtc-sdk-version = {t}\n",
        "tool = 1\n",
    ),
    *(
        "[tool]\nflake8-trtc = {t}\n",
        "[tool.flake8-trtc]\nper-file-ignores = {t}\n",
        "[tool.flake8-trtc]\n",
    ),
    *(
        "[tool.flake8-trtc]\nexclude = {t}\n",
        "[tool.flake8-trtc]\ntrtc-assume = {t}\n",
        "[[tool.flake8-trtc]]\n",
    ),
    *(
        "[tool.flake8-trtc]\nselekt = {t}\n",
        "[tool.flake8-trtc]\ndisable-noqa = {t}\n",
        "\0",
        "a = 1\na = 2\n",
    ),
)
_TYPES = (
    "1",
    "-1.5",
    "true",
    "[]",
    "{}",
    "[[1]]",
    '"TRT"',
    '["TRT", 1]',
    "1979-05-27",
    '{"*.py" = 1}',
    "nan",
)


class Command(NamedTuple):
    """A command and what stands around it: files by their names, and variables."""

    arguments: tuple[str, ...]
    files: dict[str, bytes]
    variables: dict[str, str]


def command(name: str) -> Command:
    """The command of a name: always the same."""
    pick = random.Random(name)
    verb = pick.choice(("check", "check", "check", "fix", "fix", "fix", *_FLAGS))
    arguments = [verb] if pick.random() < 0.97 else [pick.choice(("", "chekc", "--version", "-x"))]
    for flag in pick.sample(
        _FLAGS[verb].split(), k=min(pick.choice((0, 1, 1, 2, 3)), len(_FLAGS[verb].split()))
    ):
        if flag.endswith("!"):
            arguments.append(flag[:-1])
            continue
        path = flag in _OF_PATHS and pick.random() < 0.8
        value = pick.choice(_PATHS if path else _VALUES)
        if flag in _APT and pick.random() < 0.7:
            value = pick.choice(_APT[flag].split())
        arguments += [flag, value] if pick.random() < 0.5 else [f"{flag}={value}"]
    reads = verb in {"check", "fix"}
    for _ in range(pick.choice((0, 1, 1, 2))):
        arguments.insert(
            pick.randint(1, len(arguments)), pick.choice(_PATHS_READ if reads else _VALUES)
        )
    files = {
        "a.js": torture.SCRIPT.encode(),
        "a.py": torture.PYTHON.encode(),
        "错.py": torture.PYTHON.encode(),
        "a.vue": b"<script>\n" + torture.SCRIPT.encode() + b"</script>\n",
        "base.json": pick.choice(
            (b"{}", b"[]", b'{"version": 1, "findings": 1}', b'[{"path": 1}]', b"{")
        ),
        "bad.json": pick.choice(
            (b"\xff", b"", b"null", b"1e999", b'{"version": "x"}', b"[" * 5000)
        ),
        "bad.toml": pick.choice(_TOML).replace("{t}", pick.choice(_TYPES)).encode(),
        "utf16.cfg": "[flake8]\nselect = TRT\n".encode("utf-16"),
        "package.json": pick.choice(
            (
                b"{",
                b"[]",
                b'{"dependencies": []}',
                b'{"dependencies": {"trtc-js-sdk": 1}}',
                b"\xff",
                f'{{"dependencies": {{"trtc-js-sdk": "^4.{_LONG}"}}}}'.encode(),
            )
        ),
        "package-lock.json": pick.choice(
            (
                b"{}",
                b"[" * 9000,
                b'{"packages": 1}',
                b'{"packages": {"node_modules/trtc-js-sdk": 1}}',
                b"\0",
            )
        ),
        ".gitignore": pick.choice(
            (b"", b"[\n", b"!\n", b"\xff\n", b"a.py\n", b"\\\n", b"**/[z-a]\n")
        ),
    }
    if pick.random() < 0.2:
        value = pick.choice(_VALUES)
        written = pick.choice(_CONFIGS).replace("{v}", value).encode("utf-8", "surrogateescape")
        files[pick.choice(("setup.cfg", "tox.ini", ".flake8"))] = written
    if pick.random() < 0.1:
        files["pyproject.toml"] = pick.choice(_TOML).replace("{t}", pick.choice(_TYPES)).encode()
    variables = {
        "COLUMNS": pick.choice(("", "0", "7", "80", "x", _LONG)),
        "NO_COLOR": pick.choice(("", "1")),
    }
    variables["PYTHONIOENCODING"] = pick.choice(("", "utf-8", "ascii"))
    return Command(tuple(arguments), files, variables)


def run_commands(seed: str, count: int) -> Iterator[str]:
    """Run commands; yields the story of each that does not end as it should."""
    with tempfile.TemporaryDirectory() as directory:
        tree = Path(directory)
        for number in range(count):
            name = f"{seed}:{number}"
            wrong = _run(tree / "here", command(name))
            if wrong:
                told = shlex.join(argument[:60] for argument in command(name).arguments)
                yield f"command {name}: {told!a}: {wrong}"


def _run(here: Path, item: Command) -> str:
    """Run one command in a new directory; what is wrong with how it ended, "" for nothing."""
    shutil.rmtree(here, ignore_errors=True)
    here.mkdir()
    torture.odd(here / "odd", depth=500)
    (here / "empty").mkdir()
    for name, data in item.files.items():
        (here / name).write_bytes(data)
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith("PYTHONIO")
    }
    environment |= {key: value for key, value in item.variables.items() if value}
    try:
        ended = subprocess.run(
            [sys.executable, "-m", "flake8_trtc", *(os.fsencode(part) for part in item.arguments)],
            cwd=here,
            input=b"if err.get_code() == 16388: pass\n",
            capture_output=True,
            env=environment | {"HOME": str(here)},
            timeout=120,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return "it does not end"
    except ValueError:
        return ""  # a NUL, which no shell can pass
    said = ended.stderr.decode("utf-8", "replace")
    end = "\n".join(said.splitlines()[-3:])[-400:]
    if "Traceback" in said or "internal error" in said or b"Traceback" in ended.stdout:
        return f"it falls over: {end}"
    if ended.returncode not in {0, 1, 2, 3}:
        return f"exit code {ended.returncode}: {end}"
    if ended.returncode in {2, 3} and not said.strip():
        return f"exit code {ended.returncode}, and no word why"
    if "invalid _" in said or " object at 0x" in said:
        return f"it speaks of its inside: {end}"
    return ""
