import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { accessible, dayFromNow, dialogOf, moved, typeDay } from './forms.ts';
import { atTheDesk, onAPhone } from './people.ts';

test.use({ serviceWorkers: 'block' });

/** The same text in three languages; the language is told by what follows it. */
async function inThree(fields: Locator, text: string) {
  await fields.getByLabel('Кыргызча').fill(`${text} ky`);
  await fields.getByLabel('Русский').fill(`${text} ru`);
  await fields.getByLabel('English').fill(`${text} en`);
}

const group = (of: Page | Locator, name: string) => of.getByRole('group', { name, exact: true });

/** A call that is open since yesterday: one condition, one question, two criteria. */
async function drafted(page: Page, title: string) {
  await page.goto('/desk/grant-calls/new');
  await inThree(group(page, 'What it is called'), title);
  await inThree(group(page, 'What it is for'), 'Clean water for villages');
  await page.getByLabel('Budget', { exact: false }).fill('5000000');
  await page.getByLabel('Most for one application').fill('300000');
  await typeDay(page.getByLabel('Opens on'), dayFromNow(-1));
  await typeDay(page.getByLabel('Closes on'), dayFromNow(20));
  await page.getByLabel('a representative of a place').check();
  await page.getByLabel('For which places').first().fill('Барскоон');
  await page
    .getByRole('option', { name: /Barskoon/ })
    .first()
    .click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add a condition' }).click();
  await inThree(group(page.getByRole('region', { name: 'Question 1' }), 'Question'), 'Lives here?');
  await page.getByRole('button', { name: 'Add a question' }).click();
  await inThree(
    group(page.getByRole('region', { name: 'Question 2' }), 'Question'),
    'Whom it helps',
  );
  await page.getByRole('button', { name: 'Add a criterion' }).click();
  for (const [number, weight] of [
    ['1', '60'],
    ['2', '40'],
  ] as const) {
    const criterion = page.getByRole('region', { name: `Criterion ${number}` });
    await inThree(group(criterion, 'What is looked at'), `Need ${number}`);
    await criterion.getByLabel('Weight').fill(weight);
  }
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${title} en` })).toBeVisible();
}

async function published(browser: Browser, title: string) {
  const staff = await atTheDesk(browser, 'ulan', '/desk/grant-calls');
  await drafted(staff, title);
  await accessible(staff);
  await moved(staff, 'Publish');
  await expect(staff.getByText('60 %')).toBeVisible();
  return staff;
}

/** Everybody reads it, on a phone and without an account. */
async function readBy(page: Page, title: string) {
  await page.goto('/grants');
  await expect(page.getByRole('heading', { level: 2, name: 'Азыр ачык' })).toBeVisible();
  await page.getByRole('link', { name: `${title} ky` }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${title} ky` })).toBeVisible();
  await expect(page.getByText('300\u2009000 сом')).toBeVisible();
  await expect(page.getByText('«Ооба» деген жооп керек')).toBeVisible();
  await expect(page.getByText(/18:00, Бишкек убактысы/)).toBeVisible();
  await accessible(page);
}

const saved = (page: Page) => page.getByText('Баары серверде сакталды');

/** Whether they can apply is asked before they write anything. */
async function begun(page: Page, title: string, name: string) {
  await page.getByRole('link', { name: `Арыз берүү: ${title} ky` }).click();
  const condition = page.getByRole('radiogroup', { name: 'Lives here? ky' });
  await condition.getByText('Жок').click();
  await expect(page.getByRole('alert')).toContainText('арыз берүүгө болбойт');
  await condition.getByText('Ооба').click();
  await expect(page.getByRole('alert')).toBeHidden();
  await page.getByLabel('Топтун же адамдын аты').fill('Барскоон суу тобу');
  await page.getByLabel('Долбоордун аталышы').fill(name);
  await page.getByLabel('Кайсы жерде').first().fill('Барскоон');
  await page
    .getByRole('option', { name: /Барскоон/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Арызды баштоо' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Арызды жазуу' })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Ооба' }).first()).toBeChecked();
}

