import pytest

JOIN = """
async (cname) => {
  const NERTC = (await import('nertc-web-sdk')).default;
  const client = NERTC.createClient({ appkey: window.appkey, debug: true });
  try {
    await client.join({ channelName: cname, uid: 5000, token: '' });
    return 'ok';
  } catch (err) {
    if (err.code === 4100) { return 'expired'; }
    if (err.code === 4097) { return 'bad-uid'; }
    return err.message;
  }
}
"""


@pytest.mark.asyncio
async def test_join(page):
    await page.goto("http://localhost:4096/nertc.html")
    assert await page.evaluate(JOIN, "room-1") == "ok"
