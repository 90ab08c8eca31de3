import { expect, test } from '@playwright/test';
import { openCase, raiseCase } from './cases.ts';
import { atTheDesk } from './people.ts';

/** Where the demonstration's cases are. */
const runningProgramme =
  'Совместное обсуждение добычи полезных ископаемых и мирные местные инициативы';

test('a letter is written once and sent to a reporter filled from the case', async ({
  browser,
}) => {
  const admin = await atTheDesk(browser, 'admin', '/desk/letters/new');
  const title = `Вызов ${Date.now()}`;
  await admin.getByLabel('Программа').selectOption({ label: runningProgramme });
  for (const [language, text] of [
    ['Кыргызча', 'Келиңиз'],
    ['Русский', 'Приходите'],
    ['English', 'Come'],
  ] as const) {
    await admin.getByRole('group', { name: 'Название' }).getByLabel(language).fill(title);
    const body = admin.getByRole('group', { name: 'Текст' }).getByLabel(language);
    await body.fill(`${text}: `);
    await admin.getByRole('button', { name: 'Номер обращения' }).click();
    await expect(body).toHaveValue(`${text}: {reference}`);
  }
  await admin.getByRole('button', { name: 'Добавить' }).click();
  await expect(admin.getByRole('link', { name: title })).toBeVisible();

  const staff = await atTheDesk(browser, 'ulan');
  const { reference } = await raiseCase(staff.request, 'Жолдо чаң көп');
  await openCase(staff, reference);
  await staff.getByRole('button', { name: 'Tell them it was read' }).click();
  const dialog = staff.getByRole('dialog');
  await dialog.getByLabel('Begin with a letter').selectOption(title);
  await expect(dialog.getByLabel('Message to the reporter')).toHaveValue(`Келиңиз: ${reference}`);
  await dialog.getByRole('button', { name: 'Tell them', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(staff.getByText(`Келиңиз: ${reference}`)).toBeVisible();

  await admin.getByRole('button', { name: `Удалить «${title}»` }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Удалить' }).click();
  await expect(admin.getByRole('link', { name: title })).toBeHidden();
});

test('a placeholder that there is none of is shown where it stands', async ({ browser }) => {
  const page = await atTheDesk(browser, 'admin', '/desk/letters/new');
  for (const language of ['Кыргызча', 'Русский', 'English']) {
    await page.getByRole('group', { name: 'Название' }).getByLabel(language).fill('Приветствие');
    const body = page.getByRole('group', { name: 'Текст' }).getByLabel(language);
    await body.fill(language === 'Русский' ? 'Здравствуйте, {name}!' : 'Салам!');
  }
  await page.getByRole('button', { name: 'Добавить' }).click();
  await expect(page.getByText('Такого слова для подстановки нет').first()).toBeVisible();
});
