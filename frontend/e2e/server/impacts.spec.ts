import { expect, type Page, test } from '@playwright/test';
import { atTheDesk, signIn } from './people.ts';

test.use({ serviceWorkers: 'block' });

const choosePlace = async (page: Page) => {
  await page.getByLabel('Place').first().fill('Барскоон');
  await page
    .getByRole('option', { name: /Barskoon/ })
    .first()
    .click();
};

const move = async (page: Page, button: string, note: string) => {
  await page.getByRole('button', { name: button, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(note);
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await expect(dialog).toBeHidden();
};

async function recorded(page: Page, title: string) {
  await page.goto('/desk/impacts/new');
  await page.getByLabel('In a few words').fill(title);
  await page.getByLabel('What people say').fill('The ditch is dry by noon.');
  await page.getByLabel('What it is about').selectOption('Water');
  await page.getByLabel('How far it reaches').selectOption('A village');
  await page.getByLabel('Severity').selectOption('4');
  await page.getByLabel('Likelihood').selectOption('5');
  await page.getByRole('checkbox', { name: 'Herders' }).check();
  await choosePlace(page);
  await page.getByLabel('Mine or deposit').first().fill('Kok-Beles');
  await page
    .getByRole('option', { name: /Kok-Beles/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

test('an impact goes from the first word to what was done, and the company reads what was published', async ({
  browser,
}) => {
  const page = await atTheDesk(browser, 'ulan', '/desk/impacts');
  const title = `Ditch ${Date.now()}`;
  await recorded(page, title);
  await page.getByRole('button', { name: 'What was seen or heard' }).click();
  const source = page.getByRole('dialog');
  await source.getByLabel('What was seen or heard').fill('Nobody but us reads this.');
  await source.getByRole('button', { name: 'Save' }).click();
  await expect(source.getByText('Please fill this in')).toBeVisible();
  await source.getByLabel('On which day').fill('02.11.2026');
  await page.keyboard.press('Tab');
  await source.getByRole('button', { name: 'Save' }).click();
  await expect(source).toBeHidden();

  const company = await atTheDesk(browser, 'company', new URL(page.url()).pathname);
  await expect(company.getByText('Ditch')).toHaveCount(0);

  await move(page, 'People have confirmed it', 'Read to the women of the village.');
  await move(page, 'Publish', 'Marina looked it over.');
  await company.reload();
  await expect(company.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(company.getByText('Nobody but us reads this.')).toHaveCount(0);
  await expect(company.getByText('Улан Бекназаров')).toHaveCount(0);
  // What others read is not changed under their eyes.
  await expect(page.getByRole('link', { name: 'Edit' })).toHaveCount(0);

  await move(page, 'It matters most', 'The village meeting chose it.');
  await move(page, 'Put on the agenda', 'Meeting of 12 December.');
  await move(page, 'Something was done', 'Water is let through until noon.');
  await company.reload();
  await expect(company.getByText('Water is let through until noon.')).toBeVisible();
  await expect(company.getByText('The village meeting chose it.')).toHaveCount(0);
});

test('a case and an impact lead to each other', async ({ browser }) => {
  const page = await atTheDesk(browser, 'ulan', '/desk/impacts');
  await recorded(page, `Linked ${Date.now()}`);
  const impact = page.url();
  await page.getByRole('button', { name: 'Link a case' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: /^Case/ }).click();
  await dialog.getByRole('option').first().click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  const cases = page.getByRole('region', { name: 'Cases in which it is dealt with' });
  await cases.getByRole('link').first().click();
  const back = page.getByRole('region', { name: 'Impacts' });
  await back
    .getByRole('link', { name: /^Linked/ })
    .first()
    .click();
  await expect(page).toHaveURL(impact);
});

test('a group votes on one phone, and the chosen count as most important', async ({ browser }) => {
  const page = await atTheDesk(browser, 'ulan', '/desk/impact-rounds/new');
  await page.getByLabel('Who votes, and when').fill(`Women ${Date.now()}`);
  await page.getByLabel('How many numbers you hand out').fill('3');
  const picks = page.getByRole('group', { name: 'What is voted on' });
  await picks.getByRole('checkbox').nth(0).check();
  await picks.getByRole('checkbox').nth(1).check();
  await page.getByRole('button', { name: 'Open the vote' }).click();
  await page.setViewportSize({ width: 360, height: 740 });
  const more = page.getByRole('button', { name: /^A dot more/ });
  for (const number of ['1', '2']) {
    await page.getByLabel('Your number').fill(number);
    await more.nth(0).click();
    await more.nth(1).click();
    await more.nth(1).click();
    await expect(page.getByText('Dots left: 0 of 3')).toBeVisible();
    await expect(more.nth(0)).toBeDisabled();
    await page.getByRole('button', { name: 'Give my dots' }).click();
    await expect(page.getByText('Thank you, your dots are counted')).toBeVisible();
  }
  await page.getByLabel('Your number').fill('2');
  await more.nth(0).click();
  await page.getByRole('button', { name: 'Give my dots' }).click();
  await expect(page.getByText('This number has voted already')).toBeVisible();
  await page.getByRole('button', { name: 'Close the vote' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close the vote' }).click();
  await expect(page.getByText('Dots: 4 · 67 %')).toBeVisible();
  await page.getByRole('group', { name: 'Chosen' }).getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Mark as most important' }).click();
  await expect(page.getByText('One of the most important').first()).toBeVisible();
});

test('hands that are more than there can be are not taken', async ({ browser }) => {
  const page = await atTheDesk(browser, 'ulan', '/desk/impact-rounds/new');
  await page.getByLabel('Who votes, and when').fill(`Hands ${Date.now()}`);
  await page.getByLabel('By a show of hands').check();
  const picks = page.getByRole('group', { name: 'What is voted on' });
  await picks.getByRole('checkbox').nth(0).check();
  await picks.getByRole('checkbox').nth(1).check();
  await page.getByRole('button', { name: 'Open the vote' }).click();
  await page.getByLabel('How many took part').fill('4');
  const first = page.getByRole('listitem').getByRole('textbox').first();
  await first.fill('13');
  await expect(page.getByText(/13 dots, and all together have only 12/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled();
  await first.fill('12');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Have voted: 4')).toBeVisible();
});

test('the heat map leads to the list behind a number', async ({ browser }) => {
  const page = await atTheDesk(browser, 'ulan', '/desk/impacts/heat-map');
  const cell = page.getByRole('link', { name: /^Severity 5, likelihood 4/ });
  const count = (await cell.textContent()) ?? '';
  await cell.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/severity=5/);
  await expect(page.getByRole('status').filter({ hasText: `of ${count} shown` })).toBeVisible();
});

test('on a phone a representative reads what people of her place say, in fives', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, 'community', '/desk/impacts/here');
  await expect(page.getByText(/бештен азы көрсөтүлбөйт/)).toBeVisible();
  await expect(page.getByRole('list', { name: 'Эң оорлору биринчи' })).toBeVisible();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
  await expect(page.getByRole('link', { name: 'Таасирди жазуу' })).toHaveCount(0);
});
