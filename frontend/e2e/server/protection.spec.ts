import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import type { OpenedCase } from '../../src/api/generated/public';
import { moveCase, raiseCase } from './cases.ts';
import { atTheDesk } from './people.ts';

test.use({ serviceWorkers: 'block' });

/** The demonstration's codes count up; some of its reporters have a question before them. */
async function askedReporter(api: APIRequestContext) {
  for (let number = 0; number < 70; number += 1) {
    const code = String(2019_0401_0000_0000 + number);
    const response = await api.post('/api/v1/receipts/open', { data: { code } });
    if (response.status() !== 200) continue;
    const opened = (await response.json()) as OpenedCase;
    if (opened.case.check_in) return { code, reference: opened.case.reference };
  }
  throw new Error('No reporter of the demonstration is asked anything');
}

async function openWithCode(page: Page, code: string) {
  await page.goto('/my-case');
  await page.getByLabel('Жашыруун код').fill(code);
  await page.getByRole('button', { name: 'Ачуу' }).click();
}

test('a frightened reporter says so, and protection alone hears of it', async ({
  page,
  browser,
  request,
}) => {
  const { code, reference } = await askedReporter(request);
  const words = `Түнкүсүн эшикти тээп кетишти. ${Date.now()}`;
  await openWithCode(page, code);
  const question = page.getByRole('region', { name: 'Сиз коопсузсузбу?' });
  await question.getByRole('radio', { name: /кысым көрсөтүп же коркутуп/ }).check();
  await expect(question.getByText(/милицияга чалыңыз: 102/)).toBeVisible();
  await question.getByLabel(/Эмне болуп жатат/).fill(words);
  await question.getByRole('button', { name: 'Жөнөтүү' }).click();
  await expect(page.getByText(/Айтканыңыз үчүн рахмат/)).toBeVisible();

  const staff = await atTheDesk(browser, 'ainura', '/desk/grievances?sort=updated');
  await expect(staff.getByRole('link', { name: reference })).toHaveCount(0);
  await expect(staff.getByRole('navigation').getByRole('link', { name: 'Коргоо' })).toHaveCount(0);

  const protection = await atTheDesk(browser, 'cholpon', '/desk/protection');
  const alert = protection.getByRole('listitem').filter({ hasText: reference }).first();
  await expect(alert.getByText('Тревожный ответ')).toBeVisible();
  await alert.getByRole('link', { name: reference }).click();
  await expect(protection.getByText(words)).toBeVisible();
  await protection.getByRole('button', { name: /Написать, что сделано/ }).click();
  const dialog = protection.getByRole('dialog');
  await dialog.getByLabel(/Что сделано/).fill('Приехали, поговорили дома.');
  await dialog.getByRole('button', { name: 'Закрыть тревогу' }).click();
  await expect(dialog).toBeHidden();
  await expect(protection.getByText(/Приехали, поговорили дома/)).toBeVisible();
});

test('help from outside goes its way with the person’s consent', async ({ browser, request }) => {
  const { reference } = await raiseCase(request, 'Жумуштан куугунтук башталды.');
  await moveCase(request, reference, [
    ['ainura', 'acknowledge'],
    ['ainura', 'accept', { category: 'security', severity: 'high', sensitivity: 'protection' }],
  ]);
  const page = await atTheDesk(browser, 'cholpon', '/desk/protection');
  await page.getByRole('link', { name: reference }).first().click();
  await page.getByRole('button', { name: 'Предложить помощь' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/Кто может помочь/).selectOption('crisis_centre');
  await dialog.getByLabel(/Как называется/).fill('Кризисный центр «Сезим»');
  await dialog.getByLabel(/Что нужно человеку/).fill('Место на неделю.');
  await dialog.getByRole('button', { name: 'Сохранить' }).click();
  const next = page.getByRole('group', { name: 'Что можно сделать дальше' });
  await expect(next.getByRole('button', { name: 'Обратились за помощью' })).toHaveCount(0);
  await next.getByRole('button', { name: 'Записать согласие' }).click();
  await dialog.getByLabel(/Как дано согласие/).selectOption('spoken');
  await dialog.getByLabel(/Своими словами/).fill('Можно назвать имя и телефон.');
  await dialog.getByRole('button', { name: 'Сохранить' }).click();
  await next.getByRole('button', { name: 'Обратились за помощью' }).click();
  await dialog.getByLabel(/Своими словами/).fill('Говорили с дежурной, ждут сегодня.');
  await dialog.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByText('Обратились', { exact: true })).toBeVisible();

  await page.goto('/desk/protection');
  const row = page.getByRole('listitem').filter({ hasText: 'Сезим' }).first();
  await expect(row.getByRole('link', { name: reference })).toBeVisible();
});
