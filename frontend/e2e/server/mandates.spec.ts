import { expect, test } from '@playwright/test';
import { dayFromNow, dialogOf, typeDay } from './forms.ts';
import { atTheDesk } from './people.ts';

test.use({ serviceWorkers: 'block' });

const daysAgo = (days: number) => dayFromNow(-days);

test('a representative is nominated, vetted, endorsed, speaks for the place, and stops', async ({
  browser,
}) => {
  const page = await atTheDesk(browser, 'ulan', '/desk/stakeholders/new');
  const name = `Бейшегүл Өкүлбекова ${Date.now()}`;
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await page.getByLabel('Who they are').selectOption('Herder');
  await page.getByLabel('Place').first().fill('Барскоон');
  await page
    .getByRole('option', { name: /Barskoon/ })
    .first()
    .click();
  await page.getByLabel('Sex').selectOption('Woman');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  await page.getByRole('link', { name: 'Note a nomination' }).click();
  const chosen = page.locator('input').and(page.getByLabel('Representative'));
  await expect(chosen.first()).toHaveValue(name);
  await page.getByLabel('Place').first().fill('Барскоон');
  await page
    .getByRole('option', { name: /Barskoon/ })
    .first()
    .click();
  await page.getByLabel('Speaks for').selectOption('the women');
  await typeDay(page.getByLabel('Nominated on'), daysAgo(9));
  await page.getByLabel('Nominated by').fill('Барскоондун энелери');
  await page.getByRole('button', { name: 'Note a nomination' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  const vet = await dialogOf(page, 'Note what was declared');
  await typeDay(vet.getByLabel('Asked on'), daysAgo(8));
  await vet.getByRole('button', { name: 'Add something declared' }).click();
  await vet.getByLabel('In a few words').fill('Сүт сатат');
  await vet.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Сүт сатат')).toBeVisible();

  const endorse = await dialogOf(page, 'Note the assembly');
  const another = endorse.getByRole('button', { name: 'Record another assembly' });
  await another.or(endorse.getByLabel('Held on')).first().waitFor();
  if (await another.isVisible()) await another.click();
  await typeDay(endorse.getByLabel('Held on'), daysAgo(7));
  await endorse.getByLabel('Women, 25 to 35').fill('11');
  await endorse.getByLabel('Men, 60 and more', { exact: true }).fill('4');
  await expect(endorse.getByText('15 took part: 11 women, 11 of 14 to 35.')).toBeVisible();
  await endorse.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('15 took part: 11 women, 11 of 14 to 35.')).toBeVisible();

  const activate = await dialogOf(page, 'Put into force');
  await typeDay(activate.getByLabel('First day'), daysAgo(6));
  await activate.getByLabel('The person agreed to being named').check();
  await activate.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Speaks for the place').first()).toBeVisible();

  // The company that deals with the place sees who agreed to being named.
  const other = await atTheDesk(browser, 'company', '/desk/places?q=Барскоон');
  await other
    .getByRole('link', { name: /Барскоон|Barskoon/ })
    .first()
    .click();
  const speaks = other.getByRole('region', { name: /Who speaks|Кто говорит|ким сүйлөйт/ });
  await expect(speaks.getByText(name)).toBeVisible();

  const end = await dialogOf(page, 'End the mandate');
  await typeDay(end.getByLabel('Ended on'), daysAgo(1));
  await end.getByRole('textbox', { name: 'Why', exact: true }).fill('Көчүп кетти.');
  await end.getByRole('button', { name: 'End the mandate' }).click();
  await expect(page.getByText('Ended').first()).toBeVisible();
  await other.reload();
  await expect(speaks).toBeVisible();
  await expect(speaks.getByText(name)).toHaveCount(0);
});

test('what is missing is said at its field', async ({ browser }) => {
  const page = await atTheDesk(browser, 'ulan', '/desk/mandates?state=vetted');
  await page.getByRole('link', { name: 'Эрмек Токтогулов' }).click();
  const endorse = await dialogOf(page, 'Note the assembly');
  await typeDay(endorse.getByLabel('Held on'), daysAgo(1));
  await endorse.getByRole('button', { name: 'Save' }).click();
  await expect(endorse.getByText('Count those who took part.').first()).toBeVisible();
  await endorse.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('No assembly has given its word yet.')).toBeVisible();
});
