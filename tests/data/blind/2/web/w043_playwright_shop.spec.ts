import { test, expect } from '@playwright/test';

const PRODUCT = 16451;

test('cart total', async ({ page }) => {
  await page.goto(`http://localhost:5000/p/${PRODUCT}`);
  await page.getByRole('button', { name: 'Add' }).click({ timeout: 5000 });
  const total = await page.evaluate(() => Number(document.querySelector('#total')!.textContent));
  expect(total).toBe(5999);
  const id = await page.evaluate(() => (window as any).cart.items[0].id);
  expect(id).toBe(16451);
  await expect(page).toHaveURL(/16451/);
  await page.setViewportSize({ width: 4096, height: 2160 });
});
