const { test, expect } = require('@playwright/test')

test('autoplay is refused', async ({ page }) => {
  await page.goto('/trtc/demo.html?room=16388')
  const ok = await page.evaluate("window.lastError && window.lastError.getCode() === 16451")
  expect(ok).toBe(true)

  const fatal = await page.evaluate(() => {
    const code = window.trtcError.getCode()
    return code === 16390 || code === 0x4007
  })
  expect(fatal).toBeFalsy()

  await page.addScriptTag({
    content: `
      window.client.on('error', function (error) {
        if (error.getCode() === 16392) {
          document.body.dataset.lost = '1'
        }
      })
    `,
  })
  await page.setViewportSize({ width: 4096, height: 4097 })
  await page.waitForTimeout(5000)
  const status = await page.evaluate(() => window.xhr.status)
  expect(status).toBe(5000)
})
