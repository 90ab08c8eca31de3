import { expect, test } from '@playwright/test';
import { answerAsApi, receiptCode } from './api.ts';

test.use({ serviceWorkers: 'block' });

test('no page breaks the content security policy or logs an error', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await answerAsApi(page);
  const response = await page.goto('/');
  expect(response?.headers()['content-security-policy']).toContain("default-src 'self'");
  for (const path of ['/', '/about', '/raise', '/sign-in', '/verify', '/my-case']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await page.getByLabel('Жашыруун код').fill(receiptCode);
  await page.keyboard.press('Enter');
  await expect(page.getByText('MSL-2026-000124')).toBeVisible();
  expect(complaints).toEqual([]);
});
