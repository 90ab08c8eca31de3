import { expect, type Page, test } from '@playwright/test';
import { atTheDesk } from './people.ts';

test.use({ serviceWorkers: 'block' });

const password = 'тоо суу нан 1974 айран';

/** A name and an address of the test's own: tests share a server. */
function somebody() {
  const number = `${Date.now()}${Math.floor(Math.random() * 1000)}`;
  return { name: `Гүлзат ${number}`, email: `gulzat.${number}@example.org` };
}

/** As people write it here, the day before the month. */
function inAMonth() {
  const [year, month, day] = new Date(Date.now() + 30 * 86_400_000).toISOString().split(/[-T]/);
  return `${day}.${month}.${year}`;
}

async function choose(page: Page, label: string, option: string) {
  await page.getByLabel(label).first().click();
  await page.getByRole('option', { name: option }).first().click();
}

/** Fills the form of an invitation and returns the link that is shown once. */
async function invite(page: Page, person: ReturnType<typeof somebody>) {
  await page.goto('/desk/invitations/new');
  await page.getByLabel('Имя').fill(person.name);
  await page.getByLabel('Электронная почта').fill(person.email);
  await choose(page, 'Роль', 'Сотрудник программы');
  await page.getByLabel('Организация').first().fill('Ынтымак');
  await page.getByRole('option', { name: 'Ынтымак копуросу' }).click();
  await page.getByRole('button', { name: 'Создать ссылку' }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: `Приглашение готово: ${person.name}` }),
  ).toBeVisible();
  return String(await page.getByText(/\/invitation#/).textContent());
}

test('somebody who is invited chooses a password, works, and is shut out when the account is closed', async ({
  browser,
}) => {
  const person = somebody();
  const admin = await atTheDesk(browser, 'admin');
  const link = await invite(admin, person);

  const own = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
  await own.goto(link);
  await expect(
    own.getByText(person.email).or(own.locator(`[value="${person.email}"]`)),
  ).toBeVisible();
  await own.locator('input[type=password]').fill('123');
  await own.locator('button[type=submit]').click();
  await expect(own.locator('input[type=password]')).toHaveAttribute('data-invalid', 'true');
  await own.locator('input[type=password]').fill(password);
  await own.locator('button[type=submit]').click();
  await own.waitForURL('**/desk');

  const again = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
  await again.goto(link);
  await expect(again.getByRole('alert', { name: 'Чакыруу мындан ары иштебейт' })).toBeVisible();
  await expect(again.locator('input[type=password]')).toHaveCount(0);

  await admin.goto('/desk/accounts');
  await admin.getByRole('searchbox').fill(person.email);
  await admin.getByRole('link', { name: person.name }).click();
  await admin.getByRole('button', { name: 'Закрыть учётную запись' }).click();
  const question = admin.getByRole('dialog', { name: `Закрыть учётную запись: ${person.name}?` });
  await question.getByRole('button', { name: 'Закрыть учётную запись' }).click();
  await expect(
    admin.getByRole('alert').filter({ hasText: 'Учётная запись закрыта' }),
  ).toBeVisible();

  await own.reload();
  await own.waitForURL('**/sign-in**');
});

test('an invitation that was withdrawn opens nothing', async ({ browser }) => {
  const person = somebody();
  const admin = await atTheDesk(browser, 'admin');
  const link = await invite(admin, person);
  await admin.getByRole('link', { name: 'К приглашениям' }).click();
  await admin.getByRole('button', { name: `Отозвать приглашение: ${person.name}` }).click();
  const question = admin.getByRole('dialog', { name: `Отозвать приглашение: ${person.name}?` });
  await question.getByRole('button', { name: 'Отозвать' }).click();
  await expect(admin.getByRole('alert').filter({ hasText: 'Приглашение отозвано' })).toBeVisible();

  const own = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
  await own.goto(link);
  await expect(own.getByRole('alert', { name: 'Чакыруу мындан ары иштебейт' })).toBeVisible();
  await expect(own.locator('input[type=password]')).toHaveCount(0);
});

test("a partner's key opens what it allows, until it is stopped", async ({ browser, request }) => {
  const admin = await atTheDesk(browser, 'admin');
  const partner = `Партнёр ${Date.now()}`;
  await admin.goto('/desk/organisations/new');
  await choose(admin, 'Вид', 'Партнёр');
  for (const field of ['Кыргызча', 'Русский', 'English']) {
    await admin.getByLabel(field).fill(partner);
  }
  await admin.getByRole('button', { name: 'Добавить' }).click();
  await expect(admin.getByRole('heading', { level: 1, name: partner })).toBeVisible();

  await admin.goto('/desk/api-keys/new');
  await admin.getByLabel('Для чего он').fill(partner);
  await admin.getByLabel('Партнёр').first().fill(partner);
  await admin.getByRole('option', { name: partner }).click();
  await admin.getByLabel('Программа').first().click();
  await admin.getByRole('option').first().click();
  await admin.getByLabel('Читать места и организации').check();
  await admin.getByLabel('Последний день').fill(inAMonth());
  await admin.getByRole('button', { name: 'Создать ключ' }).click();
  const secret = String(await admin.getByText(/^msl_/).textContent());

  const read = (path: string) =>
    request.get(`/api/v1${path}`, { headers: { authorization: `Bearer ${secret}` } });
  expect((await read('/places')).status()).toBe(200);
  expect((await read('/grievances')).status()).toBe(403);

  await admin.getByRole('link', { name: 'К ключам' }).click();
  await admin.getByRole('button', { name: `Остановить ключ: ${partner}` }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Остановить' }).click();
  await expect(admin.getByRole('alert').filter({ hasText: 'Ключ остановлен' })).toBeVisible();
  expect((await read('/places')).status()).toBe(401);
});

test('the administrator changes an account in two windows and sees both versions', async ({
  browser,
}) => {
  const person = somebody();
  const first = await atTheDesk(browser, 'admin');
  const link = await invite(first, person);
  const own = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
  await own.goto(link);
  await own.locator('input[type=password]').fill(password);
  await own.locator('button[type=submit]').click();
  await own.waitForURL('**/desk');

  await first.goto('/desk/accounts');
  await first.getByRole('searchbox').fill(person.email);
  await first.getByRole('link', { name: person.name }).click();
  await first.getByRole('link', { name: 'Изменить' }).click();
  const second = await first.context().newPage();
  await second.goto(first.url());
  for (const [page, name] of [
    [first, `${person.name} A`],
    [second, `${person.name} B`],
  ] as const) {
    await page.getByLabel('Имя').fill(name);
  }
  await first.getByRole('button', { name: 'Сохранить' }).click();
  await expect(first.getByRole('heading', { level: 1, name: `${person.name} A` })).toBeVisible();
  await second.getByRole('button', { name: 'Сохранить' }).click();
  const choice = second.getByRole('dialog', { name: 'Эту запись уже изменил другой человек' });
  await expect(choice.getByRole('cell', { name: `${person.name} A` })).toBeVisible();
  await expect(choice.getByRole('cell', { name: `${person.name} B` })).toBeVisible();
});
