import { expect, test } from '@playwright/test';
import { moveCase, openCase, raiseCase } from './cases.ts';
import { signIn } from './people.ts';

test.use({ serviceWorkers: 'block', viewport: { width: 1280, height: 900 } });

test('a case that is raised stands in the calendar on the day it is due, and leads to the list', async ({
  page,
  request,
}) => {
  await raiseCase(request, 'Жолдон чаң көтөрүлөт');
  await signIn(page, 'ulan', '/desk/grievances/calendar');
  const grid = page.getByRole('grid', { name: 'Deadlines of the month' });
  await expect(grid).toBeVisible();
  const today = grid.locator('[tabindex="0"]');
  await today.focus();
  const before = await today.getAttribute('data-day');
  await page.keyboard.press('ArrowDown');
  await expect(grid.locator(':focus')).not.toHaveAttribute('data-day', before ?? '');
  await page.keyboard.press('PageUp');
  await expect(page).toHaveURL(/month=/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/due_from=\d{4}-\d{2}-\d{2}.*sort=due|sort=due.*due_from=/);
});

test('staff see each promise of a case, and its reporter what is owed', async ({
  page,
  request,
}) => {
  const { reference } = await raiseCase(request, 'Көпүрө бузулду');
  await moveCase(request, reference, [['ainura', 'acknowledge']]);
  await signIn(page, 'ulan');
  await openCase(page, reference);
  const promises = page.getByRole('region', { name: 'Promised times' });
  await expect(promises.getByText('In time', { exact: true })).toBeVisible();
  await expect(promises.getByText('On track').first()).toBeVisible();
});

test('an administrator confirms a date that was only expected', async ({ page }) => {
  await signIn(page, 'admin', '/desk/holidays?year=2027');
  const row = page.getByRole('row', { name: /09\.03\.2027/ });
  await expect(row.getByText('Ожидается')).toBeVisible();
  await row.getByRole('button', { name: 'Подтвердить 09.03.2027' }).click();
  await expect(row.getByText('Нерабочий')).toBeVisible();
});
