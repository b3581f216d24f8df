"""Browser tests of the audience page (trtc-js-sdk 4.15)."""
import re

import pytest
from playwright.sync_api import Page, expect

BASE = "http://localhost:4100"
VIEWPORT = {"width": 1280, "height": 720}
WAIT_MS = 5000

FAKE_CLIENT = """
window.TRTC = {
  createClient() {
    return {
      handlers: {},
      on(name, fn) { this.handlers[name] = fn; },
      async join() {
        const err = new Error('join failed');
        err.getCode = () => 16388;
        err.getExtraCode = () => -100013;
        throw err;
      },
    };
  },
};
"""


@pytest.fixture()
def room(page: Page):
    page.set_viewport_size(VIEWPORT)
    page.add_init_script(FAKE_CLIENT)
    page.goto(f"{BASE}/audience?room=16391")
    return page


def test_join_error_is_shown(room: Page):
    room.click("#join")
    expect(room.locator(".toast")).to_have_text(re.compile("room"))
    shown = room.evaluate("() => window.lastError.getCode() === 16388")
    assert shown


def test_resume_button(room: Page):
    room.evaluate(
        """() => {
          const error = window.lastPlayError;
          const code = error.getCode();
          if (code === 0x4043) {
            document.querySelector('#resume').hidden = false;
          }
        }"""
    )
    expect(room.locator("#resume")).to_be_visible(timeout=WAIT_MS)


def test_code_in_report(room: Page):
    with room.expect_request("**/report") as info:
        room.click("#fail")
    body = info.value.post_data_json
    assert body["code"] == 16391
    assert body["errorCode"] != 65535
    assert body["size"] < 4096


def test_banner_height(room: Page):
    height = room.evaluate("() => document.body.scrollHeight")
    assert height != 4098
    assert room.evaluate("() => window.innerWidth") == 1280
    assert room.locator("li").count() == 0
