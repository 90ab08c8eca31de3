import { randomUUID } from 'node:crypto';
import { type APIRequestContext, expect, type Page } from '@playwright/test';
import type { Grievance, Intake, Receipt, Session } from '../../src/api/generated';
import { demoPassword, type Person, people } from './people.ts';

/** A village with a mine of the company that the tests sign in as. */
export const village = 'Барскоон';
export const site = 'Көк-Белес кени';

type Api = APIRequestContext;

async function answered<Body>(response: Awaited<ReturnType<Api['get']>>): Promise<Body> {
  expect(response.status(), await response.text()).toBeLessThan(300);
  return (await response.json()) as Body;
}

/** Raises a case of the test's own, as somebody's phone would. */
export async function raiseCase(api: Api, narrative: string, answers: object = {}) {
  const { places, sites } = await answered<Intake>(await api.get('/api/v1/intake'));
  const data = {
    language: 'ky',
    confidentiality: 'anonymous',
    place_id: places.find(({ names }) => names.ky === village)?.id,
    site_id: sites.find(({ names }) => names.ky === site)?.id,
    narrative,
    ...answers,
  };
  const headers = { 'idempotency-key': randomUUID() };
  return answered<Receipt>(await api.post('/api/v1/intake/grievances', { data, headers }));
}

async function tokenOf(api: Api, person: Person) {
  const data = { email: people[person].email, password: demoPassword() };
  return (await answered<Session>(await api.post('/api/v1/auth/login', { data }))).access_token;
}

/** Brings a case to where a test begins; each move is an operation's last word and its body. */
export async function moveCase(
  api: Api,
  reference: string,
  moves: [by: Person, move: string, body?: object][],
) {
  const tokens = new Map<Person, string>();
  let id: string | undefined;
  for (const [person, move, data = {}] of moves) {
    const token = tokens.get(person) ?? (await tokenOf(api, person));
    tokens.set(person, token);
    const headers = { authorization: `Bearer ${token}` };
    id ??= await idOf(api, reference, headers);
    const path = `/api/v1/grievances/${id}`;
    const { version } = await answered<Grievance>(await api.get(path, { headers }));
    const changing = { ...headers, 'if-match': `"${version}"` };
    const reply = await api.post(`${path}/${move}`, { data, headers: changing });
    // A move to the protection track takes the case from who made it.
    if (reply.status() !== 204) await answered(reply);
  }
}

async function idOf(api: Api, reference: string, headers: { authorization: string }) {
  const found = await answered<{ items: Grievance[] }>(
    await api.get('/api/v1/grievances?limit=100', { headers }),
  );
  const { id } = found.items.find((each) => each.reference === reference) ?? {};
  if (!id) throw new Error(`${reference} is not among the newest cases`);
  return id;
}

/** Opens a case from the list, where the newest come first. */
export async function openCase(page: Page, reference: string) {
  await page.goto('/desk/grievances');
  await page.getByRole('link', { name: reference }).click();
  await expect(page.getByRole('heading', { level: 1, name: reference })).toBeVisible();
}

/** Opens the reporter's page, as whoever has the code does. */
export async function followWithCode(phone: Page, code: string) {
  await phone.goto('/my-case');
  await phone.getByLabel('Жашыруун код').fill(code);
  await phone.getByRole('button', { name: 'Ачуу' }).click();
}

interface Made {
  button: string;
  confirm: string;
  done: string;
  /** Of a move off the usual path: the button behind which it is. */
  behind?: string;
}

/** Makes a move in its dialog, which says when it is done. */
export async function make(
  page: Page,
  { button, confirm, done, behind }: Made,
  fill: (dialog: ReturnType<Page['getByRole']>) => Promise<void> = async () => {},
) {
  if (behind) {
    await page.getByRole('button', { name: behind, exact: true }).click();
    await page.getByRole('menuitem', { name: button }).click();
  } else {
    await page.getByRole('button', { name: button, exact: true }).click();
  }
  const dialog = page.getByRole('dialog');
  await fill(dialog);
  await dialog.getByRole('button', { name: confirm, exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: done })).toBeVisible();
  await expect(dialog).toBeHidden();
}
