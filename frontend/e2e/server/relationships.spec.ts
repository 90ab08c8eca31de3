import { expect, type Page, test } from '@playwright/test';
import { atTheDesk, signIn } from './people.ts';

test.use({ serviceWorkers: 'block' });

async function record(page: Page, name: string) {
  await page.goto('/desk/stakeholders/new');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await page.getByLabel('Who they are').selectOption('Herder');
  await page.getByLabel('Place').first().fill('Барскоон');
  await page
    .getByRole('option', { name: /Barskoon/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  return page.url();
}

async function tie(page: Page, kind: string, other: string) {
  await page.getByRole('button', { name: 'Add a relationship' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What they are to one another').selectOption(kind);
  await dialog.getByLabel('Whom').first().fill(other);
  await dialog.getByRole('option', { name: other }).first().click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  return dialog;
}

test('somebody represents another, a circle is refused, and an end stays on the record', async ({
  browser,
}) => {
  const page = await atTheDesk(browser, 'ulan');
  const stamp = Date.now();
  const [one, two] = [`Өкүл Сынакова ${stamp}`, `Топ Сынаков ${stamp}`];
  const first = await record(page, one);
  await record(page, two);
  await page.goto(first);
  const dialog = await tie(page, 'Represents', two);
  await expect(dialog).toBeHidden();
  const ties = page.getByRole('region', { name: 'Relationships' });
  await expect(ties.getByRole('listitem')).toContainText(`Represents ${two}`);
  await ties.getByRole('link', { name: two }).click();
  await expect(ties.getByRole('listitem')).toContainText(`Is represented by ${one}`);
  const circle = await tie(page, 'Represents', one);
  await expect(circle.getByText(/would make a circle/)).toBeVisible();
  await circle.getByRole('button', { name: 'Cancel' }).click();

  await ties.getByRole('button', { name: 'It is over' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'It is over' }).click();
  await expect(ties.getByText(/until/)).toBeVisible();
  await ties.getByRole('button', { name: 'Not over after all' }).click();
  await expect(ties.getByRole('button', { name: 'It is over' })).toBeVisible();
  await ties.getByRole('link', { name: 'Show who stands with whom' }).click();
  await expect(page.getByRole('button', { name: new RegExp(one) })).toBeVisible();
});

test('the keyboard walks along the ties, and the same is there as a list', async ({ browser }) => {
  const page = await atTheDesk(browser, 'ulan', '/desk/stakeholders/graph');
  const drawing = page.getByRole('group', { name: /Drawing of relationships/ });
  await expect(drawing).toBeVisible();
  const nodes = drawing.getByRole('button');
  expect(await nodes.count()).toBeGreaterThan(100);
  // One stop for Tab, whatever the number of nodes.
  expect(await drawing.locator('[tabindex="0"]').count()).toBe(1);
  await drawing.locator('[tabindex="0"]').focus();
  await page.keyboard.press('Enter');
  const chosen = drawing.locator('[aria-pressed="true"]');
  await expect(chosen).toHaveCount(1);
  const before = await chosen.getAttribute('data-node');
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) {
    await page.keyboard.press(key);
    if ((await chosen.getAttribute('data-node')) !== before) break;
  }
  expect(await chosen.getAttribute('data-node')).not.toBe(before);
  await expect(chosen).toBeFocused();
  const frame = await drawing.getAttribute('viewBox');
  await page.keyboard.press('+');
  await expect(drawing).not.toHaveAttribute('viewBox', frame ?? '');
  await page.getByText('The same as a list').click();
  expect(await page.locator('details li a').count()).toBe(await nodes.count());
});

test('on a phone the drawing is within its width', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, 'ainura', '/desk/stakeholders/graph?kind=represents');
  await expect(page.getByRole('group', { name: /Байланыштардын сүрөтү/ })).toBeVisible();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});

test('protection erases somebody for good, after reading what follows', async ({ browser }) => {
  const staff = await atTheDesk(browser, 'ulan');
  const name = `Өчкөн Сынаков ${Date.now()}`;
  const address = await record(staff, name);
  await expect(staff.getByRole('button', { name: 'Erase for good' })).toHaveCount(0);
  const page = await atTheDesk(browser, 'cholpon', new URL(address).pathname);
  await page.getByRole('button', { name: 'Удалить навсегда' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/Отменить это нельзя/)).toBeVisible();
  await dialog.getByLabel('Как человек попросил').fill('Попросила по телефону, дважды.');
  await dialog.getByRole('button', { name: 'Удалить навсегда' }).click();
  await expect(page).toHaveURL(/\/desk\/stakeholders$/);
  await staff.goto(address);
  await expect(staff.getByText('This was not found')).toBeVisible();
});
