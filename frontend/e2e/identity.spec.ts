import { expect, test } from '@playwright/test';
import { answerAsApi } from './api.ts';

test.use({ serviceWorkers: 'block', viewport: { width: 1280, height: 800 } });

test('signing in leads to the page that was asked for, signing out closes it', async ({ page }) => {
  await answerAsApi(page);
  await page.goto('/desk');
  await page.getByLabel('Электрондук почта').fill('aigul@example.org');
  await page.getByLabel('Сырсөз', { exact: true }).fill('wrong');
  await page.getByRole('button', { name: 'Кирүү' }).click();
  await expect(page.getByText('Почта же сырсөз туура эмес')).toBeVisible();
  await page.getByLabel('Сырсөз', { exact: true }).fill('right horse');
  await page.getByRole('button', { name: 'Кирүү' }).click();
  await expect(page).toHaveURL('/desk');
  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Бөлүмдөр' })).toBeVisible();
  await page.getByRole('button', { name: 'Айгүл' }).click();
  await page.getByRole('button', { name: 'Чыгуу' }).click();
  await expect(page).toHaveURL('/sign-in');
  await page.goto('/desk');
  await expect(page).toHaveURL('/sign-in?next=%2Fdesk');
});
