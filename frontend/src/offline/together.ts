import { toApiProblem } from '@/api/problem';
import { type OutboxEntry, offline } from './database';
import { discard, waiting } from './outbox';

/** What became of each entry: nothing to say if it arrived, or why it was refused. */
export type Fates = ReadonlyMap<string, string | undefined>;

/** How much is sent at once. */
export interface Most {
  entries: number;
  /** Of the bodies, as they are sent. */
  bytes: number;
}

/** An id, a time and what is around them. */
const around = 200;

const sizeOf = ({ body }: OutboxEntry) =>
  new TextEncoder().encode(JSON.stringify(body)).length + around;

/** As many together as there is room for, in their order; one that is larger than that goes alone. */
export function batches<Entry extends OutboxEntry>(entries: readonly Entry[], most: Most) {
  const all: Entry[][] = [];
  let bytes = 0;
  for (const entry of entries) {
    const size = sizeOf(entry);
    const last = all.at(-1);
    if (last && last.length < most.entries && bytes + size <= most.bytes) {
      last.push(entry);
      bytes += size;
    } else {
      all.push([entry]);
      bytes = size;
    }
  }
  return all;
}

/** The batch may be what fails: too large, or with an entry in it that no server of ours can take. */
const mayBeTheBatch = (error: unknown) => [413, 500].includes(toApiProblem(error).status);

/** Entries that fail alone before the server, and no entry, is what fails. */
const patience = 3;

/**
 * Sends what waits, oldest first and many at a time. An entry leaves the outbox only with its own answer; if a batch fails,
 * all of it stays, and the failure is the caller's. A batch that may itself be why is halved: an entry that fails holds the
 * others up in nothing. Tabs take turns.
 */
export function flushTogether<Body>(
  operation: string,
  most: Most,
  send: (entries: OutboxEntry<Body>[]) => Promise<Fates>,
  mine: (entry: OutboxEntry<Body>) => boolean = () => true,
): Promise<void> {
  return navigator.locks.request('maslahat-outbox', async () => {
    const entries = ((await waiting(operation)) as OutboxEntry<Body>[]).filter(mine);
    const failures: unknown[] = [];
    const attempt = async (batch: OutboxEntry<Body>[]): Promise<void> => {
      try {
        await settle(batch, await send(batch));
      } catch (error) {
        if (!mayBeTheBatch(error)) throw error;
        if (batch.length === 1) failures.push(error);
        if (failures.length >= patience) throw error;
        if (batch.length === 1) return;
        const half = Math.ceil(batch.length / 2);
        await attempt(batch.slice(0, half));
        await attempt(batch.slice(half));
      }
    };
    for (const batch of batches(entries, most)) await attempt(batch);
    if (failures.length > 0) throw failures[0];
  });
}

async function settle(batch: OutboxEntry[], fates: Fates) {
  for (const entry of batch) {
    if (!fates.has(entry.id)) continue;
    const refusal = fates.get(entry.id);
    if (refusal === undefined) await discard(entry.id);
    else await (await offline()).put('outbox', { ...entry, refusal });
  }
}
