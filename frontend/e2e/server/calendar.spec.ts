import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { atTheDesk } from './people.ts';

test.use({ serviceWorkers: 'block' });

test('somebody gives their calendar a secret address, and takes it back', async ({
  browser,
  request,
}) => {
  const page = await atTheDesk(browser, 'ulan', '/desk/me');
  const section = page.getByRole('region', { name: 'My meetings in another calendar' });
  await section.getByRole('button', { name: 'Make a secret address' }).click();
  const address = (await section.locator('code').textContent()) ?? '';
  expect(address).toMatch(/\/api\/v1\/calendars\/[0-9a-f]{64}\.ics$/);
  await expect(section.getByRole('link', { name: 'Open it in the calendar app' })).toHaveAttribute(
    'href',
    address.replace(/^https?:/, 'webcal:'),
  );
  const path = new URL(address).pathname;
  const calendar = await request.get(path);
  expect(calendar.headers()['content-type']).toBe('text/calendar; charset=utf-8');
  expect(await calendar.text()).toMatch(/^BEGIN:VCALENDAR\r\n/);

  // It is shown once.
  await page.reload();
  await expect(section.getByText(/There is a secret address since/)).toBeVisible();
  await expect(section.locator('code')).toHaveCount(0);

  await section.getByRole('button', { name: 'Take the address back' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take the address back' }).click();
  await expect(section.getByRole('button', { name: 'Make a secret address' })).toBeVisible();
  expect((await request.get(path)).status()).toBe(404);
});

test('a meeting is saved for a calendar', async ({ browser }) => {
  const page = await atTheDesk(browser, 'ulan', '/desk/meetings');
  // Ids begin with a zero for a long time to come; the other links of the page do not.
  await page.getByRole('main').locator('a[href^="/desk/meetings/0"]').first().click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Add to my calendar' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('maslahat.ics');
  expect(readFileSync(await file.path(), 'utf8')).toContain('BEGIN:VEVENT');
});
