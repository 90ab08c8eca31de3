import { type Browser, expect, type Page, test } from '@playwright/test';
import { followWithCode, make, openCase, site, village } from './cases.ts';
import { atTheDesk } from './people.ts';

test.use({ serviceWorkers: 'block' });

const narrative = `Арыктын суусу кызарып, койлор ичпей койду. ${Date.now()}`;
const summary = 'Сууга байланыштуу кайрылуу: арыктын суусунун түсү өзгөргөн.';
const answer = 'Тундургучтун дамбасын текшерип, суудан үлгү алдык.';
const remedy = 'Компания тундургучтун дамбасын оңдойт жана суу жеткирет.';
const thanks = 'Окудук, эртең сууну көрүп келебиз.';

/** A picture as a phone's camera would give it. */
async function photoTakenOn(page: Page) {
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(1200, 900);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('No canvas');
    context.fillStyle = 'sienna';
    context.fillRect(200, 200, 800, 500);
    const photo = await canvas.convertToBlob({ type: 'image/jpeg' });
    return [...new Uint8Array(await photo.arrayBuffer())];
  });
  return { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(bytes) };
}

/** Answers the questions on a phone and returns what the receipt says. */
async function raise(phone: Page) {
  const next = () => phone.getByRole('button', { name: 'Улантуу' }).click();
  await phone.goto('/');
  await phone.getByRole('main').getByRole('link', { name: 'Кайрылуу жөнөтүү' }).click();
  await phone.getByRole('textbox', { name: 'Эмне болду?' }).fill(narrative);
  await next();
  await phone.getByRole('searchbox').fill(village);
  await phone.getByRole('radio', { name: village }).first().check();
  await phone.getByRole('radio', { name: site }).check();
  await next();
  await phone.getByRole('radio', { name: 'Кечээ' }).check();
  await next();
  await phone.getByRole('textbox').fill('Суу таза болсун');
  await next();
  await phone.getByRole('radio', { name: 'Эч ким билбесин' }).check();
  await next();
  await phone.getByRole('radio', { name: 'Жок' }).check();
  await next();
  await phone.getByLabel('Сүрөт тартуу же тандоо').setInputFiles(await photoTakenOn(phone));
  await expect(phone.getByRole('img', { name: '1-сүрөт' })).toBeVisible();
  await next();
  await phone.getByRole('button', { name: 'Жөнөтүү' }).click();
  await expect(phone.getByText('Баары жөнөтүлдү.')).toBeVisible();
  const reference = await phone.getByText(/^MSL-\d{4}-\d{6}$/).textContent();
  const groups = await phone.getByText(/^\d{4}$/).allTextContents();
  expect(groups).toHaveLength(4);
  await phone.getByRole('button', { name: 'Жазып алдым' }).click();
  return { reference: String(reference), code: groups.join('') };
}

/** Opens the company's page and keeps every answer that the API gives it. */
async function companyReading(browser: Browser) {
  const page = await atTheDesk(browser, 'company');
  const answers: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/api/v1/grievances')) answers.push(response.text());
  });
  return { page, read: async () => (await Promise.all(answers)).join('\n') };
}

