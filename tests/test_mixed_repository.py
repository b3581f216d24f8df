"""A repository with an app on v4, one on v5 and a liteav service: one run reads and fixes all."""

from __future__ import annotations

from pathlib import Path

import pytest

from flake8_trtc.cli import main

BEFORE = {
    "package.json": '{ "private": true, "workspaces": ["old", "new"] }\n',
    "old/package.json": '{ "dependencies": { "trtc-js-sdk": "4.15.22" } }\n',
    "old/src/call.js": """\
import TRTC from 'trtc-js-sdk';

export const client = TRTC.createClient({ mode: 'rtc', sdkAppId: 1, userId: 'a', userSig: 'b' });

client.join({ roomId: 1 }).catch((error) => {
  if (error.getCode() === 0x4004) retry();
  if (error.code === 5300) neverHere();
});
""",
    "new/package.json": '{ "dependencies": { "trtc-sdk-v5": "5.17.1" } }\n',
    "new/src/call.ts": """\
import TRTC from 'trtc-sdk-v5';

export const trtc = TRTC.create();

trtc.enterRoom({ roomId: 1, sdkAppId: 1, userId: 'a', userSig: 'b' }).catch((error) => {
  if (error.code === 5998) return;
  if ([5300, 5400].includes(error.code)) retry();
});
""",
    "new/src/Call.vue": """\
<script setup>
import TRTC from 'trtc-sdk-v5'
import { ref } from 'vue'

const error = ref(null)
TRTC.create().on(TRTC.EVENT.ERROR, (lost) => { error.value = lost })
</script>

<template>
  <p v-if="error && error.code === 5300">Allow the camera.</p>
</template>
""",
    "service/recorder.py": '''\
"""Records rooms."""
import liteav


class Recorder(liteav.TRTCCloudDelegate):
    def OnError(self, error):
        if error in (-3301, -3319):
            self.enter_again()


def enter(cloud: liteav.TRTCCloud, params):
    code = cloud.EnterRoom(params)
    return code == -2
''',
    "service/reports.py": '''\
"""What clients report."""
SDKS = ("trtc-js-sdk", "trtc-sdk-v5")


def advice(report):
    error_code = report["error_code"]
    if error_code == 16388 or error_code == 5400:
        return "server"
    return "port" if report["port"] == 5300 else ""
''',
    "service/sockets.py": """\
import websockets


def is_full(closed: websockets.ConnectionClosed) -> bool:
    return closed.code == 4096
""",
}
AFTER = {
    **BEFORE,
    "old/src/call.js": BEFORE["old/src/call.js"]
    .replace(
        "\nexport const client",
        "\nconst ErrorCode = Object.freeze({ JOIN_ROOM_FAILED: 0x4004 });\n\nexport const client",
    )
    .replace("=== 0x4004", "=== ErrorCode.JOIN_ROOM_FAILED"),
    "new/src/call.ts": BEFORE["new/src/call.ts"]
    .replace("5998", "TRTC.ERROR_CODE.OPERATION_ABORT")
    .replace("5300", "TRTC.ERROR_CODE.DEVICE_ERROR")
    .replace("5400", "TRTC.ERROR_CODE.SERVER_ERROR"),
    "new/src/Call.vue": BEFORE["new/src/Call.vue"].replace("5300", "TRTC.ERROR_CODE.DEVICE_ERROR"),
    "service/recorder.py": BEFORE["service/recorder.py"]
    .replace("-3301", "liteav.Error.ERR_ENTER_ROOM_FAILED")
    .replace("-3319", "liteav.Error.ERR_INVALID_USER_ID")
    .replace("-2", "liteav.Error.ERR_INVALID_PARAMETER"),
    "service/reports.py": BEFORE["service/reports.py"]
    .replace('."""\n', '."""\n\nfrom flake8_trtc import ErrorCode, v5\n\n', 1)
    .replace("== 16388", "== ErrorCode.JOIN_ROOM_FAILED")
    .replace("== 5400", "== v5.ErrorCode.SERVER_ERROR"),
}
FOUND = """\
old/src/call.js:6:27: TRT001 0x4004 is ErrorCode.JOIN_ROOM_FAILED (the room could not be entered); use the constant
new/src/Call.vue:10:36: TRT001 5300 is TRTC.ERROR_CODE.DEVICE_ERROR (a device could not be captured); use the constant
new/src/call.ts:6:22: TRT001 5998 is TRTC.ERROR_CODE.OPERATION_ABORT (the call was aborted); use the constant
new/src/call.ts:7:8: TRT001 5300 is TRTC.ERROR_CODE.DEVICE_ERROR (a device could not be captured); use the constant
new/src/call.ts:7:14: TRT001 5400 is TRTC.ERROR_CODE.SERVER_ERROR (the server answered with an error); use the constant
service/recorder.py:7:22: TRT001 -3301 is liteav.Error.ERR_ENTER_ROOM_FAILED (the room could not be entered); use the constant
service/recorder.py:7:29: TRT001 -3319 is liteav.Error.ERR_INVALID_USER_ID (entering failed: the user id is not valid); use the constant
service/recorder.py:13:20: TRT001 -2 is liteav.Error.ERR_INVALID_PARAMETER (a parameter is not valid); use the constant
service/reports.py:7:22: TRT001 16388 is ErrorCode.JOIN_ROOM_FAILED (the room could not be entered); use the constant
service/reports.py:7:45: TRT001 5400 is TRTC.ERROR_CODE.SERVER_ERROR (the server answered with an error); use the constant
"""


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in BEFORE.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_one_run_fixes_each_by_its_own_sdk(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--isolated", "old", "new", "service"]) == 1
    found = capsys.readouterr()
    assert found.out == FOUND
    assert found.err == "checked 6 files: 10 findings, 10 with a fix (flake8-trtc fix)\n"

    assert main(["fix", "--isolated", "old", "new", "service"]) == 0
    now = {name: (repository / name).read_bytes().decode() for name in BEFORE}
    assert now == AFTER

    capsys.readouterr()
    assert main(["check", "--isolated", "old", "new", "service"]) == 0
    assert main(["fix", "--isolated", "old", "new", "service"]) == 0
    assert {name: (repository / name).read_bytes().decode() for name in BEFORE} == AFTER
