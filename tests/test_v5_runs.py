"""Code for the real SDK v5 does after the fix what it did before: in Chromium, and for compilers.

Without Chromium, npm or mypy these tests are skipped.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from browser import Browser, files, needs_chromium
from fixing import fixed

from flake8_trtc.config.options import Options

TRT9 = Options(extend_select=("TRT9",))
BODY = """\
const said = [];
async function run(trtc) {
  try {
    await trtc.enterRoom({});
  } catch (error) {
    if (error.code === 5000) said.push('parameters');
    if (error.extraCode === 5001) said.push('missing');
  }
  try {
    await trtc.startLocalVideo({ option: { profile: '480p' } });
  } catch (error) {
    switch (error.code) {
      case 5200:
        said.push('browser');
        break;
      case 5300:
        said.push([5301, 5302].includes(error.extraCode) ? 'camera' : 'device');
        break;
    }
  }
  try {
    await trtc.updateLocalVideo({});
    await trtc.startRemoteVideo({ userId: 'nobody', streamType: 'main', view: null });
  } catch (error) {
    said.push({ 5100: 'too early', 5998: 'stopped' }[error.code] ?? String(error.code));
  }
  document.getElementById('status').textContent = said.join(', ');
}
"""
HEAD = '<!doctype html>\n<meta charset="utf-8">\n<p id="status"></p>\n'
IMPORTS = '{ "trtc-sdk-v5": "./trtc.esm.js", "webrtc-adapter": "./adapter.js" }'
MAP = f'<script type="importmap">{{ "imports": {IMPORTS} }}</script>\n'
PAGES = {
    "classic": HEAD
    + f'<script src="trtc.js"></script>\n<script>\n{BODY}run(TRTC.create());\n</script>\n',
    "module": HEAD
    + MAP
    + f"<script type=\"module\">\nimport TRTC from 'trtc-sdk-v5';\n{BODY}run(TRTC.create());\n</script>\n",
    "alias": HEAD
    + MAP
    + "<script type=\"module\">\nimport { default as SDK } from 'trtc-sdk-v5';\n"
    + f"const {{ ERROR_CODE }} = SDK;\n{BODY}run(SDK.create());\n</script>\n",
    "namespace": HEAD
    + MAP
    + "<script type=\"module\">\nimport * as sdk from 'trtc-sdk-v5';\n"
    + f"{BODY}run(sdk.default.create());\n</script>\n",
    "later": HEAD
    + MAP
    + "<script type=\"module\">\nconst TRTC = (await import('trtc-sdk-v5')).default;\n"
    + f"{BODY}run(TRTC.create());\n</script>\n",
    "file": HEAD
    + MAP
    + "<script type=\"module\">\nimport TRTC from './trtc.esm.js';\n"
    + f"{BODY}run(TRTC.create());\n</script>\n",
}
NAMES = {
    "classic": "TRTC.ERROR_CODE",
    "module": "TRTC.ERROR_CODE",
    "alias": "ERROR_CODE",
    "namespace": "sdk.default.ERROR_CODE",
    "later": "TRTC.ERROR_CODE",
    "file": "TRTC.ERROR_CODE",
}


@pytest.mark.parametrize("kind", PAGES)
def test_pages_are_rewritten(kind: str) -> None:
    new = fixed(PAGES[kind].encode(), "page.html", TRT9).decode()
    assert new.count(f" {NAMES[kind]}.INVALID_PARAMETER)") == 1
    assert f"case {NAMES[kind]}.DEVICE_ERROR:" in new
    assert f"[{NAMES[kind]}.INVALID_OPERATION]: 'too early'" in new
    assert "error.extraCode === TrtcExtraCode.INVALID_PARAMETER_REQUIRED" in new
    assert "TrtcExtraCode = Object.freeze({" in new


@needs_chromium
def test_pages_behave_the_same(sdk_v5: Path, tmp_path: Path) -> None:
    for name in ("trtc.js", "trtc.esm.js"):
        shutil.copy(sdk_v5 / name, tmp_path)
    (tmp_path / "adapter.js").write_text("export default {};\n")  # for other browsers
    for kind, text in PAGES.items():
        (tmp_path / f"{kind}-before.html").write_text(text, encoding="utf-8")
        new = fixed(text.encode(), "page.html", TRT9)
        (tmp_path / f"{kind}-after.html").write_bytes(new)
    said: dict[str, str] = {}
    with files(tmp_path) as address, Browser() as browser:
        for kind in PAGES:
            for side in ("before", "after"):
                page = browser.open(f"{address}/{kind}-{side}.html")
                said[f"{kind} {side}"] = page.text("#status")
                assert not [text for text in page.errors if "ReferenceError" in text]
    assert set(said.values()) == {"parameters, missing, camera, stopped"}


TYPED = """\
import TRTC, { type RtcError } from 'trtc-sdk-v5';

