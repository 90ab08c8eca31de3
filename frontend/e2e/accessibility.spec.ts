import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { answerAsApi, example, grantCall, receiptCode } from './api.ts';
import { answerAll } from './raising.ts';

test.use({ serviceWorkers: 'block' });

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function expectAccessible(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(
    violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target) })),
  ).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    // Colours are judged as they stay: half faded in, none has its contrast yet.
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    for (const path of ['/', '/about', '/raise', '/my-case', '/verify', '/grants', '/sign-in']) {
      test(`${path} has no violations`, async ({ page }) => {
        await answerAsApi(page);
        await page.goto(path);
        await expectAccessible(page);
      });
    }

    test('a call for grants has no violations', async ({ page }) => {
      await answerAsApi(page);
      await page.goto(`/grants/${grantCall.id}`);
      await expect(page.getByText('60 %')).toBeVisible();
      await expectAccessible(page);
    });

    test('an opened case has no violations', async ({ page }) => {
      await answerAsApi(page);
      await page.goto('/my-case');
      await page.getByLabel('Жашыруун код').fill(receiptCode);
      await page.keyboard.press('Enter');
      await expect(page.getByText('MSL-2026-000124')).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Макулмун' }).click();
      await expectAccessible(page);
    });

    test('a receipt has no violations', async ({ page }) => {
      await answerAsApi(page);
      await answerAll(page);
      await page.getByRole('button', { name: 'Жөнөтүү' }).click();
      await expect(page.getByRole('img', { name: /Квитанция чыныгы/ })).toBeVisible();
      await expectAccessible(page);
    });

    test('a checked receipt has no violations, whether genuine or not', async ({ page }) => {
      await answerAsApi(page);
      await page.goto(`/verify#${example.proof}`);
      await expect(page.getByText('Чыныгы', { exact: true })).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('textbox').fill(example.proof.replace('-000124', '-000125'));
      await page.keyboard.press('Enter');
      await expect(page.getByText('Чыныгы эмес', { exact: true })).toBeVisible();
      await expectAccessible(page);
    });

    test('the desk has no violations', async ({ page }) => {
      await page.setViewportSize({ width: 1280, height: 800 });
      await answerAsApi(page);
      await page.goto('/sign-in');
      await page.getByLabel('Электрондук почта').fill('aigul@example.org');
      await page.getByLabel('Сырсөз', { exact: true }).fill('right horse');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('navigation', { name: 'Бөлүмдөр' })).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Айгүл' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(page);
    });
  });
}
