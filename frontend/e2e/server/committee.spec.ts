import { type Browser, expect, type Page, test } from '@playwright/test';
import { followWithCode, make, moveCase, openCase, raiseCase } from './cases.ts';
import { atTheDesk, type Person, people } from './people.ts';

test.use({ serviceWorkers: 'block' });

const narrative = `Жүк ташуучу унаалардан чаң көтөрүлүп, үйгө кире албайбыз. ${Date.now()}`;
const summary = 'Тургундар оор унаалардан чыккан чаңга нааразы.';
const members = ['community', 'company', 'authority'] as const satisfies readonly Person[];

async function declare(browser: Browser, person: Person, reference: string): Promise<Page> {
  const page = await atTheDesk(browser, person);
  await openCase(page, reference);
  await expect(page.getByText('Адегенде бул иш менен байланышыңыз барбы')).toBeVisible();
  await make(
    page,
    { button: 'Кызыкчылыгын билдирүү', confirm: 'Билдирүү', done: 'Рахмат, жазылды' },
    (dialog) => dialog.getByRole('radio', { name: 'Жок, эч кандай' }).check(),
  );
  return page;
}

test('a contested case goes to a committee of three sides, and its proposal is agreed to', async ({
  page: phone,
  browser,
  request,
}) => {
  test.setTimeout(180_000);
  const { reference, code } = await raiseCase(request, narrative);
  await moveCase(request, reference, [
    ['ainura', 'acknowledge'],
    ['ainura', 'accept', { category: 'air_and_dust', severity: 'medium', sensitivity: 'normal' }],
    ['ainura', 'summarise', { text: summary }],
    ['ulan', 'release'],
    ['ainura', 'investigate'],
    ['ainura', 'propose', { remedy: 'Жолго жумасына бир жолу суу себилет.' }],
  ]);

  await test.step('the reporter does not agree', async () => {
    await followWithCode(phone, code);
    await phone.getByRole('button', { name: 'Макул эмесмин' }).click();
    await phone.getByLabel('Эмне үчүн макул эмессиз?').fill('Жумасына бир жолу аз');
    await phone.getByRole('button', { name: 'Жөнөтүү', exact: true }).first().click();
    await expect(phone.getByText('Чечимге макулдук жок', { exact: true }).first()).toBeVisible();
  });

  const staff = await atTheDesk(browser, 'ainura');
  await test.step('staff take it one level up and appoint the committee', async () => {
    await openCase(staff, reference);
    await make(
      staff,
      {
        button: 'Кийинки деңгээлге өткөрүү',
        confirm: 'Өткөрүү',
        done: 'Кийинки деңгээлге өткөрүлдү',
      },
      (dialog) => dialog.getByLabel('Белги').fill('Үч тараптуу комитет карасын'),
    );
    await expect(staff.getByRole('button', { name: 'Чечим сунуштоо' })).toHaveCount(0);
    await make(
      staff,
      { button: 'Комитетти дайындоо', confirm: 'Дайындоо', done: 'Комитет дайындалды' },
      async (dialog) => {
        for (const member of members) {
          await dialog.getByRole('checkbox', { name: people[member].name }).check();
        }
      },
    );
    await expect(staff.getByText('Кызыкчылыгын али билдире элек')).toHaveCount(3);
  });

  await test.step('every member declares, and reads the summary alone', async () => {
    for (const member of members) {
      const page = await declare(browser, member, reference);
      await expect(page.getByText(summary)).toBeVisible();
      await expect(page.getByRole('main')).not.toContainText(narrative);
      await page.context().close();
    }
  });

  await test.step('the committee’s proposal reaches the reporter, who sees who made it', async () => {
    await staff.reload();
    await make(
      staff,
      { button: 'Чечим сунуштоо', confirm: 'Сунуштоо', done: 'Чечим сунушталды' },
      (dialog) => dialog.getByLabel('Эмне кылынат').fill('Жолго күн сайын суу себилет.'),
    );
    await followWithCode(phone, code);
    for (const member of members) {
      await expect(phone.getByText(people[member].name)).toBeVisible();
    }
    await phone.getByRole('button', { name: 'Макулмун' }).click();
    await phone.getByRole('dialog').getByRole('button', { name: 'Макулмун' }).click();
    await expect(phone.getByText('Аткарылып жатат', { exact: true }).first()).toBeVisible();
  });
});
