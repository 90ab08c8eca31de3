import { expect, type Page, test } from '@playwright/test';
import { moveCase, openCase, raiseCase } from './cases.ts';
import { signIn } from './people.ts';

test.use({ serviceWorkers: 'block', viewport: { width: 1280, height: 800 } });

const languages = [
  {
    person: 'ainura',
    language: 'Kyrgyz',
    title: 'Кайрылуулар',
    shown: /^Көрсөтүлдү: \d+, баары: (.+)$/,
    occurredOn: 'Качан болгон',
    deadline: 'Мөөнөтү',
    propose: 'Чечим сунуштоо',
    byDay: 'Качанга чейин',
    month: 'март 2027',
  },
  {
    person: 'marina',
    language: 'Russian',
    title: 'Обращения',
    shown: /^Показано \d+ из (.+)$/,
    occurredOn: 'Когда произошло',
    deadline: 'Срок',
    propose: 'Предложить решение',
    byDay: 'К какому дню',
    month: 'март 2027',
  },
  {
    person: 'ulan',
    language: 'English',
    title: 'Grievances',
    shown: /^\d+ of (.+) shown$/,
    occurredOn: 'When it happened',
    deadline: 'Due',
    propose: 'Propose a solution',
    byDay: 'By which day',
    month: 'March 2027',
  },
] as const;

/** The list as it looks once there are more cases than any test makes. */
const withManyCases = (page: Page) =>
  page.route('**/api/v1/grievances?*', async (route) => {
    const response = await route.fetch();
    const list = await response.json();
    await route.fulfill({ response, json: { ...list, total: { count: 12_345, exact: true } } });
  });

for (const words of languages) {
  test(`dates, weeks and numbers in ${words.language}`, async ({ page, request }) => {
    const { reference } = await raiseCase(request, 'Көчөдө чаң', { occurred_on: '2026-11-03' });
    await moveCase(request, reference, [
      ['ainura', 'acknowledge'],
      ['ainura', 'accept', { category: 'air_and_dust', severity: 'low', sensitivity: 'normal' }],
      ['ainura', 'investigate'],
    ]);
    await withManyCases(page);
    await signIn(page, words.person, '/desk/grievances');
    await expect(page.getByRole('heading', { level: 1, name: words.title })).toBeVisible();

    await test.step('a number has narrow spaces that no line is broken at', async () => {
      const status = page.getByRole('status').filter({ hasText: words.shown });
      const [, total] = words.shown.exec(String(await status.textContent())) ?? [];
      expect(total).toMatch(/^12[\u2009\u202f\u00a0]345$/);
    });

    await openCase(page, reference);
    const fact = (term: string) =>
      page.getByRole('term').filter({ hasText: term }).locator('xpath=following-sibling::dd');

    await test.step('a day is 23.11.2026, an instant has its hour', async () => {
      await expect(fact(words.occurredOn)).toHaveText('03.11.2026');
      await expect(fact(words.deadline).first()).toHaveText(/^\d\d\.\d\d\.\d{4}, \d\d:\d\d$/);
    });

    await test.step('a month is named in the language and begins its weeks on Monday', async () => {
      await page.getByRole('button', { name: words.propose }).click();
      const dialog = page.getByRole('dialog').first();
      const day = dialog.getByLabel(words.byDay);
      await day.fill('01.03.2027');
      await expect(dialog.getByRole('button', { name: words.month, exact: true })).toBeVisible();
      const secondWeek = dialog.getByRole('row').filter({ hasText: /^891011121314$/ });
      await secondWeek.getByRole('button').first().click();
      await expect(day).toHaveValue('08.03.2027');
    });
  });
}
