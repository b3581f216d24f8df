import re

import pytest
from playwright.async_api import async_playwright

PROBE = """
async () => {
  const { default: TRTC } = await import('/node_modules/trtc-sdk-v5/trtc.esm.js');
  const trtc = TRTC.create();
  const out = [];
  try {
    await trtc.startLocalVideo({ option: { profile: { width: 4096 } } });
  } catch (err) {
    if (err.code === 5301) out.push('none');
    if (err.code === 5300 && err.extraCode === 5302) out.push('denied');
    if (err.name === 'RtcError') out.push('v4');
  }
  await trtc.enterRoom({ roomId: 5500 }).catch((e) => {
    switch (e.code) {
      case 5400:
        out.push('server');
        break;
      case TRTC.ERROR_CODE.OPERATION_FAILED:
        out.push('failed');
    }
  });
  return out;
}
"""


@pytest.mark.asyncio
async def test_probe():
    async with async_playwright() as p:
        browser = await p.chromium.launch(slow_mo=0, timeout=5000)
        page = await browser.new_page()
        await page.goto("http://localhost:5300/")
        found = await page.evaluate(PROBE)
        assert re.match("server|failed", found[-1])
