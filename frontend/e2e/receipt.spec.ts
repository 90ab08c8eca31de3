import { expect, type Page, test } from '@playwright/test';
import { answerAsApi, receiptCode } from './api.ts';
import { answerAll } from './raising.ts';

test.use({ serviceWorkers: 'block' });

const code = (page: Page) => page.getByRole('img', { name: /Квитанция чыныгы/ });

async function toTheReceipt(page: Page) {
  await answerAsApi(page);
  await answerAll(page);
  await page.getByRole('button', { name: 'Жөнөтүү' }).click();
  await expect(code(page)).toBeVisible();
}

/** Takes a picture of the code and has it checked, as somebody with another phone would. */
async function checkWithAnotherPhone(page: Page) {
  // A picture of the code alone: what sticks to the top of the screen may lie over it.
  const buffer = await code(page).screenshot({ style: '[data-no-print] { display: none }' });
  const other = await page.context().newPage();
  await answerAsApi(other);
  await other.goto('/verify');
  await other
    .getByLabel('Төрт бурчтуу кодду сүрөткө тартуу')
    .setInputFiles({ name: 'IMG_0001.png', mimeType: 'image/png', buffer });
  await expect(other.getByText('Чыныгы', { exact: true })).toBeVisible();
  await expect(other.getByText('MSL-2026-000124')).toBeVisible();
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the code on a receipt is read by another phone, in the ${colorScheme} theme and printed`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await toTheReceipt(page);
    await checkWithAnotherPhone(page);
    await page.emulateMedia({ colorScheme, media: 'print' });
    await checkWithAnotherPhone(page);
  });
}

const pages = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;

test('a receipt is printed on one sheet of A4 or A5, with all that one needs to come back', async ({
  page,
}) => {
  await toTheReceipt(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Басып чыгаруу' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Тез чыгуу' })).toBeHidden();
  await expect(page.getByRole('banner')).toBeHidden();
  for (const group of ['4821', '9033', '7715', '0264']) {
    await expect(page.getByText(group, { exact: true })).toBeVisible();
  }
  await expect(page.getByText(/127\.0\.0\.1:\d+\/my-case/)).toBeVisible();
  await expect(page.getByText(/\+996 312 000000/)).toBeVisible();
  await expect(page.getByText('24.11.2026, 01:30')).toBeVisible();
  for (const format of ['A4', 'A5'] as const) {
    expect(pages(await page.pdf({ format })), format).toBe(1);
  }
});

/** What a roll leaves to print on, at 96 dots an inch. */
const rolls = { '80 mm': 272, '58 mm': 184 };

for (const [roll, width] of Object.entries(rolls)) {
  test(`on a roll of ${roll} nothing is cut off`, async ({ page }) => {
    await toTheReceipt(page);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
    await expect(code(page)).toBeVisible();
    const box = await code(page).boundingBox();
    // Eight dots of a thermal head for each millimetre: two and more for each square of the code.
    expect(box?.width).toBeGreaterThanOrEqual(140);
    await checkWithAnotherPhone(page);
  });
}

const names = { ky: 'Кыргызча', ru: 'Русский', en: 'English' };

for (const [language, words] of [
  ['ky', ['Жашыруун код', 'Кайрылуунун номери', 'Жоопту окуу үчүн', 'Же чалыңыз']],
  ['ru', ['Секретный код', 'Номер обращения', 'Чтобы прочесть ответ', 'Или позвоните']],
  ['en', ['Secret code', 'Reference', 'To read the answer', 'Or call']],
] as const) {
  test(`a receipt speaks ${language}`, async ({ page }) => {
    await toTheReceipt(page);
    await page.getByRole('button', { name: names[language] }).click();
    await page.emulateMedia({ media: 'print' });
    for (const word of words) await expect(page.getByText(word).first()).toBeVisible();
  });
}

test('who opened the case can have the receipt again, without the code', async ({ page }) => {
  await answerAsApi(page);
  await page.goto('/my-case');
  await page.getByLabel('Жашыруун код').fill(receiptCode);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Квитанция кагазда' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Квитанцияңыз');
  await expect(page.getByText('4821')).toHaveCount(0);
  await checkWithAnotherPhone(page);
  await page.getByRole('button', { name: 'Кайрылуума кайтуу' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('MSL-2026-000124');
});
