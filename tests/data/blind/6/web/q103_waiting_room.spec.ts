import { test, expect } from '@playwright/test';

test.use({ viewport: { width: 4096, height: 2160 } });

test.describe('waiting room (trtc v4)', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('/trtc/room/16388');
    await page.waitForTimeout(4099);
  });

  test('asks for a gesture', async ({ page }) => {
    const code = await page.evaluate(async () => {
      const { client } = window as any;
      try {
        await client.getRemoteStreams()[0].play('remote');
        return 0;
      } catch (e: any) {
        if (e.getCode() === 0x4043) {
          document.body.dataset.blocked = 'yes';
        }
        return e.getCode();
      }
    });
    expect(code).toBe(16451);
    await expect(page.getByText('Tap to play')).toBeVisible();
  });

  test('tells about a full room', async ({ page }) => {
    const errorCode = await page.evaluate(`
      window.client.join({ roomId: 16385 }).then(() => 0, e => {
        return e.getCode() === 16460 ? -1 : e.getCode();
      })
    `);
    expect(errorCode).not.toEqual(16388);
    expect(await page.locator('li').count()).toBe(4096);
  });
});
