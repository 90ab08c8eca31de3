import { expect, type Locator, type Page, test } from '@playwright/test';
import { raiseCase } from './cases.ts';
import { demoPassword, people } from './people.ts';

test.use({ serviceWorkers: 'block', viewport: { width: 1280, height: 800 } });

/** Tabs on until the focus is there: what can't be reached fails. */
async function tabTo(page: Page, target: Locator, { back = false } = {}) {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    if (await target.evaluateAll(([element]) => element === document.activeElement)) return;
  }
  await expect(target).toBeFocused();
}

async function signInByKeyboard(page: Page) {
  await page.goto('/sign-in');
  await tabTo(page, page.getByLabel('Электрондук почта'));
  await page.keyboard.type(people.ainura.email);
  await tabTo(page, page.getByLabel('Сырсөз', { exact: true }));
  await page.keyboard.type(demoPassword());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: people.ainura.name })).toBeVisible();
}

test('a case is found, opened and moved on without a mouse', async ({ page, request }) => {
  const word = `чаң${Date.now()}`;
  const { reference } = await raiseCase(request, `Жолдон ${word} көтөрүлөт`);
  await signInByKeyboard(page);

  await tabTo(page, page.getByRole('navigation').getByRole('link', { name: 'Кайрылуулар' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Кайрылуулар' })).toBeVisible();

  await tabTo(page, page.getByRole('searchbox', { name: 'Издөө' }));
  await page.keyboard.type(word);
  await tabTo(page, page.getByRole('combobox', { name: 'Абалы' }));
  for (const _ of ['Ачык', 'Кезек бизде', 'Жабылган', 'Кабыл алынды'])
    await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(/state=submitted/);
  await expect(page.getByRole('status').filter({ hasText: 'баары: 1' })).toBeVisible();

  await tabTo(page, page.getByRole('link', { name: reference }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: reference })).toBeVisible();

  const acknowledge = page.getByRole('button', { name: 'Окулду деп билдирүү' });
  await tabTo(page, acknowledge);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await tabTo(page, dialog.getByLabel('Арыз ээсине билдирүү'));
  await page.keyboard.type('Окудук');
  await tabTo(page, dialog.getByRole('button', { name: 'Билдирүү', exact: true }));
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  // The case's own state stands first; cases that are like it show theirs too.
  await expect(page.getByRole('main').locator('[data-tone]').first()).toHaveText('Окуп жатабыз');
  // The button of a move that was made is gone: the focus stays on the page all the same.
  await expect(page.getByRole('main')).toBeFocused();
});

test('a dialog keeps the focus, and gives it back to the button that opened it', async ({
  page,
  request,
}) => {
  const { reference } = await raiseCase(request, 'Түнкүсүн жардыруудан үй титирейт');
  await signInByKeyboard(page);
  await page.goto('/desk/grievances');
  await page.getByRole('link', { name: reference }).press('Enter');
  const acknowledge = page.getByRole('button', { name: 'Окулду деп билдирүү' });
  await tabTo(page, acknowledge);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await tabTo(page, dialog.getByRole('button', { name: 'Жокко чыгаруу' }));
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(acknowledge).toBeFocused();

  await page.keyboard.press('Enter');
  await tabTo(page, dialog.getByRole('button', { name: 'Жокко чыгаруу' }));
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(acknowledge).toBeFocused();

  const menu = page.getByRole('button', { name: people.ainura.name });
  await tabTo(page, menu, { back: true });
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Чыгуу' })).toBeVisible();
  // The focus goes into it, and only then does a key reach it.
  await expect(dialog.locator(':focus')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(menu).toBeFocused();
});

test('the skip link is first and leads past the navigation', async ({ page }) => {
  await signInByKeyboard(page);
  await page.reload();
  // Not only the frame: what can take the focus comes with the data.
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Негизги бөлүккө өтүү' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').locator(':focus')).toBeVisible();
});
