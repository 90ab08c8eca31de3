import { expect, type Page, test } from '@playwright/test';
import { accessible, dayFromNow, tiny, typeDay } from './forms.ts';
import { atTheDesk } from './people.ts';

test.use({ serviceWorkers: 'block' });

async function choose(page: Page, label: RegExp, typed: string, option: RegExp) {
  await page.getByLabel(label).first().fill(typed);
  await page.getByRole('option', { name: option }).first().click();
}

async function draft(page: Page, title: string) {
  await page.goto('/desk/agreements/new');
  await page.getByRole('textbox', { name: 'What it is called' }).fill(title);
  await page
    .getByRole('textbox', { name: 'Text', exact: true })
    .fill('The road is watered twice a day.');
  await choose(page, /^Side 1: organisation/, 'Kaiberen', /Kaiberen/);
  await choose(page, /^Side 2: community of/, 'Барскоон', /Barskoon/);
  await choose(page, /^Place/, 'Барскоон', /Barskoon/);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** Notes that the first side that has not signed did so on paper. */
async function paper(page: Page, signatory: string) {
  await page.getByRole('button', { name: 'Record a signature on paper' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Who signed, and as what').fill(signatory);
  await dialog.getByLabel('Who saw it').fill('Айгүл Жунушова');
  await typeDay(dialog.getByLabel('Signed on'), dayFromNow(0));
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
}

test('an agreement holds once every side has signed, and again after its text was changed', async ({
  browser,
}) => {
  const staff = await atTheDesk(browser, 'ulan', '/desk/agreements');
  const title = `Water for the road ${Date.now()}`;
  await draft(staff, title);
  const path = new URL(staff.url()).pathname;

  const company = await atTheDesk(browser, 'company', '/desk/agreements');
  await expect(company.getByRole('link', { name: title })).toHaveCount(0);

  await staff.getByRole('button', { name: 'Open for signature' }).click();
  await staff.getByRole('dialog').getByRole('button', { name: 'Open for signature' }).click();
  await expect(staff.getByText('To be signed').first()).toBeVisible();

  // A password alone does not sign.
  await company.goto(path);
  await expect(company.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(company.getByText('The road is watered twice a day.')).toBeVisible();
  await expect(company.getByText(/экинчи/).first()).toBeVisible();

  await staff
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'signed.png', mimeType: 'image/png', buffer: tiny });
  await expect(staff.getByRole('button', { name: /signed/ })).toBeVisible();
  await paper(staff, 'Тилек Осмонов, директор');
  await expect(staff.getByText('To be signed').first()).toBeVisible();
  await paper(staff, 'Бакыт Осмоналиев, өкүл');
  await expect(staff.getByText('In force', { exact: true }).first()).toBeVisible();

  await company.reload();
  await expect(company.getByText('Айгүл Жунушова')).toHaveCount(0);
  await expect(company.getByText('Тилек Осмонов')).toHaveCount(0);
  await accessible(company);

  await staff.getByRole('button', { name: 'Change the text' }).click();
  const amend = staff.getByRole('dialog');
  await amend.getByRole('textbox', { name: 'Text' }).fill('The road is watered three times a day.');
  await amend.getByRole('textbox', { name: 'Why' }).fill('Summer is dry.');
  await amend.getByRole('button', { name: 'Change the text' }).click();
  await expect(amend).toBeHidden();
  await expect(
    staff.getByText('Text 1 holds until every side has signed the new one.'),
  ).toBeVisible();
  await company.reload();
  await expect(company.getByText('The road is watered three times a day.')).toBeVisible();
});

test('a draft without a second side is told so and keeps what was typed', async ({ browser }) => {
  const page = await atTheDesk(browser, 'ulan', '/desk/agreements/new');
  await page.getByRole('textbox', { name: 'What it is called' }).fill('Water for all');
  await page.getByRole('button', { name: 'Remove side 2' }).click();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Draft an agreement' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'What it is called' })).toHaveValue(
    'Water for all',
  );
});
