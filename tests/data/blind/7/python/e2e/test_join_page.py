"""Browser checks of the visitor page (Playwright, chromium with fake devices)."""
import re

import pytest
from playwright.sync_api import Page, expect

BASE = "http://localhost:4097/visit"

FAKE_CLIENT = """
() => {
  const real = TRTC.createClient;
  TRTC.createClient = (cfg) => {
    const c = real(cfg);
    c.join = () => Promise.reject({
      name: 'RtcError',
      getCode: () => 16388,
      getExtraCode: () => 70001,
    });
    return c;
  };
}
"""


@pytest.fixture(autouse=True)
def viewport(page: Page):
    page.set_viewport_size({"width": 4096, "height": 2160})
    page.set_default_timeout(5000)


def test_expired_sig(page: Page):
    page.add_init_script("window.__sdk = 'trtc'")
    page.goto(BASE)
    page.evaluate(FAKE_CLIENT)
    page.get_by_role("button", name="加入").click()
    expect(page.locator(".toast")).to_have_text(re.compile("userSig"))


def test_error_code_is_exposed(page: Page):
    page.goto(BASE + "?device=none")
    code = page.evaluate(
        """async () => {
            const stream = TRTC.createStream({ userId: 'a', audio: true, video: true });
            try { await stream.initialize(); return null; }
            catch (e) { return e.getCode(); }
        }"""
    )
    assert code == 4099


def test_autoplay_button(page: Page):
    page.goto(BASE)
    ok = page.evaluate("(e) => e && e.getCode && e.getCode() === 0x4043", None)
    assert not ok
    page.wait_for_timeout(4100)
    shown = page.evaluate("remote.play('v').catch(err => { window.shown = err.getCode() == 16451; })")
    assert shown is None
