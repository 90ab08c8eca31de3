import { readFileSync } from 'node:fs';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  test,
} from '@playwright/test';

/** Accounts of the demonstration; the staff each use another language. */
export const people = {
  ainura: { email: 'ainura.satarova@example.org', name: 'Айнура Сатарова', language: 'ky' },
  marina: { email: 'marina.kovalchuk@example.org', name: 'Марина Ковальчук', language: 'ru' },
  ulan: { email: 'ulan.beknazarov@example.org', name: 'Улан Бекназаров', language: 'en' },
  company: { email: 'meerim.kasymova@example.org', name: 'Мээрим Касымова', language: 'ky' },
  community: {
    email: 'bakyt.osmonaliev@example.org',
    name: 'Бакытбек Осмоналиев',
    language: 'ky',
  },
  authority: {
    email: 'taalaibek.sydykov@example.org',
    name: 'Таалайбек Сыдыков',
    language: 'ky',
  },
  cholpon: { email: 'cholpon.isakova@example.org', name: 'Чолпон Исакова', language: 'ru' },
  admin: { email: 'ruslan.akhmetov@example.org', name: 'Руслан Ахметов', language: 'ru' },
} as const;

export type Person = keyof typeof people;

/** The server prints the password of its demonstration when it starts. */
export function demoPassword(): string {
  const log = readFileSync(process.env.MASLAHAT_LOG ?? '', 'utf8');
  const [, password] = /@example\.org\s+\w+\s+(\S+)/.exec(log) ?? [];
  if (!password) throw new Error('The server printed no password of a demonstration');
  return password;
}

/** Signs in as people do, on the page; it then speaks the language of the account. */
export async function signIn(page: Page, person: Person, next = '/desk') {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByLabel('Электрондук почта').fill(people[person].email);
  await page.getByLabel('Сырсөз', { exact: true }).fill(demoPassword());
  await page.getByRole('button', { name: 'Кирүү' }).click();
  await page.waitForURL((url) => url.pathname === new URL(next, url).pathname);
}

const desktop = { viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' } as const;

const phone = { viewport: { width: 390, height: 844 }, serviceWorkers: 'block' } as const;

/** A browser of somebody's own: several people take part in one case. */
export async function atTheDesk(browser: Browser, person: Person, next?: string) {
  return signedIn(browser, person, next, desktop);
}

/** The same on a phone. */
export async function onAPhone(browser: Browser, person: Person, next?: string) {
  return signedIn(browser, person, next, phone);
}

async function signedIn(
  browser: Browser,
  person: Person,
  next: string | undefined,
  options: BrowserContextOptions,
) {
  const context = await opened(browser, options);
  const page = await context.newPage();
  await signIn(page, person, next);
  return page;
}

let contexts: { of: string; open: BrowserContext[] } = { of: '', open: [] };

/** A browser of a test. Those of the test before are closed: their pages would go on following what happens, for nobody. */
async function opened(browser: Browser, options: BrowserContextOptions) {
  const { testId } = test.info();
  if (contexts.of !== testId) {
    await Promise.all(contexts.open.map((context) => context.close()));
    contexts = { of: testId, open: [] };
  }
  const context = await browser.newContext(options);
  contexts.open.push(context);
  return context;
}
