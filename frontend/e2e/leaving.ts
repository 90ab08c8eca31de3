import { expect, type Page } from '@playwright/test';

export const harmless = 'https://ky.wikipedia.org/';

/** As somebody presses who sees nothing happen, again: a page just drawn may hear the keys a moment later. */
export async function leaveByShift(page: Page) {
  await expect(async () => {
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('Shift');
    await expect(page).toHaveURL(harmless, { timeout: 2000 });
  }).toPass({ timeout: 15_000 });
}
