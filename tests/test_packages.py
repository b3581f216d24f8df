"""The catalog against the SDKs themselves, which npm and pip bring while this runs."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tarfile
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from environments import environment
from runjs import NODE, needs_node

from flake8_trtc import v5
from flake8_trtc.catalog import liteav_codes, native_codes, v5_codes
from flake8_trtc.catalog.codes import BY_NAME, CONSTANTS
from flake8_trtc.catalog.versions import version_of
from flake8_trtc.workspace.generated import not_ours

CATALOG = Path(__file__).parent.parent / "catalog"
Packages = Callable[[str, list[str]], dict[str, Path]]

pytestmark = pytest.mark.network


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Packages:
    """Gives the directories of a package's versions, as npm packed them."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed")

    def obtain(name: str, versions: list[str]) -> dict[str, Path]:
        plain = name.replace("@", "").replace("/", "-")
        directory = tmp_path_factory.mktemp(plain)
        wanted = [f"{name}@{version}" for version in versions]
        done = subprocess.run(
            [npm, "pack", "--silent", *wanted],
            cwd=directory, capture_output=True, check=False, timeout=600,
        )  # fmt: skip
        if done.returncode:
            pytest.skip(f"npm can't bring {name} here")
        found = {}
        for version in versions:
            found[version] = directory / version
            with tarfile.open(directory / f"{plain}-{version}.tgz") as archive:
                archive.extractall(found[version], filter="data")
        return {version: path / "package" for version, path in found.items()}

    return obtain


def constructed(script: str) -> set[int]:
    """The codes that a build of v4 constructs errors with: entries of its table after `code:`."""
    entries = re.findall(r"\b([A-Z][A-Z0-9_]+):(0x[0-9a-fA-F]+|\d+)\b", script)
    table = {
        name for name, value in entries if name in BY_NAME and int(value, 0) == BY_NAME[name].value
    }
    built = set(re.findall(r"\bcode:[\w$]+(?:\.[\w$]+)?\.([A-Z][A-Z0-9_]+)\b", script))
    return {BY_NAME[name].value for name in built & table}


BUILDS: list[str] = tomllib.loads((CATALOG / "constants.toml").read_text(encoding="utf-8"))[
    "builds"
]


@pytest.fixture(scope="session")
def builds_of_v4(packages: Packages) -> dict[str, Path]:
    return {version: path / "trtc.js" for version, path in packages("trtc-js-sdk", BUILDS).items()}


@pytest.mark.parametrize("version", BUILDS)
def test_a_build_is_told_from_code_of_ones_own(version: str, builds_of_v4: dict[str, Path]) -> None:
    """As it is, and pretty-printed."""
    script = builds_of_v4[version].read_bytes()
    pretty = re.sub(rb"([;{},])", rb"\1\n", script)
    assert len(pretty) < 60 * pretty.count(b"\n")
    for text in (script, pretty):
        assert not_ours("vendor/trtc.js", text) == "a build of the TRTC SDK"


def test_every_build_of_v4(builds_of_v4: dict[str, Path]) -> None:
    """First and last constructing builds are those of the packages themselves."""
    versions = BUILDS
    found = {
        version: constructed(path.read_text(encoding="utf-8", errors="replace"))
        for version, path in builds_of_v4.items()
    }
    for constant in CONSTANTS.values():
        having = [version for version in versions if constant.value in found[version]]
        first, last = versions.index(having[0]), versions.index(having[-1])
        assert having == versions[first : last + 1], constant.name
        before = versions[first - 1] if first else None
        after = versions[last + 1] if last + 1 < len(versions) else None
        assert (constant.last_without, constant.first_build) == (before, having[0]), constant.name
        assert constant.first_not_constructing == after, constant.name
        assert constant.last_build == (having[-1] if after else None), constant.name


V5 = ["5.2.0", "5.5.2", "5.8.0", "5.8.6", "5.11.1", "5.14.1", "5.17.1"]


@pytest.fixture(scope="session")
def builds_of_v5(packages: Packages) -> dict[str, Path]:
    return {version: path / "trtc.js" for version, path in packages("trtc-sdk-v5", V5).items()}


