import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { followWithCode, make, moveCase, openCase, raiseCase } from './cases.ts';
import { atTheDesk } from './people.ts';

test.use({ serviceWorkers: 'block' });
test.setTimeout(120_000);

const acceptance = { category: 'water', severity: 'high', sensitivity: 'normal' };

/** A case of the test's own, led by the API to where it begins. */
async function caseLed(api: APIRequestContext, moves: Parameters<typeof moveCase>[2]) {
  const receipt = await raiseCase(api, `Жолдогу чаңдан үйгө кире албайбыз. ${Date.now()}`);
  await moveCase(api, receipt.reference, moves);
  return receipt;
}

const investigated: Parameters<typeof moveCase>[2] = [
  ['ainura', 'acknowledge'],
  ['ainura', 'accept', acceptance],
  ['ainura', 'investigate'],
];

const state = (page: Page, words: string) => page.getByText(words, { exact: true }).first();

test('who is refused appeals, and somebody else decides', async ({
  page: phone,
  browser,
  request,
}) => {
  const { reference, code } = await caseLed(request, [['ainura', 'acknowledge']]);
  const reason = 'Бул чыр кендин ишине байланыштуу эмес.';
  const elsewhere = 'Айылдык аксакалдар соту';
  const ainura = await atTheDesk(browser, 'ainura');
  await openCase(ainura, reference);
  await make(
    ainura,
    {
      behind: 'Дагы',
      button: 'Программага тиешесиз',
      confirm: 'Бүтүрүү',
      done: 'Арыз ээсине билдирилди',
    },
    async (dialog) => {
      await dialog.getByLabel('Себеби').fill(reason);
      await dialog.getByLabel('Дагы кайда кайрылса болот').fill(elsewhere);
    },
  );
  await followWithCode(phone, code);
  await expect(phone.getByText(reason)).toBeVisible();
  await expect(phone.getByText(elsewhere)).toBeVisible();
  await phone.getByRole('button', { name: 'Даттануу' }).click();
  await phone.getByLabel('Бул эмне үчүн программага тиешелүү?').fill('Жолду кен ачкан');
  await phone.getByRole('button', { name: 'Даттанууну жөнөтүү' }).click();
  await expect(state(phone, 'Такталып жатат')).toBeVisible();

  await ainura.reload();
  await expect(ainura.getByText('Чечиле элек')).toBeVisible();
  await expect(ainura.getByRole('button', { name: 'Даттанууну кабыл алуу' })).toHaveCount(0);
  const ulan = await atTheDesk(browser, 'ulan');
  await openCase(ulan, reference);
  await make(
    ulan,
    { button: 'Uphold the appeal', confirm: 'Take it up', done: 'The appeal is upheld' },
    async (dialog) => {
      await dialog.getByLabel('What it is about').selectOption('Water');
      await dialog.getByLabel('Severity').selectOption('High');
    },
  );
  await expect(ulan.getByText('Upheld', { exact: true })).toBeVisible();
});

test('a question goes to the reporter’s page, and the answer back', async ({
  page: phone,
  browser,
  request,
}) => {
  const { reference, code } = await caseLed(request, investigated);
  const question = 'Чаң кайсы күндөрү көп болот?';
  const answer = 'Бейшемби жана жума күндөрү.';
  const staff = await atTheDesk(browser, 'ainura');
  await openCase(staff, reference);
  await make(
    staff,
    { button: 'Маалымат суроо', confirm: 'Суроо берүү', done: 'Суроо берилди' },
    async (dialog) => {
      await dialog.getByLabel('Кимден сурайсыз?').selectOption('Арыз ээсинен');
      await dialog.getByLabel('Сурооңуз').fill(question);
    },
  );
  await expect(state(staff, 'Жооп күтүлүүдө')).toBeVisible();
  await followWithCode(phone, code);
  await expect(phone.getByText(question).first()).toBeVisible();
  await phone.getByLabel('Жообуңуз').fill(answer);
  await phone.getByRole('button', { name: 'Жоопту жөнөтүү' }).click();
  await expect(state(phone, 'Такталып жатат')).toBeVisible();
  await staff.reload();
  await expect(staff.getByText(answer)).toBeVisible();
  await expect(state(staff, 'Такталып жатат')).toBeVisible();
});

