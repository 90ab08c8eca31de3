import { expect, type Page, test } from '@playwright/test';
import { answerAsApi, example } from './api.ts';
import { untilAllIsKept } from './kept.ts';

const { proof } = example;
const genuine = 'Чыныгы';
const notGenuine = 'Чыныгы эмес';

const verdict = (page: Page, words: string) => page.getByText(words, { exact: true });

/** Everything that left the page: addresses, bodies and headers. */
function everythingSent(page: Page) {
  const sent: string[] = [];
  page.on('request', (request) => {
    sent.push(request.url(), request.postData() ?? '', JSON.stringify(request.headers()));
  });
  return () => sent.join('\n');
}

test('a receipt is checked without a network after one visit to any page', async ({
  page,
  context,
}) => {
  await answerAsApi(page);
  await page.goto('/');
  await untilAllIsKept(page);
  await page.unrouteAll();
  await context.setOffline(true);
  await page.goto(`/verify#${proof}`);
  await expect(verdict(page, genuine)).toBeVisible();
  await expect(page.getByText('MSL-2026-000124')).toBeVisible();
  await expect(page.getByText('24.11.2026, 01:30')).toBeVisible();
  await page.goto(`/verify#${proof.replace('1795462200', '1795462201')}`);
  await expect(verdict(page, notGenuine)).toBeVisible();
});

for (const locale of ['ky-KG', 'ru-RU', 'en-US']) {
  test.describe(locale, () => {
    test.use({ locale, viewport: { width: 320, height: 640 }, serviceWorkers: 'block' });

    test('nothing is wider than a narrow phone', async ({ page }) => {
      await answerAsApi(page);
      await page.goto('/verify');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(320);
    });
  });
}

test.describe('with a network', () => {
  test.use({ serviceWorkers: 'block' });

  test('the proof is sent nowhere and leaves the address at once', async ({ page }) => {
    await answerAsApi(page);
    const sent = everythingSent(page);
    await page.goto(`/verify#${proof}`);
    await expect(verdict(page, genuine)).toBeVisible();
    await expect(page).toHaveURL(/\/verify$/);
    expect(sent()).toContain('/receipts/keys');
    for (const part of [proof.split('.').at(-1), 'MSL-2026-000124']) {
      expect(sent()).not.toContain(part);
    }
    const kept = () =>
      page.evaluate(() =>
        JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]),
      );
    expect(await kept()).not.toContain('MSL-2026-000124');
  });

  test('a changed link, a cut one and another programme’s are told apart', async ({ page }) => {
    await answerAsApi(page);
    await page.goto(`/verify#${proof.replace('-000124', '-000125')}`);
    await expect(verdict(page, notGenuine)).toBeVisible();
    await page.goto(`/verify#${proof.slice(0, -3)}`);
    await expect(verdict(page, 'Бүтүн квитанция эмес')).toBeVisible();
    await page.goto(`/verify#${proof.replace(example.key.id, '0123456789abcdef')}`);
    await expect(verdict(page, 'Азырынча текшерүүгө болбойт')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Кайра аракет кылуу' })).toBeVisible();
    await page.goto(`/verify#${proof}`);
    await expect(verdict(page, genuine)).toBeVisible();
  });

  test('without keys and without a network it says what to do, and does it afterwards', async ({
    page,
  }) => {
    await answerAsApi(page);
    await page.route('**/api/v1/receipts/keys', (route) => route.abort('internetdisconnected'));
    await page.goto(`/verify#${proof}`);
    await expect(page.getByText(/программанын ачкычтары али жок/)).toBeVisible({ timeout: 20_000 });
    await page.unroute('**/api/v1/receipts/keys');
    await page.getByRole('button', { name: 'Кайра аракет кылуу' }).click();
    await expect(verdict(page, genuine)).toBeVisible();
  });

  test('a link is pasted and checked from the keyboard', async ({ page }) => {
    await answerAsApi(page);
    await page.goto('/verify');
    await page.getByRole('textbox').focus();
    await page.keyboard.insertText(`https://maslahat.example/verify#${proof}`);
    await page.keyboard.press('Enter');
    await expect(verdict(page, genuine)).toBeVisible();
  });

  test('a photograph without a code says so', async ({ page }) => {
    await answerAsApi(page);
    await page.goto('/verify');
    const buffer = await page.screenshot();
    await page
      .getByLabel('Төрт бурчтуу кодду сүрөткө тартуу')
      .setInputFiles({ name: 'IMG_1.png', mimeType: 'image/png', buffer });
    await expect(page.getByText(/Сүрөттөгү код окулган жок/)).toBeVisible();
  });

  for (const [language, title, found, reference] of [
    ['ky', 'Квитанцияны текшерүү', 'Чыныгы', 'Кайрылуунун номери'],
    ['ru', 'Проверить квитанцию', 'Подлинная', 'Номер обращения'],
    ['en', 'Check a receipt', 'Genuine', 'Reference'],
  ] as const) {
    test(`it speaks ${language}`, async ({ page }) => {
      await page.addInitScript((chosen) => localStorage.setItem('language', chosen), language);
      await answerAsApi(page);
      await page.goto(`/verify#${proof}`);
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
      await expect(verdict(page, found)).toBeVisible();
      await expect(verdict(page, reference)).toBeVisible();
    });
  }
});
