import { expect, test } from '@playwright/test';
import { agreed, plan, planned, press } from './groups.ts';
import { atTheDesk, signIn } from './people.ts';

test.use({ serviceWorkers: 'block' });
test.describe.configure({ timeout: 120_000 });

test('planning warns and forbids nothing, and says what can’t be', async ({ browser }) => {
  const page = await atTheDesk(browser, 'ulan');
  const title = `Roads ${Date.now()}`;
  await plan(page, title, ['90', '0', '91']);
  await expect(page.getByText(/Women would be under a third/)).toBeVisible();
  await page.getByRole('button', { name: 'Plan it' }).click();
  await expect(page.getByText('The number is too large').first()).toBeVisible();
  await page.getByLabel('Of these 14 to 35').fill('90');
  await page.getByRole('button', { name: 'Plan it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByText(/Women would be under a third/)).toBeVisible();
  await page.getByRole('button', { name: 'Call it off' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('Only a trial.');
  await dialog.getByRole('button', { name: 'Call it off' }).click();
  await expect(page.getByText('Called off', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('Only a trial.')).toBeVisible();
});

test('who is there is counted without a network, and nothing is lost or doubled', async ({
  browser,
}) => {
  const page = await atTheDesk(browser, 'ulan');
  await page.setViewportSize({ width: 360, height: 740 });
  await planned(page, `Water ${Date.now()}`);
  await agreed(page);
  await page.getByRole('link', { name: 'Count who is there' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Who was there' })).toBeVisible();
  // All of it is on one screen of a phone.
  const seen = await page.getByText('In all').boundingBox();
  expect((seen?.y ?? 999) + (seen?.height ?? 0)).toBeLessThan(740);

  await page.context().setOffline(true);
  await press(page, 'a woman of 36–59', 5);
  await press(page, 'a man of 14–17', 2);
  await press(page, 'a man of 18–24', 1);
  await page.getByRole('button', { name: 'One fewer: a man of 18–24' }).click();
  const totals = page.locator('dl').filter({ hasText: 'In all' });
  await expect(totals).toContainText('7');
  await expect(totals).toContainText('5 · 71 %');
  await expect(page.getByText('Under 18: 2.')).toBeVisible();
  await expect(page.getByText(/No network\. The count is kept on this device/)).toBeVisible();

  let sent = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/attendance')) sent += 1;
  });
  await page.context().setOffline(false);
  await expect(page.getByText('Saved on the server')).toBeVisible({ timeout: 20_000 });
  expect(sent).toBe(1);
  await page.reload();
  await expect(page.locator('dl').filter({ hasText: 'In all' })).toContainText('5 · 71 %');

  await page.getByRole('link', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'It took place' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(
    dialog.getByText('Each one under 18 needs the consent of a parent or guardian').first(),
  ).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Record parents’ consent' }).click();
  await dialog.getByLabel('How many agreed, in all').fill('2');
  await dialog.getByLabel('How they agreed').selectOption('Signed');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'It took place' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Held', { exact: true }).first()).toBeVisible();
});

test('a count that somebody else changed meanwhile shows both', async ({ browser }) => {
  const page = await atTheDesk(browser, 'ulan');
  await planned(page, `Two count ${Date.now()}`);
  const path = new URL(page.url()).pathname;
  await page.getByRole('link', { name: 'Count who is there' }).click();
  await page.context().setOffline(true);
  await press(page, 'a woman of 25–35', 3);
  await expect(page.getByText(/No network/)).toBeVisible();

  const other = await atTheDesk(browser, 'marina', `${path}/attendance`);
  await other.getByRole('button', { name: 'Ещё один человек: женщина, возраст 60+' }).click();
  await expect(other.getByText('Сохранено на сервере')).toBeVisible();

  await page.context().setOffline(false);
  const dialog = page.getByRole('dialog', { name: 'Somebody else counted too' });
  await expect(dialog).toBeVisible({ timeout: 20_000 });
  await expect(dialog.getByRole('region', { name: 'On this device' })).toContainText('women 3');
  await expect(dialog.getByRole('region', { name: 'On the server' })).toContainText('women 1');
  await dialog.getByRole('button', { name: 'Keep mine' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Saved on the server')).toBeVisible();
  await page.reload();
  await expect(page.locator('dl').filter({ hasText: 'In all' })).toContainText('3 · 100 %');
});

test('notes are kept as they are typed and saved when somebody says so', async ({ browser }) => {
  const page = await atTheDesk(browser, 'ulan');
  await planned(page, `Notes ${Date.now()}`);
  await agreed(page);
  await page.getByRole('link', { name: 'Write notes' }).click();
  await page.context().setOffline(true);
  await page.getByRole('textbox', { name: 'Notes' }).fill('The ditch runs red in spring.');
  await page.getByRole('button', { name: 'Add a quote' }).click();
  await page.getByLabel('The words').fill('We carry water from the well.');
  await page.getByLabel('Said by').selectOption('a woman of 60+');
  await expect(page.getByText('Not saved yet: kept on this device.')).toBeVisible();
  await page.context().setOffline(false);
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue(
    'The ditch runs red in spring.',
  );
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved on the server')).toBeVisible();
  await page.getByRole('link', { name: 'Done' }).click();
  await expect(page.getByText('We carry water from the well.')).toBeVisible();
  await expect(page.getByText('a woman of 60+')).toBeVisible();

  await page.getByRole('button', { name: 'Keep a name' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Bermet Synamykova');
  await dialog.getByLabel('How they agreed').selectOption('Signed');
  await dialog.getByRole('button', { name: 'Keep a name' }).click();
  await expect(page.getByText('B•••')).toBeVisible();
  await page.getByRole('button', { name: 'Show the names' }).click();
  await dialog.getByLabel('Reason').fill('To invite her again.');
  await dialog.getByRole('button', { name: 'Show the names' }).click();
  await expect(page.getByText('Bermet Synamykova')).toBeVisible();
  await expect(page.getByText('Looked at the names')).toBeVisible();
  await page.getByRole('button', { name: /Consent taken back/ }).click();
  await dialog.getByRole('button', { name: 'Delete it' }).click();
  await expect(page.getByText('No names are kept.')).toBeVisible();
});

test('on a phone the list is cards within its width, and a company finds no way there', async ({
  page,
  browser,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, 'ainura', '/desk/focus-groups?state=held');
  await expect(page.getByRole('list', { name: 'Фокус-топтор' })).toBeVisible();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
  const facilitator = await atTheDesk(browser, 'ulan');
  const waiting = facilitator.getByRole('region', { name: 'Focus groups' });
  await expect(waiting.getByRole('listitem').first()).toBeVisible();
  const company = await atTheDesk(browser, 'company');
  await company.goto('/desk/focus-groups');
  await expect(company.getByText('Буга уруксатыңыз жок')).toBeVisible();
});
