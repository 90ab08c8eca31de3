import { expect, test } from '@playwright/test';
import { answerAsApi } from './api.ts';
import { answerAll, next } from './raising.ts';

test.use({ serviceWorkers: 'block' });

test('a grievance is raised, and its code is shown in groups of four until it is written down', async ({
  page,
}) => {
  const posts = await answerAsApi(page);
  await answerAll(page);
  await page.getByRole('button', { name: 'Жөнөтүү' }).click();
  await expect(page.getByText('MSL-2026-000124')).toBeVisible();
  for (const group of ['4821', '9033', '7715', '0264']) {
    await expect(page.getByText(group, { exact: true })).toBeVisible();
  }
  await expect(page.getByText('24.11.2026, 01:30')).toBeVisible();
  expect(posts).toHaveLength(1);
  expect(posts[0]?.body).toMatchObject({ confidentiality: 'anonymous', language: 'ky' });
  expect(posts[0]?.body).not.toHaveProperty('reporter');

  await page.getByRole('link', { name: 'Маслахат' }).click();
  await expect(page.getByRole('dialog')).toContainText('Кодду жазып алдыңызбы?');
  await page.getByRole('button', { name: 'Калуу' }).click();
  await page.getByRole('button', { name: 'Жазып алдым' }).click();
  await page.getByRole('link', { name: 'Маслахат' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Сөзүңүздү угабыз');
});

test('a half-filled form survives a reload, and can be deleted for good', async ({ page }) => {
  await answerAsApi(page);
  await page.goto('/raise');
  await page.getByRole('textbox').fill('Суу булганды');
  await next(page);
  await expect(page.getByRole('searchbox')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('searchbox')).toBeVisible();
  await page.getByRole('button', { name: 'Артка' }).click();
  await expect(page.getByRole('textbox')).toHaveValue('Суу булганды');
  await page.getByRole('button', { name: 'Жазганымды өчүрүү' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Өчүрүү' }).click();
  await expect(page.getByText('Жазганыңыз өчүрүлдү.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('textbox')).toHaveValue('');
});

test('without a network it waits, and is sent once when the network returns', async ({
  page,
  context,
}) => {
  const posts = await answerAsApi(page);
  await answerAll(page);
  await page.route('**/api/v1/intake/grievances', (route) => route.abort('internetdisconnected'));
  await page.getByRole('button', { name: 'Жөнөтүү' }).click();
  await expect(page.getByText('Кайрылууңуз сакталды, интернетти күтүп турат')).toBeVisible();
  expect(posts).toHaveLength(0);
  await page.unroute('**/api/v1/intake/grievances');
  await context.setOffline(true);
  await context.setOffline(false);
  await expect(page.getByText('MSL-2026-000124')).toBeVisible();
  expect(posts.filter(({ path }) => path === '/intake/grievances')).toHaveLength(1);
  expect(posts[0]?.key).toBeTruthy();
});

test('an unanswered question that must be answered says so', async ({ page }) => {
  await answerAsApi(page);
  await page.goto('/raise');
  await next(page);
  await expect(page.getByText('Толтуруңуз')).toBeVisible();
});
