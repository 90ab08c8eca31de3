import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { raiseCase } from './cases.ts';
import { atTheDesk, people } from './people.ts';

const chosen = (page: Page) => page.getByRole('region', { name: 'Chosen grievances' });

/** Raises some cases that a search for their common word finds, and nothing else. */
async function someCases(page: Page, count: number) {
  const word = `токтом${Date.now()}`;
  for (let number = 1; number <= count; number += 1) {
    await raiseCase(page.request, `Жолдо чаң көп, ${word}`);
  }
  return word;
}

test('many reporters are told at once, and their cases given away and taken back', async ({
  browser,
}) => {
  const page = await atTheDesk(browser, 'ulan');
  const word = await someCases(page, 3);
  await page.goto(`/desk/grievances?q=${word}`);
  const all = page.getByRole('checkbox', { name: 'Choose all that are shown' });
  await all.check();
  await expect(chosen(page).getByText('3 chosen')).toBeVisible();

  await chosen(page).getByRole('button', { name: 'Tell them it was read' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('This is done for all 3 that you chose.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Tell them', exact: true }).click();
  await expect(dialog.getByText('3 reporters have been told.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByRole('cell', { name: /^We are reading it/ })).toHaveCount(3);

  await all.check();
  await expect(chosen(page).getByRole('button', { name: 'Tell them it was read' })).toBeHidden();
  await chosen(page).getByRole('button', { name: 'Assign it' }).click();
  await dialog.getByLabel('Who takes care of it').selectOption(people.ainura.name);
  await dialog.getByRole('button', { name: 'Assign', exact: true }).click();
  await expect(dialog.getByText('3 grievances assigned.')).toBeVisible();
  await expect(page.getByRole('cell', { name: people.ainura.name })).toHaveCount(3);
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(dialog.getByText('3 grievances are back with who had them before.')).toBeVisible();
  await expect(page.getByRole('cell', { name: people.ainura.name })).toHaveCount(0);
});

test('a filter is kept under a name, used again and deleted', async ({ browser }) => {
  const page = await atTheDesk(browser, 'ulan', '/desk/grievances');
  await page.getByLabel('Severity').selectOption('High');
  await page.getByRole('button', { name: 'Save this filter' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Grave ones');
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();

  const filters = page.getByRole('navigation', { name: 'Saved filters' });
  const kept = filters.getByRole('link', { name: 'Grave ones' });
  await expect(kept).toHaveAttribute('aria-current', 'page');
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await expect(kept).not.toHaveAttribute('aria-current');
  await kept.click();
  await expect(page).toHaveURL(/severity=high/);
  await expect(page.getByLabel('Severity')).toHaveValue('high');

  await filters.getByRole('button', { name: 'Edit the filter' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(kept).toBeHidden();
});

test('a case that waits shows what was raised before in much the same words', async ({
  browser,
}) => {
  const page = await atTheDesk(browser, 'ulan');
  const narrative = 'Кечээ түндө карьерде кайра жарылуу болду, терезелерибиз жарылып кетти';
  const first = await raiseCase(page.request, narrative);
  const again = await raiseCase(page.request, `${narrative}, балдар коркуп калды`);
  await page.goto(`/desk/grievances?q=${again.reference}`);
  await page.getByRole('link', { name: again.reference }).click();
  const similar = page.getByRole('region', { name: 'Raised before in similar words' });
  const before = similar
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: first.reference }) });
  await expect(before.getByText(/In common: .*жарылуу/)).toBeVisible();
});

test('a filtered list is made into a file that holds what the list shows', async ({ browser }) => {
  const page = await atTheDesk(browser, 'ulan');
  const word = await someCases(page, 2);
  await page.goto(`/desk/grievances?q=${word}`);
  await page.getByRole('button', { name: 'Get as a file' }).click();
  const dialog = page.getByRole('dialog', { name: 'The list as a file' });
  await dialog.getByRole('radio', { name: /CSV/ }).check();
  await dialog.getByRole('button', { name: 'Make the file' }).click();
  await expect(dialog.getByText('Ready: 2 rows').first()).toBeVisible();
  const coming = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download' }).first().click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/^maslahat-\d{4}-\d{2}-\d{2}\.csv$/);
  const rows = readFileSync(await file.path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(rows).toHaveLength(3);
  expect(rows.filter((row) => row.includes(word))).toHaveLength(2);
});
