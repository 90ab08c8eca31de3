import { expect, type Page, test } from '@playwright/test';
import { openCase, raiseCase, village } from './cases.ts';
import { signIn } from './people.ts';

test.use({ serviceWorkers: 'block' });

const desktop = { width: 1280, height: 900 };
const phone = { width: 360, height: 740 };

/** Everything that a browser keeps between two visits. */
const stored = (page: Page) =>
  page.evaluate(async () => {
    const kept = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
    for (const { name } of await indexedDB.databases()) {
      if (!name) continue;
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store).getAll();
        kept.push(
          await new Promise((resolve) => {
            all.onsuccess = () => resolve(JSON.stringify(all.result));
          }),
        );
      }
      database.close();
    }
    return kept.join('\n');
  });

const choosePlace = async (page: Page, label: RegExp, name: string = village) => {
  await page.getByRole('combobox', { name: label }).fill(name);
  await page
    .getByRole('option', { name: new RegExp(`^${name},`) })
    .first()
    .click();
};

for (const viewport of [desktop, phone]) {
  test(`a call is written down and its code read back, in Kyrgyz, ${viewport.width} wide`, async ({
    page,
    browser,
  }) => {
    await page.setViewportSize(viewport);
    await signIn(page, 'ainura', '/desk/grievances/call');
    await expect(page.getByText(/Айткандарыңызды|Айтканыңызды жазып алайын/)).toBeVisible();
    // The caller speaks another language than whoever answers.
    await page.getByRole('radio', { name: 'Русский' }).check();
    await expect(page.getByText(/Имя называть не обязательно/)).toBeVisible();
    await expect(page.getByRole('radio', { name: /Аты аталбайт/ })).toBeChecked();
    const story = `Телефон менен айтылды: суу ылай, ${Date.now()}`;
    await page.getByRole('textbox', { name: /Эмне болду\?/ }).fill(story);
    await choosePlace(page, /Кайда болду/);
    await page.getByRole('checkbox', { name: 'Ооба, макул деди' }).check();
    await expect(page.getByText('Баары бар, сактаса болот.')).toBeVisible();
    await page.keyboard.press('Control+Enter');

    await expect(page.getByRole('heading', { level: 1, name: 'Кодду окуп бериңиз' })).toBeVisible();
    await expect(page.getByText(/Возьмите ручку и бумагу/)).toBeVisible();
    const groups = page.locator('ol[translate="no"] li');
    await expect(groups).toHaveCount(4);
    const code = (await groups.allTextContents())
      .map((text) => text.replace(/^\d+-топ/, ''))
      .join('');
    await expect(groups.first()).toHaveAttribute('aria-current', 'step');
    for (let turn = 0; turn < 3; turn += 1)
      await page.getByRole('button', { name: 'Кийинки төрт сан' }).click();
    await expect(groups.last()).toHaveAttribute('aria-current', 'step');
    await page.getByRole('checkbox', { name: 'Туура кайталады' }).check();
    await page.getByRole('button', { name: 'Кийинки чалуу' }).click();
    await expect(page.getByRole('textbox', { name: /Эмне болду\?/ })).toHaveValue('');
    expect(await stored(page)).not.toContain(story);

    const reporter = await (await browser.newContext()).newPage();
    await reporter.goto('/my-case');
    await reporter.getByLabel('Жашыруун код').fill(code.replace(/\D/g, ''));
    await reporter.getByRole('button', { name: 'Ачуу' }).click();
    await expect(reporter.getByText(story)).toBeVisible();
  });
}

test('a call in English goes by the keyboard, finds what was raised before, and shows its consent', async ({
  page,
}) => {
  await page.setViewportSize(desktop);
  const narrative = `Кечээ карьерде жарылуу болду, терезелер жарылды, ${Date.now()}`;
  const before = await raiseCase(page.request, narrative);
  await signIn(page, 'ulan', '/desk/grievances/call');
  await expect(page.getByRole('textbox', { name: /What happened\?/ })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('Alt+Digit2');
  await page.keyboard.type(narrative);
  await page.keyboard.press('Alt+Digit3');
  await choosePlace(page, /Where did it happen/, 'Barskoon');
  const similar = page.getByRole('region', { name: 'Raised before' });
  await expect(similar.getByRole('link', { name: before.reference })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert').first()).toBeVisible();
  await page.keyboard.press('Alt+Digit1');
  await page.getByRole('checkbox', { name: 'Yes, they agreed' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(
    page.getByRole('heading', { level: 1, name: 'Read the code to the caller' }),
  ).toBeVisible();
  const reference = (await page.locator('strong').last().textContent()) ?? '';
  await page.getByRole('checkbox', { name: 'They repeated it rightly' }).check();
  await page.getByRole('link', { name: 'The call is over' }).click();
  await openCase(page, reference);
  await expect(page.getByText('Said so', { exact: true })).toBeVisible();
  await expect(page.getByText('Entered by')).toBeVisible();
});

test('when the connection drops nothing is lost, and nothing is stored', async ({
  page,
  context,
}) => {
  await page.setViewportSize(desktop);
  await signIn(page, 'ainura', '/desk/grievances/call');
  await choosePlace(page, /Кайда болду/);
  const story = `Байланыш үзүлгөндө айтылды: ${Date.now()}`;
  await page.getByRole('textbox', { name: /Эмне болду\?/ }).fill(story);
  await page.getByRole('checkbox', { name: 'Ооба, макул деди' }).check();
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Сактап, код алуу' }).click();
  await expect(page.getByText(/Байланыш жок\. Эч нерсе жоголгон жок/)).toBeVisible();
  expect(await stored(page)).not.toContain(story);
  await context.setOffline(false);
  // By itself, and once.
  await expect(page.getByRole('heading', { level: 1, name: 'Кодду окуп бериңиз' })).toBeVisible();
});

test('a call that was left is there again in this tab, until it is cleared', async ({ page }) => {
  await page.setViewportSize(desktop);
  await signIn(page, 'ainura', '/desk/grievances/call');
  const story = page.getByRole('textbox', { name: /Эмне болду\?/ });
  await story.fill('Сөзү үзүлүп калды');
  await page.getByRole('link', { name: 'Кайрылуулар', exact: true }).click();
  await page.getByRole('dialog').getByRole('button').last().click();
  await page.getByRole('link', { name: 'Чалууну кабыл алуу' }).click();
  await expect(story).toHaveValue('Сөзү үзүлүп калды');
  await page.getByRole('button', { name: 'Тазалап, жаңыдан баштоо' }).click();
  await expect(story).toHaveValue('');
  await page.reload();
  await expect(story).toHaveValue('');
});
