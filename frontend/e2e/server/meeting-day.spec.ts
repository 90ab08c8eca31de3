import { type Browser, expect, type Page, test } from '@playwright/test';
import { accessible, dayFromNow, dialogOf, moved, tiny, typeDay } from './forms.ts';
import { atTheDesk } from './people.ts';

test.use({ serviceWorkers: 'block' });

/** A moment in Bishkek, as its day and its time are typed. */
function typed(moment: number) {
  const then = new Date(moment);
  const of = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('de-DE', { ...options, timeZone: 'Asia/Bishkek' }).format(then);
  return {
    day: of({ day: '2-digit', month: '2-digit', year: 'numeric' }),
    time: of({ hour: '2-digit', minute: '2-digit' }),
  };
}

const second = 1000;
const minute = 60 * second;

/** A meeting that begins soon. */
async function planned(page: Page, title: string, begins: number) {
  const [starts, ends] = [typed(begins), typed(begins + 180 * minute)];
  await page.goto('/desk/meetings/new');
  await page.getByRole('textbox', { name: 'What it is about' }).fill(title);
  await page.getByLabel('Place').first().fill('Барскоон');
  await page
    .getByRole('option', { name: /Barskoon/ })
    .first()
    .click();
  await page.getByRole('textbox', { name: 'Venue' }).fill(`Hall ${title}`);
  await typeDay(page.getByLabel('Begins on'), starts.day);
  await page.getByLabel('Begins at').fill(starts.time);
  await typeDay(page.getByLabel('Ends on'), ends.day);
  await page.getByLabel('Ends at').fill(ends.time);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

async function invited(staff: Page, name: string) {
  const invite = await dialogOf(staff, 'Invite somebody');
  await invite.getByLabel('Person or organisation').first().fill(name);
  await staff.getByRole('option', { name }).first().click();
  await invite.getByRole('button', { name: 'Invite somebody' }).click();
  await expect(invite).toBeHidden();
}

/** A side puts a topic forward, and who leads the meeting sees it come and takes it. */
async function proposed(page: Page, staff: Page, topic: string) {
  const propose = await dialogOf(page, 'Сунуштоо');
  await propose.getByRole('textbox', { name: 'Тема' }).fill(topic);
  await propose.getByRole('button', { name: 'Сунуштоо' }).click();
  await expect(propose).toBeHidden();
  // Nobody loads the page again: it follows the meeting.
  const accept = staff.getByRole('button', { name: `Accept: ${topic}` });
  await accept.click({ timeout: 20_000 });
  await expect(accept).toBeHidden();
}

/** A side says what it says of the minutes. */
async function answered(page: Page, path: string, objection?: string) {
  await page.goto(`${path}/minutes`);
  const answer = await dialogOf(page, 'Жооп берүү');
  await answer.getByLabel('Сиздин тараптын сөзү').selectOption(objection ? 'Каршыбыз' : 'Макулбуз');
  if (objection) await answer.getByLabel('Эмнеге каршы').fill(objection);
  await answer.getByRole('button', { name: 'Жооп берүү' }).click();
  await expect(answer).toBeHidden();
}

/** Who promised says that it is done, with a photo; who it was promised to says whether it is. */
async function keeps(company: Page, community: Page, promise: string) {
  await company.goto(promise);
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
  await community.goto(promise);
  const yes = await dialogOf(community, 'Ооба, аткарылган');
  await yes.getByRole('button', { name: 'Ооба, аткарылган' }).click();
  await expect(yes).toBeHidden();
  await expect(community.getByText('Убагында аткарылды').first()).toBeVisible();
}

const three = (browser: Browser, path: string) =>
  Promise.all([
    atTheDesk(browser, 'company', path),
    atTheDesk(browser, 'community', path),
    atTheDesk(browser, 'authority', path),
  ]);

test('four people go from an agenda to a promise that is kept, and the day has no network', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const staff = await atTheDesk(browser, 'ulan', '/desk/meetings');
  const title = `Road ${Date.now()}`;
  // Invitations leave before it begins; it is held once it has.
  const begins = (Math.floor(Date.now() / minute) + 3) * minute;
  await planned(staff, title, begins);
  const path = new URL(staff.url()).pathname;
  const invite = await dialogOf(staff, 'Invite somebody');
  await invite.getByLabel('Whom').selectOption('Somebody without an account');
  await invite.getByRole('textbox', { name: 'Name' }).fill('Асан');
  await invite.getByRole('button', { name: 'Invite somebody' }).click();
  await staff.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  for (const name of ['Мээрим Касымова', 'Бакытбек Осмоналиев', 'Таалайбек Сыдыков'])
    await invited(staff, name);
  await moved(staff, 'Open the agenda');
  const [company, community, authority] = await three(browser, path);
  await proposed(community, staff, 'Dust on the road');
  await proposed(company, staff, 'Work for the village');
  await proposed(authority, staff, 'The bridge');
  await moved(staff, 'Send the invitations');
  await moved(staff, 'Confirm it');

  await staff.getByRole('link', { name: 'The day' }).click();
  await expect(staff.getByRole('heading', { level: 1, name: 'The day' })).toBeVisible();
  await expect(staff.getByText('Everything is saved on the server')).toBeVisible();
  await accessible(staff);

  await staff.context().setOffline(true);
  await staff.getByRole('button', { name: 'Speak of it now: Dust on the road' }).click();
  const more = staff.getByRole('button', { name: 'One more: a woman of 18–24' });
  for (let people = 0; people < 3; people += 1) await more.click();
  await staff.getByRole('button', { name: 'One fewer: a woman of 18–24' }).click();
  await staff.getByRole('button', { name: 'Spoke: Young woman, Community' }).click();
  await staff.getByRole('button', { name: 'Spoke: Man, Company' }).click();
  await staff.getByRole('textbox', { name: 'What a side wants' }).fill('No dust at the school.');
  await staff.getByRole('button', { name: 'Add', exact: true }).click();
  await staff.getByLabel('What it is').selectOption('Promise');
  await staff.getByRole('textbox', { name: 'Promise' }).fill('Water the road twice a day');
  await staff.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(staff.getByText(/No network\. \d+ notes are kept/)).toBeVisible();
  await expect(more.getByText('2')).toBeVisible();
  await expect(staff.getByText('1 · 50 %').first()).toBeVisible();

  // Also with another page open it is said what only this device has, and sent once there is a network.
  await staff.getByRole('link', { name: title }).first().click();
  const kept = staff.getByText(/\d+ notes of the day are only on this device/);
  await expect(kept).toBeVisible();
  await staff.context().setOffline(false);
  await expect(kept).toBeHidden({ timeout: 30_000 });
  await staff.getByRole('link', { name: 'The day' }).click();
  await expect(staff.getByText('Everything is saved on the server')).toBeVisible({
    timeout: 30_000,
  });
  await staff.reload();
  await expect(more.getByText('2')).toBeVisible();
  await expect(staff.getByText('Water the road twice a day')).toBeVisible();
  await expect(staff.getByRole('timer')).toHaveCount(3);
  await staff.getByRole('button', { name: 'Stop the clock: Dust on the road' }).click();
  await staff.getByLabel('About which item').selectOption('Dust on the road');
  await expect(staff.getByText('No dust at the school.')).toHaveCount(1);
  await expect(staff.getByText('Everything is saved on the server')).toBeVisible();

  await staff
    .getByRole('button', { name: 'Record as a promise: Water the road twice a day' })
    .click();
  const record = staff.getByRole('dialog');
  await record.getByLabel('Who promised it').first().fill('Kaiberen');
  await staff
    .getByRole('option', { name: /Kaiberen/ })
    .first()
    .click();
  await typeDay(record.getByLabel('Last day'), typed(Date.now() + 30 * 24 * 60 * minute).day);
  await record.getByRole('button', { name: 'Record as a promise' }).click();
  await expect(record).toBeHidden();
  const promise = staff.getByRole('link', { name: 'Recorded as a promise' });
  const register = (await promise.getAttribute('href')) ?? '';

  await staff.goto(path);
  await staff.waitForTimeout(Math.max(0, begins + second - Date.now()));
  await staff.reload();
  await moved(staff, 'It was held');
  await staff.getByRole('link', { name: 'Minutes' }).click();
  await expect(staff.getByText('These are the notes of the day')).toBeVisible();
  await staff.getByRole('button', { name: 'Write the minutes' }).click();
  await expect(staff.getByRole('textbox', { name: 'Words' })).toHaveValue('No dust at the school.');
  await staff.getByRole('button', { name: 'Save' }).click();
  await moved(staff, 'Put before the sides');
  await accessible(staff);

  const heard = await dialogOf(staff, 'Note what a side said');
  await heard.getByLabel('Side', { exact: true }).selectOption('Community, without an account');
  await heard.getByLabel('What the side said').selectOption('We object');
  await heard.getByRole('textbox', { name: 'To what' }).fill('Twice is not enough.');
  await heard.getByRole('textbox', { name: 'Witness' }).fill('Бакыт');
  await heard.getByRole('button', { name: 'Note what a side said' }).click();
  await expect(heard).toBeHidden();
  await expect(staff.getByText('Twice is not enough.')).toBeVisible();
  await answered(company, path);
  await answered(authority, path);
  await answered(community, path, 'Күнүнө төрт жолу керек.');
  // What the sides said comes by itself, and with the last word the move.
  await expect(staff.getByText('Күнүнө төрт жолу керек.')).toBeVisible({ timeout: 20_000 });
  await moved(staff, 'Approve');
  await expect(staff.getByText('SHA-256 of the text')).toBeVisible();
  await staff.getByLabel('Language of the print').selectOption('Кыргызча');
  await expect(staff.getByText('Тараптар эмнени каалайт')).toBeVisible();
  await expect(staff.getByText('No dust at the school.')).toBeVisible();
  await accessible(staff);

  await company.goto(`${path}/minutes`);
  await expect(company.getByText('Тексттин SHA-256 белгиси')).toBeVisible();
  await keeps(company, community, register);
});
