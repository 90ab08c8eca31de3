import type { Page } from '@playwright/test';

/** Waits until the phone has all that it keeps for when there is no network. */
export async function untilAllIsKept(page: Page) {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.waitForFunction(async () => (await caches.keys()).length > 0);
  await page.waitForFunction(async () => {
    // Opened before the app made it, it would stay empty.
    const made = await indexedDB.databases();
    if (!made.some(({ name }) => name === 'maslahat')) return false;
    const request = indexedDB.open('maslahat');
    await new Promise((resolve) => {
      request.onsuccess = resolve;
    });
    const keys = request.result.transaction('snapshots').objectStore('snapshots').getAllKeys();
    await new Promise((resolve) => {
      keys.onsuccess = resolve;
    });
    request.result.close();
    return keys.result.includes('receipt-keys');
  });
}
