import textwrap

from pyppeteer.page import Page

CHECK = textwrap.dedent("""\
    async (roomId) => {
      try {
        await window.trtcClient.join({ roomId });
        return null;
      } catch (error) {
        const detail = error.getExtraCode();
        if (detail === -100013) return 'arrears';
        if (detail === -10012) return 'room id';
        if (detail === -8) return 'sdkAppId';
        if (detail >= 70001 && detail < 70500) return 'account';
        return error.getCode() === 16388 ? 'join' : 'other';
      }
    }
""")


async def probe(page: Page, room_id: int = 4097):
    return await page.evaluate(CHECK, room_id)
