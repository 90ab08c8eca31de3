import { expect, test } from '@playwright/test';
import { answerAsApi, receiptCode } from './api.ts';

test.use({ serviceWorkers: 'block' });

test('the reporter opens the case, agrees, and leaves no code behind', async ({ page }) => {
  const posts = await answerAsApi(page);
  await page.goto('/my-case');
  await page.getByLabel('Жашыруун код').fill('4821 9033 7715 0264');
  await page.getByRole('button', { name: 'Ачуу' }).click();
  await expect(page.getByText('Чечим сунушталды', { exact: true }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Макулмун' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Макулмун' }).click();
  await expect(page.getByText('Аткарылып жатат', { exact: true })).toBeVisible();
  expect(posts.at(-1)).toMatchObject({ path: '/my-case/agree', version: '"3"' });

  expect(page.url()).not.toContain(receiptCode);
  const stored = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]),
  );
  expect(stored).not.toContain(receiptCode);
  await page.reload();
  await expect(page.getByLabel('Жашыруун код')).toHaveValue('');
});

test('a wrong code and half a code are told apart', async ({ page }) => {
  await answerAsApi(page);
  await page.goto('/my-case');
  await page.getByLabel('Жашыруун код').fill('4821');
  await page.getByRole('button', { name: 'Ачуу' }).click();
  await expect(page.getByText('Кодду толук жазыңыз: 16 сан')).toBeVisible();
  await page.getByLabel('Жашыруун код').fill('1111111111111111');
  await page.getByRole('button', { name: 'Ачуу' }).click();
  await expect(page.getByText('Мындай код табылган жок')).toBeVisible();
});
