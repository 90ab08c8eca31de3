import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

/** A day as it is typed, so many days from now, in Bishkek. */
export function dayFromNow(days: number) {
  const then = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat('de-DE', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'Asia/Bishkek',
  }).format(then);
}

/** Types a day. The calendar, which lies over what comes next, goes with the focus. */
export async function typeDay(field: Locator, day: string) {
  await field.fill(day);
  await field.press('Tab');
}

/** Opens the dialog of a move. */
export async function dialogOf(page: Page, move: string) {
  await page.getByRole('button', { name: move, exact: true }).click();
  return page.getByRole('dialog');
}

/** Makes a move that takes a note at most. */
export async function moved(page: Page, move: string) {
  const dialog = await dialogOf(page, move);
  await dialog.getByRole('button', { name: move, exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Refuses what people who can't see or point could not use. */
export async function accessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  expect(violations).toEqual([]);
}

/** A photo: one black point. */
export const tiny = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYGAAAAAEAAH2FzhVAAAAAElFTkSuQmCC',
  'base64',
);