# Just so much of a page that the SDK can be loaded: whatever it asks for is there and does nothing.
_LOAD = """
const all = new Proxy(function () {}, {
  get: (target, key) => key === Symbol.toPrimitive ? () => '' : key === 'prototype' ? {}
    : key === 'length' ? 0 : key === Symbol.iterator ? undefined : all,
  apply: () => all, construct: () => all, set: () => true, has: () => true,
});
Object.assign(globalThis, {
  window: globalThis, self: globalThis, document: all, addEventListener() {},
  location: { href: 'https://localhost/', protocol: 'https:', hostname: 'localhost', search: '' },
});
const userAgent = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/120.0.0.0';
Object.defineProperty(globalThis, 'navigator', {
  value: { userAgent, platform: '', mediaDevices: all, language: 'en', appVersion: '5.0' },
});
for (const name of `RTCPeerConnection MediaStream HTMLMediaElement HTMLVideoElement Element
  HTMLCanvasElement HTMLElement MediaStreamTrack AudioContext Worker XMLHttpRequest Image screen
  RTCRtpSender RTCRtpReceiver RTCIceCandidate RTCSessionDescription HTMLAudioElement AudioNode
  MutationObserver indexedDB`.split(/\\s+/)) {
  globalThis[name] ??= class {};
}
for (const name of ['localStorage', 'sessionStorage']) {
  globalThis[name] = { getItem: () => null, setItem() {}, removeItem() {} };
}
const loaded = require(process.argv[1]);
const TRTC = loaded.default ?? loaded;
console.log(JSON.stringify(TRTC.ERROR_CODE));
process.exit();
"""


@pytest.mark.parametrize("version", V5)
def test_a_build_of_v5_is_told(version: str, builds_of_v5: dict[str, Path]) -> None:
    pretty = re.sub(rb"([;{},])", rb"\1\n", builds_of_v5[version].read_bytes())
    assert not_ours("vendor/trtc.js", pretty) == "a build of the TRTC SDK"


@needs_node
@pytest.mark.parametrize("version", V5)
def test_public_codes_of_v5(version: str, builds_of_v5: dict[str, Path]) -> None:
    assert NODE is not None
    done = subprocess.run(
        [NODE, "-e", _LOAD, str(builds_of_v5[version])],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    found = json.loads(done.stdout.splitlines()[-1])
    assert found == {code.name: code.value for code in v5_codes.CODES.values()}
    assert found == {code.name: int(code) for code in v5.ErrorCode}


def test_what_stands_in_v5_for_methods_and_events(
    builds_of_v4: dict[str, Path], builds_of_v5: dict[str, Path]
) -> None:
    """Each is declared by the newest package of its generation."""
    old, new = (
        builds[max(builds, key=version_of)].with_name("index.d.ts").read_text(encoding="utf-8")
        for builds in (builds_of_v4, builds_of_v5)
    )
    text = (CATALOG / "migration.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text)["call"]
    assert len(rows) == 32
    for row in rows:
        for names, declared in ((row["v4"], old), (row["v5"], new)):
            for name in names:
                last = re.escape(name.rpartition(".")[2])
                assert re.search(rf"(?<![\w-]){last}(?![\w-])", declared), name


@pytest.mark.parametrize("version", V5)
def test_extra_codes_of_v5(version: str, builds_of_v5: dict[str, Path]) -> None:
    """The bundle's own enum has those that the catalog has for this version, by these names."""
    script = builds_of_v5[version].read_text(encoding="utf-8", errors="replace")
    enums: dict[str, dict[int, str]] = {}
    for variable, name, value in re.findall(
        r'(?<![\w$])([\w$]+)\[\1\.([A-Z0-9_]+)=(-?\d+)\]="\2"', script
    ):
        enums.setdefault(variable, {})[int(value)] = name
    (found,) = (enum for enum in enums.values() if 5001 in enum)
    for value in v5_codes.CODES.keys() - {5000}:
        assert found.pop(value) == v5_codes.CODES[value].name
    expected = {
        value: {code.name, *code.aliases}
        for value, code in v5_codes.EXTRA_CODES.items()
        if version_of(code.first_build) <= version_of(version)
    }
    assert found.keys() == expected.keys()
    assert [name for value, name in found.items() if name not in expected[value]] == []
    if version == V5[-1]:
        assert found == {value: code.name for value, code in v5_codes.EXTRA_CODES.items()}


def test_codes_of_liteav(tmp_path: Path) -> None:
    commands = environment(tmp_path / "venv", "liteav==13.2.*")
    script = (
        "import json, liteav; E = liteav.Error; "
        "names = [name for name in dir(E) if name.startswith('ERR_')]; "
        "assert all(getattr(liteav, name) is not None for name in names); "
        "print(json.dumps({name: int(getattr(E, name)) for name in names}))"
    )
    done = subprocess.run(
        [str(commands / "python"), "-c", script], capture_output=True, text=True, check=True
    )
    found = json.loads(done.stdout.splitlines()[-1])
    assert found == {code.name: code.value for code in liteav_codes.CODES.values()}
    assert len(found) == 17


def test_names_of_the_room_kit(packages: Packages) -> None:
    (path,) = packages("@tencentcloud/tuiroom-engine-js", ["3.4.4"]).values()
    declared = (path / "index.d.ts").read_text(encoding="utf-8")
    enum = declared[declared.index("enum TUIErrorCode") :].partition("}")[0]
    found = {name: int(value) for name, value in re.findall(r"\b([A-Z_]+) = (-?\d+)", enum)}
    assert found == native_codes.NAMES["room"]
