import type { Locator, Page } from '@playwright/test';

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
