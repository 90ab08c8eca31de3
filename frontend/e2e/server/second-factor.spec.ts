import { expect, type Page, test } from '@playwright/test';
import { startServer } from './ownServer.ts';
import { phoneCode } from './totp.ts';

test.use({ serviceWorkers: 'block', viewport: { width: 390, height: 844 } });
test.describe.configure({ timeout: 150_000 });

const password = 'koi-kyrkuu-1974-ai-tamga';
const admin = { email: 'admin@example.org', name: 'Айбек', role: 'admin', password };
const staff = { email: 'staff@example.org', name: 'Айгүл', role: 'staff', password };

let server: Awaited<ReturnType<typeof startServer>>;

test.beforeAll(async () => {
  server = await startServer([admin, staff]);
});

test.afterAll(() => server.stop());

async function givePassword(page: Page, email: string, next = '/desk') {
  await page.goto(`${server.url}/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByLabel('Электрондук почта').fill(email);
  await page.getByLabel('Сырсөз', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Кирүү' }).click();
}

/** Goes through the set-up; the phone's key and the recovery codes. */
async function setUp(page: Page) {
  await expect(page.getByRole('heading', { name: 'Эки кадамдуу кирүү' })).toBeVisible();
  await page.getByLabel('Сырсөзүңүз').fill(password);
  await page.getByRole('button', { name: 'Улантуу' }).click();
  await expect(page.getByRole('img', { name: 'Колдонмо үчүн ачкычы бар QR-код' })).toBeVisible();
  const key = ((await page.locator('code').textContent()) ?? '').replace(/\s/g, '');
  const code = page.getByLabel('Колдонмо азыр көрсөткөн код');
  await code.fill('000000');
  await page.getByRole('button', { name: 'Ырастоо' }).click();
  await expect(page.getByText('Код туура эмес же мурда колдонулган')).toBeVisible();
  const codes = page.getByRole('region', { name: 'Камдык коддор' }).locator('code');
  // On a slow machine the half minute of a code can be over before it arrives.
  await expect(async () => {
    await code.fill(phoneCode(key));
    await page.getByRole('button', { name: 'Ырастоо' }).click();
    await expect(codes).toHaveCount(10, { timeout: 5000 });
  }).toPass({ intervals: [2000, 30_000], timeout: 50_000 });
  return { key, codes: await codes.allInnerTexts() };
}

async function signOut(page: Page, name: string) {
  await page.getByRole('button', { name }).click();
  await page.getByRole('button', { name: 'Чыгуу' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
}

test.describe.configure({ mode: 'serial' });

let adminsKey = '';

test('the first sign-in leads to the set-up before anything else opens', async ({
  page,
  context,
}) => {
  await givePassword(page, admin.email, '/desk/accounts');
  await expect(page).toHaveURL(/\/second-factor\?next=/);
  await page.goto(`${server.url}/desk/organisations`);
  await expect(page).toHaveURL(/\/second-factor\?next=%2Fdesk%2Forganisations/);
  await page.goto(`${server.url}/second-factor?next=%2Fdesk%2Faccounts`);

  const { key, codes } = await setUp(page);
  adminsKey = key;
  const done = page.getByRole('button', { name: 'Даяр' });
  await expect(done).toBeDisabled();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Файлга сактоо' }).click();
  expect((await download).suggestedFilename()).toBe('maslahat-codes.txt');
  await page.getByLabel('Коддорду сактап койдум').check();
  await done.click();
  await expect(page).toHaveURL(/\/desk\/accounts$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Эсеби бар адамдар' })).toBeVisible();

  await signOut(page, admin.name);
  await givePassword(page, admin.email);
  const code = page.getByLabel('Телефондогу код');
  await expect(code).toBeFocused();
  await expect(code).toHaveAttribute('autocomplete', 'one-time-code');
  await expect(code).toHaveAttribute('inputmode', 'numeric');
  // The code that confirmed the set-up is used: the next one is pasted, as some apps copy it.
  const digits = phoneCode(key, 1);
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url });
  await page.evaluate(
    (text) => navigator.clipboard.writeText(text),
    `${digits.slice(0, 3)} ${digits.slice(3)}`,
  );
  await code.press('Control+V');
  await page.getByRole('button', { name: 'Кирүү' }).click();
  await expect(page).toHaveURL(/\/desk$/);

  await signOut(page, admin.name);
  await givePassword(page, admin.email);
  await page.getByRole('button', { name: 'Телефон жанымда жок' }).click();
  await page.getByLabel('Камдык код').fill(codes[0] ?? '');
  await page.getByRole('button', { name: 'Кирүү' }).click();
  await expect(page).toHaveURL(/\/desk$/);
  await page.goto(`${server.url}/desk/me`);
  await expect(page.getByText('9 камдык код калды')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Өчүрүү' })).toHaveCount(0);
});

test('who has lost the phone is helped by an administrator and told of it', async ({
  page,
  browser,
}) => {
  await givePassword(page, staff.email);
  const { key } = await setUp(page);
  await page.getByLabel('Коддорду сактап койдум').check();
  await page.getByRole('button', { name: 'Даяр' }).click();
  await expect(page).toHaveURL(/\/desk$/);

  const office = await browser.newPage();
  await givePassword(office, admin.email, '/desk/accounts');
  // Half a minute may have to pass since the other test's code.
  await expect(async () => {
    await office.getByLabel('Телефондогу код').fill(phoneCode(adminsKey, 1));
    await office.getByRole('button', { name: 'Кирүү' }).click();
    await expect(office).toHaveURL(/\/desk\/accounts$/, { timeout: 3000 });
  }).toPass({ intervals: [5000, 30_000], timeout: 50_000 });
  await office.getByRole('link', { name: staff.name }).click();
  await office.getByRole('button', { name: 'Эки кадамдуу кирүүнү алып салуу' }).click();
  const asked = office.getByRole('dialog');
  await expect(asked.getByText('сурап жатканын текшериңиз')).toBeVisible();
  await asked.getByRole('button', { name: 'Эки кадамдуу кирүүнү алып салуу' }).click();
  await expect(office.getByText('Али орнотулган эмес')).toBeVisible();
  await office.goto(`${server.url}/desk/accounts`);
  await office.getByRole('link', { name: admin.name }).click();
  await expect(office.getByRole('heading', { level: 1, name: admin.name })).toBeVisible();
  await expect(office.getByRole('button', { name: /алып салуу/ })).toHaveCount(0);
  await office.close();

  await page.reload();
  await expect(page).toHaveURL(/\/sign-in/);
  await givePassword(page, staff.email);
  await expect(page.getByText('Эки кадамдуу кирүүңүз алынып салынды')).toBeVisible();
  const again = await setUp(page);
  expect(again.key).not.toBe(key);
});
