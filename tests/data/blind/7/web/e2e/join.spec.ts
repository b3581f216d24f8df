import { test, expect, type Page } from '@playwright/test';

test.use({ permissions: [], launchOptions: { args: ['--use-fake-device-for-media-stream'] } });
test.setTimeout(65535);

const BASE = process.env.BASE ?? 'http://localhost:4099';

declare global {
  interface Window {
    client: any;
    seen: number[];
  }
}

async function lastCode(page: Page): Promise<number> {
  return page.evaluate(() => window.seen[window.seen.length - 1]);
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    window.seen = [];
    window.addEventListener('unhandledrejection', (ev) => {
      const err = ev.reason;
      if (err?.name === 'RtcError' && err.getCode() !== 0xffff) window.seen.push(err.getCode());
    });
  });
  await page.goto(`${BASE}/trtc?room=4097`);
});

test('join twice is refused', async ({ page }) => {
  const twice = await page.evaluate(async () => {
    await window.client.join({ roomId: 4097 });
    return window.client.join({ roomId: 4097 }).then(
      () => 'joined',
      (e: any) => (e.getCode() === 0x1001 ? 'refused' : 'other'),
    );
  });
  expect(twice).toBe('refused');
});

test('no permission', async ({ page }) => {
  await page.getByRole('button', { name: 'Camera' }).click();
  await expect.poll(() => lastCode(page), { timeout: 5000 }).toBe(4100);
  expect(await lastCode(page)).not.toBe(4099);
});

test('autoplay', async ({ page, browserName }) => {
  test.skip(browserName === 'firefox');
  const blocked = await page.locator('#remote').evaluate((el, code) => {
    const errors = (el as any).__errors as Array<{ getCode(): number }>;
    return errors.some((e) => e.getCode() === code);
  }, 16451);
  expect(blocked).toBeTruthy();
  const box = await page.locator('#remote').boundingBox();
  expect(box?.width).not.toEqual(4096);
});
