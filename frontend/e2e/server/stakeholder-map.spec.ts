import { expect, test } from '@playwright/test';
import { atTheDesk } from './people.ts';

test.use({ serviceWorkers: 'block' });

test('the map shows where they are, and each place leads to its list', async ({ browser }) => {
  const page = await atTheDesk(browser, 'ulan', '/desk/stakeholders?category=herder');
  await page.getByRole('navigation', { name: 'View' }).getByRole('link', { name: 'Map' }).click();
  await expect(page).toHaveURL(/\/map\?category=herder/);
  const map = page.getByRole('group', { name: 'Stakeholders on a map of Kyrgyzstan' });
  await expect(map.locator('circle').first()).toBeVisible();
  const [place = '', count = ''] = await page
    .getByRole('row')
    .nth(1)
    .getByRole('cell')
    .allTextContents();
  // One place or a few near it: either can be opened with the keyboard.
  await map.locator('a, [role=button]').first().focus();
  await page.keyboard.press('Enter');
  await page.goto('/desk/stakeholders/map?category=herder');
  await page.getByRole('link', { name: place, exact: true }).last().press('Enter');
  await expect(page).toHaveURL(/stakeholders\/?\?.*place=/);
  await expect(page.getByRole('row')).toHaveCount(Number(count) + 1);
});
