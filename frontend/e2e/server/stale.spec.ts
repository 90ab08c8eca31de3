import { expect, type Page, test } from '@playwright/test';
import { moveCase, openCase, raiseCase } from './cases.ts';
import { atTheDesk } from './people.ts';

const inEnglish = { move: 'Write the summary', text: 'Summary', save: 'Save' };
const inRussian = {
  move: 'Написать краткое изложение',
  text: 'Краткое изложение',
  save: 'Сохранить',
};

async function write(page: Page, words: typeof inEnglish, text: string) {
  await page.getByRole('button', { name: words.move }).click();
  await page.getByRole('dialog').getByLabel(words.text).fill(text);
}

const save = (page: Page, words: typeof inEnglish) =>
  page.getByRole('dialog').getByRole('button', { name: words.save, exact: true }).click();

test.describe('two people write the summary of one case', () => {
  let first: Page;
  let second: Page;

  test.beforeEach(async ({ browser, request }) => {
    const { reference } = await raiseCase(request, 'Жолдо чаң көп');
    await moveCase(request, reference, [
      ['ainura', 'acknowledge'],
      ['ainura', 'accept', { category: 'air_and_dust', severity: 'low', sensitivity: 'normal' }],
    ]);
    [first, second] = await Promise.all([atTheDesk(browser, 'ulan'), atTheDesk(browser, 'marina')]);
    await Promise.all([openCase(first, reference), openCase(second, reference)]);
    await write(first, inEnglish, 'Dust on the road.');
    await write(second, inRussian, 'Пыль от машин.');
    await save(first, inEnglish);
    await expect(first.getByText('The company does not see it yet.')).toBeVisible();
    await save(second, inRussian);
  });

  test('the second sees both and keeps what was saved', async () => {
    const choice = second.getByRole('dialog', { name: 'Эту запись уже изменил другой человек' });
    const row = choice.getByRole('row', { name: 'Краткое изложение' });
    await expect(row.getByRole('cell', { name: 'Пыль от машин.' })).toBeVisible();
    await expect(row.getByRole('cell', { name: 'Dust on the road.' })).toBeVisible();
    await first.reload();
    await expect(first.getByText('Dust on the road.')).toBeVisible();

    await choice.getByRole('button', { name: 'Оставить сохранённый' }).click();
    await expect(choice).toBeHidden();
    await expect(second.getByText('Dust on the road.')).toBeVisible();
    await first.reload();
    await expect(first.getByText('Dust on the road.')).toBeVisible();
    await expect(first.getByText('Пыль от машин.')).toBeHidden();
  });

  test('the second may knowingly put their own in its place', async () => {
    await second.getByRole('dialog').getByRole('button', { name: 'Сохранить мой' }).click();
    await expect(second.getByRole('dialog')).toBeHidden();
    await expect(second.getByRole('main').getByText('Пыль от машин.')).toBeVisible();
    await first.reload();
    await expect(first.getByText('Пыль от машин.')).toBeVisible();
    await expect(first.getByText('Dust on the road.')).toBeHidden();
  });
});
