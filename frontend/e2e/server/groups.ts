import { expect, type Page, test } from '@playwright/test';

/** Today in Bishkek, as people type it. */
const today = new Date(Date.now() + 6 * 3_600_000)
  .toISOString()
  .slice(0, 10)
  .split('-')
  .reverse()
  .join('.');

export async function plan(page: Page, title: string, expected = ['8', '5', '4']) {
  await page.goto('/desk/focus-groups');
  await page.getByRole('link', { name: 'Plan a focus group' }).click();
  await page.getByLabel('What it is about').fill(title);
  await page.getByLabel('Who is invited').selectOption('Everybody');
  await page.getByLabel('Place').first().fill('Барскоон');
  await page
    .getByRole('option', { name: /Barskoon/ })
    .first()
    .click();
  await page.getByRole('textbox', { name: 'Day', exact: true }).fill(today);
  await page.keyboard.press('Tab');
  await page.getByLabel('Time').fill('10:00');
  await page.getByLabel('Where people sit').fill('The library');
  await page.getByLabel('People in all').fill(expected[0] ?? '');
  await page.getByLabel('Of these women').fill(expected[1] ?? '');
  await page.getByLabel('Of these 14 to 35').fill(expected[2] ?? '');
}

export async function planned(page: Page, title: string) {
  await plan(page, title);
  await page.getByRole('button', { name: 'Plan it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

export async function agreed(page: Page) {
  await page.getByRole('link', { name: 'People agreed' }).click();
  await expect(page.getByText('We write no names.')).toBeVisible();
  await page.getByLabel('How they agreed').selectOption('Said it');
  await page.getByRole('button', { name: 'People agreed' }).click();
  await expect(page.getByText('People agreed', { exact: true }).first()).toBeVisible();
}

export const press = (page: Page, who: string, times: number) =>
  test.step(`${who}: ${times}`, async () => {
    for (let time = 0; time < times; time += 1) {
      await page.getByRole('button', { name: `One more: ${who}`, exact: true }).click();
    }
  });
