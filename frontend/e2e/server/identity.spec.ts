import { expect, test } from '@playwright/test';
import { moveCase, openCase, raiseCase } from './cases.ts';
import { atTheDesk } from './people.ts';

test.use({ serviceWorkers: 'block' });

const name = 'Бурулча Сыдыкова';
const contact = '+996 700 11 22 33';

async function namedCase(request: Parameters<typeof raiseCase>[0]) {
  const { reference } = await raiseCase(request, 'Жолдон чаң көтөрүлөт, үй ичи чаң.', {
    confidentiality: 'confidential',
    reporter: { name, contact },
  });
  await moveCase(request, reference, [
    ['ainura', 'acknowledge'],
    ['ainura', 'accept', { category: 'air_and_dust', severity: 'low', sensitivity: 'normal' }],
  ]);
  return reference;
}

test('a name is opened for a reason, seen, closed, and nothing of it is left', async ({
  browser,
  request,
}) => {
  const reference = await namedCase(request);
  const page = await atTheDesk(browser, 'ainura');
  const answers: Promise<string>[] = [];
  page.on('response', (response) => {
    if (/\/grievances\/[^/]+$/.test(response.url())) answers.push(response.text());
  });
  await openCase(page, reference);
  const block = page.getByRole('region', { name: 'Ким кайрылды' });
  await expect(block.getByText('Аты-жөнү жана байланышы жашырылган.')).toBeVisible();
  await block.getByRole('button', { name: 'Аты-жөнүн жана байланышын ачуу' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/Эмне үчүн дал азыр/).fill('Дүйшөмбүдө чалышын суранган.');
  await dialog.getByRole('button', { name: 'Ачуу', exact: true }).click();

  await expect(block.getByText(name)).toBeVisible();
  await expect(block.getByRole('link', { name: contact })).toHaveAttribute(
    'href',
    'tel:+996700112233',
  );
  await expect(block.getByRole('timer')).toHaveText(/1[45]:\d\d/);
  await block.getByRole('button', { name: 'Азыр жабуу' }).click();
  await expect(block.getByText(name)).toHaveCount(0);
  expect(await page.content()).not.toContain(name);
  const stored = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, databases]);
  });
  expect(stored).not.toContain(name);
  expect((await Promise.all(answers)).join('\n')).not.toContain(name);
  await block.getByText('1 жолу ачылган').click();
  await expect(block.getByText('Дүйшөмбүдө чалышын суранган.')).toBeVisible();
});

test('a colleague who does not look after the case can’t open the name', async ({
  browser,
  request,
}) => {
  const reference = await namedCase(request);
  const page = await atTheDesk(browser, 'ulan');
  await openCase(page, reference);
  const block = page.getByRole('region', { name: 'Who raised it' });
  await expect(block.getByText('The name and the contact are sealed.')).toBeVisible();
  await expect(block.getByRole('button')).toHaveCount(0);
});

test('protection erases a person from a case, and the case stays', async ({ browser, request }) => {
  const reference = await namedCase(request);
  const page = await atTheDesk(browser, 'cholpon');
  await openCase(page, reference);
  const block = page.getByRole('region', { name: 'Кто обратился' });
  await block.getByRole('button', { name: 'Удалить данные о человеке' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/Как человек об этом попросил/).fill('Просила по телефону и в офисе.');
  await dialog.getByRole('button', { name: 'Удалить навсегда' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Удалено' })).toBeVisible();
  await expect(block.getByText(/Удалено навсегда: имя и контакт, слова человека/)).toBeVisible();
  await expect(page.getByText('үй ичи чаң')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: reference })).toBeVisible();
});