/** Everything that is asked, without a network. */
async function written(page: Page) {
  await page.context().setOffline(true);
  await page.getByLabel('Кыскача мазмуну').fill('Булактан айылга түтүк тартабыз.');
  await page.getByLabel('Whom it helps ky').fill('Эки жүз үй-бүлөгө.');
  await page.getByRole('button', { name: 'Сап кошуу' }).click();
  const line = group(page, '1-сап');
  await line.getByLabel('Эмне').fill('Түтүк');
  await line.getByLabel('Саны').fill('800');
  await line.getByLabel('Баасы').fill('180,50');
  await line.getByLabel('Өз салымыңыз').fill('24400');
  await expect(
    line.getByText('Бардыгы 144\u2009400 сом, анын ичинде суралганы 120\u2009000 сом'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Адам кошуу' }).click();
  await page.getByLabel('Аты-жөнү').fill('Айжан');
  await expect(page.getByText(/Тармак жок/)).toBeVisible();
}

test('a group applies on a phone that loses the network, says more, and is found eligible', async ({
  browser,
  page,
}) => {
  test.setTimeout(240_000);
  const title = `Water ${Date.now()}`;
  const name = `Таза суу ${Date.now()}`;
  const staff = await published(browser, title);
  await readBy(page, title);

  const phone = await onAPhone(browser, 'community', '/desk/grant-applications');
  await begun(phone, title, name);
  await accessible(phone);
  await written(phone);
  // What is not on the server yet is not lost with the page that it was typed on.
  await phone.context().setOffline(false);
  await expect(saved(phone)).toBeVisible({ timeout: 30_000 });
  await phone.reload();
  await expect(group(phone, '1-сап').getByLabel('Саны')).toHaveValue('800');
  await expect(phone.getByText('Дагы эмне керек')).toBeHidden();
  await accessible(phone);

  await phone.getByRole('button', { name: 'Арыз берүү' }).click();
  await phone.getByRole('dialog').getByRole('button', { name: 'Ооба, берем' }).click();
  await expect(phone.getByRole('heading', { level: 1, name: 'Квитанция' })).toBeVisible();
  const receipt = (await phone.getByText(/^G-\d{4}-\d{4,}$/).textContent()) ?? '';
  await accessible(phone);

  await staff.goto('/desk/grant-applications');
  await staff.getByRole('searchbox', { name: 'Title or applicant' }).fill(name);
  await expect(staff).toHaveURL(/q=/);
  await expect(staff.getByText(receipt)).toBeVisible();
  await staff.getByRole('link', { name }).click();
  await expect(staff.getByText('Эки жүз үй-бүлөгө.')).toBeVisible();
  await expect(staff.getByText('Айжан')).toBeVisible();
  await accessible(staff);
  const ask = await dialogOf(staff, 'Ask for more');
  await ask.getByLabel('What you need to know').fill('Түтүктү ким орнотот?');
  await typeDay(ask.getByLabel('Last day to answer'), dayFromNow(5));
  await ask.getByRole('button', { name: 'Ask for more' }).click();
  await expect(ask).toBeHidden();

  await phone.goto('/desk');
  const row = phone.getByRole('listitem').filter({ hasText: name });
  await row.getByRole('link', { name: 'Окуп, жооп берүү' }).click();
  await expect(phone.getByText('Түтүктү ким орнотот?').first()).toBeVisible();
  await phone.getByRole('link', { name: 'Толуктап, жооп берүү' }).click();
  await phone.getByRole('button', { name: 'Өнөктөш кошуу' }).click();
  await group(phone, '1-өнөктөш').getByLabel('Аталышы').fill('Айыл өкмөтү');
  await expect(saved(phone)).toBeVisible();
  const answer = await dialogOf(phone, 'Жооп берүү');
  await answer.getByLabel('Программага сөзүңүз').fill('Айыл өкмөтү орнотот.');
  await answer.getByRole('button', { name: 'Жооп берүү' }).click();
  await expect(phone.getByText('Берилди').first()).toBeVisible();

  await staff.reload();
  await expect(staff.getByText('Айыл өкмөтү орнотот.')).toBeVisible();
  await expect(staff.getByText('Айыл өкмөтү', { exact: true })).toBeVisible();
  await moved(staff, 'Eligible');
  await expect(staff.getByText('Found eligible')).toBeVisible();
  await phone.reload();
  await expect(phone.getByText('Шарттарга туура келет', { exact: true })).toBeVisible();
  await accessible(phone);
});
