import { expect, test } from '@playwright/test';
import { atTheDesk, signIn } from './people.ts';

test.use({ serviceWorkers: 'block' });
test.describe.configure({ timeout: 120_000 });

/** A calendar day in Bishkek, some days from now, as the form takes it. */
function day(fromToday: number): string {
  const [year, month, date] = new Date(Date.now() + 6 * 3_600_000 + fromToday * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .split('-');
  return `${date}.${month}.${year}`;
}

test('a conversation is recorded, given to a colleague, done, and opened again', async ({
  browser,
}) => {
  const page = await atTheDesk(browser, 'ulan', '/desk/stakeholders?sort=newest');
  await page.getByRole('row').nth(1).getByRole('link').first().click();
  const name = await page.getByRole('heading', { level: 1 }).textContent();
  const log = page.getByRole('region', { name: 'Conversations' });
  await log.getByRole('link', { name: 'Record a conversation' }).click();
  await expect(page.getByText(name ?? '').first()).toBeVisible();
  const words = `Сынак сүйлөшүү ${Date.now()}`;
  await page.getByRole('combobox', { name: 'How' }).selectOption('Telephone');
  await page.getByLabel('What was said').fill(words);
  await page.getByLabel('What is to be done').fill('Send the map of the site');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  // A follow-up that was begun has to be whole.
  await expect(page.getByText('Please fill this in').first()).toBeVisible();
  await page.getByLabel('By whom').selectOption('Марина Ковальчук');
  await page.getByLabel('By which day').fill(day(0));
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Telephone/ })).toBeVisible();
  await expect(page.getByText(words)).toBeVisible();
  const address = page.url();

  const colleague = await atTheDesk(browser, 'marina', '/desk/notifications');
  await colleague.getByText('Вам поручено дело после разговора').first().click();
  await expect(colleague).toHaveURL(address);
  const followUp = colleague.getByRole('region', { name: 'Что сделать дальше' });
  await followUp.getByRole('button', { name: 'Сделано' }).click();
  const dialog = colleague.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Сделано' }).click();
  await expect(dialog.getByText('Заполните').first()).toBeVisible();
  await dialog.getByLabel('Что получилось').fill('Карта отправлена.');
  await dialog.getByRole('button', { name: 'Сделано' }).click();
  await expect(dialog).toBeHidden();
  await expect(followUp).toContainText('Карта отправлена.');
  await followUp.getByRole('button', { name: 'Ещё не сделано' }).click();
  await expect(followUp.getByRole('button', { name: 'Сделано' })).toBeVisible();

  await page.goto(`/desk/engagements?q=${encodeURIComponent(words.toUpperCase())}`);
  await expect(page.getByRole('row')).toHaveCount(2);
});

test('what is late waits on the first page, and the log finds it', async ({ browser }) => {
  const page = await atTheDesk(browser, 'ulan');
  const own = page.getByRole('region', { name: 'Your follow-ups' });
  await expect(own.getByRole('listitem')).toHaveCount(5);
  await expect(own.getByText('Late').first()).toBeVisible();
  await own.getByRole('link', { name: 'All your follow-ups' }).click();
  await expect(page).toHaveURL(/sort=due/);
  await page.getByLabel('Follow-up', { exact: true }).selectOption('Late');
  await expect(page).toHaveURL(/follow_up=overdue/);
  await expect(page.getByRole('row').nth(1)).toContainText('Late');
});

test('on a phone the log is cards within its width', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, 'ainura', '/desk/engagements');
  await expect(page.getByRole('list', { name: 'Сүйлөшүүлөр' })).toBeVisible();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});

test('a company finds no way to the log', async ({ browser }) => {
  const page = await atTheDesk(browser, 'company');
  await expect(page.getByRole('link', { name: 'Сүйлөшүүлөр' })).toHaveCount(0);
  await page.goto('/desk/engagements');
  await expect(page.getByText('Буга уруксатыңыз жок')).toBeVisible();
});
