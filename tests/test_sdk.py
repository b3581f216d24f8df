"""`trtc-sdk-version = auto`: which version of the SDK a file is found to use, and who says so."""

from __future__ import annotations

import itertools
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from flake8_trtc.catalog.versions import Version, parse_release, parse_version, version_of
from flake8_trtc.cli import main
from flake8_trtc.config.options import Options
from flake8_trtc.detect.npm import find_sdk
from flake8_trtc.detect.ranges import admits, parse_range
from flake8_trtc.detect.sdk import generations
from flake8_trtc.model import Sdk

LOCKS = Path(__file__).parent / "data" / "locks"
SCRIPT = (
    'import TRTC from "trtc-js-sdk";\nif (e.getCode() === 16386 || e.getCode() == 16400) f();\n'
)


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of its own, so that nothing above it is looked at."""
    directory = tmp_path / "project"
    (directory / ".git").mkdir(parents=True)
    monkeypatch.chdir(directory)
    (tmp_path / "package.json").write_text('{"dependencies": {"trtc-js-sdk": "4.3.2"}}')
    return directory


def package(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(json.dumps({"devDependencies": {"trtc-js-sdk": text}}), encoding="utf-8")


def installed(directory: str, version: str) -> None:
    path = Path(directory, "node_modules", "trtc-js-sdk", "package.json")
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"name": "trtc-js-sdk", "version": version}), encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "full", "released"),
    [
        ("4.15.22", (4, 15, 22), (4, 15, 22)),
        (" v5.2.0 ", (5, 2, 0), (5, 2, 0)),
        ("4.6", None, (4, 6, 0)),
        ("4.15.22-beta.1", (4, 15, 22), None),
        ("4.15.22+1", (4, 15, 22), None),
        ("0.9.1", (0, 9, 1), None),
        ("4", None, None),
        ("4.x", None, None),
        ("4.6.*", None, None),
        ("4.6.1.2", None, None),
        ("latest", None, None),
        ("٤.٥.٦", None, None),
        (f"4.{'9' * 5000}.1", None, None),
        ("", None, None),
    ],
)
def test_versions(text: str, full: Version | None, released: Version | None) -> None:
    assert (parse_version(text), parse_release(text)) == (full, released)
    if full is None:
        with pytest.raises(ValueError):  # noqa: PT011
            version_of(text)
    else:
        assert version_of(text) == full


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("npm1", "package-lock.json"),
        ("npm2", "package-lock.json"),
        ("npm3", "package-lock.json"),
        ("yarn1", "yarn.lock"),
        ("berry", "yarn.lock"),
        ("pnpm7", "pnpm-lock.yaml"),
        ("pnpm8", "pnpm-lock.yaml"),
        ("pnpm9", "pnpm-lock.yaml"),
    ],
)
def test_lock_files(name: str, file: str) -> None:
    shutil.copytree(LOCKS / name, "web")
    expected = Sdk((4, 15, 22), "4.15.22", f"web/{file}")
    assert find_sdk("web/a.js") == expected
    assert find_sdk("web/src/deep/b.js") == expected
    assert find_sdk("c.js") is None


def test_a_workspace_has_two_versions() -> None:
    shutil.copytree(LOCKS / "ws", "ws")
    assert find_sdk("ws/web/src/a.js") == Sdk((4, 15, 22), "4.15.22", "ws/package-lock.json")
    assert find_sdk("ws/old/src/a.js") == Sdk((4, 6, 7), "4.6.7", "ws/package-lock.json")


def test_what_is_nearest_and_admitted() -> None:
    package("package.json", "^4.11.13")
    assert find_sdk("src/a.js") == Sdk((5, 0, -1), "^4.11.13", "package.json")
    shutil.copy(LOCKS / "yarn1" / "yarn.lock", "yarn.lock")
    assert find_sdk("web/a.js") == Sdk((4, 15, 22), "4.15.22", "yarn.lock")
    # A project of its own below, whose range does not admit what is locked above.
    package("old/package.json", "~4.6.1")
    assert find_sdk("old/src/a.js") == Sdk((4, 7, -1), "~4.6.1", "old/package.json")
    installed("old", "4.6.6")
    source = "old/node_modules/trtc-js-sdk/package.json"
    assert find_sdk("old/lib/a.js") == Sdk((4, 6, 6), "4.6.6", source)
    # Stale: npm would install another.
    package("stale/package.json", "4.15.1")
    installed("stale", "4.6.6")
    assert find_sdk("stale/a.js") == Sdk((4, 15, 1), "4.15.1", "stale/package.json")


def test_of_several_versions_in_a_lock_file_the_newest_that_is_admitted() -> None:
    lock = 'trtc-js-sdk@^4.1.0:\n  version "4.15.22"\n\ntrtc-js-sdk@~4.6.1, trtc-js-sdk@4.6.x:\n  version "4.6.7"\n'
    Path("yarn.lock").write_text(lock, encoding="utf-8")
    package("a/package.json", "~4.6.1")
    package("b/package.json", "^4.1.0")
    assert find_sdk("a/x.js") == Sdk((4, 6, 7), "4.6.7", "yarn.lock")
    assert find_sdk("b/x.js") == Sdk((4, 15, 22), "4.15.22", "yarn.lock")


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("latest", "latest"),
        ("*", "*"),
        ("4.1 - *", "4.1 - *"),
        (f"^4.{'9' * 5000}", f"^4.{'9' * 5000}"),
        ("git+https://example.org/trtc.git", "git+https://example.org/trtc.git"),
    ],
)
def test_what_may_be_any_version(written: str, text: str) -> None:
    package("package.json", written)
    assert find_sdk("a.js") == Sdk(None, text, "package.json")
    installed(".", "4.6.6")
    assert find_sdk("b/a.js") == Sdk((4, 6, 6), "4.6.6", "node_modules/trtc-js-sdk/package.json")


def test_an_installed_version_that_is_none() -> None:
    package("package.json", "^4.11.13")
    installed(".", "next")
    assert find_sdk("a.js") == Sdk((5, 0, -1), "^4.11.13", "package.json")


def test_a_file_that_cannot_be_read_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    package("package.json", "^4.11.13")
    monkeypatch.setattr("flake8_trtc.detect.npm.open", refuse, raising=False)
    assert find_sdk("a.js") is None


def test_a_file_on_another_drive_is_named_in_full(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    relpath = os.path.relpath

    def elsewhere(path: str, start: str | None = None) -> str:
        if start is None:
            raise ValueError("path is on mount 'D:', start on mount 'C:'")
        return relpath(path, start)

    package("package.json", "^4.11.13")
    monkeypatch.setattr(os.path, "relpath", elsewhere)
    assert find_sdk("a.js") == Sdk((5, 0, -1), "^4.11.13", str(project / "package.json"))


@pytest.mark.parametrize(
    "broken", ["", "{", "[]", '{"dependencies": "trtc-js-sdk"}', "trtc-js-sdk" + "[" * 100_000]
)
def test_broken_files_tell_nothing(broken: str) -> None:
    for name in ("package.json", "package-lock.json", "yarn.lock", "pnpm-lock.yaml"):
        Path(name).write_text(broken, encoding="utf-8")
    assert find_sdk("a.js") is None


@pytest.mark.parametrize(
    ("url", "version", "text"),
    [
        ("https://cdn.example.org/trtc-js-sdk@4.15.22/trtc.js", (4, 15, 22), "4.15.22"),
        ("//cdn.example.org/npm/trtc-js-sdk@4.15/trtc.min.js", (4, 16, -1), "4.15"),
        ("https://cdn.example.org/trtc-js-sdk@latest/trtc.js", None, "latest"),
        ("/js/trtc-4.11.0.min.js", (4, 11, 0), "4.11.0"),
        ("vendor/trtc_4.6.2.js", (4, 6, 2), "4.6.2"),
        ("trtc.js?v=4.6.1", (4, 6, 1), "4.6.1"),
        ("./static/1.2/trtc/v4.8.3/trtc.js#x", (4, 8, 3), "4.8.3"),
    ],
)
def test_script_of_the_page(url: str, version: tuple[int, ...] | None, text: str) -> None:
    package("package.json", "4.3.2")
    expected = Sdk(version, text, "a.html, <script src>")
    page = f'<!-- 错 -->\n<SCRIPT\n  async src="{url}"></SCRIPT>'
    assert find_sdk("a.html", page.encode()) == expected
    assert find_sdk("a.html", page.replace('"', '\\"').encode()) == expected
    assert find_sdk("a.html", page.replace('"', "").replace("\n", " ").encode()) == expected


@pytest.mark.parametrize(
    "url",
    [
        "https://web.example.org/trtc/webrtc/demo/latest/dist/trtc.js",
        "https://1.2.3.4/trtc.js",
        "https://cdn.example.org/trtc-sdk-v5@5.1.0/trtc.js",
        "trtc.js?t=20240101.12",
        "mytrtc.js?v=4.1.1",
        "jquery-3.6.0.js",
    ],
)
def test_scripts_that_tell_no_version(url: str) -> None:
    assert find_sdk("a.html", f'<script src="{url}"></script>'.encode()) is None


@pytest.mark.parametrize(
    ("url", "version", "text"),
    [
        ("https://cdn.example.org/trtc-sdk-v5@5.17.1/trtc.js", (5, 17, 1), "5.17.1"),
        ("https://cdn.example.org/npm/trtc-sdk-v5@5/trtc.js", (6, 0, -1), "5"),
        ("https://web.sdk.qcloud.com/trtc/webrtc/v5/dist/trtc.js", None, "v5"),
        ("https://cdn.example.org/trtc-sdk-v5/trtc.js?v=5.8.6", (5, 8, 6), "5.8.6"),
        ("/js/trtc.js?v=5.8.6", (5, 8, 6), "5.8.6"),
        ("vendor/trtc-5.17.1.min.js", (5, 17, 1), "5.17.1"),
    ],
)
def test_script_of_v5(url: str, version: tuple[int, ...] | None, text: str) -> None:
    page = f'<script src="{url}"></script>'.encode()
    assert find_sdk("a.html", page, "v5") == Sdk(version, text, "a.html, <script src>")
    assert find_sdk("a.html", page) is None


def test_a_script_of_v4_is_none_of_v5() -> None:
    page = b'<script src="https://cdn.example.org/trtc-js-sdk@4.15.22/trtc.js"></script>'
    assert find_sdk("a.html", page, "v5") is None


def mixed() -> None:
    """An application of v4, one of v5 and one that has both."""
    package("old/package.json", "4.15.22")
    for path in ("new/package.json", "both/package.json"):
        declared = {"trtc-sdk-v5": "^5.8.6"}
        if path.startswith("both"):
            declared["trtc-js-sdk"] = "~4.6.1"
        Path(path).parent.mkdir()
        Path(path).write_text(json.dumps({"dependencies": declared}), encoding="utf-8")
    lock = {"packages": {"node_modules/trtc-sdk-v5": {"version": "5.17.1"}}}
    Path("new/package-lock.json").write_text(json.dumps(lock), encoding="utf-8")


def test_projects_of_both_generations() -> None:
    mixed()
    assert find_sdk("old/a.js", generation="v5") is None
    assert find_sdk("new/a.js") is None
    assert find_sdk("new/a.js", generation="v5") == Sdk(
        (5, 17, 1), "5.17.1", "new/package-lock.json"
    )
    assert find_sdk("both/a.js") == Sdk((4, 7, -1), "~4.6.1", "both/package.json")
    assert find_sdk("both/a.js", generation="v5") == Sdk((6, 0, -1), "^5.8.6", "both/package.json")
    auto = Options(sdk_auto=True)
    found = {name: generations(f"{name}/a.js", b"", auto) for name in ("old", "new", "both", "no")}
    assert found == {"old": ("v4",), "new": ("v5",), "both": ("v4", "v5"), "no": ()}
    for version, expected in (((4, 15, 22), ("v4",)), ((5, 0, 0), ("v5",))):
        assert generations("a.js", b"", Options(sdk_version=version)) == expected
    assert generations("old/a.js", b"", Options()) == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("yarn.lock", '"trtc-sdk-v5@^5.8.6":\n  version "5.17.1"\n'),
        ("pnpm-lock.yaml", "packages:\n  trtc-sdk-v5@5.17.1:\n    resolution: {}\n"),
    ],
)
def test_lock_files_of_v5(name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")
    assert find_sdk("a.js", generation="v5") == Sdk((5, 17, 1), "5.17.1", name)
    assert find_sdk("a.js") is None


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[str, list[str]]:
    main([*arguments, "-j1", "--trtc-sdk-version=auto"])
    out, err = capsys.readouterr()
    return out, err.splitlines()


def test_rules_and_evidence(capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(LOCKS / "ws", "ws")
    for path in ("ws/old/a.js", "ws/web/b.js", "c.js"):
        Path(path).write_text(SCRIPT, encoding="utf-8")
    out, _ = run(capsys, "check", "--show-evidence", "--select=TRT1", ".")
    said = "TRTC Web SDK v4 is loaded; its subject is named like a code; the SDK is"
    retired = "TRT102 16386 (ErrorCode.SIGNAL_CHANNEL_ERROR) is no longer thrown since v4.6.5; remove the branch"
    assert out.splitlines() == [
        f"./c.js:2:21: {retired}  "
        "[TRTC Web SDK v4 is loaded; its subject is named like a code; nothing here tells the version of the SDK]",
        f"./ws/old/a.js:2:21: {retired}  [{said} 4.6.7, says ws/package-lock.json]",
        "./ws/old/a.js:2:45: TRT103 16400 (ErrorCode.REMOTE_STREAM_NOT_EXIST) came with v4.11.12, "
        f"but trtc-sdk-version is 4.6.7  [{said} 4.6.7, says ws/package-lock.json]",
        f"./ws/web/b.js:2:21: {retired}  [{said} 4.15.22, says ws/package-lock.json]",
    ]


def test_a_version_that_is_not_found_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.js", "b.js", "c.js"):
        Path(name).write_text(SCRIPT, encoding="utf-8")
    asked = "trtc-sdk-version = auto: could not determine the SDK version for"
    for command in (["check"], ["fix", "--check"]):
        assert len([line for line in run(capsys, *command, ".")[1] if asked in line]) == 0
        err = run(capsys, *command, "-v", ".")[1]
        assert [line for line in err if asked in line] == [
            f"{asked} 3 files, e.g. ./a.js; the rules of every version apply"
        ]
        err = run(capsys, *command, "-v", "a.js")[1]
        assert [line for line in err if asked in line] == [
            f"{asked} a.js; the rules of every version apply"
        ]
    err = run(capsys, "check", "-v", "--trtc-language=zh", ".")[1]
    assert (
        err[-2]
        == "trtc-sdk-version = auto：无法确定 3 个文件（如 ./a.js）所用的 SDK 版本；按所有版本的规则检查"
    )


def test_settings(capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(LOCKS / "npm3", "web")
    Path("a.html").write_text('<script src="trtc.js?v=4.6.1"></script>', encoding="utf-8")
    lines = run(capsys, "check", "--show-settings", "web", "a.html", ".")[0].splitlines()
    assert lines[1:5] == [
        "trtc-sdk-version = auto  # command line",
        "# auto, for web: 4.15.22  # web/package-lock.json",
        "# auto, for a.html: 4.6.1  # a.html, <script src>",
        "# auto, for .: nothing tells it",
    ]
    mixed()
    lines = run(capsys, "check", "--show-settings", "both", "new")[0].splitlines()
    assert lines[2:5] == [
        "# auto, for both: ~4.6.1  # both/package.json",
        "# auto, for both: ^5.8.6  # both/package.json",
        "# auto, for new: 5.17.1  # new/package-lock.json",
    ]
    assert (
        run(capsys, "fix", "--show-settings")[0].splitlines()[2]
        == "# auto, for .: nothing tells it"
    )


def test_flake8(project: Path) -> None:
    shutil.copytree(LOCKS / "npm3", "web")
    Path("web/a.py").write_text("import trtc\nx = code == 16386\n", encoding="utf-8")
    Path("setup.cfg").write_text("[flake8]\nselect = TRT1\ntrtc-sdk-version = auto\n")
    command = [sys.executable, "-m", "flake8", "web"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout.split(" ")[:2] == ["web/a.py:2:13:", "TRT102"]
    package("web/package.json", "~4.6.1")
    Path("web/package-lock.json").unlink()
    package("web/package.json", "4.6.4")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("", "")


def test_nothing_is_loaded_where_it_is_not_asked_for(project: Path) -> None:
    Path("a.js").write_text(SCRIPT, encoding="utf-8")
    program = (
        "import sys; from flake8_trtc.cli import main;"
        "main(['check', '-q', '-j1', 'a.js', *sys.argv[1:]]);"
        "print({'flake8_trtc.detect.npm', 'flake8_trtc.detect.ranges'} & set(sys.modules))"
    )
    for arguments, loaded in (([], "set()"), (["--trtc-sdk-version=auto"], "{'flake8_trtc.")):
        command = [sys.executable, "-c", program, *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.stdout.splitlines()[-1].startswith(loaded)


def test_ranges_are_npms() -> None:
    """Every range, asked whether it admits every version, is answered as npm's semver answers."""
    numbers = ["4", "4.x", "4.6", "4.6.*", "4.6.1", "v4.11.13", "0.2.3", "0.0.3", "0.0", "0", "*"]
    signs = ["", "=", "^", "~", ">", ">=", "<", "<=", "> "]
    ranges = [sign + number for sign, number in itertools.product(signs, numbers)]
    ranges += [
        "",
        ">=4.5 <4.12 || 4.15.0",
        "4.1 - 4.6",
        "4.1.2 - 4.6.1",
        "4.1 - *",
        "^4.6.1 <4.6.3",
        "4.6.1 ||0.0.3",
    ]
    ranges += [">4 <4", "latest", "git+ssh://x", "file:../x", "4.6.1.2", "x - 4"]
    versions = [
        f"{a}.{b}.{c}"
        for a in (0, 3, 4, 5)
        for b in (0, 1, 2, 6, 7, 11, 12)
        for c in (0, 1, 3, 4, 13)
    ]
    script = (
        "const {execSync} = require('child_process');"
        "const root = execSync('npm root -g').toString().trim();"
        "const semver = require(root + '/npm/node_modules/semver');"
        "const [ranges, versions] = JSON.parse(require('fs').readFileSync(0));"
        "console.log(JSON.stringify(ranges.map(r => semver.validRange(r) === null ? null :"
        "  versions.filter(v => semver.satisfies(v, r)))))"
    )
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        pytest.skip("needs Node and npm")
    done = subprocess.run(
        [node, "-e", script],
        input=json.dumps([ranges, versions]),
        capture_output=True,
        text=True,
        check=False,
    )
    if "Cannot find module" in done.stderr:
        pytest.skip("needs the semver that npm brings along")
    answers = dict(zip(ranges, json.loads(done.stdout), strict=True))
    ours = {
        text: None if (found := parse_range(text)) is None
        else [version for version in versions if admits(found, parse_version(version) or ())]
        for text in ranges
    }  # fmt: skip
    assert ours == answers
    assert sum(1 for answer in answers.values() if answer) > 60
