"""The web examples in a browser, with the real SDK: what fails is handled as before the fix.

Chromium reaches nothing but this machine. Without it, or without npm, these tests are skipped.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from browser import Browser, Page, files, needs_chromium

EXAMPLES = Path(__file__).parent.parent / "examples"
VUE_APP = EXAMPLES / "vue_app"
FAKE_DEVICES = "--use-fake-device-for-media-stream"
ALLOWED = "--use-fake-ui-for-media-stream"

each_side = pytest.mark.parametrize("side", ["before", "after"])


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory with the packages of the Vue app, the SDK among them, installed by npm."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed")
    directory = tmp_path_factory.mktemp("workshop")
    shutil.copy(VUE_APP / "before" / "package.json", directory)
    done = subprocess.run(
        [npm, "install", "--no-package-lock", "--prefer-offline", "--no-audit", "--no-fund"],
        cwd=directory, capture_output=True, check=False, timeout=300,
    )  # fmt: skip
    if done.returncode:
        pytest.skip("npm can't install the packages of the Vue app here")
    return directory


@contextmanager
def flask_app(side: str, sdk: Path, directory: Path) -> Iterator[str]:
    """Serve a side of the Flask example with the SDK in its place; its address."""
    app = directory / "app"
    shutil.copytree(EXAMPLES / "flask_page" / side, app)
    shutil.copy(sdk, app / "call_page" / "static" / "js")
    process = subprocess.Popen(
        [sys.executable, "-m", "flask", "--app", "call_page", "run", "--port", "0"],
        cwd=app,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            assert process.stderr is not None
            log = iter(process.stderr)
            address = next(filter(None, (re.search(r"http://127\.\S+", line) for line in log)))[0]
            threading.Thread(target=lambda: list(log), daemon=True).start()  # or it would block
            yield address
        finally:
            process.terminate()


def own_errors(page: Page) -> list[str]:
    """The errors of a page that are not the SDK's, which logs what fails."""
    words = ("SyntaxError", "ReferenceError", "TypeError", "ErrorCode")
    return [text for text in page.errors if any(word in text for word in words)]


@needs_chromium
@each_side
def test_flask_page(side: str, workshop: Path, tmp_path: Path) -> None:
    sdk = workshop / "node_modules" / "trtc-js-sdk" / "trtc.js"
    with flask_app(side, sdk, tmp_path) as address:
        with Browser() as browser:  # on a machine without camera and microphone
            page = browser.open(address)
            assert page.text("#status") == "请检查设备的摄像头及麦克风是否正常"  # 0x1003
            assert own_errors(page) == []

            page = browser.open(f"{address}/sound")
            assert page.text("#status") == "浏览器禁止自动播放，请点击“播放”"  # 0x4043
            page.click("#resume")
            page.becomes("#status", "正在播放")
            assert own_errors(page) == []

            page = browser.open(f"{address}/rooms/7?user=alice")
            assert page.text("#devices") == "请检查麦克风和摄像头"  # 0x1003
            assert page.text("#status") == "网络不可用，请检查网络后重试（可重试）"  # 0x404c
            assert own_errors(page) == []

            page = browser.open(f"{address}/rooms/0")
            assert page.text("#status") == "页面出错了，请联系客服（房间 0）"  # 0x1000
            assert own_errors(page) == []

        with Browser(FAKE_DEVICES) as browser:  # devices that nobody allows to use
            page = browser.open(address)
            assert page.text("#status") == "不授权摄像头/麦克风访问无法进行音视频通话"  # 0x1004
            assert own_errors(page) == []

        with Browser(FAKE_DEVICES, ALLOWED) as browser:
            page = browser.open(address)
            assert page.text("#status") == "设备正常"
            for works_again, said in ((False, "请检查摄像头、麦克风后重试"), (True, "已恢复采集")):
                page = browser.open(f"{address}/rooms/7")
                page.becomes("#devices", "正在采集")
                lose_the_microphone(page, works_again=works_again)
                page.becomes("#devices", said)  # 0x4044, then 0x1004 or nothing
                assert own_errors(page) == []


def lose_the_microphone(page: Page, *, works_again: bool) -> None:
    """Take the permission to use the devices back, for good or until the SDK has given up.

    The SDK tries again ten times, three seconds apart; here it need not wait.
    """
    page.evaluate(
        f"""(async () => {{
            const later = setTimeout;
            window.setTimeout = (f, ms, ...rest) => later(f, ms === 3000 ? 0 : ms, ...rest);
            const devices = navigator.mediaDevices;
            const open = devices.getUserMedia;
            devices.getUserMedia = async () => {{
                throw new DOMException('taken back', 'NotAllowedError');
            }};
            if ({str(works_again).lower()}) {{
                localStream.on('error', () => {{ devices.getUserMedia = open; }});
            }}
            await localStream.switchDevice('audio', 'another').catch(() => {{}});
        }})()"""
    )


@pytest.fixture(scope="session")
def built(workshop: Path) -> dict[str, Path]:
    """Where Vite has put each side of the Vue app, its types checked."""
    result = {}
    for side in ("before", "after"):
        app = workshop / side  # finds its packages in the directory above
        shutil.copytree(VUE_APP / side, app)
        done = subprocess.run(
            ["npm", "run", "build"],
            cwd=app, capture_output=True, encoding="utf-8", check=False, timeout=300,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        result[side] = app / "dist"
    return result


def test_vue_app_builds(built: dict[str, Path]) -> None:
    for dist in built.values():
        assert len(list(dist.glob("assets/*.js"))) == 1


@needs_chromium
@each_side
def test_vue_app(side: str, built: dict[str, Path]) -> None:
    with files(built[side]) as address, Browser() as browser:
        for room, said in (("7", "网络不可用，已重试 2 次"), ("0", "房间号不正确")):
            page = browser.open(f"{address}/?room={room}")  # 0x404c, 0x1000
            page.click("button")
            assert page.text("#error") == said
            assert own_errors(page) == []
