import { randomUUID } from 'node:crypto';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import type { OpenedCase } from '../../src/api/generated/public';
import { untilAllIsKept } from '../kept.ts';
import { harmless, leaveByShift } from '../leaving.ts';
import { raiseCase } from './cases.ts';

/** Everything that this browser keeps of the site, as text. */
const everythingKept = (page: Page) =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
    kept.push(history.state, location.href, document.cookie, document.title);
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const records = database.transaction(store).objectStore(store);
        kept.push(store, await done(records.getAllKeys()), await done(records.getAll()));
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        kept.push(request.url, await (await cache.match(request))?.text());
      }
    }
    return JSON.stringify(kept);
  });

/** Fails on any cookie, sent or set. */
function watchCookies(page: Page) {
  const found: string[] = [];
  page.on('request', async (request) => {
    if ((await request.allHeaders()).cookie) found.push(request.url());
  });
  page.on('response', async (response) => {
    const headers = await response.allHeaders().catch(() => ({}) as Record<string, string>);
    if (headers['set-cookie']) found.push(response.url());
  });
  return found;
}

async function openCase(page: Page, code: string) {
  const answer = page.waitForResponse(/\/receipts\/open$/);
  await page.getByLabel('Жашыруун код').fill(code);
  await page.keyboard.press('Enter');
  const { token } = (await (await answer).json()) as OpenedCase;
  await page.getByRole('button', { name: 'Квитанция кагазда' }).click();
  await expect(page.getByRole('img', { name: /Квитанция чыныгы/ })).toBeVisible();
  await page.getByRole('button', { name: 'Кайрылуума кайтуу' }).click();
  return token;
}

/** With Tab alone, as somebody without a mouse would. */
async function leaveByTheButton(page: Page) {
  const button = page.getByRole('button', { name: 'Тез чыгуу' });
  await page.getByRole('link', { name: 'Маслахат' }).focus();
  for (let tabs = 0; tabs < 20; tabs += 1) {
    if (await button.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(harmless);
}

async function close(page: Page) {
  await page.getByRole('button', { name: 'Кайрылууну жабуу' }).click();
  await expect(page.getByLabel('Жашыруун код')).toHaveValue('');
}

const ways = {
  'by the button, from the keyboard': leaveByTheButton,
  'by three times Shift': leaveByShift,
  'by closing it': close,
};

for (const [how, leave] of Object.entries(ways)) {
  test(`a case opened by its code uses no cookie, and left ${how} is nowhere in the browser`, async ({
    page,
    context,
    request,
  }) => {
    const narrative = `Көчөдөгү чаңдан дем ала албай жатабыз ${randomUUID()}`;
    const receipt = await raiseCase(request, narrative);
    const cookies = watchCookies(page);
    await page.route(`${harmless}**`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>Башкасы</title><h1>Башкасы</h1>' }),
    );
    await page.goto('/my-case');
    await untilAllIsKept(page);
    const token = await openCase(page, receipt.code);
    await expect(page.getByText(narrative)).toBeVisible();
    await leave(page);
    await expectNothing(page, context, [
      receipt.code,
      receipt.code.replace(/(.{4})(?=.)/g, '$1 '),
      receipt.reference,
      receipt.proof ?? 'none',
      narrative,
      token,
    ]);
    expect(cookies).toEqual([]);
  });
}

async function expectNothing(page: Page, context: BrowserContext, traces: string[]) {
  await page.goto('/about');
  const kept = await everythingKept(page);
  // It did look: the words of the site and its keys are there.
  expect(kept).toContain('receipt-keys');
  expect(kept).toContain('Жашыруун код');
  for (const trace of traces) expect(kept.includes(trace), trace).toBe(false);
  expect(await context.cookies()).toEqual([]);
  while (page.url() !== 'about:blank') {
    for (const trace of traces) expect(page.url()).not.toContain(trace);
    const body = await page.locator('body').textContent();
    for (const trace of traces) expect(body).not.toContain(trace);
    if (!(await page.goBack())) break;
  }
}

test('what the server signed is found genuine without a network', async ({
  page,
  context,
  request,
}) => {
  const receipt = await raiseCase(request, `Суу булганды, мал ичпейт. ${randomUUID()}`);
  await page.goto('/');
  await untilAllIsKept(page);
  await context.setOffline(true);
  await page.goto(`/verify#${receipt.proof}`);
  await expect(page.getByText('Чыныгы', { exact: true })).toBeVisible();
  await expect(page.getByText(receipt.reference)).toBeVisible();
});
