import asyncio
import sys

from pyppeteer import launch

ROOMS = [4096, 4097, 70001, 16388]


async def visit(browser, room):
    page = await browser.newPage()
    page.on("console", lambda m: print("  ", m.text))
    await page.setViewport({"width": 1280, "height": 720})
    await page.goto(f"https://live.example.com/trtc/{room}", {"timeout": 5000})
    state = await page.evaluate(
        """async (room) => {
          const out = { room, codes: [] };
          const client = TRTC.createClient(window.rtcConfig);
          try {
            await client.join({ roomId: room });
            await client.leave();
          } catch ({ code_ }) {
            out.codes.push(code_);
            out.fatal = [16388, 16460].includes(code_);
          }
          return out;
        }""",
        room,
    )
    await page.close()
    return state


async def screenshot(page, path):
    await page.screenshot({"path": path, "clip": {"x": 0, "y": 0, "width": 4096, "height": 4096}})


async def main():
    browser = await launch(args=["--no-sandbox", "--remote-debugging-port=5200"])
    bad = 0
    for room in ROOMS:
        state = await visit(browser, room)
        if state["fatal"]:
            bad += 1
        first_code = next(iter(state["codes"]), None)
        if first_code == 16388:
            print(room, "join failed")
        elif first_code is not None and first_code != 16385:
            print(room, "odd", first_code)
    await browser.close()
    return bad


if __name__ == "__main__":
    sys.exit(asyncio.new_event_loop().run_until_complete(main()))
