import { test, expect } from '@playwright/test';

test.use({ launchOptions: { args: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'] } });

test('remote stream reports blocked autoplay', async ({ page }) => {
  await page.goto('http://localhost:8080/trtc/live.html?roomId=4096');
  const blocked = await page.evaluate(async () => {
    const stream = (window as any).remoteStream;
    try {
      await stream.play('box');
      return false;
    } catch (e: any) {
      return e.getCode() === 0x4043;
    }
  });
  expect(blocked).toBe(true);

  const aborted = await page.evaluate("window.client.publish(window.localStream).catch(e => e.getCode() === 16461)");
  expect(aborted).toBeFalsy();
});
