import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { agreed, plan, press } from './groups.ts';
import { atTheDesk } from './people.ts';

test.use({ serviceWorkers: 'block' });

/** With the keyboard alone: so many characters from the beginning of the notes. */
async function mark(page: Page, characters: number) {
  await page.getByRole('textbox', { name: 'Notes' }).focus();
  await page.keyboard.press('Control+Home');
  for (let pressed = 0; pressed < characters; pressed += 1)
    await page.keyboard.press('Shift+ArrowRight');
}

test('a facilitator runs a group from planning to published impacts, and a company reads of it', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const page = await atTheDesk(browser, 'ulan');
  const title = `From plan to public ${Date.now()}`;
  const impact = `Red water ${Date.now()}`;
  const said = 'The ditch runs red in spring.';
  await plan(page, title);
  await page.getByRole('combobox', { name: 'Mine or deposit' }).fill('Kok-Beles');
  await page.getByRole('option', { name: /Kok-Beles/ }).click();
  await page.getByRole('button', { name: 'Plan it' }).click();
  await agreed(page);

  await page.getByRole('link', { name: 'Count who is there' }).click();
  await page.context().setOffline(true);
  await press(page, 'a woman of 36–59', 5);
  await press(page, 'a man of 60+', 5);
  await page.context().setOffline(false);
  await expect(page.getByText('Saved on the server')).toBeVisible({ timeout: 20_000 });
  await page.getByRole('link', { name: 'Done' }).click();

  await page.getByRole('link', { name: 'Write notes' }).click();
  await page.getByRole('textbox', { name: 'Notes' }).fill(`${said} Dust comes in at night.`);
  await page.getByRole('button', { name: 'Add a quote' }).click();
  await page.getByLabel('The words').fill('We carry water from the well.');
  await page.getByLabel('Said by').selectOption('a woman of 36–59');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved on the server')).toBeVisible();
  await page.getByRole('link', { name: 'Done' }).click();

  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'It took place' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();

  await page.getByRole('link', { name: 'Write the impacts down' }).click();
  const notes = page.getByRole('textbox', { name: 'Notes' });
  await mark(page, said.length);
  const marked = page.getByRole('region', { name: 'Marked' });
  await expect(marked).toContainText(`«${said}»`);
  await page.keyboard.type('x');
  await expect(notes).toHaveValue(`${said} Dust comes in at night.`);
  await marked.getByRole('button', { name: 'Make an impact of it' }).press('Enter');
  await page.getByLabel('In a few words').fill(impact);
  await page.getByLabel('What it is about').selectOption('Water');
  await page.getByLabel('How far it reaches').selectOption('A village');
  await page.getByLabel('Severity').selectOption('4 · very hard');
  await page.getByLabel('Likelihood').selectOption('4 · likely');
  await page.getByRole('checkbox', { name: 'Everybody' }).check();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const coded = page.getByRole('region', { name: 'Notes with their impacts' });
  await expect(coded.locator('mark')).toContainText(said);
  await expect(coded.getByRole('listitem')).toContainText(impact);
  await expect(notes).toBeFocused();

  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

  // Words of the same sentence to the impact that there is now.
  await mark(page, 'The ditch'.length);
  await expect(marked).toContainText('«The ditch»');
  await marked.getByRole('button', { name: 'Put it to an impact' }).click();
  await dialog.getByRole('combobox', { name: 'Impact' }).fill(impact);
  await dialog.getByRole('option', { name: impact }).click();
  await dialog.getByRole('button', { name: 'Put it to an impact' }).click();
  await expect(coded.getByRole('listitem')).toHaveCount(2);
  await coded
    .getByRole('button', { name: /Take the mark off/ })
    .first()
    .click();
  await expect(coded.getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: 'All is written down' }).click();
  await expect(page.getByText('Impacts written down', { exact: true }).first()).toBeVisible();

  await page.getByRole('button', { name: 'The people heard it back' }).click();
  await dialog.getByLabel('How many people').fill('9');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const summary = `People told of red water. ${Date.now()}`;
  await dialog.getByLabel('Summary').fill(summary);
  await dialog.getByLabel(/We carry water/).check();
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Published', { exact: true }).first()).toBeVisible();
  await page.getByRole('link', { name: impact, exact: true }).click();
  const heard = page.getByRole('region', { name: 'Said in focus groups' });
  await expect(heard).toContainText(title);

  const company = await atTheDesk(browser, 'company', '/desk/heard');
  const read = company.getByRole('article').filter({ hasText: summary });
  await expect(read).toContainText(impact);
  await expect(read).toContainText('We carry water from the well.');
  await expect(read).not.toContainText('Dust comes in');
  await expect(read).not.toContainText(title);
});
