import { expect, type Page, test } from '@playwright/test';
import { village } from './cases.ts';
import { type Person, people, signIn } from './people.ts';

test.use({ serviceWorkers: 'block' });

const desktop = { width: 1280, height: 900 };
const phone = { width: 360, height: 740 };

/** Somebody's words on the pages, in their own language. */
const words = {
  ainura: {
    label: 'Кайда коюлат?',
    count: 'Канча даана?',
    prepare: 'Даярдоо',
    printed: 'Басып бүттүм',
    number: 'Баракчанын номери',
    find: 'Табуу',
    received: 'Баракча качан келди?',
    place: /Кайда болду/,
    story: /Эмне болду\?/,
    nobody: /Аты аталбайт/,
    consent: /Адам макулдугун кантип берди/,
    ticked: 'Кагазга белги койду',
    enter: 'Киргизүү',
    entered: /^Киргизилди: MSL-/,
    done: 'Киргизилди',
    again: 'Бул баракча буга чейин киргизилген',
    void: 'Жараксыз кылуу',
    reason: /Эмне болду\?/,
    voided: 'Жараксыз',
  },
  marina: {
    label: 'Куда пойдут бланки?',
    count: 'Сколько?',
    prepare: 'Подготовить',
    printed: 'Напечатано',
    number: 'Номер бланка',
    find: 'Найти',
    received: 'Когда пришёл бланк?',
    place: /Где это произошло/,
    story: /Что произошло\?/,
    nobody: /Анонимно/,
    consent: /Как человек дал согласие/,
    ticked: 'Отметка на бланке',
    enter: 'Внести',
    entered: /^Внесено: MSL-/,
    done: 'Внесён',
    again: 'Этот бланк уже внесён',
    void: 'Объявить недействительным',
    reason: /Что случилось\?/,
    voided: 'Недействителен',
  },
} as const satisfies Partial<Record<Person, object>>;

const digits = (text: string | null) => (text ?? '').replace(/\D/g, '');

interface Sheet {
  number: string;
  code: string;
}

/** Prints a batch; what is on its sheets. */
async function printed(page: Page, person: keyof typeof words, count: number): Promise<Sheet[]> {
  const say = words[person];
  await page.goto('/desk/papers/new');
  await page.getByLabel(say.label).fill(`Барскоон ${Date.now()}`);
  await page.getByLabel(say.count).fill(String(count));
  await page.getByRole('button', { name: say.prepare }).click();
  const sheets = page.getByRole('article');
  await expect(sheets).toHaveCount(count);
  const found: Sheet[] = [];
  for (const sheet of await sheets.all()) {
    await expect(sheet.getByRole('img')).toHaveCount(2);
    const number = digits(await sheet.locator('header strong').textContent());
    const code = digits(await sheet.locator('footer [translate="no"]').textContent());
    expect(number).toMatch(/^\d{8}$/);
    expect(code).toMatch(/^\d{16}$/);
    found.push({ number, code });
  }
  return found;
}

for (const [person, viewport] of [
  ['ainura', desktop],
  ['ainura', phone],
  ['marina', desktop],
  ['marina', phone],
] as const) {
  test(`${person} prints sheets and enters one that came back, ${viewport.width} wide`, async ({
    page,
    browser,
  }) => {
    const say = words[person];
    await page.setViewportSize(viewport);
    await signIn(page, person, '/desk/papers');
    const [one, other] = (await printed(page, person, 2)) as [Sheet, Sheet];

    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(
      pdf.toString('latin1').match(/\/Type\s*\/Page\b/g),
      'a page for each sheet',
    ).toHaveLength(2);

    // Before the paper is entered its code opens nothing.
    const reporter = await (await browser.newContext()).newPage();
    const open = async () => {
      await reporter.goto('/my-case');
      await reporter.getByLabel('Жашыруун код').fill(one.code);
      await reporter.getByRole('button', { name: 'Ачуу' }).click();
    };
    await open();
    await expect(reporter.getByText('Мындай код табылган жок')).toBeVisible();

    // The slip, photographed: the page reads the code off it.
    const slip = await page.getByRole('article').first().locator('footer').screenshot();
    await reporter.goto('/my-case');
    await reporter
      .locator('input[type="file"]')
      .setInputFiles({ name: 'slip.png', mimeType: 'image/png', buffer: slip });
    await expect(reporter.getByLabel('Жашыруун код')).toHaveValue(
      one.code.replace(/(.{4})(?=.)/g, '$1 '),
    );

    await page.getByRole('button', { name: say.printed }).click();
    await expect(page.getByRole('heading', { level: 1, name: /Барскоон/ })).toBeVisible();
    expect(await page.content()).not.toContain(one.code);
    const batch = page.url();

    // As the QR code on the office's part leads there.
    await page.goto(`/desk/papers/enter?sheet=${one.number}`);
    const today = new Date(Date.now() + 6 * 3_600_000).toISOString().slice(0, 10);
    const [year, month, day] = today.split('-');
    await page.getByLabel(say.received).fill(`${day}.${month}.${year}`);
    await page.getByLabel(say.received).blur();
    await page.getByRole('combobox', { name: say.place }).fill(village);
    await page
      .getByRole('option', { name: new RegExp(`^${village},`) })
      .first()
      .click();
    const story = `Баракчада жазылган: жолдо чаң көп, ${one.number}`;
    await page.getByLabel(say.story).fill(story);
    await page.getByRole('radio', { name: say.nobody }).check();
    await page.getByLabel(say.consent).selectOption({ label: say.ticked });
    await page.getByRole('button', { name: say.enter, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: say.entered })).toBeVisible();

    await open();
    await expect(reporter.getByText(story)).toBeVisible();

    await page.goto('/desk/papers/enter');
    await page.getByLabel(say.number).fill(one.number);
    await page.getByRole('button', { name: say.find }).click();
    await expect(page.getByRole('heading', { level: 1, name: say.again })).toBeVisible();

    await page.goto(batch);
    await page.getByRole('button', { name: say.void }).last().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(say.reason).fill('Жоголду');
    await dialog.getByRole('button', { name: say.void }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText(say.voided, { exact: true }).first()).toBeVisible();
    expect(other.number).not.toBe(one.number);
  });
}

test('a representative prints sheets of their own and sees no others', async ({ page }) => {
  await signIn(page, 'community', '/desk/papers');
  await expect(page.getByText('Баракча али басылган эмес')).toBeVisible();
  await page.getByRole('link', { name: 'Баракча басып чыгаруу' }).first().click();
  await page.getByLabel('Кайда коюлат?').fill('Өзүмдүн айылым');
  await page.getByLabel('Канча даана?').fill('1');
  await page.getByRole('button', { name: 'Даярдоо' }).click();
  await expect(page.getByRole('article')).toHaveCount(1);
  await page.getByRole('button', { name: 'Басып бүттүм' }).click();
  await page.getByRole('main').getByRole('link', { name: 'Кагаз баракчалар' }).click();
  await expect(page.getByRole('list', { name: 'Кагаз баракчалар' })).toContainText(
    people.community.name,
  );
});

test('codes that were not printed are not left without a word', async ({ page }) => {
  await page.setViewportSize(desktop);
  await signIn(page, 'ainura', '/desk/papers');
  await printed(page, 'ainura', 1);
  await page.getByRole('link', { name: 'Кайрылуулар', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Баракчалар басылдыбы?' });
  await expect(dialog).toBeVisible();
});
