import { expect, test } from '@playwright/test';
import { answerAsApi } from './api.ts';

test('after one visit the form opens without a network', async ({ page, context }) => {
  await answerAsApi(page);
  await page.goto('/');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.waitForFunction(async () => (await caches.keys()).length > 0);
  await context.setOffline(true);
  await page.goto('/raise');
  await expect(page.getByRole('heading', { name: 'Эмне болду?' })).toBeVisible();
  await page.getByRole('textbox').fill('Жолдон чаң көтөрүлөт');
  await page.getByRole('button', { name: 'Улантуу' }).click();
  await page.getByRole('searchbox').fill('барск');
  await expect(page.getByText('Барскоон', { exact: true })).toBeVisible();
});