const trtc = TRTC.create();
const ADVICE_OF_ERROR_CODE: Record<number, string> = { 5300: 'camera', 5998: 'stopped' };
export const FATAL_ERROR_CODES = [5100, 5200];

export async function start(): Promise<string> {
  try {
    await trtc.startLocalVideo();
  } catch (caught) {
    const error = caught as RtcError;
    if (error.code === 5300 && error.extraCode === 5302) error.handler?.();
    switch (error.code) {
      case 5000:
        return 'parameters';
      case 5998:
        return 'stopped';
    }
    return FATAL_ERROR_CODES.includes(error.code) ? 'fatal' : ADVICE_OF_ERROR_CODE[error.code] ?? '';
  }
  return '';
}
"""


def test_typescript_takes_it(sdk_v5: Path, typescript: Path, tmp_path: Path) -> None:
    new = fixed(TYPED.encode(), "call.ts", TRT9).decode()
    assert new.count("TRTC.ERROR_CODE.") == 7
    (tmp_path / "node_modules").symlink_to(sdk_v5.parent)
    for name, text in (("before.ts", TYPED), ("after.ts", new)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        [
            str(typescript / "node_modules" / ".bin" / "tsc"),
            *("--strict", "--noEmit", "--skipLibCheck", "--target", "es2022", "--module", "esnext"),
            *("--moduleResolution", "bundler", "--lib", "es2022,dom", "before.ts", "after.ts"),
        ],
        cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


STUB = """\
from enum import IntEnum

class Error(IntEnum):
    ERR_OK = 0
    ERR_ENTER_ROOM_FAILED = -3301
    ERR_BANNED_BY_SERVER = -205

class TRTCCloudDelegate:
    def OnError(self, error: Error) -> None: ...
"""
SERVICE = """\
import liteav


class Recorder(liteav.TRTCCloudDelegate):
    def OnError(self, error: liteav.Error) -> None:
        if error == -3301 or error in (-205, -3301):
            self.again = True
        match error:
            case -205:
                self.again = False
"""
REPORT = """\
SDK = "trtc-sdk-v5"
ADVICE_OF_ERROR_CODE: dict[int, str] = {5300: "camera", 5998: "stopped"}


def advice(error_code: int, extra_code: int) -> str:
    if error_code == 5300 and extra_code == 5302:
        return "camera"
    return ADVICE_OF_ERROR_CODE.get(error_code, "")
"""


def test_mypy_takes_it(tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    service = fixed(SERVICE.encode(), "/somewhere/service.py", TRT9)
    assert b"if error == liteav.Error.ERR_ENTER_ROOM_FAILED or" in service
    assert b"case liteav.Error.ERR_BANNED_BY_SERVER:" in service
    report = fixed(REPORT.encode(), "/somewhere/report.py", TRT9)
    assert b"{v5.ErrorCode.DEVICE_ERROR: " in report
    assert b"extra_code == v5.ExtraCode.DEVICE_NOT_ALLOWED_ERROR" in report
    (tmp_path / "liteav.pyi").write_text(STUB)
    (tmp_path / "service.py").write_bytes(service)
    (tmp_path / "report.py").write_bytes(report)
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "service.py", "report.py"],
        cwd=tmp_path, capture_output=True, text=True, check=False, timeout=240,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


class Member:
    """What a member of liteav's enumeration does: it equals a number and hashes like it."""

    def __init__(self, value: int) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return self.value == (other.value if isinstance(other, Member) else other)

    def __hash__(self) -> int:
        return hash(self.value)


LITEAV = """\
import liteav


class Recorder(liteav.TRTCCloudDelegate):
    def OnError(self, error):
        said = [error == 0, error != -1, error in (-3301, -205), -205 == error, error not in {-2}]
        said.append({-3301: "room", -205: "banned"}.get(error))
        match error:
            case 0:
                said.append("fine")
            case -3301 | -205:
                said.append("lost")
        return said
"""


@pytest.mark.parametrize("value", [0, -1, -2, -205, -3301, -999])
def test_liteav_does_the_same(value: int, monkeypatch: pytest.MonkeyPatch) -> None:
    from flake8_trtc.catalog.liteav_codes import CODES

    members = {row.name: Member(number) for number, row in CODES.items()}
    liteav = SimpleNamespace(Error=SimpleNamespace(**members), TRTCCloudDelegate=object)
    monkeypatch.setitem(sys.modules, "liteav", liteav)
    new = fixed(LITEAV.encode(), "/somewhere/recorder.py").decode()
    assert new.count("liteav.Error.ERR_") == 11
    said = []
    for text in (LITEAV, new):
        module: dict[str, Any] = {}
        exec(text, module)
        said += [module["Recorder"]().OnError(given) for given in (value, Member(value))]
    assert said == [said[0]] * 4
