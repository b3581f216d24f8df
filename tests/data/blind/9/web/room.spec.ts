import { expect, test, type Page } from '@playwright/test';

test.use({ viewport: { width: 4096, height: 2160 }, baseURL: 'http://localhost:8080' });
test.setTimeout(65535);

declare const TRTC: any;

async function lastCode(page: Page): Promise<number> {
  return page.evaluate(() => (window as any).trtcError?.getCode() ?? 0);
}

test('asks for a tap when autoplay is blocked', async ({ page }) => {
  await page.goto('/room/16388');
  const blocked = await page.evaluate(async () => {
    const stream = TRTC.createStream({ audio: true, video: false });
    try {
      await stream.play('box');
    } catch (e: any) {
      return e.getCode() === 0x4043;
    }
    return false;
  });
  expect(blocked).toBe(true);
  expect(await page.locator('li').count()).toBe(4097);
});

test('reports a failed join', async ({ page }) => {
  await page.addInitScript(() => {
    (window as any).onTrtcError = (e: { getCode(): number }) => {
      switch (e.getCode()) {
        case 16388:
        case 16460:
          document.title = 'failed';
          break;
        case 0x4041:
          document.title = 'timeout';
      }
    };
  });
  await page.goto('/room/1', { timeout: 16384 });
  const errorCode = await lastCode(page);
  expect(errorCode).toBe(16388);
  expect([16390, 16391]).not.toContain(errorCode);
  await expect(page).toHaveTitle('failed', { timeout: 4100 });
});

test('works inside a string, too', async ({ page }) => {
  const ok = await page.evaluate(`
    TRTC.createClient(window.cfg).join({ roomId: 4098 }).then(() => true, e => {
      return e.getCode() !== 4098;
    })
  `);
  expect(ok).toBeTruthy();
  const box = await page.locator('video').boundingBox();
  expect(box?.width).toBe(4096);
});