test('a villager’s grievance goes the whole way, and the company never reads their words', async ({
  page: phone,
  browser,
}) => {
  test.setTimeout(150_000);
  const { reference, code } = await test.step('the villager raises it on a phone', () =>
    raise(phone));

  const staff = await atTheDesk(browser, 'ainura');
  await test.step('staff read it, photo and all, and take it up', async () => {
    await openCase(staff, reference);
    await expect(staff.getByText(narrative)).toBeVisible();
    await expect(staff.getByRole('link', { name: 'photo-1.jpg' })).toBeVisible();
    await make(
      staff,
      {
        button: 'Окулду деп билдирүү',
        confirm: 'Билдирүү',
        done: 'Арыз ээсине билдирилди',
      },
      (dialog) => dialog.getByLabel('Арыз ээсине билдирүү').fill(thanks),
    );
    await make(
      staff,
      { button: 'Кароого алуу', confirm: 'Кароого алуу', done: 'Кароого алынды' },
      async (dialog) => {
        await dialog.getByLabel('Эмне жөнүндө').selectOption('Суу');
        await dialog.getByLabel('Оордугу').selectOption('Оор');
        await expect(dialog.getByRole('combobox', { name: 'Кен же объект' })).toHaveValue(
          new RegExp(site),
        );
        await dialog.getByLabel('Жооптуу кызматкер').selectOption('Айнура Сатарова');
      },
    );
    await expect(staff.getByText('Ишке алынды', { exact: true }).first()).toBeVisible();
  });

  await test.step('the author of the summary can’t release it', async () => {
    await make(
      staff,
      { button: 'Кыскача баяндоо', confirm: 'Сактоо', done: 'Баян сакталды' },
      (dialog) => dialog.getByLabel('Кыскача баяны').fill(summary),
    );
    await expect(staff.getByText('Компания муну али көрбөйт.')).toBeVisible();
    await expect(staff.getByText('Аны башка кызматкер текшерип бериши керек')).toBeVisible();
    await expect(staff.getByRole('button', { name: 'Баянды компанияга берүү' })).toBeHidden();
  });

  const company = await companyReading(browser);
  await test.step('the company knows nothing of it until a second person releases it', async () => {
    await company.page.goto('/desk/grievances');
    await expect(company.page.getByRole('heading', { name: 'Кайрылуулар' })).toBeVisible();
    await expect(company.page.getByText(/MSL-/).first()).toBeVisible();
    await expect(company.page.getByText(reference)).toBeHidden();
    const second = await atTheDesk(browser, 'ulan');
    await openCase(second, reference);
    await make(second, {
      button: 'Release the summary',
      confirm: 'Release',
      done: 'The summary is released',
    });
    await expect(second.getByText(/Released to the company by Улан Бекназаров/)).toBeVisible();
  });

  await test.step('it is looked into, and the company answers the summary', async () => {
    await staff.reload();
    await make(staff, {
      button: 'Иликтөөнү баштоо',
      confirm: 'Баштоо',
      done: 'Иликтөө башталды',
    });
    await openCase(company.page, reference);
    await expect(company.page.getByText(summary)).toBeVisible();
    await make(
      company.page,
      { button: 'Жооп берүү', confirm: 'Жоопту жөнөтүү', done: 'Жооп жөнөтүлдү' },
      (dialog) => dialog.getByLabel('Жообуңуз').fill(answer),
    );
    await expect(company.page.getByText(answer)).toBeVisible();
  });

  await test.step('staff read the answer and propose a solution', async () => {
    await staff.reload();
    await expect(staff.getByText(answer)).toBeVisible();
    await make(
      staff,
      { button: 'Чечим сунуштоо', confirm: 'Сунуштоо', done: 'Чечим сунушталды' },
      (dialog) => dialog.getByLabel('Эмне кылынат').fill(remedy),
    );
  });

  await test.step('the villager opens the case with the code, agrees and confirms', async () => {
    await followWithCode(phone, code);
    await expect(phone.getByText(thanks)).toBeVisible();
    await expect(phone.getByRole('img', { name: 'photo-1.jpg' })).toBeVisible();
    await expect(phone.getByText(remedy)).toBeVisible();
    await phone.getByRole('button', { name: 'Макулмун' }).click();
    await phone.getByRole('dialog').getByRole('button', { name: 'Макулмун' }).click();
    await phone.getByRole('button', { name: 'Ооба, аткарылды' }).click();
    await phone.getByRole('dialog').getByRole('button', { name: 'Ооба, аткарылды' }).click();
    await expect(phone.getByText('Сиз аткарылганын ырастадыңыз')).toBeVisible();
  });

  await test.step('staff settle it, and the villager rates the work', async () => {
    await staff.reload();
    await make(staff, {
      button: 'Чечилди деп жабуу',
      confirm: 'Кайрылууну жабуу',
      done: 'Кайрылуу чечилди',
    });
    await followWithCode(phone, code);
    await phone.getByRole('radio', { name: '4 — Жакшы' }).check();
    await phone.getByRole('button', { name: 'Баа берүү' }).click();
    await expect(phone.getByText('Сиздин бааңыз: 4')).toBeVisible();
    await staff.reload();
    await expect(staff.getByText('Баасы: 5тен 4')).toBeVisible();
  });

  await test.step('the company read the summary and not one word of the villager', async () => {
    await openCase(company.page, reference);
    await expect(company.page.getByText('Чечилди', { exact: true }).first()).toBeVisible();
    const main = company.page.getByRole('main');
    await expect(main).toContainText(summary);
    await expect(main).not.toContainText(narrative);
    await expect(main).not.toContainText(village);
    await expect(main).not.toContainText('Айнура');
    await expect(main.getByRole('link', { name: /photo/ })).toHaveCount(0);
    await expect(main.getByText('Сүрөттөр, үндөр жана кагаздар')).toHaveCount(0);
    const read = await company.read();
    expect(read).toContain(summary);
    for (const secret of [narrative, thanks, 'photo-1.jpg', code]) {
      expect(read).not.toContain(secret);
    }
  });
});
