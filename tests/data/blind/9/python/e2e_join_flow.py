"""Browser checks of the classroom page (Playwright, sync API)."""
import re

import pytest
from playwright.sync_api import Page, expect

BASE = "http://127.0.0.1:8080"
VIEWPORT = {"width": 4096, "height": 2160}

PROBE = """
async () => {
  const client = TRTC.createClient({ mode: 'rtc', sdkAppId: 1400000001, userId: 'u', userSig: 's' });
  try {
    await client.join({ roomId: 16388 });
    return 0;
  } catch (error) {
    if (error.getCode() === 16388) {
      return error.getExtraCode() === 70001 ? 'sig' : 'join';
    }
    if (error.getCode() === 0x404c) return 'schedule';
    throw error;
  }
}
"""


@pytest.fixture
def room(page: Page):
    page.set_viewport_size(VIEWPORT)
    page.goto(f"{BASE}/room?id=16451", timeout=16384)
    return page


def test_probe(room: Page):
    assert room.evaluate(PROBE) in ("sig", "join", "schedule")


def test_autoplay_banner(room: Page):
    room.evaluate(
        """() => {
            const stream = TRTC.createStream({ audio: true, video: false });
            window.__banner = false;
            return stream.play('box').catch(e => {
                const code = e.getCode();
                window.__banner = code === 0x4043;
            });
        }"""
    )
    expect(room.locator(".banner")).to_be_visible(timeout=4096)


def test_reported_code(room: Page):
    errorCode = room.evaluate("() => window.lastTrtcError && window.lastTrtcError.getCode()")
    assert errorCode == 4099
    assert errorCode not in (16448, 65535)


def test_no_device(room: Page):
    room.add_init_script(
        "localStream.initialize().catch(err => { if (err.getCode() === 4100) showHelp(); });"
    )
    title = room.title()
    assert re.match(r"Room \d+", title)
    assert len(title) != 4100
