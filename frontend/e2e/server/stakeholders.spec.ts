import { expect, test } from '@playwright/test';
import { atTheDesk, signIn } from './people.ts';

test.use({ serviceWorkers: 'block' });

const yesterday = new Date(Date.now() - 86_400_000);
const day = [yesterday.getUTCDate(), yesterday.getUTCMonth() + 1]
  .map((part) => String(part).padStart(2, '0'))
  .concat(String(yesterday.getUTCFullYear()))
  .join('.');

test('somebody is recorded, found, assessed anew with a reason, and has a history', async ({
  browser,
}) => {
  const page = await atTheDesk(browser, 'ulan', '/desk/stakeholders');
  const name = `Бейшегүл Сынамыкова ${Date.now()}`;
  await page.getByRole('link', { name: 'Record a person or a group' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await page.getByLabel('Who they are').selectOption('Herder');
  await page.getByLabel('Position').fill('чабан');
  await page.getByLabel('Place').first().fill('Барскоон');
  await page
    .getByRole('option', { name: /Barskoon/ })
    .first()
    .click();
  await page.getByLabel('Sex').selectOption('Woman');
  await page.getByLabel('Year of birth').fill('1971');
  await page.getByLabel('Tags').first().fill('жайыт');
  await page.getByLabel('Tags').first().press('Enter');
  await page.getByLabel('Telephone').fill('+996 000 112233');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  // Nobody's number is kept who has not agreed to it.
  await expect(page.getByText('Record the person’s consent first').first()).toBeVisible();
  await page.getByLabel('What for').fill('Invitations to meetings');
  await page.getByLabel('How it was given').selectOption('Signed');
  await page.getByLabel('On which day').fill(day);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  const contact = page.getByRole('region', { name: 'Contact' });
  await expect(contact.getByText('••• 33')).toBeVisible();
  await expect(page.getByText('+996 000 112233')).toHaveCount(0);
  await contact.getByRole('button', { name: 'Show' }).click();
  await expect(contact.getByText('+996 000 112233')).toBeVisible();

  await page.getByRole('link', { name: 'Stakeholders' }).first().click();
  await page.getByLabel('Search by name, position or tag').fill(name.toUpperCase());
  await expect(page).toHaveURL(/q=/);
  await page.getByRole('link', { name }).click();

  for (const [button, influence, stance, reason] of [
    ['Assess', '2', 'Against', 'Spoke at the meeting.'],
    ['Assess anew', '4', 'For', 'The road was repaired.'],
  ] as const) {
    await page.getByRole('button', { name: button, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Influence').selectOption(influence);
    await dialog.getByLabel('Interest').selectOption('3');
    await dialog.getByLabel('Stance').selectOption({ label: stance });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByText('Please fill this in')).toBeVisible();
    await dialog.getByLabel('Reason').fill(reason);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
  }
  const events = page.getByRole('region', { name: 'History' }).getByRole('listitem');
  await expect(events.nth(0)).toContainText('Influence: 2 → 4 · Stance: Against → For');
  await expect(events.nth(0)).toContainText('The road was repaired.');
  await expect(events.nth(1)).toContainText('Spoke at the meeting.');
  await expect(events.nth(1)).toContainText('Улан Бекназаров');
  await expect(events.nth(3)).toContainText('Recorded');
});

test('a withdrawn consent takes the contact with it', async ({ browser }) => {
  const page = await atTheDesk(browser, 'ulan', '/desk/stakeholders?consent=given');
  await page.getByRole('row').nth(1).getByRole('link').click();
  const contact = page.getByRole('region', { name: 'Contact' });
  await expect(contact.getByRole('button', { name: 'Show' })).toBeVisible();
  await page.getByRole('button', { name: 'Consent was withdrawn' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/deleted at once and for good/)).toBeVisible();
  const today = new Date().toLocaleDateString('de-DE', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  });
  await dialog.getByLabel('Withdrawn on').fill(today);
  // The calendar lies over the buttons until the field is left.
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: 'Record it and delete the contact' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('region', { name: 'Consent' })).toContainText('Consent withdrawn');
  await expect(contact.getByRole('button', { name: 'Show' })).toHaveCount(0);
});

test('on a phone the list is cards within its width, and filters stay in the address', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, 'ainura', '/desk/stakeholders');
  await page.getByLabel('Ким', { exact: true }).selectOption('Малчы');
  await expect(page).toHaveURL(/category=herder/);
  await expect(page.getByRole('list', { name: 'Кызыкдар тараптар' })).toBeVisible();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
  await page.reload();
  await expect(page.getByLabel('Ким', { exact: true })).toHaveValue('herder');
  await page.getByRole('button', { name: 'Баарын көрсөтүү' }).click();
  await expect(page).not.toHaveURL(/category/);
});

test('a company finds no way to the register', async ({ browser }) => {
  const page = await atTheDesk(browser, 'company');
  await expect(page.getByRole('link', { name: 'Кызыкдар тараптар' })).toHaveCount(0);
  await page.goto('/desk/stakeholders');
  await expect(page.getByText('Буга уруксатыңыз жок')).toBeVisible();
});