test('that somebody was pressed to withdraw reaches the focal point and nobody else', async ({
  page: phone,
  browser,
  request,
}) => {
  const { reference, code } = await caseLed(request, investigated);
  const told = `Башчы үйгө келип коркутту. ${Date.now()}`;
  await followWithCode(phone, code);
  await phone.getByRole('button', { name: 'Кайрылууну кайтарып алуу' }).click();
  const dialog = phone.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Кайтарып алуу' })).toBeDisabled();
  await dialog.getByRole('radio', { name: 'Ооба' }).check();
  await dialog.getByLabel('Эмне болду?').fill(told);
  await dialog.getByRole('button', { name: 'Кайтарып алуу' }).click();
  await expect(state(phone, 'Кайтарып алынды')).toBeVisible();
  await expect(phone.getByText(told)).toHaveCount(0);

  const staff = await atTheDesk(browser, 'ainura');
  await openCase(staff, reference);
  await expect(state(staff, 'Кайтарып алынды')).toBeVisible();
  await expect(staff.getByRole('main')).not.toContainText('кысым');
  await expect(staff.getByText(told)).toHaveCount(0);

  const focal = await atTheDesk(browser, 'cholpon');
  await expect(focal.getByText(reference).first()).toBeVisible();
  await openCase(focal, reference);
  await expect(focal.getByText(told)).toBeVisible();
  const alert = focal.getByRole('button', { name: /Написать, что сделано: .*отозвать/ });
  await alert.click();
  const handling = focal.getByRole('dialog');
  await handling.getByLabel(/Что сделано/).fill('Созвонились, она у тёти в городе.');
  await handling.getByRole('button', { name: 'Закрыть тревогу' }).click();
  await expect(handling).toBeHidden();
  await expect(alert).toHaveCount(0);
  await make(focal, {
    behind: 'Ещё',
    button: 'Человеку грозит опасность',
    confirm: 'Перевести под защиту',
    done: 'Дело теперь у ответственных за защиту',
  });
  await staff.goto('/desk/grievances');
  await expect(staff.getByText(/MSL-/).first()).toBeVisible();
  await expect(staff.getByText(reference)).toHaveCount(0);
});

test('a case is closed without agreement by two people, and the reporter opens it again', async ({
  page: phone,
  browser,
  request,
}) => {
  const { reference, code } = await caseLed(request, investigated);
  const reason = 'Эки тарап тең өз сөзүндө турат, башка сунуш калган жок.';
  const staff = await atTheDesk(browser, 'ainura');
  await openCase(staff, reference);
  await make(
    staff,
    {
      behind: 'Дагы',
      button: 'Макулдашуусуз жабуу',
      confirm: 'Сунуштоо',
      done: 'Эми кесиптешиңиз ырасташы керек',
    },
    (dialog) => dialog.getByLabel('Себеби').fill(reason),
  );
  await expect(staff.getByText('Муну башка кызматкер ырасташы керек')).toBeVisible();
  await expect(staff.getByRole('button', { name: 'Жабууну ырастоо' })).toHaveCount(0);
  const second = await atTheDesk(browser, 'ulan');
  await openCase(second, reference);
  await expect(second.getByText(reason).first()).toBeVisible();
  await make(second, {
    button: 'Confirm the closing',
    confirm: 'Close it',
    done: 'Closed without agreement',
  });
  await followWithCode(phone, code);
  await expect(phone.getByText(reason)).toBeVisible();
  await phone.getByRole('button', { name: 'Кайра кароону суроо' }).click();
  await phone.getByLabel('Эмне болду?').fill('Чаң мурдагыдан да көбөйдү');
  await phone.getByRole('button', { name: 'Суроо', exact: true }).click();
  await expect(state(phone, 'Такталып жатат')).toBeVisible();
});

test('a case at risk is gone at once for whoever moved it', async ({ browser, request }) => {
  const { reference } = await caseLed(request, investigated);
  const staff = await atTheDesk(browser, 'ulan');
  await openCase(staff, reference);
  await make(staff, {
    behind: 'More',
    button: 'Somebody is at risk',
    confirm: 'Move it to protection',
    done: 'The protection focal points have it now',
  });
  await expect(staff).toHaveURL(/\/desk\/grievances$/);
  await expect(staff.getByText(/MSL-/).first()).toBeVisible();
  await expect(staff.getByText(reference)).toHaveCount(0);
});
