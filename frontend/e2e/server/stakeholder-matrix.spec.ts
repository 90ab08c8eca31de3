import { expect, test } from '@playwright/test';
import { atTheDesk } from './people.ts';

test.use({ serviceWorkers: 'block' });

const matrix = '/desk/stakeholders/matrix';

test('the keyboard moves somebody in the matrix, and asks for the reason', async ({ browser }) => {
  const page = await atTheDesk(browser, 'ulan', `${matrix}?category=donor`);
  const dot = page.getByRole('button', { name: /: influence [1-4], interest/ }).first();
  const [, name = '', influence = ''] =
    /^(.*): influence (\d)/.exec((await dot.getAttribute('aria-label')) ?? '') ?? [];
  await dot.focus();
  await page.keyboard.press('ArrowUp');
  const held = page.getByRole('button', {
    name: `${name}: influence ${Number(influence) + 1}`,
  });
  await expect(held).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dot).toHaveAccessibleName(new RegExp(`influence ${influence}`));
  await dot.focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Influence')).toHaveValue(String(Number(influence) + 1));
  await dialog.getByLabel('Reason').fill('Became the head of the fund.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(held).toBeVisible();
  await page.reload();
  await expect(held).toBeVisible();
});

test('somebody is dragged to another cell, and goes back if no reason is given', async ({
  browser,
}) => {
  const page = await atTheDesk(browser, 'ulan', `${matrix}?category=media`);
  const dot = page.getByRole('button', { name: /: influence [1-4], interest/ }).first();
  const label = (await dot.getAttribute('aria-label')) ?? '';
  const target = page.getByRole('group', { name: /^Influence 5, interest 5/ });
  await dot.dragTo(target);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Influence')).toHaveValue('5');
  await expect(dialog.getByLabel('Interest')).toHaveValue('5');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: label })).toBeVisible();
  await dot.dragTo(target);
  await dialog.getByLabel('Reason').fill('Writes about the mine each week.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(target.getByRole('button', { name: label.split(':')[0] })).toBeVisible();
});
