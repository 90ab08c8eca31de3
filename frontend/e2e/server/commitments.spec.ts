import { expect, type Page, test } from '@playwright/test';
import { accessible, dayFromNow, dialogOf, tiny, typeDay } from './forms.ts';
import { atTheDesk } from './people.ts';

test.use({ serviceWorkers: 'block' });

async function promised(page: Page, what: string) {
  await page.goto('/desk/commitments/new');
  await page.getByRole('textbox', { name: 'What was promised' }).fill(what);
  await page.getByLabel('Who promised').first().fill('Kaiberen');
  await page
    .getByRole('option', { name: /Kaiberen/ })
    .first()
    .click();
  await page.getByLabel('To whom: place').first().fill('Барскоон');
  await page
    .getByRole('option', { name: /Barskoon/ })
    .first()
    .click();
  await page.getByLabel('Mine or deposit').first().fill('Kok-Beles');
  await page
    .getByRole('option', { name: /Kok-Beles/ })
    .first()
    .click();
  await typeDay(page.getByLabel('Last day'), dayFromNow(20));
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: what })).toBeVisible();
}

test('a promise is made, moved, reported, rejected, kept, and everybody reads of it', async ({
  browser,
  page: stranger,
}) => {
  const staff = await atTheDesk(browser, 'ulan', '/desk/commitments');
  const what = `Water the road ${Date.now()}`;
  await promised(staff, what);
  const path = new URL(staff.url()).pathname;

  const due = await dialogOf(staff, 'Move the last day');
  await typeDay(due.getByLabel('Last day'), dayFromNow(30));
  await due.getByRole('button', { name: 'Move the last day' }).click();
  await expect(due.getByText('Please fill this in')).toBeVisible();
  await due.getByRole('textbox', { name: 'Why' }).fill('The pump came late.');
  await due.getByRole('button', { name: 'Move the last day' }).click();
  await expect(due).toBeHidden();
  await expect(staff.getByText('The pump came late.')).toBeVisible();

  const company = await atTheDesk(browser, 'company', path);
  await company
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'road.png', mimeType: 'image/png', buffer: tiny });
  await expect(company.getByRole('link', { name: /road/ })).toBeVisible();
  const report = await dialogOf(company, 'Аткарылды');
  await typeDay(report.getByLabel('Жасалган күн'), dayFromNow(0));
  await report.getByLabel('Эмне жасалды').fill('Эки жолу суу себилди.');
  await report.getByRole('button', { name: 'Аткарылды' }).click();
  await expect(report).toBeHidden();
  // Who promised does not say that it was kept.
  await expect(company.getByRole('button', { name: 'Ооба, аткарылган' })).toHaveCount(0);

  await staff.reload();
  await expect(staff.getByText('Somebody speaks for this place')).toBeVisible();
  await expect(staff.getByRole('button', { name: 'Yes, it was kept' })).toHaveCount(0);

  const community = await atTheDesk(browser, 'community', '/desk');
  await community.getByRole('link', { name: 'Текшерүү' }).first().waitFor();
  await community.goto(path);
  const no = await dialogOf(community, 'Жок, аткарылган эмес');
  await no.getByLabel('Эмне жетишпейт').fill('Чаң мурункудай эле.');
  await no.getByRole('button', { name: 'Жок, аткарылган эмес' }).click();
  await expect(no).toBeHidden();

  await company.reload();
  await expect(company.getByText('Чаң мурункудай эле.')).toBeVisible();
  const again = await dialogOf(company, 'Аткарылды');
  await typeDay(again.getByLabel('Жасалган күн'), dayFromNow(0));
  await again.getByLabel('Эмне жасалды').fill('Төрт жолу суу себилди.');
  await again.getByRole('button', { name: 'Аткарылды' }).click();
  await expect(again).toBeHidden();

  await community.reload();
  const yes = await dialogOf(community, 'Ооба, аткарылган');
  await yes.getByRole('button', { name: 'Ооба, аткарылган' }).click();
  await expect(yes).toBeHidden();
  await expect(community.getByText('Убагында аткарылды').first()).toBeVisible();

  await stranger.goto('/promises');
  await expect(stranger.getByText(what)).toHaveCount(0);
  await staff.reload();
  await staff.getByRole('button', { name: 'Show it to everybody' }).click();
  await expect(staff.getByText('Everybody may see it')).toBeVisible();
  const publish = await dialogOf(staff, 'Publish');
  await publish.getByRole('textbox').fill(`${what}, twice a day`);
  await publish.getByRole('button', { name: 'Publish' }).click();
  await expect(publish).toBeHidden();
  await stranger.reload();
  const kept = stranger.getByRole('listitem').filter({ hasText: `${what}, twice a day` });
  await expect(kept.getByText('Убагында аткарылды')).toBeVisible();
  await expect(kept.getByRole('img')).toBeVisible();
  await accessible(stranger);
});

test('the register is narrowed by its address and tells when nothing fits', async ({ browser }) => {
  const page = await atTheDesk(browser, 'ulan', '/desk/commitments/new');
  const what = `Mend the bridge ${Date.now()}`;
  await promised(page, what);
  await page.goto(`/desk/commitments?q=${encodeURIComponent(what)}&side=company`);
  await expect(page.getByRole('link', { name: what })).toBeVisible();
  await page.getByLabel('Kept or not').selectOption('Broken');
  await expect(page.getByRole('link', { name: what })).toHaveCount(0);
  await expect(page).toHaveURL(/standing=broken/);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(page).not.toHaveURL(/standing/);
});
