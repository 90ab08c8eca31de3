import { expect, type Page, test } from '@playwright/test';
import { answerAsApi, receiptCode } from './api.ts';
import { harmless, leaveByShift } from './leaving.ts';

test.use({ serviceWorkers: 'block' });

async function start(page: Page) {
  await answerAsApi(page);
  await page.route(`${harmless}**`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<title>Башкы барак</title><h1>Википедия</h1>',
    }),
  );
}

const leave = (page: Page) => page.getByRole('button', { name: 'Тез чыгуу' }).click();

test('leaving a draft quickly deletes it, and "back" does not lead to it', async ({ page }) => {
  await start(page);
  await page.goto('/');
  await page.getByRole('main').getByRole('link', { name: 'Кайрылуу жөнөтүү' }).click();
  await expect(page.getByText('Бирөө жакындап калса')).toBeVisible();
  await page.getByRole('button', { name: 'Түшүндүм' }).click();
  await page.getByRole('textbox').fill('Суу булганды, мал ичпейт');
  await page.getByRole('button', { name: 'Улантуу' }).click();
  await expect(page.getByRole('searchbox')).toBeVisible();
  await leave(page);
  await expect(page).toHaveURL(harmless);
  await page.goBack();
  expect(page.url()).toBe('about:blank');

  await page.goto('/raise');
  await expect(page.getByRole('textbox')).toHaveValue('');
  const kept = await page.evaluate(async () => {
    const request = indexedDB.open('maslahat');
    await new Promise((resolve) => {
      request.onsuccess = resolve;
    });
    const drafts = request.result.transaction('drafts').objectStore('drafts').getAll();
    await new Promise((resolve) => {
      drafts.onsuccess = resolve;
    });
    return JSON.stringify(drafts.result);
  });
  expect(kept).not.toContain('Суу булганды');
});

test('an opened case is left by three times Shift', async ({ page }) => {
  await start(page);
  await page.goto('/my-case');
  await page.getByLabel('Жашыруун код').fill(receiptCode);
  await page.keyboard.press('Enter');
  await expect(page.getByText('MSL-2026-000124')).toBeVisible();
  await leaveByShift(page);
  await page.goBack();
  expect(page.url()).toBe('about:blank');
});
