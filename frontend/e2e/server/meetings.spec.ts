import { expect, type Page, test } from '@playwright/test';
import { accessible, dayFromNow, dialogOf, moved, typeDay } from './forms.ts';
import { atTheDesk } from './people.ts';

test.use({ serviceWorkers: 'block' });

async function planned(page: Page, title: string, days = 20) {
  await page.goto('/desk/meetings/new');
  await page.getByRole('textbox', { name: 'What it is about' }).fill(title);
  await page.getByLabel('Place').first().fill('Барскоон');
  await page
    .getByRole('option', { name: /Barskoon/ })
    .first()
    .click();
  await page.getByRole('textbox', { name: 'Venue' }).fill(`Hall ${title}`);
  await typeDay(page.getByLabel('Begins on'), dayFromNow(days));
  await typeDay(page.getByLabel('Ends on'), dayFromNow(days));
  await page.getByRole('textbox', { name: 'Rules of the meeting' }).fill('We let others finish.');
  await page.getByLabel('Who may know of it').selectOption('Also everybody near it');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

test('a meeting is planned, spoken of, answered by a link and put off', async ({
  browser,
  page: stranger,
}) => {
  const staff = await atTheDesk(browser, 'ulan', '/desk/meetings');
  const title = `Water ${Date.now()}`;
  await planned(staff, title);
  const path = new URL(staff.url()).pathname;

  const asked = await dialogOf(staff, 'Invite somebody');
  await asked.getByRole('button', { name: 'Invite somebody' }).click();
  await expect(asked.getByText('Please fill this in')).toBeVisible();
  await asked.getByLabel('Person or organisation').first().fill('бакытбек');
  await staff.getByRole('option', { name: /Бакытбек Осмоналиев/ }).click();
  await asked.getByRole('button', { name: 'Invite somebody' }).click();
  await expect(asked).toBeHidden();
  await expect(staff.getByText('Бакытбек Осмоналиев')).toBeVisible();

  const invite = await dialogOf(staff, 'Invite somebody');
  await invite.getByLabel('Whom').selectOption('Somebody without an account');
  await invite.getByRole('textbox', { name: 'Name' }).fill('Асан');
  await invite.getByLabel('Language of the link’s page').selectOption('Russian');
  await invite.getByRole('button', { name: 'Invite somebody' }).click();
  const link = await staff.getByRole('dialog').locator('code').textContent();
  await staff.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await stranger.goto(link ?? '');
  await expect(stranger.getByText('Бул шилтеме эч нерсе ачпайт')).toBeVisible();

  await moved(staff, 'Open the agenda');
  const community = await atTheDesk(browser, 'community', path);
  const propose = await dialogOf(community, 'Сунуштоо');
  await propose.getByRole('textbox', { name: 'Тема' }).fill('Жолдун чаңы');
  await propose.getByRole('button', { name: 'Сунуштоо' }).click();
  await expect(propose).toBeHidden();
  await expect(community.getByText('Асан')).toHaveCount(0);

  const impact = await dialogOf(community, 'Сунуштоо');
  await impact.getByLabel('Эмне тууралуу').selectOption('Таасир');
  await impact.getByLabel('Таасир').first().fill('арыкта суу');
  await community.getByRole('option', { name: 'Арыкта суу азайды' }).click();
  await impact.getByRole('button', { name: 'Сунуштоо' }).click();
  await expect(impact).toBeHidden();
  await expect(community.getByRole('link', { name: 'Арыкта суу азайды' })).toBeVisible();

  await staff.reload();
  await staff.getByRole('button', { name: 'Accept: Жолдун чаңы' }).click();
  await expect(staff.getByRole('button', { name: 'Accept: Жолдун чаңы' })).toBeHidden();
  await expect(staff.getByRole('button', { name: 'Decline: Жолдун чаңы' })).toBeVisible();
  await moved(staff, 'Send the invitations');

  await stranger.goto('about:blank');
  await stranger.goto(link ?? '');
  await expect(stranger.getByRole('heading', { level: 1, name: title })).toBeVisible();
  // Nobody chose a language in this browser: the page speaks that of the invitation.
  await stranger.getByLabel('Принимаю правила встречи').check();
  await stranger.getByRole('button', { name: 'Приду', exact: true }).click();
  await expect(stranger.getByText('Вы ответили, что придёте.')).toBeVisible();
  await accessible(stranger);

  await community.reload();
  await community.getByLabel('Жолугушуунун эрежелерин кабыл алам').check();
  await community.getByRole('button', { name: 'Келем', exact: true }).click();
  await expect(community.getByText('келет', { exact: true })).toBeVisible();

  await staff.reload();
  await expect(staff.getByText('invited: 2 · come: 2')).toBeVisible();
  const postpone = await dialogOf(staff, 'Postpone it');
  await postpone.getByRole('button', { name: 'Postpone it' }).click();
  await expect(postpone.getByText('Please fill this in')).toBeVisible();
  await postpone.getByRole('textbox', { name: 'Why' }).fill('Snow on the road.');
  await postpone.getByRole('button', { name: 'Postpone it' }).click();
  await expect(postpone).toBeHidden();
  await community.reload();
  await expect(community.getByText('Snow on the road.')).toBeVisible();
});

test('the calendar shows what is to come, and a day leads to its meeting', async ({ browser }) => {
  const staff = await atTheDesk(browser, 'ulan', '/desk/meetings/calendar');
  await expect(staff.getByRole('grid', { name: 'Meetings of the month' })).toBeVisible();
  const today = staff.locator('td[aria-current=date] a');
  await expect(today).toHaveAttribute('aria-label', /Meetings: \d/);
  await today.focus();
  await staff.keyboard.press('PageDown');
  await expect(staff.locator('a[data-day]:focus')).toHaveAttribute('data-day', /-01$/);
  await staff.keyboard.press('PageUp');

  const title = `Single ${Date.now()}`;
  await planned(staff, title, 200 + Math.floor(Math.random() * 1000));
  const day = /\d\d\.\d\d\.\d{4}/.exec((await staff.locator('dl').textContent()) ?? '')?.[0] ?? '';
  const [dd, mm, yyyy] = day.split('.');
  await staff.goto(`/desk/meetings/calendar?month=${yyyy}-${mm}`);
  await staff.locator(`a[data-day="${yyyy}-${mm}-${dd}"]`).click();
  await expect(staff.getByRole('heading', { level: 1, name: title })).toBeVisible();

  await staff.setViewportSize({ width: 360, height: 740 });
  await staff.goto(`/desk/meetings/calendar?month=${yyyy}-${mm}`);
  await staff.getByRole('link', { name: title }).click();
  await expect(staff.getByRole('heading', { level: 1, name: title })).toBeVisible();
});
