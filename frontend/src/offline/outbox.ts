import { newIdempotencyKey } from '@/api/headers';
import { toApiProblem } from '@/api/problem';
import { type OutboxEntry, offline } from './database';

export type { OutboxEntry } from './database';

export interface Post<Body> {
  operation: string;
  body: Body;
  files?: Blob[];
}

export async function enqueue<Body>({ operation, body, files = [] }: Post<Body>) {
  const entry: OutboxEntry<Body> = {
    id: newIdempotencyKey(),
    operation,
    body,
    files,
    queuedAt: new Date().toISOString(),
  };
  await (await offline()).put('outbox', entry);
  return entry;
}

/** Each operation has an outbox of its own: none is sent as if it were another. */
const ofOperation = async (operation: string) =>
  (await (await offline()).getAllFromIndex('outbox', 'queuedAt')).filter(
    (entry) => entry.operation === operation,
  );

export const waiting = async (operation: string) =>
  (await ofOperation(operation)).filter(({ refusal }) => !refusal);

export const refused = async (operation: string) =>
  (await ofOperation(operation)).filter(({ refusal }) => refusal);

export async function discard(id: string) {
  await (await offline()).delete('outbox', id);
}

/** Notes that the body has arrived: the API knows its key for a day, and after that would take it for a new one. */
export async function noteAnswered(entry: OutboxEntry) {
  if (entry.answeredAt) return;
  await (await offline()).put('outbox', { ...entry, answeredAt: new Date().toISOString() });
}

const remembered = 23 * 60 * 60 * 1000;

export const isForgotten = ({ answeredAt }: OutboxEntry) =>
  answeredAt !== undefined && Date.now() - Date.parse(answeredAt) > remembered;

/** The API may answer differently later: no answer, too many requests, or its own failure. */
export const mayPass = (status: number) => status === 0 || status === 429 || status >= 500;

async function sendOne(entry: OutboxEntry, send: (entry: OutboxEntry) => Promise<void>) {
  try {
    await send(entry);
    await discard(entry.id);
    return true;
  } catch (error) {
    const { status, code } = toApiProblem(error);
    if (mayPass(status)) return false;
    await (await offline()).put('outbox', { ...entry, refusal: code });
    return true;
  }
}

/**
 * Sends what waits, oldest first, and stops at the first failure that may pass. Tabs take turns, and
 * an entry keeps its key over all attempts, so that each is carried out once.
 */
export function flush(
  operation: string,
  send: (entry: OutboxEntry) => Promise<void>,
): Promise<void> {
  return navigator.locks.request('maslahat-outbox', async () => {
    for (const entry of await waiting(operation)) {
      if (!(await sendOne(entry, send))) return;
    }
  });
}
