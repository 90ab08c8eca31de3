import { expect, type Page } from '@playwright/test';

export const next = (page: Page) => page.getByRole('button', { name: 'Улантуу' }).click();

/** Answers every question of the form, up to the last look before it is sent. */
export async function answerAll(page: Page) {
  await page.goto('/raise');
  await page.getByRole('textbox', { name: 'Эмне болду?' }).fill('Жолдон чаң көтөрүлөт');
  await next(page);
  await page.getByRole('searchbox').fill('барск');
  await page.getByText('Барскоон', { exact: true }).click();
  await page.getByText('Ак-Суу кени').click();
  await next(page);
  await page.getByText('Кечээ').click();
  await next(page);
  await page.getByRole('textbox').fill('Жолго суу себүү');
  await next(page);
  await page.getByText('Эч ким билбесин').click();
  await next(page);
  await expect(page.getByRole('radio', { name: 'Жок' })).toBeChecked();
  await next(page);
  await expect(page.getByRole('heading', { name: 'Сүрөттөр барбы?' })).toBeVisible();
  await next(page);
  await expect(page.getByRole('heading', { name: 'Баары туурабы?' })).toBeVisible();
}
