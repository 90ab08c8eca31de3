import { expect, test } from '@playwright/test';
import { atTheDesk } from './people.ts';

test.use({ serviceWorkers: 'block' });

const stamp = () => String(Date.now()).slice(-7);

/** Letters for digits: a name has none. */
const worded = (digits: string) =>
  [...digits].map((digit) => 'бвгджзклмн'[Number(digit)]).join('а');

const csv = (rows: string[][]) => ({
  name: 'people.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [['ФИО', 'Кто это', 'Село', 'Телефон'], ...rows].map((row) => row.join(';')).join('\r\n'),
  ),
});

test('a table with mistakes is corrected, its doubles decided about, and read in', async ({
  browser,
}) => {
  const page = await atTheDesk(browser, 'ulan', '/desk/stakeholders');
  const own = worded(stamp());
  const [first, second] = [`Сынак ${own}ова`, `Экинчи ${own}баев`];
  await page.getByRole('link', { name: 'Read in a table' }).click();
  const choose = page.locator('input[type=file]');
  await choose.setInputFiles(
    csv([
      [first, 'Житель', 'Барскоон', ''],
      [second, 'король', 'Атлантида', ''],
    ]),
  );
  const errors = page.getByRole('region', { name: 'What to correct' });
  await expect(errors.getByRole('heading', { name: 'What to correct' })).toBeFocused();
  await expect(errors.getByRole('row', { name: /C3.*Атлантида.*no such place/ })).toBeVisible();
  await expect(errors.getByRole('row', { name: /B3.*король/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Record them' })).toHaveCount(0);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the list of errors' }).click();
  expect((await download).suggestedFilename()).toBe('people-errors.csv');

  await choose.setInputFiles(
    csv([
      [first, 'Житель', 'Барскоон', ''],
      [second, 'Чабан', 'Барскоон', ''],
      [`${own}ова Сынак`, 'Житель', 'Барскоон', ''],
    ]),
  );
  const doubles = page.getByRole('region', { name: 'These may be known already' });
  await expect(doubles.getByText('Row 2 of the same file')).toBeVisible();
  await doubles.getByLabel('Row 4: decision').selectOption('Add anyway');
  await page.getByRole('button', { name: 'Record them' }).click();
  await expect(page.getByRole('heading', { name: 'Recorded' })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('Added').locator('..')).toContainText('3');

  await page.getByRole('link', { name: 'Likely twice' }).first().click();
  const pair = page.getByRole('row').filter({ hasText: own }).first();
  await expect(pair).toContainText('Names alike: 100 %');
  await pair.getByRole('link', { name: /^Merge/ }).click();
  await expect(page.getByRole('heading', { name: 'Make two records one' })).toBeVisible();
  await page.getByRole('radiogroup', { name: 'Name' }).getByRole('radio').nth(1).check();
  await page.getByRole('button', { name: 'Merge' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/can’t be undone/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(own);
  await expect(page.getByText('Another record became part of this one')).toBeVisible();
});

test('a file that is no table is refused in words', async ({ browser }) => {
  const page = await atTheDesk(browser, 'ulan', '/desk/stakeholders/import');
  await page.locator('input[type=file]').setInputFiles({
    name: 'old.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  });
  await expect(page.getByRole('alert')).toContainText('old Excel file');
});

test('a column that is not understood is named', async ({ browser }) => {
  const page = await atTheDesk(browser, 'ulan', '/desk/stakeholders/import');
  await page.locator('input[type=file]').setInputFiles({
    name: 'own.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Кто;Где\nСынамык Адам;Барскоон\n'),
  });
  await page.getByLabel('What column A holds: “Кто”').selectOption('Name');
  await page.getByLabel('What column B holds: “Где”').selectOption('Place');
  await page.getByRole('button', { name: 'Read it so' }).click();
  await expect(page.getByRole('button', { name: 'Record them' })).toBeVisible();
  await page.getByRole('button', { name: 'Delete the file' }).click();
  await expect(page.locator('button', { hasText: 'Choose a file' })).toBeVisible();
});

test('the register is had as a file, as it is filtered', async ({ browser }) => {
  const page = await atTheDesk(browser, 'ulan', '/desk/stakeholders?category=herder');
  await page.getByRole('button', { name: 'Get as a file' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('CSV', { exact: true }).click();
  await dialog.getByLabel('With whole telephones and addresses').check();
  await dialog.getByRole('button', { name: 'Make the file' }).click();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download' }).first().click();
  const file = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of file) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  expect(text).toContain('"Name","Person or group","Who they are"');
  expect(text).toContain('"Herder"');
  expect(text).not.toContain('"Media"');
});

test('on a phone a table’s columns and errors stay within its width', async ({ browser }) => {
  const page = await atTheDesk(browser, 'ulan', '/desk/stakeholders/import');
  await page.setViewportSize({ width: 360, height: 740 });
  await page
    .locator('input[type=file]')
    .setInputFiles(csv([['Сынамык Адам', 'король', 'Атлантида'.repeat(5), '']]));
  await expect(page.getByRole('heading', { name: 'What to correct' })).toBeVisible();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});
