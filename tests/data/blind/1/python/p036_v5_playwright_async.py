import asyncio

from playwright.async_api import async_playwright

SCRIPT = """
async () => {
  const trtc = TRTC.create();
  try {
    await trtc.enterRoom({ strRoomId: 'qa-5000', scene: 'rtc', sdkAppId: 1400000000, userId: 'bot', userSig: 'x' });
  } catch (error) {
    if (error.code === 5400) return 'server';
    if (error.code === 5000) return 'parameter';
    if (error.code === TRTC.ERROR_CODE.OPERATION_ABORT) return 'abort';
    return error.name;
  }
}
"""


async def main():
    async with async_playwright() as p:
        browser = await p.chromium.launch(args=["--use-fake-ui-for-media-stream"])
        page = await browser.new_page(viewport={"width": 1280, "height": 720})
        await page.goto("https://localhost:5300/")
        await page.add_script_tag(url="https://cdn.jsdelivr.net/npm/trtc-sdk-v5@5.8.3/trtc.js")
        print(await page.evaluate(SCRIPT))
        await browser.close()


asyncio.run(main())
